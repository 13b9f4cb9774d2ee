import MotionKit
import Publishing
import Testing

@Suite("Other people's words on a page")
struct EscapingTests {
  @Test(
    "What Markdown or HTML would act on is written out in minutes",
    arguments: [
      ("Bus fares", "Bus fares"), ("<b>", "\\<b\\>"), ("[a](b)", "\\[a\\](b)"), ("a | b", "a \\| b"),
      ("*not* _this_", "\\*not\\* \\_this\\_"), ("`code`", "\\`code\\`"),
    ])
  func markdown(words: String, written: String) {
    #expect(words.escapedForMarkdown == written)
  }

  @Test("A page of differences runs nothing that stands in a text or in its name")
  func html() {
    let old = Document(parsing: "1. A clause.\n")
    let new = Document(parsing: "1. A clause <script>alert(1)</script> & more.\n")
    let page = DiffPage(
      DocumentDiff(from: old, to: new), from: old, to: new, old: "<script>", new: "b\"><script>"
    ).html
    #expect(!page.contains("<script>"))
    #expect(page.contains("&lt;script&gt;"))
  }
}
