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
