import MotionKit
import Testing

private func body(_ text: String, _ numbering: String, styles: String = "") throws -> String {
  let text = try Imported(file: WordFile(body: text, numbering: numbering, styles: styles).bytes).text
  guard let end = text.firstRange(of: "\n---\n") else { return text }
  return String(text[end.upperBound...])
}

private func paragraphs(_ levels: [Int], list: Int = 1) -> String {
  levels.enumerated().map { WordFile.paragraph("Words \($0).", list: list, level: $1) }.joined()
}

private let levels: [(format: String, pattern: String)] = [
  ("decimal", "%1."), ("lowerLetter", "(%2)"), ("lowerRoman", "%3)"),
]

@Suite("The automatic numbers of a Word file")
struct WordNumberingTests {
  @Test(
    "a level begins anew below the levels that it says it does",
    arguments: [
      // After (b) the third level begins anew, or goes on, or goes on even after 2.
      ("", ["i)", "i)", "i)"]), ("<w:lvlRestart w:val=\"1\"/>", ["i)", "ii)", "i)"]),
      ("<w:lvlRestart w:val=\"0\"/>", ["i)", "ii)", "iii)"]),
    ])
  func restart(_ property: String, _ expected: [String]) throws {
    let numbering = WordFile.list(levels).replacing(
      "<w:numFmt w:val=\"lowerRoman\"/>", with: "<w:numFmt w:val=\"lowerRoman\"/>" + property)
    let text = try body(paragraphs([0, 1, 2, 1, 2, 0, 1, 2]), numbering)
    let printed = text.split(separator: "\n").map { $0.split(separator: " ")[0] }.filter { $0.contains("i)") }
    #expect(printed.map(String.init) == expected, "\(text)")
  }

  @Test("a list that says where a level starts begins it there each time")
  func starts() throws {
    let second = "<w:lvlOverride w:ilvl=\"1\"><w:startOverride w:val=\"3\"/></w:lvlOverride>"
    let text = try body(paragraphs([0, 1, 1, 0, 1], list: 2), WordFile.list(levels, second: second))
    let printed = text.split(separator: "\n").map { String($0.drop { $0 == " " }.prefix { $0 != " " }) }
    #expect(printed == ["1.", "(c)", "(d)", "2.", "(c)"])
  }

  @Test("a level that wants figures has them also for the levels above")
  func figures() throws {
    let plain = WordFile.list([("upperRoman", "%1."), ("decimal", "%1.%2")])
    #expect(try body(paragraphs([0, 1]), plain).contains("I.1 Words 1."))
    let legal = plain.replacing("<w:lvlText w:val=\"%1.%2\"/>", with: "<w:isLgl/><w:lvlText w:val=\"%1.%2\"/>")
    #expect(try body(paragraphs([0, 1]), legal).contains("1.1 Words 1."))
  }

  @Test("a pattern that only names the style of a list has the numbers of that list")
  func link() throws {
    let numbering =
      WordFile.list(levels)
      + "<w:abstractNum w:abstractNumId=\"8\"><w:numStyleLink w:val=\"Clauses\"/></w:abstractNum>"
      + "<w:num w:numId=\"6\"><w:abstractNumId w:val=\"8\"/></w:num>"
    let styles =
      "<w:style w:type=\"numbering\" w:styleId=\"Clauses\"><w:name w:val=\"Clauses\"/>"
      + "<w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr></w:style>"
    #expect(
      try body(paragraphs([0, 1, 0], list: 6), numbering, styles: styles)
        == "1. Words 0.\n   (a) Words 1.\n2. Words 2.\n")
  }

  @Test("a Title, or the one highest heading at the top, is the title of the motion and said")
  func title() throws {
    let styles =
      "<w:style w:type=\"paragraph\" w:styleId=\"T\"><w:name w:val=\"Title\"/></w:style>"
      + "<w:style w:type=\"paragraph\" w:styleId=\"H\"><w:name w:val=\"heading 1\"/></w:style>"
    for style in ["T", "H"] {
      // No clause and no lead-in has to follow: the file itself says what it is.
      let file = WordFile(
        body: WordFile.paragraph("Bus fares", style: style) + WordFile.paragraph("Fares rose."), styles: styles)
      let imported = try Imported(file: file.bytes)
      #expect(imported.text == "---\ntitle: Bus fares\nkind: ordinary\n---\nFares rose.\n")
      #expect(imported.guesses.filter { $0.code == .title }.map(\.line) == [1])
    }
    let two = WordFile(
      body: WordFile.paragraph("Fares", style: "H") + WordFile.paragraph("One.")
        + WordFile.paragraph("Rents", style: "H"),
      styles: styles)
    #expect(try Imported(file: two.bytes).title == nil)
  }
}

@Suite("The archive of a Word file")
struct ZipArchiveTests {
  private static let name = "word/document.xml"
  private static let text =
    "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>"
    + "<w:p><w:r><w:t>1. Fares rose.</w:t></w:r></w:p></w:body></w:document>"

  @Test("an archive with the fields of a large one is read", arguments: [WordFile.Packing.stored, .deflated])
  func large(_ packing: WordFile.Packing) throws {
    var zip = ZipFile(packing: packing)
    zip.isLarge = true
    zip.add("first.txt", "another entry")
    zip.add(Self.name, Self.text)
    #expect(try Imported(file: zip.bytes).text == "---\nkind: ordinary\n---\n1. Fares rose.\n")
  }

  @Test("more entries, or more bytes in one, than a motion can have are refused before anything is unpacked")
  func limits() {
    func refusal(_ build: (inout ZipFile) -> Void) -> UnreadableFile? {
      var zip = ZipFile()
      zip.isLarge = true
      build(&zip)
      let bytes = zip.bytes
      do throws(UnreadableFile) {
        _ = try Imported(file: bytes)
        return nil
      } catch { return error }
    }
    let data = Array(Self.text.utf8)
    #expect(refusal { $0.add(Self.name, packed: data, of: data, size: 64 << 20 + 1) } == .tooLarge)
    #expect(refusal { $0.add(Self.name, packed: data, of: data, size: Int.max) } == .tooLarge)
    #expect(
      refusal {
        $0.add(Self.name, Self.text)
        $0.claimed = 65_536
      } == .tooLarge)
    #expect(
      refusal {
        $0.add(Self.name, Self.text)
        $0.claimed = 2
      } == .damaged(part: nil))
  }

  @Test("what is broken has another name than what is of another kind")
  func codes() {
    #expect(UnreadableFile.cutOff.code == "damaged-file")
    #expect(UnreadableFile.damaged(part: nil).code == "damaged-file")
    #expect(UnreadableFile.pdf.code == "not-text")
  }
}
