/// What a reading does to the clauses it touches, each as one line with the words marked that go, `[-…-]`, and that
/// come, `{+…+}`: what a room looks at before it is asked whether that was meant.
public struct MarkedReading: Hashable, Sendable {
  /// In the order of the operations; a clause that is new, or that goes whole, is in the sentence already.
  public let lines: [String]

  /// - Parameter document: the text that the operations were read against.
  public init(of operations: [Operation], in document: Document) {
    lines = ReadingPreview(of: operations, in: document).changes.compactMap { change in
      guard let before = change.before, let after = change.after else { return nil }
      return "\(change.name.prefix(1).uppercased())\(change.name.dropFirst()): \(MarkedReading.marked(before, after))"
    }
  }

  private static func marked(_ before: String, _ after: String) -> String {
    var vocabulary = Vocabulary()
    let old = Array(before.utf8)
    let new = Array(after.utf8)
    let diff = WordDiff(
      from: Tokens(of: old, vocabulary: &vocabulary), to: Tokens(of: new, vocabulary: &vocabulary))
    var writer = SegmentWriter(old: old, new: new)
    writer.words(diff, in: 0..<old.count, 0..<new.count)
    return writer.finish().map { segment in
      switch segment.kind {
      case .same: segment.text
      case .delete: between("[-", segment.text, "-]")
      case .insert: between("{+", segment.text, "+}")
      }
    }.joined()
  }

  /// White space at the ends of a marked run stays outside the marks.
  private static func between(_ open: String, _ text: String, _ close: String) -> String {
    let before = text.prefix(while: \.isWhitespace)
    let inner = text.dropFirst(before.count)
    let after = inner.suffix(inner.reversed().prefix(while: \.isWhitespace).count)
    return before + open + inner.dropLast(after.count) + close + after
  }
}
