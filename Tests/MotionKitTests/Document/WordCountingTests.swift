import MotionKit
import Testing

@Suite("Words")
struct WordCountingTests {
  @Test(
    "A word is a run between white space that holds a letter or a digit",
    arguments: [
      ("", 0), ("Bus fares rose by 12%.", 5), ("one – two", 2), ("well-being and/or e-mail", 3), ("£1.50 … ?", 1),
      ("ŵyn éléments\u{A0}deux", 3), ("* * *", 0), ("🚌 buses", 1), ("٣ حافلات", 2), ("a\tb\nc", 3),
    ])
  func words(text: String, count: Int) {
    #expect(WordCounting.words(in: text) == count)
  }

  @Test("What counts is a setting; labels and markers never do")
  func profiles() {
    let document = Document(
      parsing: "# A title\n\n## This branch notes\n\n1. One two.\n   - three\n\n> four\n\n| five |\n")
    #expect(document.words() == 8)
    #expect(document.words(WordCounting(title: true)) == 10)
    #expect(document.words(WordCounting(headings: false)) == 5)
    #expect(document.words(WordCounting(quotes: false, raw: false)) == 6)
    let titled = Document(parsing: "---\ntitle: Bus fares\n---\n1. One.")
    #expect(titled.words() == 1)
    #expect(titled.words(WordCounting(title: true)) == 3)
  }
}
