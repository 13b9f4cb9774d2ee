import MotionKit
import Testing

@Suite("Numbers that run on")
struct RunningOnTests {
  @Test("A list of many clauses runs on through headings")
  func throughHeadings() {
    var text = "# One\n\n"
    for number in 1...600 {
      if number == 301 { text += "## Two\n\n" }
      text += "\(number). Clause \(number) is here.\n\n"
    }
    let document = Document(parsing: text)
    #expect(document.nodes.filter { $0.kind == .clause }.count == 600)
  }
}
