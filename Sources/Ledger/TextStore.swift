public import Platform

/// Texts under their digests, beside a ledger that names them by these.
///
/// A text is written and synced before the entry that names it, so that no entry names what a crash took.
public struct TextStore: Sendable {
  public let folder: String
  private let files: any FileSystem

  public init(_ folder: String, in files: any FileSystem) {
    self.folder = folder
    self.files = files
  }

  public enum Stored: Hashable, Sendable {
    case bytes([UInt8])
    /// Not there: held back or pruned, which is no damage.
    case withheld
    /// There, but not the bytes that the digest names.
    case changed
  }

  /// Keeps bytes and returns the digest they are found by. Returns once they would survive a loss of power.
  ///
  /// What is there already is written again: whoever put it there may have been killed before it was durable.
  public func put(_ bytes: [UInt8]) throws(FileError) -> Digest {
    let digest = Digest(of: bytes)
    try files.makeFolder(folder, mode: 0o755)
    try files.write(bytes, to: path(of: digest), mode: 0o644)
    return digest
  }

  public func get(_ digest: Digest) throws(FileError) -> Stored {
    let bytes: [UInt8]
    do {
      bytes = try files.read(path(of: digest))
    } catch {
      if error.isMissing { return .withheld }
      throw error
    }
    return Digest(of: bytes) == digest ? .bytes(bytes) : .changed
  }

  public func path(of digest: Digest) -> String { folder + "/" + digest.hex }
}
