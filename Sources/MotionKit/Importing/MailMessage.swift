/// A saved e-mail (RFC 5322, MIME): the one part of it that holds the words, decoded.
struct MailMessage: Sendable {
  /// One line of the message and its number in the file.
  struct Line: Hashable, Sendable {
    var bytes: ArraySlice<UInt8>
    var number: Int
  }

  var lines: [Line]
  /// Names are small letters.
  private var fields: [(name: String, value: String)] = []
  private static let deepest = 8

  /// Opens a message; nil where the text does not begin with the header of one.
  init?(_ bytes: [UInt8]) {
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    guard MailMessage.mayBeOne(bytes[start...]) else { return nil }
    var all = MailMessage.lines(of: bytes[start...])
    // A mailbox file has one line of its own before each message.
    if all.first?.bytes.starts(with: "From ".utf8) == true { all.removeFirst() }
    self.init(all[...])
    let names = Set(fields.map(\.name))
    guard !names.isDisjoint(with: ["from", "received", "return-path", "mime-version", "message-id"]),
      !names.isDisjoint(with: ["to", "subject", "date", "sent", "content-type", "cc"])
    else { return nil }
  }

  /// Looks at the first line alone, so that no other text is taken apart for nothing.
  private static func mayBeOne(_ bytes: ArraySlice<UInt8>) -> Bool {
    let line = bytes.prefix(200).prefix { $0 != 10 && $0 != 13 }
    if line.starts(with: "From ".utf8) { return true }
    guard let colon = line.firstIndex(of: UInt8(ascii: ":")), colon > line.startIndex else { return false }
    return line[..<colon].allSatisfy { $0 > 0x20 && $0 < 0x7F }
  }

  /// A message or one part of it: header, an empty line, body.
  private init(_ all: ArraySlice<Line>) {
    lines = []
    var rest = all
    while let line = rest.first {
      if line.bytes.isEmpty {
        rest.removeFirst()
        break
      }
      let text = String(decoding: line.bytes, as: UTF8.self)
      if line.bytes.first == 0x20 || line.bytes.first == 9, !fields.isEmpty {
        fields[fields.count - 1].value += " " + Array(text.unicodeScalars)[...].trimmed.text
      } else if let colon = text.utf8.firstIndex(of: UInt8(ascii: ":")),
        text.utf8[..<colon].allSatisfy({ $0 > 0x20 && $0 < 0x7F })
      {
        let value = Array(text.unicodeScalars[text.utf8.index(after: colon)...])[...].trimmed.text
        fields.append((text[..<colon].lowercased(), value))
      } else {
        // No header after all: what stands here is the body.
        break
      }
      rest.removeFirst()
    }
    lines = Array(rest)
  }

  private static func lines(of bytes: ArraySlice<UInt8>) -> [Line] {
    var lines: [Line] = []
    var start = bytes.startIndex
    while start < bytes.endIndex {
      let end = bytes[start...].firstIndex(of: 10) ?? bytes.endIndex
      var line = bytes[start..<end]
      if line.last == 13 { line.removeLast() }
      lines.append(Line(bytes: line, number: lines.count + 1))
      start = end + 1
    }
    return lines
  }

  private func field(_ name: String) -> String { fields.first { $0.name == name }?.value ?? "" }

  /// A parameter of a field, such as the boundary of the content type.
  private func parameter(_ name: String, of field: String = "content-type") -> String? {
    let value = Array(self.field(field).unicodeScalars)
    for index in value.indices where index == 0 || value[index - 1] == ";" || value[index - 1].isBlank {
      var rest = value[index...]
      guard rest.take(name + "=") else { continue }
      if rest.first == "\"" { return rest.dropFirst().prefix { $0 != "\"" }.text }
      return rest.prefix { $0 != ";" && !$0.isBlank }.text
    }
    return nil
  }

  private var type: String { field("content-type").lowercased().unicodeScalars.prefix { $0 != ";" && $0 != " " }.text }

  var subject: String? {
    let words = MailWords.decode(field("subject"))
    return words.isEmpty ? nil : words
  }

  /// The words of the message, with what was decided to get at them.
  func paste() -> Paste {
    var attached: [String] = []
    let body = text(depth: 0, &attached)
    // What was decoded may hold line ends of its own.
    var paste = Paste(
      lines: (body?.lines ?? []).flatMap { line in
        line.scalars.isEmpty
          ? [line]
          : Paste(line.scalars).lines.map { PastedLine(scalars: $0.scalars, number: line.number) }
      })
    let from = MailWords.decode(field("from"))
    paste.guesses.append(
      Guess(
        .mail, line: 1, message: "read as a saved e-mail: its header left out",
        before: from.isEmpty ? "" : "From: " + from))
    paste.guesses += body?.guesses ?? []
    for name in attached {
      paste.guesses.append(
        Guess(
          .leftOut, line: 1, subject: "attached files",
          message: "an attached file left out: save it and import it by itself", before: name))
    }
    return paste
  }

  /// The lines of the first text in it; of the same text in two forms, the plain one. Nil where there is none.
  private func text(depth: Int, _ attached: inout [String]) -> MailBody? {
    guard depth < MailMessage.deepest else { return nil }
    let type = self.type
    if type.hasPrefix("multipart/"), let boundary = parameter("boundary"), !boundary.isEmpty {
      let parts = parts(boundary)
      var found: MailBody?
      let isChoice = type == "multipart/alternative"
      for part in isChoice
        ? parts.filter({ $0.type == "text/plain" }) + parts.filter({ $0.type != "text/plain" }) : parts
      {
        if found == nil {
          found = part.text(depth: depth + 1, &attached)
          if found?.lines.allSatisfy(\.isBlank) == true { found = nil }
        } else if !isChoice {
          part.name.map { attached.append($0) }
        }
      }
      return found
    }
    if type == "message/rfc822" { return MailMessage(lines[...]).text(depth: depth + 1, &attached) }
    guard type.isEmpty || type.hasPrefix("text/"), !field("content-disposition").lowercased().hasPrefix("attachment")
    else {
      name.map { attached.append($0) }
      return nil
    }
    var body = MailBody(
      lines, field("content-transfer-encoding").lowercased(),
      charset: parameter("charset").flatMap { TextEncoding(named: $0.utf8) })
    if type != "text/html", parameter("format")?.lowercased() == "flowed" {
      body.joinFlowed(dropsBlank: parameter("delsp")?.lowercased() == "yes")
    }
    return body
  }

  /// What an attached file is called; nil for a part that is none.
  private var name: String? {
    (parameter("filename", of: "content-disposition") ?? parameter("name")).map(MailWords.decode)
  }

  private func parts(_ boundary: String) -> [MailMessage] {
    let mark = Array("--\(boundary)".utf8)
    var parts: [MailMessage] = []
    var start: Int?
    for (index, line) in lines.enumerated() where line.bytes.starts(with: mark) {
      if let start { parts.append(MailMessage(lines[start..<index])) }
      start = index + 1
      if line.bytes.dropFirst(mark.count).starts(with: "--".utf8) {
        start = nil
        break
      }
    }
    if let start { parts.append(MailMessage(lines[start...])) }
    return parts
  }
}
