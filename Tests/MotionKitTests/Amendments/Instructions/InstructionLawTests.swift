import MotionKit
import Testing

@Suite("Laws of instructions")
struct InstructionLawTests {
  private static let pieces = [
    "delete ", "insert ", "“", "”", "‘", "’", "'", "\"", "`", ">", "<", "\n", "\n> ", ":", "clause ", "3", "2(a)", "(",
    ")", "to ", "from ", "and ", "all after ", "all before ", "between ", "the second ", "last sentence of ", "may",
    "council", "“12%”", "“fares”", "“To write”", ".", ",", ";", "–", "s/", "/", "+1 ", "+3 To sing.", "-3", "=3 ",
    "if A3 is carried ", "so that it reads ", "at the end of ", "at the start of ", "move ", "swap ", "é", "\u{301}",
    "\u{A0}", "\u{2009}", "\u{200B}", "\t", "in ", "title ", "resolves ", "throughout ", "heading ", "new clause ",
    "line 3 ", "lines 2 to 4 ", "leave out ", "replace ", "with ", "becomes ", "a comma ", "after ", "before ",
    "for ", "substitute ", "only ", "the rest ", "“and home”", "“, too”", "“. Then”", "“1. New”", "add ",
    "at the very end ", "\"a \"b\" c\"", "2 itself ", "the motion ", "everything ", "unnumbered paragraph ",
    "and renumber", "!", "?", "“Go!”", "In 1 ",
  ]

  @Test("Whatever is written, what is said back of it reads to the same operations, and nothing else is done")
  func anyText() {
    Cases.hold(250) { chance in
      var bytes: [UInt8]
      if chance.below(2) == 0 {
        bytes = (0...chance.below(12)).flatMap { _ in Array(chance.pick(Self.pieces).utf8) }
      } else {
        // A row of the table, spoilt in a few places.
        bytes = Array(chance.pick(ReadingTable.rows).instruction.utf8)
        for _ in 0...chance.below(4) where !bytes.isEmpty {
          let at = chance.below(bytes.count)
          switch chance.below(4) {
          case 0: bytes.remove(at: at)
          case 1: bytes.insert(contentsOf: Array(chance.pick(Self.pieces).utf8), at: at)
          case 2: bytes[at] = UInt8(chance.below(256))
          default:
            let other = Array(chance.pick(ReadingTable.rows).instruction.utf8)
            bytes = Array(bytes[..<at]) + other[min(at, other.count)...]
          }
        }
      }
      return InstructionLaws.broken(by: bytes).map {
        "\($0)\n\(String(decoding: bytes, as: UTF8.self).debugDescription)"
      }
    }
  }

  @Test(
    "Blanks of every kind stay in new words, and go at their ends",
    arguments: [
      "+3 To sing\u{2009}loud \u{A0}", "=3 \u{A0}To sing.\u{200B}", "After clause 3 insert:\n> To\u{A0}sing.\u{A0}\n",
      "In 1 delete “12%” and insert “12\u{A0}%”.",
      "In the last sentence of 1, delete all after “May.” and insert “now”",
    ])
  func blanks(instruction: String) { #expect(InstructionLaws.broken(by: Array(instruction.utf8)) == nil) }
}
