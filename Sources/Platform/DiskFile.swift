#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

extension Disk {
  public func open(_ path: String, for use: FileUse) throws(FileError) -> any OpenFile {
    try DiskFile(path, for: use, calls)
  }

  public func lock(_ path: String, wait milliseconds: Int) throws(FileError) -> any HeldLock {
    try DiskLock(path, wait: milliseconds, calls)
  }
}

/// A regular file on the disk, held open.
final class DiskFile: OpenFile {
  private let calls: any SystemCalls
  private let descriptor: Int32
  private let path: String

  init(_ path: String, for use: FileUse, _ calls: any SystemCalls) throws(FileError) {
    // Without O_NONBLOCK a pipe under this name would be waited for.
    let access = use == .reading ? O_RDONLY : O_RDWR | O_APPEND
    let opened = try calls.made("open", path) {
      calls.open(path, access | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC, 0)
    }
    descriptor = Int32(truncatingIfNeeded: opened)
    self.path = path
    self.calls = calls
    switch try status().kind {
    case .file: return
    case .folder: throw FileError(path: path, code: EISDIR, call: "open")
    default: throw FileError(path: path, code: EINVAL, call: "open")
    }
  }

  deinit { calls.close(descriptor) }

  func size() throws(FileError) -> Int { try status().size }

  func stamp() throws(FileError) -> String { try status().stamp }

  private func status() throws(FileError) -> FileStatus {
    var status = FileStatus()
    try calls.made("fstat", path) { calls.status(descriptor, &status) }
    return status
  }

  func read(at offset: Int, count: Int) throws(FileError) -> [UInt8] {
    var failure: FileError?
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: max(count, 0)) { buffer, filled in
      do throws(FileError) {
        while filled < count {
          let rest = unsafe UnsafeMutableRawBufferPointer(rebasing: UnsafeMutableRawBufferPointer(buffer)[filled...])
          let start = offset + filled
          let read = try calls.made("read", path) { unsafe calls.read(descriptor, into: rest, at: start) }
          if read == 0 { return }
          filled += read
        }
      } catch {
        failure = error
      }
    }
    if let failure { throw failure }
    return bytes
  }

  func append(_ bytes: [UInt8]) throws(FileError) { try calls.writeAll(bytes, to: descriptor, path: path) }

  func truncate(to size: Int) throws(FileError) {
    try calls.made("ftruncate", path) { calls.truncate(descriptor, to: size) }
  }

  func sync() throws(FileError) {
    try calls.made("fdatasync", path) { calls.sync(descriptor, dataOnly: true) }
  }
}

/// `flock` on a side file. It belongs to the open file, so two threads of one process exclude each other too.
final class DiskLock: HeldLock {
  private let calls: any SystemCalls
  private var descriptor: Int32

  init(_ path: String, wait milliseconds: Int, _ calls: any SystemCalls) throws(FileError) {
    let opened = try calls.made("open", path) {
      calls.open(path, O_RDWR | O_CREAT | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC, 0o666)
    }
    descriptor = Int32(truncatingIfNeeded: opened)
    self.calls = calls
    let start = ContinuousClock.now
    var pause: UInt32 = 1_000
    while true {
      do throws(FileError) {
        try calls.made("flock", path) { calls.lock(descriptor) }
        return
      } catch {
        guard error.isBusy, ContinuousClock.now - start < .milliseconds(milliseconds) else { throw error }
      }
      usleep(pause)
      pause = min(pause * 2, 20_000)
    }
  }

  deinit { release() }

  func release() {
    if descriptor >= 0 { calls.close(descriptor) }
    descriptor = -1
  }
}
