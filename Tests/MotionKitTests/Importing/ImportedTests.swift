import Foundation
import MotionKit
import Testing

/// The lines of an imported text below its front matter.
private func body(_ raw: String) -> String { body(Array(raw.utf8)) }

private func body(_ raw: [UInt8]) -> String {
  let text = Imported(of: raw).text
  guard let end = text.range(of: "\n---\n") else { return text }
  return String(text[end.upperBound...])
}

private func codes(_ raw: String) -> [Guess.Code] { Imported(of: Array(raw.utf8)).guesses.map(\.code) }

@Suite("Importing a paste")
struct ImportedTests {
  @Test(
    "what a person sees is what stands there afterwards",
    arguments: [
      ("tabs after labels", "1.\tFares rose.\n\ta)\tIn towns;", "1. Fares rose.\n   a) In towns;\n"),
      (
        "no blank after the label", "1.Fares rose.\n2 .Members noticed.\n3)Buses left.",
        "1. Fares rose.\n2. Members noticed.\n3) Buses left.\n"
      ),
      ("a decimal figure is no label", "1.5 million members", "1.5 million members\n"),
      ("a year is no label", "It was\n2019.It was late.", "It was\n2019.It was late.\n"),
      ("she or he", "(s)he may vote", "(s)he may vote\n"),
      (
        "a label on a line of its own", "1.\nFares rose.\n2.\nMembers noticed.", "1. Fares rose.\n2. Members noticed.\n"
      ),
      ("numbers without a delimiter", "1\tFares rose.\n2\tMembers noticed.", "1. Fares rose.\n2. Members noticed.\n"),
      ("symbol bullets", "\u{B7}\tFares\n\u{F0B7} Rents\no\tTowns", "• Fares\n• Rents\n   • Towns\n"),
      ("policy codes", "EC501\tInsert a section", "EC501 Insert a section\n"),
      ("zero width inside a word", "M\u{FEFF}otion m\u{200B}ade", "Motion made\n"),
      ("no-break spaces", "This\u{A0}motion to\u{A0} go", "This motion to go\n"),
      ("soft hyphen inside a word", "gov\u{AD}ernment", "government\n"),
      ("soft hyphen at a line end", "the gov\u{AD}\nernment fell", "the government fell\n"),
      (
        "a printed hyphen stays", "1. A well-\nbeing plan for co-\noperatives.",
        "1. A well-being plan for co-operatives.\n"
      ),
      (
        "a printed hyphen goes where the word is known", "The campaign began. We cam-\npaign on.",
        "The campaign began. We campaign on.\n"
      ),
      ("a dash before a clause is no hyphen", "we call for-\na) peace", "we call for-\na) peace\n"),
      ("ligatures", "The \u{FB01}rst \u{FB02}oor o\u{FB03}ce.", "The first floor office.\n"),
      ("mail quoting", "> 1. Fares rose.\n>\n> 2. Members noticed.", "1. Fares rose.\n\n2. Members noticed.\n"),
      ("mail quoting twice", "> > 1. Fares\n> > 2. Rents", "1. Fares\n2. Rents\n"),
      (
        "an answered mail", "Dear Ada,\n\nOn 3 May Ada wrote:\n> 1. Fares rose.",
        "Dear Ada,\n\nOn 3 May Ada wrote:\n1. Fares rose.\n"
      ),
      (
        "a quoted rule stays quoted", "Replace rule 3 by:\n\n> 3. Members meet.",
        "Replace rule 3 by:\n\n> 3. Members meet.\n"
      ),
      (
        "page furniture inside a sentence",
        "1. Fares rose sharply\n\nFinal agenda  Page 3 of 10\n\nlast year.\n5   2. Members noticed.",
        "1. Fares rose sharply\nlast year.\n2. Members noticed.\n"
      ),
      ("page furniture between clauses", "1. One.\n\nPage 2\n\n2. Two.", "1. One.\n\n2. Two.\n"),
      ("a page number in a sentence", "1. One that is\n12\n\u{0C}long.", "1. One that is\nlong.\n"),
      ("numbers above decimal ones", "1 Fares\n1.1 In towns.", "1. Fares\n1.1 In towns.\n"),
      ("mails within mails", ">> 1. Fares\n>> rose.\n> 2. Rents", "1. Fares\nrose.\n2. Rents\n"),
      ("page numbers at a form feed", "1. One.\n\n12\n\u{0C}2. Two.", "1. One.\n\n2. Two.\n"),
      (
        "a page in a sentence stays", "As said on\npage 3 of 10 in the report",
        "As said on\npage 3 of 10 in the report\n"
      ),
      (
        "every line numbered", "1 Fares rose sharply\n2 last year in every\n3 town.",
        "Fares rose sharply\nlast year in every\ntown.\n"
      ),
      ("numbers in the right margin", "Fares rose     5\nand rose     10", "Fares rose\nand rose\n"),
      (
        "marks around words from right to left stay", "1. \u{200F}\u{645}\u{631}\u{200E} and welcome.",
        "1. \u{200F}\u{645}\u{631}\u{200E} and welcome.\n"
      ),
      ("stray marks go", "1. \u{200E}Fares rose.\u{200F}", "1. Fares rose.\n"),
      ("a family stays one", "A \u{1F469}\u{200D}\u{1F467} rate", "A \u{1F469}\u{200D}\u{1F467} rate\n"),
      ("garbled letters", "It\u{E2}\u{20AC}\u{2122}s \u{C2}\u{A3}5", "It’s £5\n"),
      ("garbled many times over", String(repeating: "\u{C2}", count: 30) + "\u{A3}5", "£5\n"),
      ("Welsh is not garbled", "Tŷ Âr a’r ysgol", "Tŷ Âr a’r ysgol\n"),
      ("line ends of every kind", "1. One\r\n2. Two\r3. Three\u{2028}4. Four", "1. One\n2. Two\n3. Three\n4. Four\n"),
      ("a list under a lead-in moves to the margin", "We note:\n\n  1. One\n  2. Two", "We note:\n\n1. One\n2. Two\n"),
      ("an unclosed bracket stays", "1. Fares [see note\n2. Rents", "1. Fares [see note\n2. Rents\n"),
      (
        "paragraphs of the web", "<p>We note:</p><ol start=3><li>One</li><li>Two &amp; more</li></ol>",
        "We note:\n\n3. One\n4. Two & more\n"
      ),
      ("lettered lists of the web", "<ol><li>One<ol type=a><li>Towns</li></ol></li></ol>", "1. One\n   a. Towns\n"),
      (
        "labels that a word processor typed",
        "<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]>1.<span>&nbsp;&nbsp; </span><![endif]>Fares</p>\n<p>Rents</p>",
        "1. Fares\n\nRents\n"
      ),
    ])
  func cleaning(_ what: String, _ raw: String, _ expected: String) {
    #expect(body(raw) == expected, "\(what)")
  }

  @Test("files of other encodings are read")
  func encodings() {
    #expect(body([0x31, 0x2E, 0x20, 0x49, 0x74, 0x92, 0x73, 0x20, 0xA3, 0x35]) == "1. It’s £5\n")
    #expect(body([0xFF, 0xFE] + "1. Tŷ".utf16.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }) == "1. Tŷ\n")
    #expect(body("1. Rents".utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 255)] }) == "1. Rents\n")
    #expect(body([0xEF, 0xBB, 0xBF] + "1. Rents".utf8) == "1. Rents\n")
  }

  @Test(
    "the first line gives title and kind",
    arguments: [
      ("Emergency motion on bus fares\n\n1. One", "Bus fares", "emergency"),
      ("Model motion to conference: Freeze the fares!\n\n1. One", "Freeze the fares!", "ordinary"),
      ("Contemporary motion – Rents\n\nWe note:\n", "Rents", "contemporary"),
      ("MOTION 12: Rents\n1. One", "Rents", "ordinary"),
      ("Subject: Fw: Rents\n\n1. One", "Rents", "ordinary"),
      ("**Rents in town**\n\n1. One", "Rents in town", "ordinary"),
      ("Rule change: delegates\n\n1. One", "Delegates", "rule change"),
      ("Fares rose.\n\n1. One", nil, "ordinary"),
      ("1. One\n\n2. Two", nil, "ordinary"),
      ("Fares\n\nMore of it", nil, "ordinary"),
      ("This branch notes\n\n1. One", nil, "ordinary"),
    ] as [(String, String?, String)])
  func titles(_ raw: String, _ title: String?, _ kind: String) {
    let imported = Imported(of: Array(raw.utf8))
    #expect(imported.title == title)
    #expect(imported.kind == kind)
    #expect(imported.text.hasPrefix("---\n"))
  }

  @Test("who moves and seconds is read from lines of their own")
  func people() {
    let imported = Imported(of: Array("Moved by: Ada\nSeconder: Harbour branch\n\n1. One".utf8))
    #expect(imported.text == "---\nkind: ordinary\nmover: Ada\nseconder: Harbour branch\n---\n1. One\n")
  }

  @Test("front matter stays as it is")
  func frontMatter() {
    let file = "---\ntitle: \"A: b\"   # mine\nmover:   Ada\n---\n1. One\n"
    #expect(Imported(of: Array(file.utf8)).text == file)
  }

  @Test("advice around the motion is kept and pointed at")
  func outside() {
    let raw = "Model motion: Rents\n\nPlease pass this in your branch.\n\n1. One\n\nMore campaigns\n\nJoin us."
    let guesses = Imported(of: Array(raw.utf8)).guesses.filter { $0.code == .outside }
    #expect(guesses.map(\.line) == [3, 7, 9])
    #expect(body(raw).contains("Please pass this in your branch."))
  }

  @Test("every guess has a line of the original")
  func guessLines() {
    let imported = Imported(of: Array("\n\n1. A well-\nbeing plan\n\nPage 3 of 10\n\n2. Two\u{FEFF}".utf8))
    #expect(imported.guesses.map(\.line) == [3, 6, 8])
    #expect(imported.guesses.map(\.code) == [.hyphen, .furniture, .removed])
  }

  @Test("a file of a program is told from text")
  func binary() {
    #expect(Imported.isBinary([0x50, 0x4B, 3, 4, 0, 0, 0, 8, 9]))
    #expect(!Imported.isBinary(Array("1. One".utf8)))
    #expect(!Imported.isBinary([0xFF, 0xFE] + "1. Tŷ".utf16.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }))
  }

  @Test("any bytes give a file, and importing it again changes nothing", arguments: 0..<40)
  func laws(_ block: Int) {
    let pieces = [
      "1.", "2 .", "(a)", "a)", "ii)", "3", "5", "10", "\t", " ", "  ", "   ", "\n", "\n\n", "\r\n", "\u{0C}", "word",
      "Fares",
      "co-", "-", "\u{AD}", "\u{FEFF}", "\u{200B}", "\u{A0}", "> ", ">", "wrote:", "Page 3 of 10", "page 2", "o\t",
      "\u{B7}", "•",
      "\u{FB01}", "\u{200F}", "\u{645}", "\u{200D}", "â€™", "Â£", "---", "title: x", ":", ".", ";", "[", "“", "#", "**",
      "Motion on", "Emergency motion: ", "Moved by: Ada", "<p>", "</p>", "<li>", "</li>", "<ol type=a>", "</ol>",
      "&amp;", "&lt;",
      "<!--", "1990", "EC501",
    ]
    for seed in (block * 25)..<(block * 25 + 25) {
      var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 | 1
      func next(_ bound: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int((state >> 33) % UInt64(bound))
      }
      var bytes: [UInt8] = []
      for _ in 0..<(1 + next(40)) {
        if next(30) == 0 { bytes.append(UInt8(next(256))) } else { bytes += pieces[next(pieces.count)].utf8 }
      }
      let once = Imported(of: bytes).text
      let twice = Imported(of: Array(once.utf8)).text
      #expect(
        once.utf8.elementsEqual(twice.utf8), "seed \(seed): \(once.debugDescription) became \(twice.debugDescription)")
    }
  }
}
