import Foundation
import MotionKit
import Testing

@Suite("Model motions")
struct TemplateTests {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("../../../motions/models")

  static let models: [String] = {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.filter { $0.hasSuffix(".md") }.sorted()
  }()

  static func template(_ file: String) throws -> Template {
    let data = try Data(contentsOf: folder.appendingPathComponent(file))
    return Template(name: String(file.dropLast(3)), parsing: Array(data))
  }

  @Test("the models are there")
  func found() { #expect(Self.models.count >= 6) }

  @Test("a model filled with its examples is in order", arguments: models)
  func examples(_ file: String) throws {
    let template = try Self.template(file)
    #expect(template.summary != nil)
    #expect(
      template.fields.allSatisfy { $0.example != nil && $0.question.hasSuffix("?") || $0.question.hasSuffix(")") })
    let values = Dictionary(uniqueKeysWithValues: template.fields.map { ($0.name, $0.example ?? "") })
    let filled = try template.filled(with: values)
    let draft = Draft(
      Document(parsing: filled), expectations: Expectations(wordLimit: 250, mover: .required, seconder: .required)
    )
    #expect(draft.findings.map(\.message) == [], "\(String(decoding: filled, as: UTF8.self))")
    #expect(draft.words < 250)
    #expect(!String(decoding: filled, as: UTF8.self).contains("{{"))
  }

  @Test("what has no default has to be said")
  func missing() throws {
    let template = try Self.template("living-wage.md")
    #expect(template.missing(in: ["employer": "X"]).map(\.name) == ["workers", "pay", "wage", "date"])
  }

  private let model = Template(
    name: "m",
    parsing: Array(
      """
      ---
      title: "On {{what}}"
      mover: "{{mover}}"
      fields:
        what:
          question: "What?"
        mover:
          question: "Who?"
          optional: true
        body:
          question: "Which?"
          default: branch
      ---
      This {{body}} ({{ what }}) says {{mover}} yes.

      """.utf8))

  private func filled(_ values: [String: String]) throws -> String {
    String(decoding: try model.filled(with: values), as: UTF8.self)
  }

  @Test("values are words, whatever they hold")
  func substitution() throws {
    #expect(try filled(["what": "fares"]) == "---\ntitle: On fares\n---\nThis branch (fares) says yes.\n")
    #expect(
      try filled(["what": "a: \"b\" # {{body}}\nmover: x", "mover": "no"])
        == "---\ntitle: 'On a: \"b\" # {{body}} mover: x'\nmover: \"no\"\n---\n"
        + "This branch (a: \"b\" # {{body}} mover: x) says no yes.\n")
    #expect(try filled([:]).contains("title: \"On {{what}}\""))
  }

  @Test(
    "a value in front matter is read back as it was given",
    arguments: [
      "no", "12:00", "- x", "it's", "\"q\"", "a\\b", "'", "#", "x # y", "[a]", "2026-09-13", "ünï", "&a", "~",
    ])
  func quoting(_ value: String) throws {
    let document = Document(parsing: try filled(["what": value, "mover": value]))
    #expect(document.fields["mover"]?.string == value)
    #expect(document.title == "On \(value)")
    #expect(document.fields.findings == [])
  }

  @Test("a field that is not there suggests the nearest")
  func unknown() {
    #expect(throws: TemplateError.unknownField("wat", nearest: "what")) { try filled(["wat": "x"]) }
    #expect(throws: TemplateError.unknownField("colour", nearest: nil)) { try filled(["colour": "x"]) }
  }

  @Test("the blank motion shows what goes where")
  func blank() throws {
    let text = String(decoding: try Template.blank.filled(with: ["title": "Fares"]), as: UTF8.self)
    #expect(text.hasPrefix("---\ntitle: Fares\nkind: ordinary\n---\nThis branch notes:\n\n1. {{what is"))
    #expect(Template.blank.questions.map(\.name) == ["title", "body", "mover", "seconder"])
  }
}
