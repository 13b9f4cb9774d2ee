/// Where a node stands in a document: steps from the top joined by `/`, such as `2.1/a`, `resolves/p1` or `title`.
///
/// The empty path is the whole text.
public struct Path: Hashable, Sendable, ExpressibleByStringLiteral, CustomStringConvertible {
  public var text: String

  public init(_ text: String) { self.text = text }
  public init(stringLiteral value: String) { self.text = value }

  /// The whole text.
  public static let whole: Path = ""
  public static let title: Path = "title"
  public var description: String { text }
}
