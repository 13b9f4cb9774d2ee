extension Fields {
  /// The edit of `bytes` that gives a field at the top level a text; a new field goes behind the last one.
  ///
  /// Only the value's bytes change: comments, order, blank lines and the quotes of others stay. The text is quoted where
  /// it has to be, and where it was.
  public func edit(setting key: String, to text: String) -> SourceEdit {
    edit(setting: key, written: FieldsWriting.scalar(text, quoted: isQuoted(key)))
  }

  public func edit(setting key: String, to number: Int) -> SourceEdit { edit(setting: key, written: String(number)) }

  public func edit(setting key: String, to value: Bool) -> SourceEdit {
    edit(setting: key, written: value ? "true" : "false")
  }

  /// A list of texts on one line.
  public func edit(setting key: String, to texts: [String]) -> SourceEdit {
    edit(
      setting: key, written: "[" + texts.map { FieldsWriting.scalar($0, inList: true) }.joined(separator: ", ") + "]")
  }

  /// The edit that takes a field away with its whole lines; nil where there is none.
  public func edit(removing key: String) -> SourceEdit? {
    entries.first { $0.key == key }.map { SourceEdit(span: $0.span, replacement: "") }
  }

  private func isQuoted(_ key: String) -> Bool {
    guard let value = self[key], case .text = value.content else { return false }
    return bytes[value.span].first == UInt8(ascii: "\"")
  }

  private func edit(setting key: String, written: String) -> SourceEdit {
    guard let entry = entries.first(where: { $0.key == key }) else { return adding(key, written) }
    switch entry.value.content {
    case .text, .integer, .boolean:
      return SourceEdit(span: entry.value.span, replacement: written)
    case .list where bytes[entry.value.span].first == UInt8(ascii: "["):
      return SourceEdit(span: entry.value.span, replacement: written)
    case .none:
      return SourceEdit(span: entry.value.span, replacement: " " + written)
    case .list, .mapping:
      // Lines below the name give way to one value behind it.
      let start = afterColon(entry)
      return SourceEdit(span: start..<max(start, entry.value.span.upperBound), replacement: " " + written)
    }
  }

  private func afterColon(_ entry: Entry) -> Int {
    let end = entry.value.span.lowerBound
    return (bytes[entry.keySpan.upperBound..<end].firstIndex(of: UInt8(ascii: ":")) ?? end - 1) + 1
  }

  private func adding(_ key: String, _ written: String) -> SourceEdit {
    let place = entries.last?.span.upperBound ?? span.upperBound
    let end = lineEnd
    let isOnNewLine = place == span.lowerBound || place == 0 || bytes[place - 1] == 10 || bytes[place - 1] == 13
    let line = "\(FieldsWriting.scalar(key)): \(written)\(end)"
    return SourceEdit(span: place..<place, replacement: isOnNewLine ? line : end + line)
  }

  /// The file's own.
  private var lineEnd: String {
    guard let end = bytes.firstIndex(where: { $0 == 10 || $0 == 13 }), bytes[end] == 13 else { return "\n" }
    return end + 1 < bytes.count && bytes[end + 1] == 10 ? "\r\n" : "\r"
  }
}

extension Document {
  /// The file with a field set and every other byte kept; front matter is begun where there is none.
  public func setting(field key: String, to text: String) -> [UInt8] {
    if hasFrontMatter { return SourceEdit.apply([fields.edit(setting: key, to: text)], to: bytes) }
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let front = "---\n\(FieldsWriting.scalar(key)): \(FieldsWriting.scalar(text))\n---\n"
    return SourceEdit.apply([SourceEdit(span: start..<start, replacement: front)], to: bytes)
  }

  /// The file with a field taken away and every other byte kept.
  public func removing(field key: String) -> [UInt8] {
    fields.edit(removing: key).map { SourceEdit.apply([$0], to: bytes) } ?? bytes
  }

  /// Whether lines of dashes enclose fields, be there any or not.
  public var hasFrontMatter: Bool { body.lowerBound > 0 }
}

/// How values are written so that every YAML parser reads them as we do.
enum FieldsWriting {
  /// Plain where that is read as the same text, else in double quotation marks.
  static func scalar(_ text: String, quoted: Bool = false, inList: Bool = false) -> String {
    quoted || needsQuotes(Array(text.utf8), inList: inList) ? QuotedScalar.quote(text) : text
  }

  private static func needsQuotes(_ bytes: [UInt8], inList: Bool) -> Bool {
    guard let first = bytes.first, let last = bytes.last else { return true }
    if isBlank(first) || isBlank(last) || first == UInt8(ascii: "\"") || first == UInt8(ascii: "'") { return true }
    if PlainScalarStart.trouble(first) != nil { return true }
    if first == UInt8(ascii: "-"), bytes.count == 1 || isBlank(bytes[1]) || bytes.starts(with: "---".utf8) {
      return true
    }
    for (index, byte) in bytes.enumerated() {
      if byte < 32 || byte == 0x7F { return true }
      if byte == UInt8(ascii: ":"), index + 1 == bytes.count || isBlank(bytes[index + 1]) { return true }
      if byte == UInt8(ascii: "#"), index > 0, isBlank(bytes[index - 1]) { return true }
      if inList,
        byte == UInt8(ascii: ",") || byte == UInt8(ascii: "[") || byte == UInt8(ascii: "]")
          || byte == UInt8(ascii: "{") || byte == UInt8(ascii: "}") || byte == UInt8(ascii: ":")
      {
        return true
      }
    }
    if case .text = PlainScalar.read(bytes[...]) { return false }
    return true
  }
}
