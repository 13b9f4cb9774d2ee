import MotionKit
import Testing

/// The lines of an imported file below its front matter.
private func body(_ file: WordFile) throws -> String {
  let text = try Imported(file: file.bytes).text
  guard let end = text.firstRange(of: "\n---\n") else { return text }
  return String(text[end.upperBound...])
}

private func paragraph(_ text: String, list: Int? = nil, level: Int = 0, style: String = "", more: String = "")
  -> String
{
  WordFile.paragraph(text, list: list, level: level, style: style, more: more)
}

private func runs(_ xml: String) -> String { "<w:p>\(xml)</w:p>" }

private let legal: [(format: String, pattern: String)] = [
  ("decimal", "%1."), ("lowerLetter", "(%2)"), ("lowerRoman", "%3)"),
]

@Suite("Importing a Word file")
struct WordDocumentTests {
  static let numbered =
    paragraph("Air is bad:", list: 1) + paragraph("in towns;", list: 1, level: 1)
    + paragraph("by roads", list: 1, level: 2) + paragraph("in villages.", list: 1, level: 1)
    + paragraph("We act.", list: 1)

  @Test("automatic numbers are written out, level by level")
  func numbers() throws {
    let file = WordFile(body: Self.numbered, numbering: WordFile.list(legal))
    #expect(
      try body(file) == "1. Air is bad:\n   (a) in towns;\n      i) by roads\n   (b) in villages.\n2. We act.\n")
    let document = Document(parsing: try Imported(file: file.bytes).text)
    #expect(document.nodes.map(\.path.text) == ["1", "1/a", "1/a/i", "1/b", "2"])
  }

  @Test("packed entries, packed entries with a dynamic code, and sizes that follow are read alike")
  func packing() throws {
    var file = WordFile(body: Self.numbered, numbering: WordFile.list(legal))
    let plain = try body(file)
    file.packing = .deflated
    #expect(try body(file) == plain)
    for flags in [0, 8] {
      var zip = ZipFile(packing: .deflated)
      let text = Self.dynamicText
      zip.add("word/document.xml", packed: Self.dynamic, of: Array(text.utf8), flags: flags)
      let imported = try Imported(file: zip.bytes)
      #expect(Document(parsing: imported.text).nodes.map(\.path.text) == ["1", "2", "3", "4"])
    }
  }

  @Test("the names of the strict form of the standard are known")
  func strict() throws {
    var file = WordFile(body: Self.numbered, numbering: WordFile.list(legal))
    let plain = try body(file)
    file.namespace = "http://purl.oclc.org/ooxml/wordprocessingml/main"
    file.isStrict = true
    #expect(try body(file) == plain)
  }

  @Test(
    "every format of number is printed as Word prints it",
    arguments: [
      ("decimal", "%1.", 3, "3."), ("lowerLetter", "%1)", 28, "bb)"), ("upperLetter", "%1.", 2, "B."),
      ("lowerRoman", "(%1)", 9, "(ix)"), ("upperRoman", "%1.", 4, "IV."), ("decimalZero", "%1.", 7, "07."),
      ("decimal", "%1", 3, "3."), ("decimal", "%1:", 3, "3."), ("ordinal", "%1", 2, "2nd"),
      ("decimal", "Article %1.", 3, "Article 3."), ("bullet", "\u{F0B7}", 1, "•"), ("bullet", "–", 1, "-"),
    ])
  func formats(_ format: String, _ pattern: String, _ start: Int, _ expected: String) throws {
    let numbering = WordFile.list([(format, pattern)]).replacing(
      "<w:start w:val=\"1\"/>", with: "<w:start w:val=\"\(start)\"/>")
    #expect(
      try body(WordFile(body: paragraph("Fares rose.", list: 1), numbering: numbering)) == "\(expected) Fares rose.\n")
  }

  @Test("lists of one pattern count on together, but for one that says where it starts")
  func restarts() throws {
    let text =
      paragraph("One", list: 1) + paragraph("Two", list: 2) + paragraph("This branch resolves:")
      + paragraph("Three", list: 2)
    #expect(
      try body(WordFile(body: text, numbering: WordFile.list(legal)))
        == "1. One\n2. Two\n\nThis branch resolves:\n\n3. Three\n")
    let restart = "<w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"1\"/></w:lvlOverride>"
    #expect(
      try body(WordFile(body: text, numbering: WordFile.list(legal, second: restart)))
        == "1. One\n1. Two\n\nThis branch resolves:\n\n2. Three\n")
  }

  @Test("numbers and headings that a style brings, in any language of Word")
  func styles() throws {
    let styles = """
      <w:style w:type="paragraph" w:styleId="Titel"><w:name w:val="Title"/></w:style>
      <w:style w:type="paragraph" w:styleId="berschrift1"><w:name w:val="heading 1"/></w:style>
      <w:style w:type="paragraph" w:styleId="Klausel"><w:name w:val="Klausel"/>
      <w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
      <w:style w:type="paragraph" w:styleId="Unter"><w:name w:val="Unter"/><w:basedOn w:val="Klausel"/>
      <w:pPr><w:numPr><w:ilvl w:val="1"/></w:numPr></w:pPr></w:style>
      """
    let text =
      paragraph("Clean air", style: "Titel") + paragraph("We note", style: "berschrift1")
      + paragraph("One", style: "Klausel") + paragraph("part", style: "Unter")
      + paragraph("Plain", style: "Klausel", more: "<w:numPr><w:numId w:val=\"0\"/></w:numPr>")
    let file = WordFile(body: text, numbering: WordFile.list(legal), styles: styles)
    let imported = try Imported(file: file.bytes)
    #expect(imported.title == "Clean air")
    #expect(try body(file) == "## We note\n\n1. One\n   (a) part\n\nPlain\n")
  }

  @Test(
    "what a reader sees of a paragraph",
    arguments: [
      ("<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t></w:r>", "a b"),
      ("<w:r><w:t>a</w:t><w:br/><w:t>b</w:t></w:r>", "a\nb"),
      ("<w:r><w:t>well</w:t><w:noBreakHyphen/><w:t>being</w:t></w:r>", "well-being"),
      ("<w:r><w:t>“It’s &lt;5 &amp; £3”</w:t></w:r>", "“It’s <5 & £3”"),
      ("<w:hyperlink><w:r><w:t>a link</w:t></w:r></w:hyperlink>", "a link"),
      ("<w:fldSimple w:instr=\"DATE\"><w:r><w:t>3 May</w:t></w:r></w:fldSimple>", "3 May"),
      (
        "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>REF x</w:instrText></w:r>"
          + "<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>clause 2</w:t></w:r>"
          + "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>", "clause 2"
      ),
      ("<w:r><w:t>a</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>b</w:t></w:r>", "a"),
      ("<w:ins><w:r><w:t>new</w:t></w:r></w:ins><w:del><w:r><w:delText>old</w:delText></w:r></w:del>", "new"),
      ("<w:r><w:sym w:font=\"Wingdings\" w:char=\"F0E0\"/><w:t> b</w:t></w:r>", "→ b"),
      (
        "<w:r><mc:AlternateContent><mc:Choice><w:t>once</w:t></mc:Choice><mc:Fallback><w:t>once</w:t></mc:Fallback>"
          + "</mc:AlternateContent></w:r>", "once"
      ),
      ("<w:sdt><w:sdtContent><w:r><w:t>filled in</w:t></w:r></w:sdtContent></w:sdt>", "filled in"),
      ("<w:r><w:t><![CDATA[a < b]]></w:t></w:r>", "a < b"),
    ])
  func words(_ xml: String, _ expected: String) throws {
    #expect(try body(WordFile(body: runs(xml))) == expected + "\n")
  }

  @Test("what is left out is said with its count and its paragraph")
  func remarks() throws {
    let text =
      paragraph("One.")
      + runs(
        "<w:ins><w:r><w:t>new</w:t></w:r></w:ins><w:del><w:r><w:delText>old words</w:delText></w:r></w:del>"
          + "<w:r><w:commentReference w:id=\"1\"/></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>b</w:t></w:r>")
    var file = WordFile(body: text)
    file.parts = [("header1.xml", "<w:hdr SPACE><w:p><w:r><w:t>Annual meeting</w:t></w:r></w:p></w:hdr>")]
    let guesses = try Imported(file: file.bytes).guesses
    func one(_ subject: String) -> Guess? { guesses.first { $0.subject == subject } }
    #expect(one("tracked insertions taken in")?.line == 2)
    #expect(one("tracked deletions left out")?.before == "old words")
    #expect(one("comments")?.count == 1)
    #expect(one("hidden words")?.before == "b")
    #expect(one("headers and footers")?.before == "Annual meeting")
  }

  @Test("footnotes stand at the end, with their marks where they are called")
  func footnotes() throws {
    var file = WordFile(
      body: runs("<w:r><w:t>Fares</w:t><w:footnoteReference w:id=\"4\"/><w:t> rose.</w:t></w:r>"))
    file.parts = [
      (
        "footnotes.xml",
        "<w:footnotes SPACE><w:footnote w:id=\"4\"><w:p><w:r><w:t>Council, 2027.</w:t></w:r></w:p></w:footnote></w:footnotes>"
      )
    ]
    #expect(try body(file) == "Fares[^1] rose.\n\n[^1]: Council, 2027.\n")
  }

  @Test("a table is written with bars; one whose first column numbers it is a list; one cell is a frame")
  func tables() throws {
    func table(_ rows: [[String]]) -> String {
      "<w:tbl>"
        + rows.map { "<w:tr>" + $0.map { "<w:tc>\(paragraph($0))</w:tc>" }.joined() + "</w:tr>" }.joined() + "</w:tbl>"
    }
    #expect(
      try body(WordFile(body: table([["Year", "Homes"], ["2026", "1|2"]])))
        == "| Year | Homes |\n|---|---|\n| 2026 | 1\\|2 |\n")
    #expect(try body(WordFile(body: table([["1.", "One"], ["2.", "Two"]]))) == "1. One\n2. Two\n")
    #expect(try body(WordFile(body: table([["Only this."]]))) == "Only this.\n")
  }

  @Test("bullets that a separate list sets deeper lie within the clause, and a paragraph set in goes on with it")
  func indents() throws {
    let bullets =
      "<w:abstractNum w:abstractNumId=\"8\"><w:lvl w:ilvl=\"0\"><w:numFmt w:val=\"bullet\"/><w:lvlText w:val=\"\u{B7}\"/></w:lvl></w:abstractNum><w:num w:numId=\"5\"><w:abstractNumId w:val=\"8\"/></w:num>"
    let deep = "<w:ind w:left=\"1440\"/>"
    let text =
      paragraph("We note:", list: 1) + paragraph("one", list: 5, more: deep) + paragraph("two", list: 5, more: deep)
      + paragraph("We act.", list: 1) + paragraph("And soon.", more: "<w:ind w:left=\"720\"/>")
      + paragraph("We end.", list: 1)
    #expect(
      try body(WordFile(body: text, numbering: WordFile.list(legal) + bullets))
        == "1. We note:\n   • one\n   • two\n2. We act.\n\n   And soon.\n\n3. We end.\n")
  }

  @Test("importing the result again changes nothing")
  func again() throws {
    let file = WordFile(body: Self.numbered, numbering: WordFile.list(legal))
    let once = try Imported(file: file.bytes).text
    #expect(Imported(of: Array(once.utf8)).text == once)
  }

  @Test(
    "other files are refused with what to do",
    arguments: [
      (Array("{\\rtf1 x".utf8), UnreadableFile.richText), (Array("%PDF-1.7".utf8), .pdf),
      ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0, 0], .oldWord),
      (
        [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0]
          + Array("EncryptedPackage".utf8.map { [$0, UInt8(0)] }.joined()), .encrypted
      ),
      ([0x50, 0x4B, 3, 4, 0, 0, 0], .cutOff), ([1, 0, 2, 0, 0, 3], .program),
    ])
  func refusals(_ bytes: [UInt8], _ reason: UnreadableFile) {
    #expect(throws: reason) { _ = try Imported(file: bytes) }
    #expect(!reason.message.isEmpty && !reason.help.isEmpty)
  }

  @Test("a LibreOffice file, a spreadsheet, a locked entry, a wrong sum and a bomb are told apart")
  func archives() {
    func refusal(_ build: (inout ZipFile) -> Void, packing: WordFile.Packing = .stored) -> UnreadableFile? {
      var zip = ZipFile(packing: packing)
      build(&zip)
      let bytes = zip.bytes
      do throws(UnreadableFile) {
        _ = try Imported(file: bytes)
        return nil
      } catch { return error }
    }
    #expect(refusal { $0.add("mimetype", "application/vnd.oasis.opendocument.text") } == .openDocument)
    #expect(refusal { $0.add("xl/workbook.xml", "<a/>") } == .spreadsheet)
    #expect(refusal { $0.add("readme.txt", "hello") } == .archive)
    let name = "word/document.xml"
    let text = Array("<w:document/>".utf8)
    #expect(refusal { $0.add(name, packed: text, of: text, flags: 1) } == .encrypted)
    #expect(refusal { $0.add(name, packed: text, of: text, sum: 1) } == .damaged(part: name))
    let large = Array(repeating: UInt8(ascii: "a"), count: 1 << 16)
    // It says that it is small, and is not.
    #expect(
      refusal({ $0.add(name, packed: ZipFile.deflate(large), of: text) }, packing: .deflated) == .damaged(part: name))
  }

  @Test("a broken file is refused or read, never more", arguments: 0..<8)
  func mutations(_ block: Int) {
    var file = WordFile(body: Self.numbered, numbering: WordFile.list(legal))
    file.packing = block.isMultiple(of: 2) ? .stored : .deflated
    let whole = file.bytes
    for seed in (block * 40)..<(block * 40 + 40) {
      var chance = Chance(seed: UInt64(seed))
      var bytes = whole
      for _ in 0..<(1 + chance.below(4)) {
        let place = chance.below(bytes.count)
        switch chance.below(4) {
        case 0: bytes[place] = UInt8(chance.below(256))
        case 1: bytes.removeSubrange(place..<min(bytes.count, place + 1 + chance.below(9)))
        case 2: bytes.insert(UInt8(chance.below(256)), at: place)
        default: bytes[place] ^= UInt8(1 << chance.below(8))
        }
      }
      if let imported = try? Imported(file: bytes) {
        #expect(imported.text.hasPrefix("---\n"), "seed \(seed)")
      }
    }
  }

  @Test("broken XML is read as far as it goes", arguments: 0..<8)
  func brokenXML(_ block: Int) throws {
    let pieces = [
      "<w:p>", "</w:p>", "<w:r>", "</w:r>", "<w:t>", "</w:t>", "word ", "&amp;", "&#x;", "<w:tbl>", "<w:tr>", "<w:tc>",
      "</w:tc>", "</w:tbl>", "<!--", "-->", "<![CDATA[", "]]>", "<w:br/>", "<w:ins>", "<w:del>", "<w:pPr>", "</w:pPr>",
      "<w:numPr><w:numId w:val=\"1\"/></w:numPr>", "<w:fldChar w:fldCharType=\"begin\"/>", "<", ">", "<w:sdt>",
      "<w:sdtContent>", "<w:pict><w:txbxContent>", "<mc:AlternateContent>", "<mc:Choice>", "=\"",
      "<w:ind w:left=\"9999999999\"/>",
    ]
    for seed in (block * 40)..<(block * 40 + 40) {
      var chance = Chance(seed: UInt64(seed))
      var xml = "<w:p/>"
      for _ in 0..<(1 + chance.below(120)) { xml += chance.pick(pieces) }
      let imported = try? Imported(file: WordFile(body: xml, numbering: WordFile.list(legal)).bytes)
      if let imported {
        #expect(Imported(of: Array(imported.text.utf8)).text == imported.text, "seed \(seed): \(xml)")
      }
    }
  }

  @Test("elements that lie thousands deep in each other are no danger")
  func depth() throws {
    for name in ["w:tbl><w:tr><w:tc", "w:sdt><w:sdtContent", "w:ins", "w:p><w:r><w:pict><w:txbxContent", "x"] {
      let text = String(repeating: "<\(name)>", count: 20_000)
      _ = try Imported(file: WordFile(body: "<w:p><w:r><w:t>One.</w:t></w:r></w:p>" + text).bytes)
    }
  }

  private static let dynamicText =
    "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>"
    + [
      "1. Fares rose by twelve per cent in April.", "2. Many members rely on buses to reach work.",
      "3. Night services ended in every village.", "4. To campaign for a freeze of all fares.",
    ].map { "<w:p><w:r><w:t>\($0)</w:t></w:r></w:p>" }.joined() + "</w:body></w:document>"

  /// That text as zlib packs it, with a code of its own.
  private static let dynamic: [UInt8] = {
    let hex =
      "8591414ec4300c45aff23507488601b1a8ca486c66072b2e90a66e1b91c491936929a727414248086936df8a1d3ddbdffdd6"
      + "8d6caf8162c147f03177dbd3612925755a67bb50305971a2586b134b30a53e65d61bcb98842de5ece21cbc3e1d8f8f3a1817"
      + "0fe77eeb061ef71653136952ce770a172394219c09c38eb2915f098904b6b57711cf499c57bd6eff9bcab7a6bfa893c28b89"
      + "3b028581a412c9efe088e19a2bbf704d18bba00ef97e1b76aff0eae6a52093acae6e048a238d6d1c5a4976acce7b33d36dd2"
      + "83c21bc39a908c9b23aa5f309884e893c0138cf7989a03ff91f48f69faf720e72f"
    return stride(from: 0, to: hex.utf8.count, by: 2).compactMap { UInt8(hex.dropFirst($0).prefix(2), radix: 16) }
  }()
}
