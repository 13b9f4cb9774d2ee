import MotionKit
import Testing

@Suite("Laws of any text at all")
struct AnyTextLawTests {
  @Test("Lines of every kind in any order are read, kept, and make a sound tree")
  func anyLines() {
    Cases.hold(400) { chance in
      var text = ""
      for _ in 0...chance.below(14) {
        text += chance.pick(Self.indents) + chance.pick(Self.marks) + chance.pick(Self.words) + chance.pick(Self.ends)
      }
      return DocumentLaws.broken(by: Array(text.utf8)).map { "\($0)\n\(text)" }
    }
  }

  private static let indents = ["", "", "", "   ", "        ", "\t", "\u{A0}"]
  private static let marks = [
    "", "", "", "1. ", "2. ", "3) ", "(a) ", "(b) ", "(i) ", "ii) ", "2.1 ", "2.1(a) ", "A. ", "**1.** ", "**2. ",
    "1. (a) ",
    "(a) (i) ", "- ", "• ", "– ", "☐ ", "# ", "> ", "> 4. ", "“7. ", "\"", "‘", "| ", "```", "<table>", "<!-- ",
    "[^1]: ",
    "EC501 ", "１．", "（ａ）", "a.", "10000. ", "1 ", "\\",
  ]
  private static let words = [
    "", "Fares rose.", "We insert:", "This branch notes:", "We resolve", "BACKGROUND", "Article 5 – Time", "Noting x,",
    "to act;", "Whereas a; and", "a | b", "--- | ---", "x\ty", "“8. Rule", "rule.”", "end\"", "-->", "</table>", "---",
    "===",
    "Town,\\", "bold.**", "May was", "1.5 m", "👍🏽", "ŵyr", "",
  ]
  private static let ends = ["\n", "\n", "\n", "\n\n", "\r\n", "\r", "  \n", ""]
}
