#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The real disk.
public struct Disk: FileSystem {
  public init() {}

  public func read(_ path: String) throws(FileError) -> [UInt8] {
    let descriptor = openDescriptor(path, O_RDONLY | O_CLOEXEC, 0)
    guard descriptor >= 0 else { throw failure("open", path) }
    defer { close(descriptor) }
    return try Disk.readAll(descriptor, path: path)
  }

  /// Everything up to the end of a descriptor.
  ///
  /// A file says how long it is: room for that and one byte more is made once, so that the second read finds the end.
  public static func readAll(_ descriptor: Int32, path: String) throws(FileError) -> [UInt8] {
    var status = stat()
    let isFile = unsafe fstat(descriptor, &status) == 0 && FileKind(status.st_mode) == .file
    let size = isFile ? min(max(Int(status.st_size), 0), 1 << 28) + 1 : 1 << 16
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
  private static func readOnce(_ descriptor: Int32, room: Int, path: String) throws(FileError) -> [UInt8] {
    var code: Int32 = 0
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
      var result = -1
      repeat {
        result = unsafe Platform.readBytes(descriptor, UnsafeMutableRawBufferPointer(buffer))
      } while result < 0 && errno == EINTR
      if result < 0 { code = errno }
      count = max(result, 0)
    }
    guard code == 0 else { throw FileError(path: path, code: code, call: "read") }
    return bytes
  }

  public func write(_ bytes: [UInt8], to path: String, mode: UInt32) throws(FileError) {
    let temporary = temporaryPath(beside: path)
    do throws(FileError) {
      try writeNew(bytes, at: temporary, mode: mode)
      guard unsafe rename(temporary, path) == 0 else { throw failure("rename", path) }
    } catch {
      _ = unsafe unlink(temporary)
      throw error
    }
    try syncFolder(of: path)
  }

  public func create(_ bytes: [UInt8], at path: String, mode: UInt32) throws(FileError) {
    let temporary = temporaryPath(beside: path)
    do throws(FileError) {
      try writeNew(bytes, at: temporary, mode: mode)
      guard unsafe link(temporary, path) == 0 else { throw failure("link", path) }
    } catch {
      _ = unsafe unlink(temporary)
      throw error
    }
    _ = unsafe unlink(temporary)
    try syncFolder(of: path)
  }

  /// The process alone would not do: two threads may replace one file at once.
  private func temporaryPath(beside path: String) -> String {
    var generator = SystemRandomNumberGenerator()
    return "\(path).tmp-\(getpid())-\(String(generator.next(), radix: 36))"
  }

  public func kind(of path: String) -> FileKind? {
    var status = stat()
    guard unsafe stat(path, &status) == 0 else { return nil }
    return FileKind(status.st_mode)
  }

  public func ownKind(of path: String) -> FileKind? {
    var status = stat()
    guard unsafe lstat(path, &status) == 0 else { return nil }
    return FileKind(status.st_mode)
  }

  public func mode(of path: String) throws(FileError) -> UInt32 {
    var status = stat()
    guard unsafe stat(path, &status) == 0 else { throw failure("stat", path) }
    return UInt32(status.st_mode) & 0o7777
  }

  public func list(_ folder: String) throws(FileError) -> [String] {
    guard let handle = unsafe opendir(folder) else { throw failure("opendir", folder) }
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
    if kind(of: path) == .folder { return }
    let parent = path.parentFolder
    if parent != path && kind(of: parent) == nil { try makeFolder(parent, mode: mode) }
    guard unsafe mkdir(path, mode_t(mode)) == 0 || errno == EEXIST else { throw failure("mkdir", path) }
    try syncFolder(of: path)
  }

  public func remove(_ path: String) throws(FileError) {
    guard unsafe unlink(path) == 0 else { throw failure("unlink", path) }
  }

  private func writeNew(_ bytes: [UInt8], at path: String, mode: UInt32) throws(FileError) {
    let descriptor = openDescriptor(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, mode_t(mode))
    guard descriptor >= 0 else { throw failure("open", path) }
    defer { close(descriptor) }
    try Disk.writeAll(bytes, to: descriptor, path: path)
    guard Disk.sync(descriptor) else { throw failure("fsync", path) }
  }

  /// Writes every byte, in as many calls as it takes.
  public static func writeAll(_ bytes: [UInt8], to descriptor: Int32, path: String) throws(FileError) {
    var written = 0
    while written < bytes.count {
      let count = unsafe bytes.withUnsafeBytes { buffer in
        unsafe Platform.writeBytes(descriptor, UnsafeRawBufferPointer(rebasing: buffer[written...]))
      }
      if count < 0 {
        if errno == EINTR { continue }
        throw FileError(path: path, code: errno, call: "write")
      }
      written += count
    }
  }

  private func syncFolder(of path: String) throws(FileError) {
    let folder = path.parentFolder
    let descriptor = openDescriptor(folder, O_RDONLY | O_CLOEXEC, 0)
    guard descriptor >= 0 else { throw failure("open", folder) }
    defer { close(descriptor) }
    guard Disk.sync(descriptor) else { throw failure("fsync", folder) }
  }

  /// Waits until a descriptor's data is on the medium itself.
  ///
  /// On macOS `fsync` stops at the drive's cache and only F_FULLFSYNC goes on; some network disks refuse that one.
  static func sync(_ descriptor: Int32, dataOnly: Bool = false) -> Bool {
    while true {
      #if canImport(Darwin)
        let result = fcntl(descriptor, F_FULLFSYNC) == 0 ? 0 : errno == ENOTSUP ? fsync(descriptor) : -1
      #else
        let result = dataOnly ? fdatasync(descriptor) : fsync(descriptor)
      #endif
      if result == 0 { return true }
      guard errno == EINTR else { return false }
    }
  }

  private func failure(_ call: String, _ path: String) -> FileError {
    FileError(path: path, code: errno, call: call)
  }
}

extension FileKind {
  init(_ mode: mode_t) {
    switch mode & S_IFMT {
    case S_IFREG: self = .file
    case S_IFDIR: self = .folder
    case S_IFLNK: self = .link
    default: self = .other
    }
  }
}

func readBytes(_ descriptor: Int32, _ buffer: UnsafeMutableRawBufferPointer) -> Int {
  unsafe read(descriptor, buffer.baseAddress, buffer.count)
}

func writeBytes(_ descriptor: Int32, _ buffer: UnsafeRawBufferPointer) -> Int {
  unsafe write(descriptor, buffer.baseAddress, buffer.count)
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
}
