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
}
