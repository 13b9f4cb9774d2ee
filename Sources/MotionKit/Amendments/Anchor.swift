/// Words quoted from a text, looked for in it: exactly, then with typographic variants folded, then without case.
package struct Anchor: Hashable, Sendable {
  package var words: [UInt8]

  package init(_ words: String) { self.words = Array(words.utf8) }

  /// How far a text had to be bent to match.
  package enum Likeness: Int, CaseIterable, Hashable, Sendable, Comparable {
    case exact, folded, caseless

    package static func < (one: Likeness, other: Likeness) -> Bool { one.rawValue < other.rawValue }
  }

  /// Ranges of `text` that match at this likeness, as whole words; `all` takes every kind of bounds at once, for what
  /// is changed throughout.
  package func places(in text: [UInt8], likeness: Likeness, all: Bool = false) -> [Range<Int>] {
    if likeness == .exact { return Anchor.places(of: words, in: text, all) }
    let needle = Folded(words, caseless: likeness == .caseless).trimmed
    let folded = Folded(text, caseless: likeness == .caseless)
    return Anchor.places(of: needle, in: folded.bytes, all).map { folded.source(of: $0) }
  }

  private static func places(of needle: [UInt8], in text: [UInt8], _ all: Bool) -> [Range<Int>] {
    for bounds in Phrase.Bounds.allCases where !all || bounds != .plain {
      let found = Phrase.places(of: needle, in: text, bounds)
      if !found.isEmpty { return found }
    }
    return []
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

/// A text with quotation marks, dashes and blanks made plain and invisible characters left out, each byte remembering
/// where it came from.
private struct Folded {
  var bytes: [UInt8] = []
  private var starts: [Int] = []
  private var ends: [Int] = []

  init(_ source: [UInt8], caseless: Bool) {
    var offset = 0
    for scalar in String(decoding: source, as: UTF8.self).unicodeScalars {
      let width = UTF8.width(scalar)
      let from = offset
      offset += width
      guard let plain = Folded.plain(scalar) else { continue }
      if plain == " ", bytes.last == 0x20 {
        if !ends.isEmpty { ends[ends.count - 1] = offset }
        continue
      }
      let text = caseless ? plain.properties.lowercaseMapping : String(plain)
      for byte in text.utf8 {
        bytes.append(byte)
        starts.append(from)
        ends.append(offset)
      }
    }
  }

  /// Without blanks at the ends.
  var trimmed: [UInt8] {
    var slice = bytes[...]
    while slice.first == 0x20 { slice.removeFirst() }
    while slice.last == 0x20 { slice.removeLast() }
    return Array(slice)
  }

  func source(of range: Range<Int>) -> Range<Int> {
    guard range.lowerBound < starts.count, range.upperBound > 0, !range.isEmpty else { return 0..<0 }
    return starts[range.lowerBound]..<ends[range.upperBound - 1]
  }

  private static func plain(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar.value {
    case 0x22, 0x60, 0xAB, 0xB4, 0xBB, 0x2018...0x201F, 0x2032...0x2036, 0x2039, 0x203A, 0x300C...0x300F, 0xFF02,
      0xFF07:
      "'"
    case 0x2010...0x2015, 0x2212, 0xFE58, 0xFE63, 0xFF0D: "-"
    case 0x09...0x0D, 0xA0, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: " "
    case 0xAD, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2064, 0x2066...0x2069, 0xFEFF: nil
    default: scalar
    }
  }
}
