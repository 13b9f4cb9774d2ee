/// The calls to the system that change files, or read what was written, so that a test can stand in for the system
/// below everything that `Disk` does.
///
/// Each answers as a kernel does: what the call gives, or the negated `errno`.
package protocol SystemCalls: Sendable {
  func open(_ path: String, _ flags: Int32, _ mode: UInt32) -> Int
  func close(_ descriptor: Int32)
  func read(_ descriptor: Int32, into buffer: UnsafeMutableRawBufferPointer) -> Int
  func read(_ descriptor: Int32, into buffer: UnsafeMutableRawBufferPointer, at offset: Int) -> Int
  func write(_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer) -> Int
  func truncate(_ descriptor: Int32, to size: Int) -> Int
  /// Waits until a file, or the names in a folder, are on the medium itself.
  func sync(_ descriptor: Int32, dataOnly: Bool) -> Int
  /// Takes the exclusive lock or says EWOULDBLOCK at once.
  func lock(_ descriptor: Int32) -> Int
  func status(_ descriptor: Int32, _ status: inout FileStatus) -> Int
  func status(_ path: String, followingLinks: Bool, _ status: inout FileStatus) -> Int
  func rename(_ path: String, to other: String) -> Int
  func link(_ path: String, to other: String) -> Int
  func unlink(_ path: String) -> Int
  func makeFolder(_ path: String, _ mode: UInt32) -> Int
}

/// What the system says of a file.
package struct FileStatus {
  package var kind = FileKind.other
  package var size = 0
  /// The permission bits.
  package var mode: UInt32 = 0
  /// The system's number of the file.
  package var number: UInt64 = 0
  /// When its bytes, and when anything about it, were last changed, in nanoseconds since 1970.
  package var written = 0
  package var changed = 0

  package var stamp: String { "\(number) \(size) \(written) \(changed)" }

  package init() {}
}

extension SystemCalls {
  /// Does a call again for as long as a signal interrupts it; throws what it says else.
  @discardableResult
  func made(_ name: String, _ path: String, _ call: () -> Int) throws(FileError) -> Int {
    while true {
      let result = call()
      if result >= 0 { return result }
      let code = Int32(truncatingIfNeeded: -result)
      if !FileError.isInterruption(code) { throw FileError(path: path, code: code, call: name) }
    }
  }

  /// Opens a path and closes it after some work.
  func opened<Result>(
    _ path: String, _ flags: Int32, _ mode: UInt32 = 0, _ work: (Int32) throws(FileError) -> Result
  ) throws(FileError) -> Result {
    let descriptor = Int32(truncatingIfNeeded: try made("open", path) { open(path, flags, mode) })
    defer { close(descriptor) }
    return try work(descriptor)
  }

  /// Writes every byte, in as many calls as it takes.
  func writeAll(_ bytes: [UInt8], to descriptor: Int32, path: String) throws(FileError) {
    var written = 0
    while written < bytes.count {
      written += try made("write", path) {
        unsafe bytes.withUnsafeBytes { buffer in
          unsafe write(descriptor, UnsafeRawBufferPointer(rebasing: buffer[written...]))
        }
      }
    }
  }
}
