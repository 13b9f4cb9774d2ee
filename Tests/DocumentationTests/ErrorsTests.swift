import Foundation
import Testing

@Suite("Errors")
struct ErrorsTests {
  @Test("Every error that a command can give stands in the gallery, with what leads to it")
  func gallery() throws {
    let sections = sections(of: try Repository.text("Docs/errors.md"))
    var codes: Set<String> = []
    for path in Repository.files(under: "Sources/Commands", ending: ".swift") {
      codes.formUnion(self.codes(in: try Repository.text(path)))
    }
    #expect(!codes.isEmpty)
    for code in codes.sorted() {
      let section = sections[code]
      #expect(section != nil, "Docs/errors.md has no section ### \(code)")
      let isShown = section.map { $0.contains("[\(code)]") || $0.contains("\"code\":\"\(code)\"") } ?? true
      #expect(isShown, "the section \(code) does not show the error")
    }
    for code in sections.keys.sorted() {
      #expect(codes.contains(code), "Docs/errors.md shows \(code), which no command gives")
    }
  }

  @Test("The code of a failure is found where it is written as text")
  func readsCodes() {
    let text = """
      throw Failure(.usage, "one-word", "Message, with \\"quotes\\"")
      throw Failure(
        .badInput, "two-words",
        "Message")
      case .third: Failure(.no, code, "Message")
      """
    #expect(codes(in: text) == ["one-word", "two-words"])
  }

  private func codes(in text: String) -> [String] {
    text.matches(of: /(?:Failure|\.init)\(\s*[.A-Za-z()]+,\s*"([a-z0-9-]+)"/).map { String($0.output.1) }
  }

  /// The text under each `### code`.
  private func sections(of text: String) -> [String: String] {
    var result: [String: String] = [:]
    for part in "\n\(text)".split(separator: "\n### ", omittingEmptySubsequences: false).dropFirst() {
      let lines = part.split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false)
      let name = lines[0].filter { $0 != "`" }
      result[name] = lines.count > 1 ? String(lines[1]) : ""
    }
    return result
  }
}
