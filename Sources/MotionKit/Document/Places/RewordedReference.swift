/// A reference that was given other numbers: as it was worded and as it is.
public struct RewordedReference: Hashable, Sendable {
  /// The node whose text it stands in.
  public var node: Int
  /// Where it stood, in UTF-8 offsets of the bytes before.
  public var span: Range<Int>
  public var old: String
  public var new: String

  public init(node: Int, span: Range<Int>, old: String, new: String) {
    self.node = node
    self.span = span
    self.old = old
    self.new = new
  }
}

extension Document {
  /// The labels that differ in a text that is this one but for its numbers, such as `renumbered()` gives.
  public func relabelled(in other: Document) -> [Numbering.Change] {
    guard other.nodes.count == nodes.count, other.bytes != bytes else { return [] }
    return nodes.indices.compactMap { index in
      guard let old = nodes[index].label, let new = other.nodes[index].label,
        !old.printed.utf8.elementsEqual(new.printed.utf8)
      else { return nil }
      return Numbering.Change(node: index, old: old.bare, new: new.bare)
    }
  }

  /// The references that are worded differently in a text that is this one but for its numbers.
  public func reworded(in other: Document) -> [RewordedReference] {
    guard other.bytes != bytes else { return [] }
    let before = crossReferences()
    let after = other.crossReferences()
    guard before.count == after.count else { return [] }
    return zip(before, after).compactMap { old, new in
      let words = String(decoding: bytes[old.span], as: UTF8.self)
      let others = String(decoding: other.bytes[new.span], as: UTF8.self)
      guard old.node == new.node, words != others else { return nil }
      return RewordedReference(node: old.node, span: old.span, old: words, new: others)
    }
  }
}
