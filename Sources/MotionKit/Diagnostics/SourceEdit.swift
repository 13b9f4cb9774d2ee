/// Bytes to put in the place of a span of a source.
public struct SourceEdit: Hashable, Sendable {
  /// UTF-8 offsets, 0-based, half-open; empty where something is inserted.
  public var span: Range<Int>
  public var replacement: String

  public init(span: Range<Int>, replacement: String) {
    self.span = span
    self.replacement = replacement
  }
}
