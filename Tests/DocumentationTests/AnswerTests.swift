import CanonicalJSON
import Testing

@Suite("Answers")
struct AnswerTests {
  @Test("Every --json answer is as its published schema says, and every schema has an answer", .timeLimit(.minutes(5)))
  func answers() async throws {
    let schemas = try JSONSchema.published()
    let page = Page(try Repository.text("Tests/Answers/answers.md"))
    let run = try await PageRun(page)
    var met: Set<String> = []
    for (command, output) in zip(page.commands, run.outputs) {
      let place = "Tests/Answers/answers.md:\(command.line): $ \(command.text)"
      let lines = (output ?? ["the shell ended"]).filter { !$0.hasPrefix("[exit ") }
      guard command.text.contains("--json") else { continue }
      let objects = lines.filter { $0.hasPrefix("{") }
      #expect(objects.count == 1, "\(place) answers with one object\n\(lines.joined(separator: "\n"))")
      for line in objects {
        do {
          let answer = try JSONReader.read(line)
          if case .string(let name)? = answer["schema"] { met.insert(JSONSchema.file(for: name)) }
          let problems = schemas.problems(answer)
          #expect(problems.isEmpty, "\(place)\n\(problems.joined(separator: "\n"))")
        } catch {
          Issue.record("\(place): \(error)\n\(line)")
        }
      }
    }
    let named = schemas.files.filter { $0.value["properties"]?["schema"] != nil }.keys
    #expect(
      met.isSuperset(of: named), "no answer in Tests/Answers/answers.md for \(Set(named).subtracting(met).sorted())")
  }

  @Test("Every answer shown on a page is as its schema says", .timeLimit(.minutes(5)), arguments: Repository.pages)
  func shown(path: String) throws {
    let schemas = try JSONSchema.published()
    for command in Page(try Repository.text(path)).commands {
      for line in command.expected where line.hasPrefix("{\"schema\":") && !line.contains("…") {
        let problems = schemas.problems(try JSONReader.read(line))
        #expect(problems.isEmpty, "\(path):\(command.line)\n\(problems.joined(separator: "\n"))")
      }
    }
  }

  @Test("Every schema is named for what it describes, and says so")
  func names() throws {
    for (file, schema) in try JSONSchema.published().files {
      #expect(schema["$schema"] == "https://json-schema.org/draft/2020-12/schema")
      guard case .string(let title)? = schema["title"], case .string? = schema["description"] else {
        Issue.record("\(file) lacks a title or a description")
        continue
      }
      #expect(JSONSchema.file(for: title) == file)
      if let name = schema["properties"]?["schema"] { #expect(name["const"] == .string(title)) }
    }
  }

  @Test(
    "The validator finds what is wrong",
    arguments: [
      ("{\"type\":\"string\"}", "1"), ("{\"type\":[\"string\",\"null\"]}", "[]"), ("{\"const\":\"a\"}", "\"b\""),
      ("{\"enum\":[1,2]}", "3"), ("{\"minimum\":1}", "0"), ("{\"pattern\":\"^a+$\"}", "\"ab\""),
      ("{\"minItems\":2}", "[1]"), ("{\"maxItems\":0}", "[1]"), ("{\"items\":{\"type\":\"null\"}}", "[null,1]"),
      ("{\"required\":[\"a\"]}", "{\"b\":1}"), ("{\"properties\":{\"a\":{\"type\":\"null\"}}}", "{\"a\":1}"),
      ("{\"properties\":{\"a\":{}}}", "{\"b\":1}"), ("{\"properties\":{\"a\":{},\"b\":{}}}", "{\"b\":1,\"a\":1}"),
      ("{\"additionalProperties\":{\"type\":\"null\"}}", "{\"a\":1}"), ("{\"anyOf\":[{\"type\":\"null\"}]}", "1"),
      ("{\"$ref\":\"#/$defs/a\",\"$defs\":{\"a\":{\"type\":\"null\"}}}", "1"), ("{\"$ref\":\"nowhere.json\"}", "1"),
      ("{\"uniqueItems\":true}", "1"), ("{\"properties\":{\"a\":false}}", "{\"a\":1}"),
    ])
  func finds(schema: String, value: String) throws {
    let schema = try JSONReader.read(schema)
    let problems = JSONSchema(files: ["a.json": schema]).problems(
      try JSONReader.read(value), schema, in: "a.json", at: "")
    #expect(problems.count == 1)
  }

  @Test("The validator accepts what is right")
  func accepts() throws {
    let schema = try JSONReader.read(
      """
      {"type": "object", "required": ["a"], "additionalProperties": {"type": "integer"}, "properties": {
        "a": {"type": "array", "items": {"anyOf": [{"type": "null"}, {"$ref": "#/$defs/word"}]}}, "b": {"const": null}},
       "$defs": {"word": {"type": "string", "pattern": "^[a-z]+$"}}}
      """)
    for value in [
      #"{"a":[]}"#, #"{"a":[null,"word"],"b":null}"#, #"{"a":["\u0061\n"],"z":-7}"#.replacing("\\n", with: ""),
    ] {
      let problems = JSONSchema(files: ["a.json": schema]).problems(
        try JSONReader.read(value), schema, in: "a.json", at: "")
      #expect(problems == [])
    }
  }

  @Test(
    "The reader of JSON refuses what is none",
    arguments: [
      "", "{", "[1,]", "{\"a\":1,\"a\":2}", "1.5", "01x", "\"\u{1}\"", "\"\\x\"", "nul", "[] []", "\"\\uD800\"",
    ])
  func refuses(text: String) {
    #expect(throws: JSONReader.Malformed.self) { try JSONReader.read(text) }
  }

  @Test("The reader of JSON keeps order, escapes and pairs of surrogates")
  func reads() throws {
    let value = try JSONReader.read(" {\"b\" : [1, -2, true, null], \"a\":\"\\u00e9\\uD83D\\uDE8C\\\"\\/\\n\"} ")
    #expect(value == .object([.init("b", [1, -2, true, nil]), .init("a", "é🚌\"/\n")]))
  }
}
