import MotionKit
import Testing

@Suite("InvalidUtf8Check")
struct InvalidUtf8CheckTests {
  @Test("Bytes that are no letter of any script are found, each at its place")
  func rule() {
    let bytes = Array((CheckCase.head + "1. caf").utf8) + [0xE9, 0x0A]
    let findings = Draft(Document(parsing: bytes)).findings
    #expect(findings.map(\.code) == ["invalid-utf8"])
    #expect(findings.first?.span == (bytes.count - 2)..<(bytes.count - 1))
    #expect(Draft(Document(parsing: CheckCase.head + "1. caf\u{E9}\n")).findings.isEmpty)
  }
}
