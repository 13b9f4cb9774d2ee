import MotionKit
import Testing

@Suite("Short lines")
struct ShortLineTests {
  @Test(
    "A short line reads to one operation",
    arguments: [
      ("1 s/12%/15%/", "In 1, delete “12%” and insert “15%”."),
      ("1 s|12%|15%|", "In 1, delete “12%” and insert “15%”."),
      ("1 s/12%//", "In 1, delete “12%”."),
      ("3 s/may/must/g", "Replace “may” with “must” throughout 3."),
      ("s/12%/15%/", "In 1, delete “12%” and insert “15%”."),
      ("+1 To publish a report.", "After clause 1, insert the clause “To publish a report.”"),
      ("+^1 To publish a report.", "Before clause 1, insert the clause “To publish a report.”"),
      ("+2(a) get home;", "After clause 2(a), insert the clause “get home;”."),
      ("-3", "Delete clause 3."),
      ("-5-7", "Delete clauses 5 to 7."),
      ("=3 New text", "Replace clause 3 with “New text”."),
      ("move 3 after 5", "Move clause 3 after clause 5."),
    ])
  func reads(line: String, sentence: String) {
    let reading = InstructionReader(base: TestMotion.fares.document).read(line)
    #expect(reading.verdict == .understood)
    #expect(reading.sentence == sentence)
    #expect(InstructionReader(base: TestMotion.fares.document).read(reading.sentence).operations == reading.operations)
  }

  @Test(
    "Lines of text are no short lines",
    arguments: ["- a bullet", "+ more", "= same", "-", "2 apples", "s", "-not"])
  func isText(line: String) { #expect(!ShortLine.looksLikeOne(line)) }
}
