/// Takes typed values out of fields, and reports what is not as it has to be: unknown names, wrong kinds of value.
struct RulesReader {
  private(set) var findings: [Finding]

  init(_ fields: Fields) { findings = fields.findings }

  mutating func report(_ code: String, _ span: Range<Int>, _ message: String, _ fix: String?, edit: String? = nil) {
    findings.append(
      Finding(
        code: code, severity: .error, span: span, message: message, fix: fix,
        edit: edit.map { SourceEdit(span: span, replacement: $0) }))
  }

  /// Reports every name that means nothing here: a slip in a rule would otherwise be a rule that is not there.
  mutating func check(_ entries: [Fields.Entry], names: [String], in place: String?) {
    for entry in entries where !names.contains(where: { $0.utf8.elementsEqual(entry.key.utf8) }) {
      let near = PlainWords.nearest(to: entry.key, among: names)
      let around = place.map { " in \($0)" } ?? ""
      report(
        "rules-unknown-name", entry.keySpan, "“\(entry.key)” means nothing\(around).",
        near.map { "Did you mean \($0)?" } ?? "Names here are \(PlainWords.list(names)).", edit: near)
    }
  }

  /// The entries of a mapping, its names checked; empty where there is none.
  mutating func section(_ value: Fields.Value?, _ field: String, names: [String]) -> Fields.Value? {
    guard let value, value.content != .none else { return nil }
    guard let entries = value.entries else {
      report("rules-type", value.span, "\(field) has further fields below it, not \(value.description).", nil)
      return nil
    }
    check(entries, names: names, in: field)
    return value
  }

  mutating func text(_ value: Fields.Value?, _ field: String) -> String? {
    guard let value, value.content != .none else { return nil }
    if case .text(let text) = value.content { return text }
    report(
      "rules-type", value.span, "\(field) is text, not \(value.description).",
      value.string.map { "\"\($0)\"" } ?? "Write one line of text.", edit: value.string.map { "\"\($0)\"" })
    return nil
  }

  /// A whole number from 0 on.
  mutating func number(_ value: Fields.Value?, _ field: String) -> Int? {
    guard let value, value.content != .none else { return nil }
    if let number = value.integer, number >= 0 { return number }
    let bare = value.string.flatMap { PlainWords.figure($0) }.map(String.init)
    report(
      "rules-type", value.span, "\(field) is a whole number.", bare ?? "Write digits without quotes, such as 250.",
      edit: bare)
    return nil
  }

  mutating func truth(_ value: Fields.Value?, _ field: String) -> Bool? {
    guard let value, value.content != .none else { return nil }
    if let truth = value.boolean { return truth }
    report("rules-type", value.span, "\(field) is true or false.", "Write true or false, without quotes.")
    return nil
  }

  /// One of a closed list of words.
  mutating func choice<Choice: RawRepresentable<String> & CaseIterable>(
    _ value: Fields.Value?, _ field: String, as type: Choice.Type
  ) -> Choice? {
    guard let value, value.content != .none else { return nil }
    let names = Choice.allCases.map(\.rawValue)
    if let text = value.string, let choice = Choice(rawValue: text) { return choice }
    let near = value.string.flatMap { PlainWords.nearest(to: $0, among: names) }
    report(
      "rules-value", value.span, "\(field) is \(PlainWords.list(names, "or")).",
      near.map { "Did you mean \($0)?" } ?? "Write one of them.", edit: near)
    return nil
  }

  /// Something with a form of its own, such as a threshold.
  mutating func phrase<Result>(
    _ value: Fields.Value?, _ field: String, _ form: String, _ read: (String) -> Result?
  ) -> Result? {
    guard let value, value.content != .none else { return nil }
    if let text = value.string, let result = read(text) { return result }
    let written = value.string.map { "“\($0)”" } ?? value.description
    report("rules-value", value.span, "\(field) can’t be \(written).", "Write it like \(form).")
    return nil
  }

  /// The items of a list; one scalar is a list of one.
  mutating func list(_ value: Fields.Value?, _ field: String) -> [Fields.Value] {
    guard let value, value.content != .none else { return [] }
    if let list = value.list { return list }
    if value.string != nil { return [value] }
    report("rules-type", value.span, "\(field) is a list, not \(value.description).", "Begin each item with a dash.")
    return []
  }

  mutating func threshold(_ value: Fields.Value?, _ field: String) -> Threshold? {
    phrase(value, field, "more than half of the votes, or at least two thirds of those present") { text in
      Threshold(reading: text)
    }
  }
}
