/// Words in a text that point at a clause of the same text: "clause 2", "see 2.1(a) above", "resolves 3".
public struct CrossReference: Hashable, Sendable {
  /// One label of a reference: `2.1(a)` has two.
  public struct Step: Hashable, Sendable {
    /// The label without delimiters, in UTF-8 offsets of the document's bytes.
    public var span: Range<Int>
    /// The node it names; nil where there is none, or more than one.
    public var target: Int?
  }

  /// The node whose text it stands in.
  public var node: Int
  public var steps: [Step]
  /// From the first label to the last, delimiters included; the word "clause" is not in it.
  public var span: Range<Int>
  /// Where several nodes may be meant.
  public var candidates: [Int]
  /// Said as belonging to this text ("above", "resolves"), so that a missing target is an error in it.
  public var isCertain: Bool
  /// Of one end of a range ("3 to 5"): from the first label of the range to its last.
  public var range: Range<Int>?

  /// What it points at.
  public var target: Int? { steps.last?.target }

  /// The edits that make it follow new labels, in its own wording: "2(1)" stays in brackets where the label is 2.1.
  package func edits(renaming names: [Int: String]) -> [SourceEdit] {
    guard target != nil else { return [] }
    return steps.indices.compactMap { index in
      guard let target = steps[index].target, var name = names[target] else { return nil }
      // Of 3/b, which is printed whole, a reference has the 3 as a step of its own.
      if let slash = name.utf8.lastIndex(of: UInt8(ascii: "/")) {
        name = String(name[name.utf8.index(after: slash)...])
      }
      if index > 0, let dot = name.utf8.lastIndex(of: UInt8(ascii: ".")) {
        name = String(name[name.utf8.index(after: dot)...])
      }
      return SourceEdit(span: steps[index].span, replacement: name)
    }
  }
}

extension Document {
  /// The references to clauses of this text that stand in it, in the order of the text.
  ///
  /// What is said of another text ("clause 4 of the rule book") is none. Complexity: linear in the text.
  public func crossReferences() -> [CrossReference] { crossReferences(in: nodes.indices) }

  /// Those that stand in some of the nodes, ascending.
  package func crossReferences(in some: some Sequence<Int>) -> [CrossReference] {
    let finder = LabelFinder(self)
    var change = ChangeOfText(self)
    var found: [CrossReference] = []
    for index in some where nodes[index].kind != .quote && nodes[index].kind != .raw {
      for span in nodes[index].textSpans {
        var scanner = ReferenceScanner(document: self, finder: finder, node: index, span: span)
        for reference in scanner.scan() where reference.isHere || !change.isMeant(in: index) {
          found.append(reference.reference)
        }
      }
    }
    return found
  }
}
