import Foundation
import Testing

@Suite("Errors")
struct ErrorsTests {
  @Test("Every error that a command can give stands in the gallery, with what leads to it")
  func gallery() throws {
    let sections = sections(of: try Repository.text("Docs/errors.md"))
    var codes: Set<String> = []
    for path in Repository.files(under: "Sources", ending: ".swift") {
      codes.formUnion(self.codes(in: try Repository.text(path)))
    }
    // The system's own reasons are said as `no-such-file`, `not-a-file` and `input-output` are.
    codes.remove("file-error")
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
        public var code: String {
          switch self {
          case .fourth(let four): four ? "four-1" : "four-2"
          }
        }
        public var message: String { "no-code" }
      """
    #expect(codes(in: text) == ["one-word", "two-words", "four-1", "four-2"])
  }

  /// The second argument of a failure, and what the `code` of an error can be.
  private func codes(in text: String) -> [String] {
    var codes = text.matches(of: /(?:Failure|\.init)\(\s*[.A-Za-z()]+,\s*"([a-z0-9-]+)"/).map { String($0.output.1) }
    // What a meeting refuses, and what it records with a flag once the chair says why.
    codes += text.matches(of: /(?:Refusal|Irregularity)\(\s*"([a-z0-9-]+)"/).map { String($0.output.1) }
    for property in text.split(separator: "  public var code: String {\n").dropFirst() {
      let body = property.prefix(upTo: property.firstRange(of: "\n  }\n")?.lowerBound ?? property.endIndex)
      codes += body.matches(of: /"([a-z0-9-]+)"/).map { String($0.output.1) }
    }
    return codes
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
