/// One node of a document's tree: a section, a clause, a paragraph and so on.
///
/// Nodes lie flat in the order of the text; a parent stands before its children. Spans are UTF-8 offsets into the
/// document's bytes, 0-based and half-open.
public struct Node: Hashable, Sendable {
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    case section, clause, paragraph, bullet, recital, quote, raw
  }

  public var kind: Kind
  /// The index of the parent node; `nil` at the top.
  public var parent: Int?
  /// The number of ancestors.
  public var depth: Int
  /// The label as printed with its delimiters (`1.`, `(a)`, `-`); `nil` if none.
  public var label: Label?
  /// From the label to the end of the node's own text, children excluded.
  public var span: Range<Int>
  /// The pieces of the node's own text (a section's: of its heading) without label and line layout; joined by one
  /// space they are its text.
  public var textSpans: [Range<Int>]
  /// Whole lines: from the start of the node's first line to the end of the last line of its last descendant, the line
  /// end included, blank lines after it excluded.
  public var extent: Range<Int>
  /// Where it stands; unique in a document.
  public var path: Path

  public init(
    kind: Kind, parent: Int?, depth: Int, label: Label?, span: Range<Int>, textSpans: [Range<Int>],
    extent: Range<Int>, path: Path
  ) {
    self.kind = kind
    self.parent = parent
    self.depth = depth
    self.label = label
    self.span = span
    self.textSpans = textSpans
    self.extent = extent
    self.path = path
  }
}
