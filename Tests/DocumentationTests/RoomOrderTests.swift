import Foundation
import Testing

/// Within one module no import shows who uses whom; the names of types do.
@Suite("Rooms of the library")
struct RoomOrderTests {
  /// A room uses only those before it.
  private static let rooms = [
    "Diagnostics", "Fields", "Document", "Diff", "Amendments", "Versions", "Deadlines", "Voting", "StandingOrders",
    "Drafting", "Importing",
  ]

  @Test("A room of the library names no type of a later room")
  func order() throws {
    var declared: [String: Int] = [:]
    var outer: Set<String> = []
    var words: [(path: String, room: Int, words: Set<String>)] = []
    for path in Repository.files(under: "Sources/MotionKit", ending: ".swift") {
      let name = String(path.split(separator: "/")[2])
      guard let room = RoomOrderTests.rooms.firstIndex(of: name) else {
        Issue.record("\(path) lies in no room of the library")
        continue
      }
      let code = code(of: try Repository.text(path))
      for type in types(declaredIn: code) { declared[type] = min(declared[type] ?? room, room) }
      outer.formUnion(outerTypes(declaredIn: code))
      words.append((path, room, Set(names(in: code))))
    }
    for (path, room, words) in words {
      for word in words.intersection(outer).sorted() {
        guard let home = declared[word], home > room else { continue }
        Issue.record("\(path) uses \(word) of \(RoomOrderTests.rooms[home]), a later room")
      }
    }
  }

  @Test("Types and the names that are used are read from code, not from comments, texts or members")
  func reads() {
    let code = code(of: "/// Of A.\npublic struct B: C { var d = \"E\" // F\n  enum G {}\n}\nlet h = I.J(k)\n")
    #expect(types(declaredIn: code) == ["B", "G"])
    #expect(outerTypes(declaredIn: code) == ["B"])
    #expect(names(in: code) == ["B", "C", "G", "I"])
  }

  private func code(of text: String) -> String {
    text.split(separator: "\n").map { line in
      let parts = line.split(separator: "\"", omittingEmptySubsequences: false)
      let outside = parts.enumerated().filter { $0.offset.isMultiple(of: 2) }.map { String($0.element) }.joined(
        separator: " ")
      return outside.firstRange(of: "//").map { String(outside[..<$0.lowerBound]) } ?? outside
    }.joined(separator: "\n")
  }

  private func types(declaredIn code: String) -> [String] {
    code.matches(of: /\b(?:struct|enum|protocol|class|actor|typealias) ([A-Z][A-Za-z0-9]*)/).map { String($0.output.1) }
  }

  /// Those at the left edge: a type within another is named through it.
  private func outerTypes(declaredIn code: String) -> [String] {
    types(declaredIn: code.split(separator: "\n").filter { !$0.hasPrefix(" ") }.joined(separator: "\n"))
  }

  /// The capitalised words that are no members of something else.
  private func names(in code: String) -> [String] {
    code.matches(of: /(^|[^.A-Za-z0-9_])([A-Z][A-Za-z0-9]*)/).map { String($0.output.2) }
  }
}
