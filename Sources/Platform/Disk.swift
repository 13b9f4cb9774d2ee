#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The real disk.
public struct Disk: FileSystem {
  /// What follows a file's name in that of the temporary one beside it, which a process that was killed leaves behind.
  public static let temporaryMark = ".tmp-"

  let calls: any SystemCalls

  public init() { calls = Kernel() }

  /// A disk below which a test stands in for the system.
  package init(_ calls: any SystemCalls) { self.calls = calls }

  public func read(_ path: String) throws(FileError) -> [UInt8] {
    try calls.opened(path, O_RDONLY | O_CLOEXEC) { descriptor throws(FileError) in
      try readAll(descriptor, path: path)
    }
  }

  /// Everything up to the end of a descriptor.
  ///
  /// A file says how long it is: room for that and one byte more is made once, so that the second read finds the end.
  public func readAll(_ descriptor: Int32, path: String) throws(FileError) -> [UInt8] {
    var status = FileStatus()
    let isFile = calls.status(descriptor, &status) == 0 && status.kind == .file
    let size = isFile ? min(max(status.size, 0), 1 << 28) + 1 : 1 << 16
    var bytes = try readOnce(descriptor, room: size, path: path)
    var isAtEnd = bytes.isEmpty
    while !isAtEnd {
      let more = try readOnce(descriptor, room: 1 << 16, path: path)
      bytes += more
      isAtEnd = more.isEmpty
    }
    return bytes
  }

  /// What one call brings; nothing at the end.
  private func readOnce(_ descriptor: Int32, room: Int, path: String) throws(FileError) -> [UInt8] {
    var failure: FileError?
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
      do throws(FileError) {
        count = try calls.made("read", path) {
          unsafe calls.read(descriptor, into: UnsafeMutableRawBufferPointer(buffer))
        }
      } catch {
        failure = error
      }
    }
    if let failure { throw failure }
    return bytes
  }

  public func write(_ bytes: [UInt8], to path: String, mode: UInt32) throws(FileError) {
    try replace(path, with: bytes, mode: mode, isSynced: true)
    try syncFolder(of: path)
  }

  public func writeUnsynced(_ bytes: [UInt8], to path: String, mode: UInt32) throws(FileError) {
    try replace(path, with: bytes, mode: mode, isSynced: false)
  }

  private func replace(_ path: String, with bytes: [UInt8], mode: UInt32, isSynced: Bool) throws(FileError) {
    let temporary = temporaryPath(beside: path)
    do throws(FileError) {
      try writeNew(bytes, at: temporary, mode: mode, isSynced: isSynced)
      try calls.made("rename", path) { calls.rename(temporary, to: path) }
    } catch {
      _ = calls.unlink(temporary)
      throw error
    }
  }

  public func create(_ bytes: [UInt8], at path: String, mode: UInt32) throws(FileError) {
    let temporary = temporaryPath(beside: path)
    do throws(FileError) {
      try writeNew(bytes, at: temporary, mode: mode)
      try calls.made("link", path) { calls.link(temporary, to: path) }
    } catch {
      _ = calls.unlink(temporary)
      throw error
    }
    _ = calls.unlink(temporary)
    do throws(FileError) {
      try syncFolder(of: path)
    } catch {
      // Whoever is told that there is no such file now must not find one.
      _ = calls.unlink(path)
      throw error
    }
  }

  /// Writes all to a descriptor that is open already, such as standard output.
  public func writeAll(_ bytes: [UInt8], to descriptor: Int32, path: String) throws(FileError) {
    try calls.writeAll(bytes, to: descriptor, path: path)
  }

  /// The process alone would not do: two threads may replace one file at once.
  private func temporaryPath(beside path: String) -> String {
    var generator = SystemRandomNumberGenerator()
    return "\(path)\(Self.temporaryMark)\(getpid())-\(String(generator.next(), radix: 36))"
  }

  public func kind(of path: String) -> FileKind? { status(path, followingLinks: true)?.kind }

  public func ownKind(of path: String) -> FileKind? { status(path, followingLinks: false)?.kind }

  private func status(_ path: String, followingLinks: Bool) -> FileStatus? {
    var status = FileStatus()
    return calls.status(path, followingLinks: followingLinks, &status) == 0 ? status : nil
  }

  public func mode(of path: String) throws(FileError) -> UInt32 {
    var status = FileStatus()
    try calls.made("stat", path) { calls.status(path, followingLinks: true, &status) }
    return status.mode
  }

  public func list(_ folder: String) throws(FileError) -> [String] {
    guard let handle = unsafe opendir(folder) else { throw FileError(path: folder, code: errno, call: "opendir") }
    defer { unsafe closedir(handle) }
    var names: [String] = []
    while let entry = unsafe readdir(handle) {
      let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        unsafe pointer.withMemoryRebound(to: CChar.self, capacity: 256) { unsafe String(cString: $0) }
      }
      if name != "." && name != ".." { names.append(name) }
    }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  public func makeFolder(_ path: String, mode: UInt32) throws(FileError) {
    // One that is there may have been made by somebody who was killed before its name was durable.
    if kind(of: path) == .folder { return try syncFolder(of: path) }
    let parent = path.parentFolder
    if parent != path && kind(of: parent) == nil { try makeFolder(parent, mode: mode) }
    do throws(FileError) {
      try calls.made("mkdir", path) { calls.makeFolder(path, mode) }
    } catch {
      guard error.isExisting, kind(of: path) == .folder else { throw error }
    }
    try syncFolder(of: path)
  }

  public func remove(_ path: String) throws(FileError) {
    try calls.made("unlink", path) { calls.unlink(path) }
  }

  private func writeNew(
    _ bytes: [UInt8], at path: String, mode: UInt32, isSynced: Bool = true
  ) throws(FileError) {
    try calls.opened(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, mode) {
      descriptor throws(FileError) in
      try calls.writeAll(bytes, to: descriptor, path: path)
      if isSynced { try calls.made("fsync", path) { calls.sync(descriptor, dataOnly: false) } }
    }
  }

  private func syncFolder(of path: String) throws(FileError) {
    let folder = path.parentFolder
    try calls.opened(folder, O_RDONLY | O_CLOEXEC) { descriptor throws(FileError) in
      _ = try calls.made("fsync", folder) { calls.sync(descriptor, dataOnly: false) }
    }
  }
}

extension String {
  /// The folder that a path lies in; `.` where none is named.
  public var parentFolder: String {
    guard let slash = utf8.lastIndex(of: UInt8(ascii: "/")) else { return "." }
    return slash == utf8.startIndex ? "/" : String(self[..<slash])
  }

  /// The last step of a path.
  public var lastStep: String {
    guard let slash = utf8.lastIndex(of: UInt8(ascii: "/")) else { return self }
    return String(self[utf8.index(after: slash)...])
  }

  /// This path as seen from a folder; an absolute one is itself.
  public func path(in folder: String) -> String {
    hasPrefix("/") ? self : folder.hasSuffix("/") ? folder + self : folder + "/" + self
  }

  /// An absolute path without `.`, `..` and doubled slashes, so that two can be compared; links are not followed.
  public var plainPath: String {
    var steps: [Substring] = []
    for step in split(separator: "/") where step != "." {
      if step == ".." { _ = steps.popLast() } else { steps.append(step) }
    }
    return "/" + steps.joined(separator: "/")
  }
}
