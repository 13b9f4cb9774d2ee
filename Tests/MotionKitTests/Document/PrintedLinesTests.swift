import MotionKit
import Testing

@Suite("Printed lines")
struct PrintedLinesTests {
  @Test("Lines are wrapped at 72 columns, blank ones are not counted, and each knows its bytes")
  func lines() {
    let words = Array(repeating: "words", count: 30).joined(separator: " ")
    let document = Document(parsing: "---\ntitle: T\n---\nWe note:\n\n1. \(words)\n   a) é\r\n\r\n2. End.")
    let printed = PrintedLines(document)
    #expect(printed.count == 6)
    #expect(printed.lines.map(\.number) == [1, nil, 2, 3, 4, 5, nil, 6])
    #expect(printed.lines.allSatisfy { $0.text.count <= PrintedLines.columns })
    #expect(printed[3]?.text.hasPrefix("  words ") == true)
    #expect(printed[5]?.text == "   a) é")
    for number in 1...6 {
      guard let line = printed[number] else { continue }
      #expect(printed.numbers(of: line.range) == number...number)
    }
    #expect(printed[7] == nil && printed[0] == nil)
    #expect(printed.numbers(of: 0..<document.bytes.count) == 1...6)
    #expect(PrintedLines(Document(parsing: "")).count == 0)
  }

  @Test("Broken again at fewer columns, a line keeps its words")
  func narrow() {
    let line = "   a) " + Array(repeating: "buses", count: 10).joined(separator: " ")
    let rows = PrintedLines.wrapped(line, columns: 30)
    #expect(rows.count == 3)
    #expect(rows.allSatisfy { $0.count <= 30 && $0.hasPrefix("   ") })
    #expect(rows.joined(separator: " ").split(separator: " ") == line.split(separator: " "))
  }
}
