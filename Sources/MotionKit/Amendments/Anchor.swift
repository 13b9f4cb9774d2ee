/// Words quoted from a text, looked for in it: exactly, then with typographic variants folded, then without case.
///
/// Places are whole words, one after the other: that is what "the second ‘the’" counts, wherever it is said.
package struct Anchor: Hashable, Sendable {
  package var words: [UInt8]

  package init(_ words: String) { self.words = Array(words.utf8) }

  /// How far a text had to be bent to match.
  package enum Likeness: Int, CaseIterable, Hashable, Sendable, Comparable {
    case exact, folded, caseless

    package static func < (one: Likeness, other: Likeness) -> Bool { one.rawValue < other.rawValue }
  }

  /// Ranges of `text` that match at this likeness, as whole words.
  package func places(in text: [UInt8], likeness: Likeness) -> [Range<Int>] {
    if likeness == .exact { return Phrase.places(of: words, in: text) }
    // Most words stand there as they are quoted, so they are bent only where they do not.
    let bent = FoldedText(text, ignoringCase: likeness == .caseless)
    let sought = FoldedText(words, ignoringCase: likeness == .caseless).trimmed
    return Phrase.places(of: sought, in: bent.bytes).map { bent.source(of: $0) }
  }

  /// The words of the text that are most like the quotation, where at least half of them agree.
  package func nearest(in texts: [[UInt8]]) -> String? {
    let sought = Anchor.plainWords(words)
    guard !sought.isEmpty else { return nil }
    var best: (score: Int, text: ArraySlice<UInt8>)?
    for text in texts {
      let ranges = Phrase.tokens(text[...]).filter { text[$0].first.map(Phrase.isWordByte) ?? false }
      let plain = ranges.map { Anchor.lowered(text[$0]) }
      let width = min(sought.count, ranges.count)
      guard width > 0 else { continue }
      for start in 0...(ranges.count - width) {
        var score = 0
        for (offset, word) in plain[start..<start + width].enumerated() {
          if word == sought[offset] { score += 3 } else if sought.contains(word) { score += 1 }
        }
        if score > best?.score ?? 0 {
          best = (score, text[ranges[start].lowerBound..<ranges[start + width - 1].upperBound])
        }
      }
    }
    guard let best, best.score * 2 >= sought.count * 3 || (sought.count <= 2 && best.score >= 3) else { return nil }
    return String(decoding: best.text, as: UTF8.self)
  }

  private static func plainWords(_ bytes: [UInt8]) -> [String] {
    Phrase.tokens(bytes[...]).compactMap { range in
      guard let first = bytes[range].first, Phrase.isWordByte(first) else { return nil }
      return lowered(bytes[range])
    }
  }

  private static func lowered(_ bytes: ArraySlice<UInt8>) -> String {
    String(decoding: bytes, as: UTF8.self).lowercased()
  }
}
