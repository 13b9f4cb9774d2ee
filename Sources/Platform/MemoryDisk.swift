internal import Synchronization

/// Files in memory: for tests, and to try something out without touching the disk.
///
/// Everything written is at once as durable as it gets here; folders need not be made before they are written into.
package final class MemoryDisk: FileSystem {
  struct Content {
    var bytes: [UInt8]
    var mode: UInt32
    /// The number of the last change of it.
    var change: Int
  }

  struct State {
    var files: [String: Content] = [:]
    var folders: Set<String> = ["/"]
    var locks: Set<String> = []
    /// Changes of files so far.
    var changes = 0

    mutating func put(_ bytes: [UInt8], at path: String, mode: UInt32) {
      changes += 1
      files[path] = Content(bytes: bytes, mode: mode, change: changes)
    }
  }

  let state: Mutex<State>

  package init(_ files: [String: String] = [:]) {
    var start = State()
    for (path, text) in files {
      start.put(Array(text.utf8), at: path, mode: 0o644)
      try? start.addFolders(above: path, "open")
    }
    state = Mutex(start)
  }

  /// Every path, sorted by its bytes.
  package var paths: [String] {
    state.withLock { $0.files.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) } }
  }

  /// A file's text; nil where there is none.
  package func text(_ path: String) -> String? {
    state.withLock { $0.files[path].map { String(decoding: $0.bytes, as: UTF8.self) } }
  }

  package func read(_ path: String) throws(FileError) -> [UInt8] {
    try state.withLock { state throws(FileError) in
      if state.folders.contains(path) { throw .folder(path, "read") }
      guard let content = state.files[path] else { throw .missing(path, "open") }
      return content.bytes
    }
  }

  package func write(_ bytes: [UInt8], to path: String, mode: UInt32) throws(FileError) {
    try state.withLock { state throws(FileError) in
      if state.folders.contains(path) { throw .folder(path, "open") }
      try state.addFolders(above: path, "open")
      state.put(bytes, at: path, mode: mode)
    }
  }

  package func create(_ bytes: [UInt8], at path: String, mode: UInt32) throws(FileError) {
    try state.withLock { state throws(FileError) in
      if state.files[path] != nil || state.folders.contains(path) { throw .existing(path, "link") }
      try state.addFolders(above: path, "open")
      state.put(bytes, at: path, mode: mode)
    }
  }

  package func writeUnsynced(_ bytes: [UInt8], to path: String, mode: UInt32) throws(FileError) {
    try write(bytes, to: path, mode: mode)
  }

  fileprivate func change(_ path: String, _ work: (inout [UInt8]) -> Void) {
    state.withLock { state in
      guard var content = state.files.removeValue(forKey: path) else { return }
      work(&content.bytes)
      state.put(content.bytes, at: path, mode: content.mode)
    }
  }

  package func kind(of path: String) -> FileKind? {
    state.withLock { $0.files[path] != nil ? .file : $0.folders.contains(path) ? .folder : nil }
  }

  package func ownKind(of path: String) -> FileKind? { kind(of: path) }

  package func mode(of path: String) throws(FileError) -> UInt32 {
    try state.withLock { state throws(FileError) in
      guard let content = state.files[path] else { throw .missing(path, "stat") }
      return content.mode
    }
  }

  package func list(_ folder: String) throws(FileError) -> [String] {
    try state.withLock { state throws(FileError) in
      guard state.folders.contains(folder) else { throw .missing(folder, "opendir") }
      let inside = state.files.keys.filter { $0.parentFolder == folder }.map(\.lastStep)
      let folders = state.folders.filter { $0 != folder && $0.parentFolder == folder }.map(\.lastStep)
      return (inside + folders).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }
  }

  package func makeFolder(_ path: String, mode: UInt32) throws(FileError) {
    try state.withLock { state throws(FileError) in
      if state.files[path] != nil { throw .existing(path, "mkdir") }
      try state.addFolders(above: path, "mkdir")
      state.folders.insert(path)
    }
  }

  package func remove(_ path: String) throws(FileError) {
    try state.withLock { state throws(FileError) in
      guard state.files.removeValue(forKey: path) != nil else { throw .missing(path, "unlink") }
    }
  }

  package func open(_ path: String, for use: FileUse) throws(FileError) -> any OpenFile {
    switch kind(of: path) {
    case .file: return MemoryFile(path, in: self)
    case nil: throw .missing(path, "open")
    default: throw .folder(path, "open")
    }
  }

  /// Never waits: whoever could release the lock may be on this very thread.
  package func lock(_ path: String, wait milliseconds: Int) throws(FileError) -> any HeldLock {
    let taken = state.withLock { $0.locks.insert(path).inserted }
    guard taken else { throw .busy(path) }
    return MemoryLock(path, in: self)
  }
}

extension MemoryDisk.State {
  /// Below a file there is no folder.
  mutating func addFolders(above path: String, _ call: String) throws(FileError) {
    var new: [String] = []
    var folder = path.parentFolder
    while !folders.contains(folder) {
      if files[folder] != nil { throw .notFolder(path, call) }
      new.append(folder)
      if folder == "/" || folder == "." { break }
      folder = folder.parentFolder
    }
    folders.formUnion(new)
  }
}

private final class MemoryFile: OpenFile {
  private let path: String
  private let disk: MemoryDisk

  init(_ path: String, in disk: MemoryDisk) {
    self.path = path
    self.disk = disk
  }

  func size() throws(FileError) -> Int { try disk.read(path).count }

  func stamp() throws(FileError) -> String {
    try disk.state.withLock { state throws(FileError) in
      guard let content = state.files[path] else { throw .missing(path, "stat") }
      return "\(content.change) \(content.bytes.count)"
    }
  }

  func read(at offset: Int, count: Int) throws(FileError) -> [UInt8] {
    let bytes = try disk.read(path)
    return Array(bytes.dropFirst(offset).prefix(count))
  }

  func append(_ bytes: [UInt8]) throws(FileError) {
    disk.change(path) { $0 += bytes }
  }

  func truncate(to size: Int) throws(FileError) {
    disk.change(path) { $0.removeLast(max($0.count - size, 0)) }
  }

  func sync() throws(FileError) {}
}

private final class MemoryLock: HeldLock {
  private let path: String
  private let disk: MemoryDisk
  private var isHeld = true

  init(_ path: String, in disk: MemoryDisk) {
    self.path = path
    self.disk = disk
  }

  deinit { release() }

  func release() {
    if isHeld { disk.state.withLock { _ = $0.locks.remove(path) } }
    isHeld = false
  }
}
