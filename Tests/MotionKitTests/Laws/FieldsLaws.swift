import MotionKit

/// What holds of every front matter and every edit of it.
enum FieldsLaws {
  static func broken(by bytes: [UInt8]) -> String? {
    var broken = Broken()
    broken.unless(Fields(parsing: bytes).bytes == bytes, "fields keep every byte")
    broken.unless(spans(Fields(parsing: bytes)))
    let document = Document(parsing: bytes)
    broken.unless(spans(document.fields))
    // A value of the person's own making: whatever stands in the text.
    let value = String(decoding: document.bytes[document.body].prefix(40), as: UTF8.self)
    for key in ["title", "list", "v"] {
      broken.unless(setting(key, to: value, in: document))
      broken.unless(removing(key, from: document))
    }
    return broken.law
  }

  private static func spans(_ fields: Fields) -> String? {
    var broken = Broken()
    var last = fields.span.lowerBound
    for entry in fields.entries {
      broken.unless(
        entry.span.lowerBound >= last && entry.span.upperBound <= fields.span.upperBound,
        "the lines of \(entry.key) lie behind those before and in the fields")
      last = entry.span.upperBound
      for span in [entry.keySpan, entry.value.span] {
        broken.unless(
          entry.span.lowerBound <= span.lowerBound && span.upperBound <= entry.span.upperBound,
          "name and value of \(entry.key) lie in its lines")
      }
    }
    for span in fields.findings.compactMap(\.span) {
      broken.unless(span.lowerBound >= 0 && span.upperBound <= fields.bytes.count, "findings lie in the file")
    }
    return broken.law
  }

  /// Of sound fields: the field reads back, the others and the text stay, and nothing is wrong that was not.
  private static func setting(_ key: String, to value: String, in document: Document) -> String? {
    let changed = Document(parsing: document.setting(field: key, to: value))
    guard document.fields.findings.isEmpty, document.hasFrontMatter else { return nil }
    var broken = Broken()
    broken.unless(changed.fields[key]?.string.map { Array($0.utf8) } == Array(value.utf8), "\(key) reads back as set")
    broken.unless(changed.fields.findings.isEmpty, "setting \(key) leaves sound fields sound")
    broken.unless(others(changed, than: key) == others(document, than: key), "setting \(key) keeps the other fields")
    broken.unless(changed.bytes[changed.body] == document.bytes[document.body], "setting \(key) keeps the text")
    return broken.law
  }

  private static func removing(_ key: String, from document: Document) -> String? {
    let changed = Document(parsing: document.removing(field: key))
    guard document.fields.findings.isEmpty, document.hasFrontMatter else { return nil }
    var broken = Broken()
    broken.unless(changed.fields[key] == nil, "\(key) is gone")
    broken.unless(others(changed, than: key) == others(document, than: key), "removing \(key) keeps the other fields")
    broken.unless(changed.bytes[changed.body] == document.bytes[document.body], "removing \(key) keeps the text")
    return broken.law
  }

  /// Name and written value of every other field, wherever they stand.
  private static func others(_ document: Document, than key: String) -> [[UInt8]] {
    document.fields.entries.filter { $0.key != key }.flatMap { entry in
      [Array(entry.key.utf8), Array(document.bytes[entry.value.span])]
    }
  }
}
