/// What is done with files, so that a test can stand in for the disk.
public protocol FileSystem: Sendable {
  /// The bytes of a file.
  func read(_ path: String) throws(FileError) -> [UInt8]
  /// Replaces a file whole: temporary file beside it, sync, rename, sync of the folder.
  func write(_ bytes: [UInt8], to path: String, mode: UInt32) throws(FileError)
  /// As `write`, without waiting for the medium: a loss of power may leave the old file, the new one, or neither whole.
  func writeUnsynced(_ bytes: [UInt8], to path: String, mode: UInt32) throws(FileError)
  /// As `write`, but an existing file is an error (EEXIST).
  func create(_ bytes: [UInt8], at path: String, mode: UInt32) throws(FileError)
  /// What lies at a path, links followed; nil where nothing does.
  func kind(of path: String) -> FileKind?
  /// What lies at a path itself: a symbolic link is a link, wherever it leads.
  func ownKind(of path: String) -> FileKind?
  /// The permission bits of a file, such as 0o600.
  func mode(of path: String) throws(FileError) -> UInt32
  /// The names in a folder, sorted by their bytes.
  func list(_ folder: String) throws(FileError) -> [String]
  /// Makes a folder and those above it; an existing one is no error.
  func makeFolder(_ path: String, mode: UInt32) throws(FileError)
  func remove(_ path: String) throws(FileError)
  /// Opens a regular file that exists; a link, folder or device is refused.
  func open(_ path: String, for use: FileUse) throws(FileError) -> any OpenFile
  /// Takes the exclusive lock on a side file, which is made where it is missing and never deleted.
  ///
  /// Waits at most that many milliseconds while somebody else holds it; then the error says `isBusy`.
  func lock(_ path: String, wait milliseconds: Int) throws(FileError) -> any HeldLock
}

public enum FileKind: Hashable, Sendable {
  case file, folder, link, other
}

public enum FileUse: Hashable, Sendable {
  case reading, appending
}

/// A file held open, closed when nobody holds it any more.
public protocol OpenFile: AnyObject {
  /// Bytes in the file now.
  func size() throws(FileError) -> Int
  /// What tells one state of the file from another without reading it: which file it is, how long, and when it was last
  /// changed. It says less where the system counts time in coarse steps.
  func stamp() throws(FileError) -> String
  /// Up to `count` bytes from an offset; fewer at the end of the file only.
  func read(at offset: Int, count: Int) throws(FileError) -> [UInt8]
  /// Writes at the end, in as many calls as it takes.
  func append(_ bytes: [UInt8]) throws(FileError)
  func truncate(to size: Int) throws(FileError)
  /// Returns once what was written would survive a loss of power.
  func sync() throws(FileError)
}

/// A lock held until it is released, or nobody holds this value any more.
public protocol HeldLock: AnyObject {
  func release()
}

/// What the system said of a file.
public struct FileError: Error, Hashable, Sendable {
  public var path: String
  /// `errno`.
  public var code: Int32
  /// What was being done, such as `open`.
  public var call: String

  public init(path: String, code: Int32, call: String) {
    self.path = path
    self.code = code
    self.call = call
  }
}
