#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The system's own calls.
struct Kernel: SystemCalls {
  func open(_ path: String, _ flags: Int32, _ mode: UInt32) -> Int {
    answer(openFile(path, flags, mode_t(mode)))
  }

  func close(_ descriptor: Int32) { closeFile(descriptor) }

  func read(_ descriptor: Int32, into buffer: UnsafeMutableRawBufferPointer) -> Int {
    answer(unsafe readBytes(descriptor, buffer))
  }

  func read(_ descriptor: Int32, into buffer: UnsafeMutableRawBufferPointer, at offset: Int) -> Int {
    answer(unsafe pread(descriptor, buffer.baseAddress, buffer.count, off_t(offset)))
  }

  func write(_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer) -> Int {
    answer(unsafe writeBytes(descriptor, bytes))
  }

  func truncate(_ descriptor: Int32, to size: Int) -> Int { answer(ftruncate(descriptor, off_t(size))) }

  /// On macOS `fsync` stops at the drive's cache and only F_FULLFSYNC goes on; some network disks refuse that one.
  func sync(_ descriptor: Int32, dataOnly: Bool) -> Int {
    #if canImport(Darwin)
      answer(fcntl(descriptor, F_FULLFSYNC) == 0 ? 0 : errno == ENOTSUP ? fsync(descriptor) : -1)
    #else
      answer(dataOnly ? fdatasync(descriptor) : fsync(descriptor))
    #endif
  }

  func lock(_ descriptor: Int32) -> Int { answer(flock(descriptor, LOCK_EX | LOCK_NB)) }

  func status(_ descriptor: Int32, _ status: inout FileStatus) -> Int {
    var found = stat()
    let result = answer(unsafe fstat(descriptor, &found))
    if result == 0 { status = FileStatus(found) }
    return result
  }

  func status(_ path: String, followingLinks: Bool, _ status: inout FileStatus) -> Int {
    var found = stat()
    let result = answer(unsafe followingLinks ? stat(path, &found) : lstat(path, &found))
    if result == 0 { status = FileStatus(found) }
    return result
  }

  func rename(_ path: String, to other: String) -> Int { answer(renameFile(path, other)) }

  func link(_ path: String, to other: String) -> Int { answer(linkFile(path, other)) }

  func unlink(_ path: String) -> Int { answer(unlinkFile(path)) }

  func makeFolder(_ path: String, _ mode: UInt32) -> Int { answer(unsafe mkdir(path, mode_t(mode))) }

  private func answer(_ result: some BinaryInteger) -> Int { result < 0 ? -Int(errno) : Int(result) }
}

extension FileStatus {
  /// A time beyond what fits says no less than any other.
  private static func nanoseconds(_ time: timespec) -> Int {
    Int(time.tv_sec) &* 1_000_000_000 &+ Int(time.tv_nsec)
  }

  init(_ status: stat) {
    kind =
      switch status.st_mode & S_IFMT {
      case S_IFREG: .file
      case S_IFDIR: .folder
      case S_IFLNK: .link
      default: .other
      }
    size = Int(status.st_size)
    mode = UInt32(status.st_mode) & 0o7777
    number = UInt64(status.st_ino)
    #if canImport(Darwin)
      (written, changed) = (Self.nanoseconds(status.st_mtimespec), Self.nanoseconds(status.st_ctimespec))
    #else
      (written, changed) = (Self.nanoseconds(status.st_mtim), Self.nanoseconds(status.st_ctim))
    #endif
  }
}

// The calls whose names the methods above have too.

private func openFile(_ path: String, _ flags: Int32, _ mode: mode_t) -> Int32 { unsafe open(path, flags, mode) }
private func closeFile(_ descriptor: Int32) { close(descriptor) }
private func renameFile(_ path: String, _ other: String) -> Int32 { unsafe rename(path, other) }
private func linkFile(_ path: String, _ other: String) -> Int32 { unsafe link(path, other) }
private func unlinkFile(_ path: String) -> Int32 { unsafe unlink(path) }

private func readBytes(_ descriptor: Int32, _ buffer: UnsafeMutableRawBufferPointer) -> Int {
  unsafe read(descriptor, buffer.baseAddress, buffer.count)
}

private func writeBytes(_ descriptor: Int32, _ buffer: UnsafeRawBufferPointer) -> Int {
  unsafe write(descriptor, buffer.baseAddress, buffer.count)
}
