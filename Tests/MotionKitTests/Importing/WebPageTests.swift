import MotionKit
import Testing

private func body(_ raw: String) -> String {
  let text = Imported(of: Array(raw.utf8)).text
  guard let end = text.firstRange(of: "\n---\n") else { return text }
  return String(text[end.upperBound...])
}

@Suite("Importing a page of the web")
struct WebPageTests {
  @Test(
    "what a browser shows is what stands there",
    arguments: [
      ("<ol type=a start=3><li>One</li><li value=7>Two</li></ol>", "c. One\ng. Two\n"),
      ("<ol style='list-style-type:lower-roman'><li>One</li><li>Two</li></ol>", "i. One\nii. Two\n"),
      (
        "<p>We act:</p><ol start=4><li style='list-style-type:decimal'><p>One</p></li><ol><li style='list-style-type:lower-alpha'>in</li></ol><li>Two</li></ol>",
        "We act:\n\n4. One\n   a. in\n5. Two\n"
      ),
      ("<ol><li><p>One.</p><p>More.</p></li></ol>", "1. One.\n\n   More.\n"),
      ("<p>Insert:</p><blockquote><p>3. Members meet.</p></blockquote>", "Insert:\n\n> 3. Members meet.\n"),
      (
        "<p>So:</p><table><tr><th>Year</th><th>Homes</th></tr><tr><td>2026</td><td>a|b</td></tr></table>",
        "So:\n\n| Year | Homes |\n|---|---|\n| 2026 | a\\|b |\n"
      ),
      ("<p>12 m<sup>2</sup> and CO<sub>2</sub></p>", "12 m² and CO2\n"),
      ("<p>&Eacute;t&eacute; &#8220;a&#8221; &lt;b&gt;</p>", "Été “a” <b>\n"),
      ("<p>One<br>two</p>", "One\ntwo\n"),
      ("<script>var a = '<p>no</p>'</script><p>Yes</p>", "Yes\n"),
      ("<nav><ul><li>Home</li></ul></nav><p>Yes</p><footer>No</footer>", "Yes\n"),
      ("<div class='x cookie-notice'><div>No</div> no</div><p>Yes</p>", "Yes\n"),
      ("<p style='display: none'>No</p><p>Yes</p>", "Yes\n"),
      ("<!--[if gte mso 9]><xml><p>no</p></xml><![endif]--><p>Yes</p>", "Yes\n"),
      (
        "<p class=a style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>1.<span>&nbsp; </span></span><![endif]>One</p>\n<p style='mso-list:l0 level2 lfo1'><!--[if !supportLists]--><span style='mso-list:Ignore'>b)<span> </span></span><!--[endif]-->two</p>\n<p style='mso-list:l1 level1 lfo2'><span style='mso-list:Ignore'>§<span> </span></span>three</p>",
        "1. One\n   b) two\n• three\n"
      ),
    ])
  func pages(_ raw: String, _ expected: String) {
    #expect(body(raw) == expected)
  }

  @Test("a menu that is left out is said, with its words")
  func leftOut() {
    let guesses = Imported(of: Array("<nav>Home</nav>\n<p>1. One</p><style>p</style>".utf8)).guesses
    #expect(guesses.filter { $0.code == .leftOut }.map(\.before) == ["Home"])
  }

  @Test(
    "one heading of the highest level, with no clause above it, is the title and said",
    arguments: [
      ("<h1>Rents in town</h1><p>Rents rose.</p>", "Rents in town"),
      ("<p>Harbour branch</p><h1>Rents in town</h1><ol><li>One</li></ol>", "Rents in town"),
      ("<h1>Emergency motion: rents</h1><ol><li>One</li></ol>", "Rents"),
      ("<h1>Rents</h1><p>One.</p><h1>Fares</h1><p>Two.</p>", nil),
      ("<ol><li>One</li></ol><h1>Rents</h1>", nil), ("<h1>This branch notes:</h1><ol><li>One</li></ol>", nil),
      ("<h1>This branch notes</h1><ol><li>One</li></ol>", nil), ("<h2>Rents</h2><ol><li>One</li></ol>", nil),
    ] as [(String, String?)])
  func titles(_ raw: String, _ title: String?) {
    let imported = Imported(of: Array(raw.utf8))
    #expect(imported.title == title)
    #expect(imported.guesses.contains { $0.code == .title } == (title != nil))
    #expect(imported.text.contains("# ") == (title == nil))
  }

  @Test(
    "bytes that are not UTF-8 are read in the encoding that the page names, and it is said",
    arguments: [
      ("<meta charset=windows-1250>", "Windows-1250", "Łódź"), ("<META CHARSET=\"cp1250\" />", "Windows-1250", "Łódź"),
      (
        "<meta http-equiv='Content-Type' content='text/html; charset=windows-1250'>", "Windows-1250", "Łódź"
      ),
      ("<?xml version='1.0' encoding='windows-1250'?>", "Windows-1250", "Łódź"),
      ("<meta charset=utf-8>", "Windows-1252", "£ódŸ"), ("<meta charset=nothing>", "Windows-1252", "£ódŸ"),
      ("<p title='charset=windows-1250'></p>", "Windows-1252", "£ódŸ"),
    ])
  func encodings(_ head: String, _ name: String, _ city: String) {
    let imported = Imported(
      of: Array(head.utf8) + Array("<p>1. ".utf8) + [0xA3, 0xF3, 0x64, 0x9F] + Array("</p>".utf8))
    #expect(imported.text.hasSuffix("1. \(city)\n"))
    #expect(imported.guesses.filter { $0.code == .decoded }.map(\.subject) == [name])
    let valid = Imported(of: Array("<meta charset=windows-1250><p>1. Łódź</p>".utf8))
    #expect(valid.text.hasSuffix("1. Łódź\n"))
    #expect(!valid.guesses.contains { $0.code == .decoded })
  }
}
