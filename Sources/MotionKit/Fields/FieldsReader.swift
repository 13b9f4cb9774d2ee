/// Reads the strict YAML subset line by line.
struct FieldsReader {
  let bytes: [UInt8]
  let span: Range<Int>
  private(set) var findings: [Finding] = []
  private var lines: [Line] = []
  private var at = 0

  static let deepest = 6

  /// Where names stand of which it has been said that others do not read them as text.
  private var reportedKeys: Set<Int> = []

  /// A line that holds something.
  private struct Line {
    var start: Int
    /// Columns of blanks before the text.
    var indent: Int
    var text: Range<Int>
    /// The first byte of the next line.
    var next: Int
  }

  init(_ bytes: [UInt8], _ span: Range<Int>) {
    self.bytes = bytes
    self.span = span.clamped(to: 0..<bytes.count)
  }

  mutating func read() -> [Fields.Entry] {
    cutLines()
    guard let first = lines.first else { return [] }
    if first.indent > 0 {
      report(
        "field-indent", first.text, "The first field does not begin at the margin.", "Take away the blanks before it.")
    }
    if isItem(first) {
      report(
        "field-syntax", first.text, "A list stands where a field is expected.",
        "Write the field's name first, such as routes:")
      return []
    }
    var entries: [Fields.Entry] = []
    var known: Set<String> = []
    while at < lines.count {
      let here = at
      entries += readMapping(lines[at].indent, depth: 1, known: &known)
      if at == here {
        // Behind a field that has its value already, so it can't be the list of one.
        report(
          "field-syntax", lines[at].text, "A list stands where a field is expected.",
          "Write the field's name first, such as routes:")
        at += 1
        skipDeeper(than: lines[here].indent)
      }
      if at < lines.count, lines[at].indent != first.indent {
        report(
          "field-indent", lines[at].text, "This line is indented like nothing above it.",
          "Begin it below the first letter of the field that it belongs with.")
      }
    }
    return entries
  }

  // MARK: Lines

  private mutating func cutLines() {
    var start = span.lowerBound
    while start < span.upperBound {
      var end = start
      while end < span.upperBound, bytes[end] != 10, bytes[end] != 13 { end += 1 }
      var next = end
      if next < span.upperBound {
        next += bytes[end] == 13 && end + 1 < span.upperBound && bytes[end + 1] == 10 ? 2 : 1
      }
      var text = start
      while text < end, bytes[text] == 32 { text += 1 }
      let indent = text - start
      if text < end, bytes[text] == 9 {
        let tab = text
        while text < end, isBlank(bytes[text]) { text += 1 }
        if text < end, bytes[text] != UInt8(ascii: "#") {
          report("field-tab", tab..<tab + 1, "A tab cannot indent a field.", "Use blanks.")
        }
      }
      var stop = end
      while stop > text, isBlank(bytes[stop - 1]) { stop -= 1 }
      if text < stop, bytes[text] != UInt8(ascii: "#") {
        lines.append(Line(start: start, indent: indent, text: text..<stop, next: next))
      }
      start = next
    }
  }

  private func isItem(_ line: Line) -> Bool {
    bytes[line.text.lowerBound] == UInt8(ascii: "-")
      && (line.text.count == 1 || isBlank(bytes[line.text.lowerBound + 1]))
  }

  // MARK: Mappings and lists

  private mutating func readMapping(_ indent: Int, depth: Int) -> [Fields.Entry] {
    var known: Set<String> = []
    return readMapping(indent, depth: depth, known: &known)
  }

  /// `known` are the names that the mapping has already.
  private mutating func readMapping(_ indent: Int, depth: Int, known: inout Set<String>) -> [Fields.Entry] {
    var entries: [Fields.Entry] = []
    while at < lines.count, lines[at].indent == indent {
      let line = lines[at]
      if isItem(line) { break }
      let start = at
      guard let entry = readEntry(line, depth: depth) else {
        if at == start { at += 1 }
        continue
      }
      if !known.insert(entry.key).inserted {
        report("field-twice", entry.keySpan, "The field \(entry.key) is there already.", "Keep one of the two.")
      }
      entries.append(entry)
    }
    return entries
  }

  private mutating func readEntry(_ line: Line, depth: Int) -> Fields.Entry? {
    guard let (key, keySpan, colon) = readKey(line.text) else {
      report(
        "field-syntax", line.text, "This is neither a field nor a comment.",
        "Write name: value, or put # before a comment.")
      at += 1
      skipDeeper(than: line.indent)
      return nil
    }
    let start = at
    at += 1
    var value = colon + 1
    while value < line.text.upperBound, isBlank(bytes[value]) { value += 1 }
    let read = readValue(value, line, depth: depth, indent: line.indent, after: colon + 1)
    let last = max(start, at - 1)
    return Fields.Entry(key: key, keySpan: keySpan, value: read, span: line.start..<lines[last].next)
  }

  /// The value behind a colon or a dash, or on the lines below.
  private mutating func readValue(
    _ start: Int, _ line: Line, depth: Int, indent: Int, after: Int, inList: Bool = false
  ) -> Fields.Value {
    if start < line.text.upperBound, bytes[start] != UInt8(ascii: "#") || !isBlank(bytes[start - 1]) {
      let value = readScalarOrList(start, line.text.upperBound)
      if at < lines.count, lines[at].indent > indent {
        report(
          "field-indent", lines[at].text, "This line is indented below a value that is complete already.",
          "Write a value on one line, in quotes if it is long.")
        skipDeeper(than: indent)
      }
      return value
    }
    if at < lines.count, lines[at].indent > indent || !inList && lines[at].indent == indent && isItem(lines[at]) {
      if depth >= FieldsReader.deepest {
        report("field-depth", lines[at].text, "Fields are nested to six levels at most.", "Write it flatter.")
        skipDeeper(than: indent)
        return Fields.Value(content: .none, span: after..<after)
      }
      return readBlock(lines[at].indent, depth: depth + 1, above: indent)
    }
    let place = min(after, line.text.upperBound)
    findings.append(
      Finding(
        code: "field-empty", severity: .warning, span: place..<place, message: "There is nothing behind this name.",
        fix: "Write a value, \"\" for an empty text, or leave the line out."))
    return Fields.Value(content: .none, span: place..<place)
  }

  private mutating func readBlock(_ indent: Int, depth: Int, above: Int) -> Fields.Value {
    let first = lines[at].text.lowerBound
    let content: Fields.Value.Content =
      isItem(lines[at])
      ? .list(readList(indent, depth: depth)) : .mapping(readMapping(indent, depth: depth))
    if at < lines.count, lines[at].indent > above, lines[at].indent != indent {
      report(
        "field-indent", lines[at].text, "This line is indented like nothing above it.",
        "Begin it below the first letter of the line that it belongs with.")
      skipDeeper(than: above)
    } else if at < lines.count, lines[at].indent == indent, indent > above {
      report("field-syntax", lines[at].text, "Fields and the items of a list are mixed here.", "Use one of the two.")
      skipDeeper(than: above)
    }
    let last = lines[max(at - 1, 0)].text.upperBound
    return Fields.Value(content: content, span: first..<max(first, last))
  }

  private mutating func readList(_ indent: Int, depth: Int) -> [Fields.Value] {
    var values: [Fields.Value] = []
    while at < lines.count, lines[at].indent == indent, isItem(lines[at]) {
      let line = lines[at]
      var start = line.text.lowerBound + 1
      while start < line.text.upperBound, isBlank(bytes[start]) { start += 1 }
      let inner = Line(
        start: line.start, indent: line.indent + start - line.text.lowerBound, text: start..<line.text.upperBound,
        next: line.next)
      if !inner.text.isEmpty, bytes[start] != UInt8(ascii: "#"), isItem(inner) || readKey(inner.text) != nil {
        // "- name: value" or "- - value": the rest of the line is the first line of what is nested.
        if depth >= FieldsReader.deepest {
          report("field-depth", inner.text, "Fields are nested to six levels at most.", "Write it flatter.")
          at += 1
          skipDeeper(than: indent)
        } else {
          lines[at] = inner
          values.append(readBlock(inner.indent, depth: depth + 1, above: indent))
        }
      } else {
        at += 1
        values.append(
          readValue(start, line, depth: depth, indent: indent, after: line.text.lowerBound + 1, inList: true))
      }
    }
    return values
  }

  private mutating func skipDeeper(than indent: Int) {
    while at < lines.count, lines[at].indent > indent { at += 1 }
  }

  // MARK: Keys and scalars

  /// The key of `key: value` and the offset of its colon.
  private mutating func readKey(_ text: Range<Int>) -> (String, Range<Int>, Int)? {
    let first = bytes[text.lowerBound]
    if first == UInt8(ascii: "\"") || first == UInt8(ascii: "'") {
      guard let (key, end) = QuotedScalar.read(bytes, from: text.lowerBound, to: text.upperBound) else { return nil }
      var colon = end
      while colon < text.upperBound, isBlank(bytes[colon]) { colon += 1 }
      guard colon < text.upperBound, bytes[colon] == UInt8(ascii: ":"), endsKey(colon, text) else { return nil }
      return (key, text.lowerBound..<end, colon)
    }
    if PlainScalarStart.trouble(first) != nil { return nil }
    var colon = text.lowerBound
    while colon < text.upperBound {
      if bytes[colon] == UInt8(ascii: "#"), colon > text.lowerBound, isBlank(bytes[colon - 1]) { return nil }
      if bytes[colon] == UInt8(ascii: ":"), endsKey(colon, text) { break }
      colon += 1
    }
    guard colon < text.upperBound, colon > text.lowerBound else { return nil }
    var end = colon
    while end > text.lowerBound, isBlank(bytes[end - 1]) { end -= 1 }
    let span = text.lowerBound..<end
    let key = String(decoding: bytes[span], as: UTF8.self)
    if case .text = PlainScalar.read(bytes[span]) {
    } else if reportedKeys.insert(span.lowerBound).inserted {
      findings.append(
        Finding(
          code: "field-not-text", severity: .error, span: span,
          message: "Other programs do not read the name \(key) as text.", fix: "\"\(key)\"",
          edit: SourceEdit(span: span, replacement: "\"\(key)\"")))
    }
    return (key, span, colon)
  }

  private func endsKey(_ colon: Int, _ text: Range<Int>) -> Bool {
    colon + 1 >= text.upperBound || isBlank(bytes[colon + 1])
  }

  private mutating func readScalarOrList(_ start: Int, _ end: Int) -> Fields.Value {
    let first = bytes[start]
    if first == UInt8(ascii: "[") { return readInlineList(start, end) }
    if first == UInt8(ascii: "\"") || first == UInt8(ascii: "'") {
      guard let (text, close) = QuotedScalar.read(bytes, from: start, to: end) else {
        report(
          "field-quote", start..<start + 1,
          "The quotation mark that opens here is not closed, or holds a \\ that means nothing.",
          "Close it on the same line; inside double quotes write \\\\ for \\ and \\\" for \".")
        return Fields.Value(content: .text(string(start + 1..<end)), span: start..<end)
      }
      checkRest(close, end)
      return Fields.Value(content: .text(text), span: start..<close)
    }
    return plain(start, commentStart(start, end))
  }

  private func commentStart(_ start: Int, _ end: Int) -> Int {
    var at = start
    while at < end {
      if bytes[at] == UInt8(ascii: "#"), at > start, isBlank(bytes[at - 1]) { break }
      at += 1
    }
    while at > start, isBlank(bytes[at - 1]) { at -= 1 }
    return at
  }

  private mutating func checkRest(_ close: Int, _ end: Int) {
    var at = close
    while at < end, isBlank(bytes[at]) { at += 1 }
    if at < end, bytes[at] != UInt8(ascii: "#") || at == close {
      report(
        "field-syntax", at..<end, "Something stands behind the closing quotation mark.",
        "Put everything inside the quotation marks.")
    }
  }

  private mutating func plain(_ start: Int, _ end: Int) -> Fields.Value {
    let span = start..<max(start, end)
    let text = string(span)
    if let trouble = PlainScalarStart.trouble(bytes[start]) ?? colonTrouble(span) {
      report("field-syntax", span, trouble, QuotedScalar.quote(text), quoting: span)
      return Fields.Value(content: .text(text), span: span)
    }
    switch PlainScalar.read(bytes[span]) {
    case .text: return Fields.Value(content: .text(text), span: span)
    case .integer(let number): return Fields.Value(content: .integer(number), span: span)
    case .boolean(let value): return Fields.Value(content: .boolean(value), span: span)
    case .other(let what):
      report(
        "field-not-text", span, "Without quotation marks, other programs read \(text) as \(what), not as text.",
        QuotedScalar.quote(text), quoting: span)
      return Fields.Value(content: .text(text), span: span)
    }
  }

  /// "name: a: b" is one thing to us and an error to others.
  private func colonTrouble(_ span: Range<Int>) -> String? {
    for at in span where bytes[at] == UInt8(ascii: ":") && (at + 1 == span.upperBound || isBlank(bytes[at + 1])) {
      return "A colon and a blank inside a value need quotation marks around it."
    }
    return nil
  }

  private mutating func readInlineList(_ start: Int, _ end: Int) -> Fields.Value {
    var values: [Fields.Value] = []
    var at = start + 1
    while true {
      while at < end, isBlank(bytes[at]) { at += 1 }
      guard at < end, bytes[at] != UInt8(ascii: "#") else { break }
      if bytes[at] == UInt8(ascii: "]") {
        checkRest(at + 1, end)
        return Fields.Value(content: .list(values), span: start..<at + 1)
      }
      if bytes[at] == UInt8(ascii: "[") || bytes[at] == UInt8(ascii: "{") {
        report(
          "field-unsupported", at..<at + 1, "A list on one line holds plain values only.",
          "Write it as lines that begin with -")
        break
      }
      if bytes[at] == UInt8(ascii: "\"") || bytes[at] == UInt8(ascii: "'") {
        guard let (text, close) = QuotedScalar.read(bytes, from: at, to: end) else { break }
        values.append(Fields.Value(content: .text(text), span: at..<close))
        at = close
      } else {
        let first = at
        while at < end, bytes[at] != UInt8(ascii: ","), bytes[at] != UInt8(ascii: "]") { at += 1 }
        var stop = at
        while stop > first, isBlank(bytes[stop - 1]) { stop -= 1 }
        if stop == first {
          report("field-syntax", first..<first + 1, "A comma with nothing before it.", "Take it away.")
          at += 1
          continue
        }
        values.append(plain(first, stop))
      }
      while at < end, isBlank(bytes[at]) { at += 1 }
      if at < end, bytes[at] == UInt8(ascii: ",") { at += 1 } else if at < end, bytes[at] != UInt8(ascii: "]") { break }
    }
    report(
      "field-list", start..<start + 1, "The list that opens here is not closed on its line.",
      "Close it with ] on the same line.")
    return Fields.Value(content: .list(values), span: start..<end)
  }

  private func string(_ span: Range<Int>) -> String { String(decoding: bytes[span], as: UTF8.self) }

  private mutating func report(
    _ code: String, _ span: Range<Int>, _ message: String, _ fix: String, quoting: Range<Int>? = nil
  ) {
    findings.append(
      Finding(
        code: code, severity: .error, span: span, message: message, fix: fix,
        edit: quoting.map { SourceEdit(span: $0, replacement: fix) }))
  }
}

/// Characters that mean something to YAML at the start of a value.
enum PlainScalarStart {
  static func trouble(_ byte: UInt8) -> String? {
    switch byte {
    case UInt8(ascii: "{"): "Fields between { and } are not read here."
    case UInt8(ascii: "&"), UInt8(ascii: "*"): "Anchors (& and *) are not read here."
    case UInt8(ascii: "!"): "Tags (!) are not read here."
    case UInt8(ascii: "|"), UInt8(ascii: ">"): "Values of several lines (| and >) are not read here."
    case UInt8(ascii: "@"), UInt8(ascii: "`"), UInt8(ascii: "%"), UInt8(ascii: ","), UInt8(ascii: "]"),
      UInt8(ascii: "}"), UInt8(ascii: "?"), UInt8(ascii: "["), UInt8(ascii: "#"):
      "A value cannot begin with \(Character(UnicodeScalar(byte))) without quotation marks."
    default: nil
    }
  }
}
