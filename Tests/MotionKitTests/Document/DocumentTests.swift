import Foundation
import MotionKit
import Testing

@Suite("Documents")
struct DocumentTests {
  @Test("Front matter gives title and kind; without it the first heading and the ordinary kind")
  func titles() {
    let given = Document(parsing: "---\ntitle: Bus fares\nkind: emergency\n---\n# Other\n\n1. a")
    #expect(given.title == "Bus fares" && given.kind == "emergency")
    #expect(given.nodes.first?.path == "s1")
    let plain = Document(parsing: "1. a")
    #expect(plain.title == nil && plain.kind == "ordinary" && plain.numbering == .live)
  }

  @Test("Places are lines and columns in characters")
  func places() {
    let document = Document(parsing: "\u{FEFF}é b\r\nc\r\u{1F68C}d\n")
    #expect(document.place(of: 6) == Place(line: 1, column: 3))
    #expect(document.place(of: 9) == Place(line: 2, column: 1))
    #expect(document.place(of: 15) == Place(line: 3, column: 2))
    #expect(document.place(of: -5) == Place(line: 1, column: 1))
    #expect(document.place(of: 500) == Place(line: 4, column: 1))
    #expect(document.line(containing: 15) == "\u{1F68C}d")
  }

  @Test("A byte that is no UTF-8 is a finding and shown as U+FFFD; the bytes stay")
  func invalid() {
    let bytes = Array("1. a".utf8) + [0xFF, 0xE2, 0x80] + Array(" b".utf8)
    let document = Document(parsing: bytes)
    #expect(document.bytes == bytes)
    #expect(document.findings.map(\.code) == ["invalid-utf8", "invalid-utf8", "invalid-utf8"])
    #expect(document.findings.first?.span == 4..<5)
    #expect(document.text(of: 0).unicodeScalars.contains("\u{FFFD}"))
  }

  @Test("Children, subtrees and extents agree")
  func trees() {
    let document = Document(parsing: "1. a\n   a) b\n   b) c\n\n      d\n2. e\n")
    #expect(document.children(of: nil) == [0, 4])
    #expect(document.children(of: 0) == [1, 2])
    #expect(document.subtree(of: 0) == 0..<4)
    #expect(document.nodes[0].extent == 0..<30 && document.nodes[0].span == 0..<4)
  }

  @Test("Front matter that is not closed is said, and read as text")
  func openFrontMatter() {
    let document = Document(parsing: "---\ntitle: x\n\n1. a")
    #expect(document.findings.map(\.code) == ["front-matter-open"])
    #expect(document.body.lowerBound == 0)
  }

  static let shared = URL(filePath: #filePath).deletingLastPathComponent().appending(
    path: "../../../../shared/data/motions")

  @Test(
    "Motions as published are read as the clauses a person sees",
    .enabled(if: FileManager.default.fileExists(atPath: shared.path), "the shared texts are not beside this checkout"),
    arguments: [
      ("emergency-motion-raw.txt", ["believes", "1", "2", "3", "4", "5", "6"]),
      ("model-motion-raw.txt", ["1", "1.1"]),
      ("numbered-statement-raw.txt", ["1", "2", "3", "4", "5", "6", "7", "8", "8/a", "8/b", "8/c", "9"]),
    ])
  func published(file: String, paths: [String]) throws {
    let bytes = try Array(Data(contentsOf: Self.shared.appending(path: file)))
    let document = Document(parsing: bytes)
    #expect(document.bytes == bytes)
    let found = document.nodes.filter { $0.kind == .clause || $0.kind == .section }.map(\.path.text)
    #expect(found == paths)
  }
}
