/// What is done with files, so that a test can stand in for the disk.
public protocol FileSystem: Sendable {
  /// The bytes of a file.
  func read(_ path: String) throws(FileError) -> [UInt8]
  /// Replaces a file whole: temporary file beside it, sync, rename, sync of the folder.
  func write(_ bytes: [UInt8], to path: String, mode: UInt32) throws(FileError)
  /// As `write`, but an existing file is an error (EEXIST).
  func create(_ bytes: [UInt8], at path: String, mode: UInt32) throws(FileError)
  func kind(of path: String) -> FileKind?
  /// The names in a folder, sorted by their bytes.
  func list(_ folder: String) throws(FileError) -> [String]
  /// Makes a folder and those above it; an existing one is no error.
  func makeFolder(_ path: String, mode: UInt32) throws(FileError)
  func remove(_ path: String) throws(FileError)
}

public enum FileKind: Hashable, Sendable {
  case file, folder, link, other
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
