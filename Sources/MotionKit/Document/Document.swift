/// A text as a tree, with every byte of the file it came from.
///
/// Reading never fails: what is odd becomes a finding. `bytes` is the file, always, valid or not.
public struct Document: Hashable, Sendable {
  /// The file, byte for byte, front matter included.
  public let bytes: [UInt8]
  /// The front matter; empty if there is none.
  public let fields: Fields
  /// In the order of the text, parents before children.
  public let nodes: [Node]
  /// What the parser has to say.
  public let findings: [Finding]

  /// Reads a file; never fails.
  public init(parsing bytes: [UInt8]) {
    // Placeholder of the skeleton; the Document room replaces it.
    self.bytes = bytes
    self.fields = Fields()
    self.nodes = []
    self.findings = []
  }

  public init(parsing text: String) { self.init(parsing: Array(text.utf8)) }
}
