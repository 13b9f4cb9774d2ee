import MotionKit
import Testing

@Suite("Old encodings")
struct TextDecodingTests {
  @Test(
    "Bytes that are not UTF-8 are read as the program that wrote them meant them",
    arguments: [
      ([0x64, 0x6F, 0x6E, 0xD5, 0x74, 0x20, 0x61, 0x20, 0xD2, 0x63, 0x61, 0x66, 0x8E, 0xD3, 0x2E], "don’t a “café”."),
      ([0x64, 0x6F, 0x6E, 0x92, 0x74, 0x20, 0x61, 0x20, 0x93, 0x63, 0x61, 0x66, 0xE9, 0x94, 0x2E], "don’t a “café”."),
      ([0x53, 0xC3, 0x4F, 0x20, 0x50, 0x41, 0x55, 0x4C, 0x4F, 0x20, 0xD3, 0x2E], "SÃO PAULO Ó."),
    ])
  func decoded(bytes: [UInt8], text: String) {
    #expect(Imported(of: Array("1. We ".utf8) + bytes).text.hasSuffix("1. We \(text)\n"))
  }

  @Test("Long pastes, and motions full of what nobody sees, cost no more than their length")
  func long() {
    let clock = ContinuousClock()
    let line = "1. Buses are late and fares rose again in every town.\n\n"
    let paste = Array(String(repeating: line, count: 2_000).utf8)
    #expect(clock.measure { _ = Imported(of: paste).text } < .seconds(60))
    let strays = String(repeating: "1. Bus\u{200B}es.\n", count: 2_000)
    var found = 0
    let taken = clock.measure {
      found = Draft(Document(parsing: strays)).findings.count { $0.code == "invisible-character" }
    }
    #expect(found == 2_000)
    #expect(taken < .seconds(60))
  }
}
