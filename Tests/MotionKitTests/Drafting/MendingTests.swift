import MotionKit
import Testing

@Suite("Mending")
struct MendingTests {
  private static let pieces = [
    "1. ", "2. ", "3) ", "(a) ", "b) ", "- ", "* ", "2A. ", "   ", "    ", "\t", "\n", "\n", "\n\n", "\r\n", "word ",
    "the the ", "{{x}} ", "\u{200B}", "\u{AD}", "\u{202E}", "\u{5D0}", "We note:\n", "We resolve:\n", "# Heading\n",
    "see clause 2 ", "(see 3 above) ", "“", "”", "\"", "to: (a) x; (b) y.", "**b** ", "> q\n", "| t |\n", "---\n",
    "title: 12:00\n", "numbering: frozen\n", ".", ";", "\u{FEFF}", "é", "漢字",
  ]

  private func text(_ chance: inout Chance) -> [UInt8] {
    var bytes: [UInt8] = chance.below(2) == 0 ? Array(CheckCase.head.utf8) : []
    for _ in 0..<(1 + chance.below(24)) {
      if chance.below(24) == 0 {
        bytes.append(UInt8(chance.below(256)))
      } else {
        bytes += chance.pick(Self.pieces).utf8
      }
    }
    return bytes
  }

  @Test("Any bytes can be checked, and what is said is sorted by its place", arguments: 0..<8)
  func total(_ block: UInt64) {
    for seed in block * 40..<block * 40 + 40 {
      var chance = Chance(seed: seed)
      let bytes = text(&chance)
      let draft = Draft(
        Document(parsing: bytes), expectations: Expectations(wordLimit: 3, kinds: ["emergency"], mover: .required))
      let places = draft.findings.map { $0.span?.lowerBound ?? -1 }
      #expect(places == places.sorted(), "seed \(seed)")
      #expect(draft.findings.allSatisfy { ($0.span?.upperBound ?? 0) <= bytes.count }, "seed \(seed)")
      #expect(draft.document.bytes == bytes, "seed \(seed)")
    }
  }

  @Test("Mending leaves nothing that can be mended, and nothing more to do the second time", arguments: 0..<8)
  func settled(_ block: UInt64) {
    for seed in block * 40..<block * 40 + 40 {
      var chance = Chance(seed: seed)
      let bytes = text(&chance)
      let mending = Mending(Draft(Document(parsing: bytes)))
      let again = Mending(mending.draft)
      #expect(!again.isChanged, "seed \(seed): \(String(decoding: bytes, as: UTF8.self).debugDescription)")
      #expect(again.changes == [], "seed \(seed)")
      let left = mending.draft.findings.filter { $0.edit != nil }
      #expect(left.isEmpty, "seed \(seed): \(left) in \(String(decoding: bytes, as: UTF8.self).debugDescription)")
    }
  }

  /// The words of a text that no safe change may touch: without what nobody sees, labels, white space and the marks of
  /// quotations, and with a small word that is said twice said once.
  private func words(_ bytes: [UInt8]) -> [String] {
    var words: [String] = []
    for run in String(decoding: bytes, as: UTF8.self).unicodeScalars.split(whereSeparator: \.properties.isWhitespace) {
      let kept = run.filter { scalar in
        !"“”\"‘’-*•–".unicodeScalars.contains(scalar) && scalar.properties.generalCategory != .format
          && scalar.value != 0xAD
      }
      let word = String(String.UnicodeScalarView(kept))
      let isLabel = word.allSatisfy { $0.isNumber || "().A".contains($0) || $0.isLetter && word.count < 6 }
      if !isLabel || word == "the" || word == "word" || word == "note:" { words.append(word) }
    }
    return words.reduce(into: []) { result, word in
      if word != "the" || result.last != "the" { result.append(word) }
    }
  }

  @Test("Mending keeps every word but for the changes that it names", arguments: 0..<8)
  func keepsWords(_ block: UInt64) {
    for seed in block * 40..<block * 40 + 40 {
      var chance = Chance(seed: seed)
      let bytes = text(&chance).filter { $0 >= 32 && $0 != 127 || $0 == 10 || $0 == 13 || $0 == 9 }
      let mending = Mending(Draft(Document(parsing: bytes)))
      // Control characters and broken bytes apart, nothing but what is named may go.
      if String(validating: bytes, as: UTF8.self) == nil { continue }
      #expect(
        words(mending.draft.document.bytes) == words(bytes),
        "seed \(seed): \(String(decoding: bytes, as: UTF8.self).debugDescription)")
    }
  }

  @Test("Each change says where in the text as it was, what stood there and what stands there now")
  func places() {
    let text = CheckCase.head + "1. a\u{200B}b.\n3) c, see 3 above.\n4. the the d.\n"
    let mending = Mending(Draft(Document(parsing: text)))
    let bytes = Array(text.utf8)
    for change in mending.changes {
      #expect(String(decoding: bytes[change.span], as: UTF8.self).utf8.elementsEqual(change.old.utf8))
    }
    #expect(mending.changes.map(\.old) == ["\u{200B}", "3)", "3", "4.", " the"])
    #expect(mending.changes.map(\.new) == ["", "2.", "2", "3.", ""])
    #expect(
      mending.changes.map(\.code) == [
        "invisible-character", "number-gap", "number-gap", "number-gap", "repeated-word",
      ])
    #expect(
      String(decoding: mending.draft.document.bytes, as: UTF8.self) == CheckCase.head
        + "1. ab.\n2. c, see 2 above.\n3. the d.\n")
  }

  @Test("Every code that reading a text can give has a check, and every check one code", arguments: 0..<4)
  func everyCode(_ block: UInt64) {
    let codes = Draft.checks.map { $0.code }
    #expect(Set(codes).count == codes.count)
    for seed in block * 50..<block * 50 + 50 {
      var chance = Chance(seed: seed)
      let document = Document(parsing: text(&chance))
      let unknown = document.allFindings().map(\.code).filter { !codes.contains($0) }
      #expect(unknown.isEmpty, "seed \(seed): \(unknown)")
    }
  }
}
