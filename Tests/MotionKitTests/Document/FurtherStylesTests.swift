import MotionKit
import Testing

@Suite("Further styles of motions")
struct FurtherStylesTests {
  private func outline(_ text: String) -> [String] {
    let document = Document(parsing: text)
    #expect(document.bytes == Array(text.utf8))
    return document.outline.split(separator: "\n").map { $0.drop { $0 == " " } }.map(String.init)
  }

  @Test("The beginning of a page is layout, as a blank is")
  func pages() {
    #expect(
      outline("This branch notes:\n\n1. One\n\u{C}2. Two, and\n\u{C}more.\u{C}\n\n\u{C}- bullet\n\u{C}\n\u{C}# Next\n")
        == [
          "section · [notes] This branch notes:", "clause 1. [1] One", "clause 2. [2] Two, and more.",
          "bullet - [notes/b1] bullet", "section · [title] Next",
        ])
  }

  @Test(
    "Roman numerals head sections where text stands below them, and number clauses where none does",
    arguments: [
      (
        "I. Background\n\nBuses are late.\n\nII. The case for change\n\nAll agree.\n\nIII. Action\n\nWe act.",
        [
          "section I. [I] Background", "paragraph · [I/p1] Buses are late.", "section II. [II] The case for change",
          "paragraph · [II/p1] All agree.", "section III. [III] Action", "paragraph · [III/p1] We act.",
        ]
      ),
      (
        "I. BACKGROUND\n1. One.\nII. RESOLVES\n2. Two.",
        ["section I. [I] BACKGROUND", "clause 1. [1] One.", "section II. [II] RESOLVES", "clause 2. [2] Two."]
      ),
      (
        "I. Buses\n\nII. Trains\n\nIII. Trams",
        ["clause I. [I] Buses", "clause II. [II] Trains", "clause III. [III] Trams"]
      ),
      (
        "I. To act\n\n(a) now\n\nII. To report",
        ["clause I. [I] To act", "clause (a) [I/a] now", "clause II. [II] To report"]
      ),
    ])
  func roman(text: String, expected: [String]) {
    #expect(outline(text) == expected)
  }

  @Test(
    "Labels with two kinds of delimiters, and in square brackets",
    arguments: [
      (
        "1.(a) To write;\n1.(b) To lobby;\n2.(a) To report.",
        ["clause 1.(a) [1/a] To write;", "clause 1.(b) [1/b] To lobby;", "clause 2.(a) [2/a] To report."]
      ),
      (
        "[1] Late.\n[2] Dear:\n[a] ten;\n[b] twenty.\n[3] Bad.",
        [
          "clause [1] [1] Late.", "clause [2] [2] Dear:", "clause [a] [2/a] ten;", "clause [b] [2/b] twenty.",
          "clause [3] [3] Bad.",
        ]
      ),
      (
        "1. Late, as we know.[1] Dear.[2]\n\n[1] A report.\n\n[2] Another.",
        [
          "clause 1. [1] Late, as we know.[1] Dear.[2]", "paragraph · [p1] [1] A report.",
          "paragraph · [p2] [2] Another.",
        ]
      ),
    ])
  func labels(text: String, expected: [String]) {
    #expect(outline(text) == expected)
  }

  @Test("Such labels are brought into order in their own style")
  func order() {
    let text = "1.(a) To write;\n1.(c) To lobby.\n\n[1] Late.\n[2] Dear.\n[4] Bad.\n"
    #expect(
      String(decoding: Document(parsing: text).renumbered().bytes, as: UTF8.self)
        == "1.(a) To write;\n1.(b) To lobby.\n\n[1] Late.\n[2] Dear.\n[3] Bad.\n")
  }

  @Test(
    "Lead-ins and recitals of other languages",
    arguments: [
      (
        "Mae'r gynhadledd hon yn nodi:\n1. Un.\nMae'r gynhadledd hon yn penderfynu:\n2. Dau.",
        [
          "section · [s1] Mae'r gynhadledd hon yn nodi:", "clause 1. [1] Un.",
          "section · [s2] Mae'r gynhadledd hon yn penderfynu:", "clause 2. [2] Dau.",
        ]
      ),
      (
        "Considérant que les bus sont en retard,\n\nVu la loi,\n\nDécide :\n\n1. D'agir.",
        [
          "recital · [r1] Considérant que les bus sont en retard,", "recital · [r2] Vu la loi,",
          "section · [s1] Décide :", "clause 1. [1] D'agir.",
        ]
      ),
      (
        "Gan nodi bod bysiau yn hwyr,\n\nCreideann an chomhdháil seo:\n\n1. Aon.",
        [
          "recital · [r1] Gan nodi bod bysiau yn hwyr,", "section · [s1] Creideann an chomhdháil seo:",
          "clause 1. [1] Aon.",
        ]
      ),
    ])
  func languages(text: String, expected: [String]) {
    #expect(outline(text) == expected)
  }
}
