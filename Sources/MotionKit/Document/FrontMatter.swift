/// The fields before a motion's text, between two lines of three dashes.
struct FrontMatter {
  var fields = Fields()
  var bodyStart = 0
  var findings: [Finding] = []
  var numbering: Numbering.Mode { FrontMatter.mode(of: fields) }

  static func mode(of fields: Fields) -> Numbering.Mode {
    fields["numbering"]?.string.flatMap { Numbering.Mode(rawValue: $0) } ?? .live
  }

  private static let known: Set<String> = [
    "title", "kind", "number", "mover", "movers", "seconder", "amends", "base", "numbering", "requires", "falls_if",
    "composite_of",
    "summary", "fields", "body", "from", "date",
  ]

  /// Fields of a motion that are text.
  private static let texts = ["title", "kind", "number", "mover", "seconder", "amends", "base", "numbering"]

  init(of bytes: [UInt8]) {
    var at = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let start = at
    guard let first = FrontMatter.line(bytes, at), FrontMatter.isFence(bytes, first.text) else {
      bodyStart = 0
      return
    }
    at = first.next
    let inner = at
    while let line = FrontMatter.line(bytes, at) {
      if FrontMatter.isFence(bytes, line.text) {
        bodyStart = line.next
        fields = Fields(parsing: bytes, in: inner..<line.text.lowerBound)
        findings = fields.findings
        for key in FrontMatter.texts {
          if let value = fields[key], let finding = fields.findingIfNotText(value, field: key) {
            findings.append(finding)
          }
        }
        for entry in fields.entries where !FrontMatter.known.contains(entry.key) {
          findings.append(
            Finding(
              code: "field-unknown", severity: .note, span: entry.keySpan,
              message: "\(entry.key) is no field of a motion; it is kept as it is."))
        }
        if let mode = fields["numbering"], let word = mode.string, Numbering.Mode(rawValue: word) == nil {
          findings.append(
            Finding(
              code: "field-unknown-value", severity: .error, span: mode.span,
              message: "\(word) is no way of numbering.", fix: "live, frozen or adopted"))
        }
        return
      }
      at = line.next
    }
    // Never closed: a rule and ordinary text, unless it looks like fields.
    if let line = FrontMatter.line(bytes, inner), bytes[line.text].contains(UInt8(ascii: ":")),
      let byte = bytes[line.text].first, isLetter(byte)
    {
      findings = [
        Finding(
          code: "front-matter-open", severity: .error, span: start..<first.text.upperBound,
          message: "The fields begin here, but no line of three dashes ends them.",
          fix: "Write --- on a line of its own after the last field.")
      ]
    }
  }

  private static func line(_ bytes: [UInt8], _ start: Int) -> (text: Range<Int>, next: Int)? {
    guard start < bytes.count else { return nil }
    var end = start
    while end < bytes.count, bytes[end] != 10, bytes[end] != 13 { end += 1 }
    var next = end
    if next < bytes.count { next += bytes[end] == 13 && end + 1 < bytes.count && bytes[end + 1] == 10 ? 2 : 1 }
    return (start..<end, next)
  }

  private static func isFence(_ bytes: [UInt8], _ text: Range<Int>) -> Bool {
    guard text.count >= 3, bytes[text].prefix(3).allSatisfy({ $0 == UInt8(ascii: "-") }) else { return false }
    return bytes[text].dropFirst(3).allSatisfy { isBlank($0) }
  }
}
