/// The whole clauses that an amendment supplies, read as a small document of their own.
package struct FragmentText: Hashable, Sendable {
  package var document: Document
  /// Labels typed at the top that the parser left in the words, by node.
  private var typed: [Int: Range<Int>]

  package init(_ text: [UInt8]) {
    var lines = text[...]
    while let last = lines.last, Phrase.isBlank(last) { lines.removeLast() }
    while let first = lines.first, first == 0x0A || first == 0x0D { lines.removeFirst() }
    let document = Document(parsing: Array(lines))
    self.document = document
    typed = [:]
    for (index, node) in document.nodes.enumerated() where node.label == nil {
      guard node.kind == .paragraph || node.kind == .section, let span = node.textSpans.first else { continue }
      if let candidate = LabelReading.candidate(in: document.bytes, from: span.lowerBound, to: span.upperBound),
        candidate.textStart < span.upperBound,
        node.kind == .paragraph || document.bytes[candidate.span].last == UInt8(ascii: ")")
      {
        typed[index] = candidate.span
      }
    }
  }

  /// The bytes of a node's label, whether the parser took it for one or not.
  package func label(of index: Int) -> Range<Int>? { document.nodes[index].label?.span ?? typed[index] }

  package func isClause(_ index: Int) -> Bool { document.nodes[index].kind == .clause || typed[index] != nil }

  /// The pieces of a node's words, without its label.
  package func textSpans(of index: Int) -> [Range<Int>] {
    var spans = document.nodes[index].textSpans
    if let label = typed[index], let first = spans.first {
      var start = label.upperBound
      while start < first.upperBound, Phrase.isBlank(document.bytes[start]) { start += 1 }
      spans[0] = start..<first.upperBound
    }
    return spans
  }

  /// What a text says, whatever its numbers and its layout.
  package static func withoutLabels(_ text: [UInt8]) -> [[UInt8]] {
    let fragment = FragmentText(text)
    return fragment.document.nodes.indices.map { index in
      var words: [UInt8] = Array("\(fragment.document.nodes[index].depth) ".utf8)
      for span in fragment.textSpans(of: index) { words += fragment.document.bytes[span] + [0x20] }
      return words
    }
  }
}
