import MotionKit
import Testing

@Suite("Checking a motion")
struct DraftTests {
  private static let head = "---\ntitle: Fares\nmover: Ada\nseconder: Ben\n---\n"

  @Test(
    "each rule says what is wrong and where",
    arguments: [
      ("missing-title", "---\nmover: Ada\nseconder: Ben\n---\n1. One\n", nil),
      ("missing-mover", "---\ntitle: Fares\nmover: \"\"\nseconder: Ben\n---\n1. One\n", nil),
      ("missing-seconder", "---\ntitle: Fares\nmover: Ada\n---\n1. One\n", nil),
      ("long-title", "---\ntitle: \(String(repeating: "w ", count: 21))\nmover: A\nseconder: B\n---\n1. One\n", "w"),
      ("kind-not-admitted", "---\ntitle: Fares\nkind: emergancy\nmover: A\nseconder: B\n---\n1. One\n", "emergancy"),
      ("unfilled-field", head + "1. In {{ place }} now.\n", "{{ place }}"),
      ("resolves-nothing", head + "We note:\n\n1. One\n2. Two\n", "2. Two"),
      ("invisible-character", head + "1. O\u{200B}ne\n", "\u{200B}"),
      ("invisible-character", head + "1. O\u{AD}ne\n", "\u{AD}"),
      ("direction-mark", head + "1. O\u{202E}ne\n", "\u{202E}"),
      ("inline-list", head + "1. To: (a) write; (b) meet.\n", "1. To: (a) write; (b) meet."),
      ("number-restart", head + "1. One\n2. Two\n1. Three\n", "1."),
      ("mixed-markers", head + "1. One\n2. Two\n3) Three\n", "3)"),
    ] as [(String, String, String?)])
  func rules(_ code: String, _ text: String, _ place: String?) throws {
    let draft = Draft(Document(parsing: text))
    let finding = try #require(draft.findings.first { $0.code == code })
    #expect(finding.fix != nil)
    let span = finding.span.map { String(decoding: Array(text.utf8)[$0], as: UTF8.self) }
    #expect(place == nil ? span == nil : span?.hasPrefix(place ?? "") == true)
  }

  @Test(
    "what is in order is left alone",
    arguments: [
      head + "We note:\n\n1. One\n\nWe resolve:\n\n2. To act.\n",
      head + "1. (h) or not\n",
      head + "(g) g;\n(h) h;\n(i) i;\n(j) j.\n",
      head + "1. \u{200F}\u{645}\u{631}\u{200E} and welcome.\n",
      head + "1. A \u{1F469}\u{200D}\u{1F467} rate\n",
      head + "1. One:\n\n   a) x\n   b) y\n\n2. Two:\n\n   a) x\n   b) y\n",
      head + "# One\n\n1. x\n\n# Two\n\n1. y\n",
      "\u{FEFF}" + head + "1. One\n",
    ])
  func inOrder(_ text: String) {
    #expect(Draft(Document(parsing: text)).findings.map(\.code) == [])
  }

  @Test("standing orders make limits and names errors")
  func expectations() {
    let draft = Draft(
      Document(parsing: "---\ntitle: Fares\nkind: composite\n---\n1. One two three\n"),
      expectations: Expectations(
        wordLimit: 2, kinds: ["ordinary", "emergency"], mover: .required, seconder: .required))
    let errors = draft.findings.filter { $0.severity == .error }.map(\.code)
    #expect(Set(errors) == ["word-limit", "kind-not-admitted", "missing-mover", "missing-seconder"])
    #expect(draft.words == 3)
  }

  @Test("safe edits mend the text and nothing else")
  func mending() throws {
    let text = Self.head + "1. O\u{200B}ne   \r\n2) T\u{202E}wo\n"
    let mended = try #require(Draft(Document(parsing: text)).mended())
    #expect(String(decoding: mended, as: UTF8.self) == Self.head + "1. One   \r\n2. Two\n")
    #expect(Draft(Document(parsing: mended)).mended() == nil)
  }

  @Test("any bytes can be checked and mended", arguments: 0..<20)
  func total(_ block: Int) {
    let pieces = [
      "1.", "2)", "(a)", " ", "\n", "word", "{{", "}}", "\u{200B}", "\u{202E}", "notes:", "---\n", "title: x", "-",
      "\u{FEFF}",
    ]
    for seed in (block * 25)..<(block * 25 + 25) {
      var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 | 1
      func next(_ bound: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int((state >> 33) % UInt64(bound))
      }
      var bytes: [UInt8] = []
      for _ in 0..<(1 + next(30)) {
        if next(20) == 0 { bytes.append(UInt8(next(256))) } else { bytes += pieces[next(pieces.count)].utf8 }
      }
      let draft = Draft(Document(parsing: bytes))
      for finding in draft.findings {
        #expect(finding.span.map { $0.upperBound <= bytes.count } ?? true, "seed \(seed)")
      }
      _ = draft.mended()
    }
  }
}
