#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

extension Disk {
  public func open(_ path: String, for use: FileUse) throws(FileError) -> any OpenFile {
    try DiskFile(path, for: use)
  }

  public func lock(_ path: String, wait milliseconds: Int) throws(FileError) -> any HeldLock {
    try DiskLock(path, wait: milliseconds)
  }
}

/// A regular file on the disk, held open.
final class DiskFile: OpenFile {
  private let descriptor: Int32
  private let path: String

  init(_ path: String, for use: FileUse) throws(FileError) {
    // Without O_NONBLOCK a pipe under this name would be waited for.
    let access = use == .reading ? O_RDONLY : O_RDWR | O_APPEND
    descriptor = Platform.openDescriptor(path, access | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC, 0)
    self.path = path
    guard descriptor >= 0 else { throw FileError(path: path, code: errno, call: "open") }
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0 else { throw failure("fstat") }
    switch FileKind(status.st_mode) {
    case .file: return
    case .folder: throw FileError(path: path, code: EISDIR, call: "open")
    default: throw FileError(path: path, code: EINVAL, call: "open")
    }
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  func size() throws(FileError) -> Int {
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0 else { throw failure("fstat") }
    return Int(status.st_size)
  }

  func read(at offset: Int, count: Int) throws(FileError) -> [UInt8] {
    var result: FileError?
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: max(count, 0)) { buffer, filled in
      while filled < count {
        let rest = unsafe UnsafeMutableRawBufferPointer(rebasing: UnsafeMutableRawBufferPointer(buffer)[filled...])
        let read = unsafe pread(descriptor, rest.baseAddress, rest.count, off_t(offset + filled))
        if read < 0 {
          if errno == EINTR { continue }
          result = failure("read")
          return
        }
        if read == 0 { return }
        filled += read
      }
    }
    if let result { throw result }
    return bytes
  }

  func append(_ bytes: [UInt8]) throws(FileError) { try Disk.writeAll(bytes, to: descriptor, path: path) }

  func truncate(to size: Int) throws(FileError) {
    while ftruncate(descriptor, off_t(size)) != 0 {
      guard errno == EINTR else { throw failure("ftruncate") }
    }
  }

  func sync() throws(FileError) {
    guard Disk.sync(descriptor, dataOnly: true) else { throw failure("fdatasync") }
  }

  private func failure(_ call: String) -> FileError { FileError(path: path, code: errno, call: call) }
}

/// `flock` on a side file. It belongs to the open file, so two threads of one process exclude each other too.
final class DiskLock: HeldLock {
  private var descriptor: Int32

  init(_ path: String, wait milliseconds: Int) throws(FileError) {
    descriptor = Platform.openDescriptor(
      path, O_RDWR | O_CREAT | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw FileError(path: path, code: errno, call: "open") }
    let start = ContinuousClock.now
    var pause: UInt32 = 1_000
    while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
      if errno == EINTR { continue }
      guard errno == EWOULDBLOCK else { throw FileError(path: path, code: errno, call: "flock") }
      guard ContinuousClock.now - start < .milliseconds(milliseconds) else {
        throw FileError(path: path, code: EWOULDBLOCK, call: "flock")
      }
      usleep(pause)
      pause = min(pause * 2, 20_000)
    }
  }

  deinit { release() }

  func release() {
    if descriptor >= 0 { close(descriptor) }
    descriptor = -1
  }
}

/// `open` where a type has a method of that name.
func openDescriptor(_ path: String, _ flags: Int32, _ mode: mode_t) -> Int32 {
  while true {
    let descriptor = unsafe open(path, flags, mode)
    if descriptor >= 0 || errno != EINTR { return descriptor }
  }
}
