import CanonicalJSON

/// A JSON Schema (draft 2020-12, as far as the project's own schemas go) and what an answer has against it.
///
/// Stricter than the standard where the project promises more: members stand in the order of `properties`, and one that
/// no schema mentions is an error, so that nothing is answered that is not published.
struct JSONSchema {
  let files: [String: JSON]

  /// The schemas of `Docs/schema`, by file name.
  static func published() throws -> JSONSchema {
    var files: [String: JSON] = [:]
    for path in Repository.files(under: "Docs/schema", ending: ".json") {
      files[path.split(separator: "/").last.map(String.init) ?? path] = try JSONReader.read(Repository.text(path))
    }
    return JSONSchema(files: files)
  }

  /// `motions.merge/1` is `merge-1.json`.
  static func file(for name: String) -> String {
    name.replacing("motions.", with: "").replacing("/", with: "-") + ".json"
  }

  /// What is wrong with an answer; empty where it is as its schema says.
  func problems(_ answer: JSON) -> [String] {
    guard case .string(let name)? = answer["schema"] else { return ["the answer names no schema"] }
    let file = JSONSchema.file(for: name)
    guard let schema = files[file] else { return ["there is no Docs/schema/\(file) for \(name)"] }
    return problems(answer, schema, in: file, at: "")
  }

  func problems(_ value: JSON, _ schema: JSON, in file: String, at place: String) -> [String] {
    guard case .object(let rules) = schema else {
      return schema == false ? ["\(place): must not be there"] : []
    }
    return rules.flatMap { problems(value, rule: $0, of: schema, in: file, at: place) }
  }

  private func problems(
    _ value: JSON, rule: JSON.Member, of schema: JSON, in file: String, at place: String
  ) -> [String] {
    func wrong(_ text: String) -> [String] { ["\(place.isEmpty ? "/" : place): \(text)"] }
    switch (rule.name, rule.value) {
    case ("$schema", _), ("title", _), ("description", _), ("$defs", _), ("$comment", _): return []
    case ("$ref", .string(let reference)):
      let parts = reference.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
      let target = parts[0].isEmpty ? file : String(parts[0])
      var found = files[target]
      for step in (parts.count > 1 ? parts[1] : "").split(separator: "/") { found = found?[String(step)] }
      guard let found else { return wrong("the schema refers to \(reference), which is not there") }
      return problems(value, found, in: target, at: place)
    case ("type", .string(let type)): return value.isOfType(type) ? [] : wrong("is no \(type): \(value.shown)")
    case ("type", .array(let types)):
      let names = types.compactMap { if case .string(let name) = $0 { name } else { nil } }
      return names.contains { value.isOfType($0) } ? [] : wrong("is none of \(names): \(value.shown)")
    case ("const", let constant): return value == constant ? [] : wrong("is not \(constant.shown): \(value.shown)")
    case ("enum", .array(let values)): return values.contains(value) ? [] : wrong("is not foreseen: \(value.shown)")
    case ("minimum", .integer(let least)):
      if case .integer(let number) = value, number < least { return wrong("is less than \(least): \(number)") }
      return []
    case ("pattern", .string(let pattern)):
      guard case .string(let text) = value else { return [] }
      guard let expression = try? Regex(pattern) else { return wrong("the schema has a bad pattern: \(pattern)") }
      return text.contains(expression) ? [] : wrong("is not like \(pattern): \(text)")
    case ("minItems", .integer(let least)):
      if case .array(let items) = value, items.count < least { return wrong("has fewer than \(least) items") }
      return []
    case ("maxItems", .integer(let most)):
      if case .array(let items) = value, items.count > most { return wrong("has more than \(most) items") }
      return []
    case ("items", let items):
      guard case .array(let elements) = value else { return [] }
      return elements.enumerated().flatMap { problems($1, items, in: file, at: "\(place)/\($0)") }
    case ("required", .array(let names)):
      guard case .object = value else { return [] }
      return names.flatMap { name -> [String] in
        guard case .string(let name) = name, value[name] == nil else { return [] }
        return wrong("lacks \(name)")
      }
    case ("properties", .object(let properties)):
      return memberProblems(value, properties, open: schema["additionalProperties"] != nil, in: file, at: place)
    case ("additionalProperties", let others):
      guard case .object(let members) = value else { return [] }
      return members.filter { schema["properties"]?[$0.name] == nil }
        .flatMap { problems($0.value, others, in: file, at: "\(place)/\($0.name)") }
    case ("anyOf", .array(let choices)):
      let results = choices.map { problems(value, $0, in: file, at: place) }
      return results.contains { $0.isEmpty }
        ? [] : wrong("fits none of the forms: \(results.joined().joined(separator: "; "))")
    default: return wrong("the schema's \(rule.name) is not understood")
    }
  }

  private func memberProblems(
    _ value: JSON, _ properties: [JSON.Member], open: Bool, in file: String, at place: String
  ) -> [String] {
    guard case .object(let members) = value else { return [] }
    var result: [String] = []
    var last = -1
    for member in members {
      guard let index = properties.firstIndex(where: { $0.name == member.name }) else {
        if !open { result.append("\(place)/\(member.name): is not in the schema") }
        continue
      }
      if index < last { result.append("\(place)/\(member.name): stands after \(properties[last].name), not before it") }
      last = max(last, index)
      result += problems(member.value, properties[index].value, in: file, at: "\(place)/\(member.name)")
    }
    return result
  }
}

extension JSON {
  fileprivate func isOfType(_ type: String) -> Bool {
    switch self {
    case .null: type == "null"
    case .bool: type == "boolean"
    case .integer: type == "integer" || type == "number"
    case .string: type == "string"
    case .array: type == "array"
    case .object: type == "object"
    }
  }

  fileprivate var shown: String { String(decoding: answer.prefix(80), as: UTF8.self) }
}
