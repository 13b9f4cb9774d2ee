import MotionKit
import Testing

/// One text held against one rule.
struct CheckCase: Sendable, CustomTestStringConvertible {
  /// Each place that the rule finds stands between ⟦ and ⟧; without one the rule is silent.
  var text: String
  /// The text with every safe change made, where the findings offer changes.
  var mended: String?

  init(_ text: String, mended: String? = nil) {
    self.text = text
    self.mended = mended
  }

  var testDescription: String { text }

  static let head = "---\ntitle: Fares\nmover: Ada\nseconder: Ben\n---\n"

  private static func whole(_ text: String) -> String {
    text.hasPrefix("---") || text.hasPrefix("⟦---") ? text : head + text
  }

  /// Proves that the rule finds exactly the marked places and says what to do of each, that the text is kept byte for
  /// byte, and that mending gives the text that it should, in which the rule finds nothing more and mending changes
  /// nothing more.
  func hold(
    _ code: String, expectations: Expectations = Expectations(),
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let (bytes, spans) = CheckCase.unmarked(CheckCase.whole(text))
    let draft = Draft(Document(parsing: bytes), expectations: expectations)
    let findings = draft.findings.filter { $0.code == code }
    #expect(findings.map(\.span) == spans, "\(findings)", sourceLocation: sourceLocation)
    #expect(findings.allSatisfy { $0.fix != nil || code.hasPrefix("field-") }, sourceLocation: sourceLocation)
    #expect(Draft.checks.contains { $0.code == code }, "there is no check \(code)", sourceLocation: sourceLocation)
    #expect(
      findings.isEmpty || findings.allSatisfy { ($0.edit != nil) == (mended != nil) }, sourceLocation: sourceLocation)
    guard let mended else { return }
    let mending = Mending(draft)
    #expect(
      String(decoding: mending.draft.document.bytes, as: UTF8.self).utf8.elementsEqual(CheckCase.whole(mended).utf8),
      "\(String(decoding: mending.draft.document.bytes, as: UTF8.self))", sourceLocation: sourceLocation)
    #expect(mending.changes.contains { $0.code == code }, sourceLocation: sourceLocation)
    #expect(!mending.draft.findings.contains { $0.code == code }, sourceLocation: sourceLocation)
    #expect(!Mending(mending.draft).isChanged, sourceLocation: sourceLocation)
  }

  /// The text without the marks, and the spans between them.
  private static func unmarked(_ text: String) -> (bytes: [UInt8], spans: [Range<Int>]) {
    var bytes: [UInt8] = []
    var spans: [Range<Int>] = []
    var start = 0
    for scalar in text.unicodeScalars {
      switch scalar {
      case "⟦": start = bytes.count
      case "⟧": spans.append(start..<bytes.count)
      default: bytes += String(scalar).utf8
      }
    }
    return (bytes, spans)
  }
}
