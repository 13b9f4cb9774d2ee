internal import MotionKit

extension DiffPage {
  /// For a message or a wiki: `~~gone~~` and `**come**`.
  package var markdown: String {
    var blocks = ["# \(DiffPage.literal(title))"]
    blocks.append(nothing ?? DiffPage.literal(summary))
    for entry in entries {
      switch entry {
      case .heading(let heading): blocks.append("## \(DiffPage.literal(heading))")
      case .unchanged where nothing != nil: break
      case .unchanged(let count): blocks.append("*… \(DiffPage.unchanged(count))*")
      case .kept(let place, let text): blocks.append("\(DiffPage.literal(place)): \(DiffPage.literal(text))")
      case .change(let told):
        blocks.append("### \(DiffPage.literal(told.place)): \(DiffPage.literal(told.word))")
        for row in told.rows {
          let text = DiffPage.marked(row.segments)
          let place = row.new ?? row.old
          if let place {
            blocks.append("\(DiffPage.literal(place)): \(text)")
          } else if !text.isEmpty {
            blocks.append(text)
          }
        }
      }
    }
    blocks += remarks.map(DiffPage.literal)
    return blocks.joined(separator: "\n\n") + "\n"
  }

  private static func marked(_ segments: [TextSegment]) -> String {
    var marked = ""
    for segment in whole(segments) {
      let parts = parts(segment.text)
      let inner = literal(parts.inner)
      switch segment.kind {
      case .same:
        let text = marked.isEmpty ? literal(segment.text) : literal("x" + segment.text).dropFirst().description
        marked += text
      case .delete:
        marked += parts.before + "~~\(inner)~~" + parts.after
      case .insert:
        // A blank between what went and what came, or the two marks run into each other.
        if marked.hasSuffix("~~") { marked += " " }
        marked += parts.before + "**\(inner)**" + parts.after
      }
    }
    return marked
  }

  /// Markdown takes `**` for a mark only beside a blank or a letter that is inside it: a full stop that alone became a
  /// semicolon is shown with the word before it, "~~council.~~ **council;**".
  private static func whole(_ segments: [TextSegment]) -> [TextSegment] {
    var result: [TextSegment] = []
    var index = 0
    while index < segments.count {
      guard segments[index].kind != .same else {
        result.append(segments[index])
        index += 1
        continue
      }
      var gone: [UInt8] = []
      var come: [UInt8] = []
      while index < segments.count, segments[index].kind != .same {
        if segments[index].kind == .delete { gone += segments[index].bytes } else { come += segments[index].bytes }
        index += 1
      }
      if let last = result.last, last.kind == .same, [gone, come].contains(where: beginsWithMark) {
        let word = last.bytes.reversed().prefix { !isBlank($0) }.reversed()
        result[result.count - 1].bytes.removeLast(word.count)
        gone = word + gone
        come = word + come
      }
      var rest = index < segments.count ? segments[index].bytes : []
      if [gone, come].contains(where: endsWithMark) {
        let word = rest.prefix { !isBlank($0) }
        gone += word
        come += word
        rest.removeFirst(word.count)
      }
      if !gone.isEmpty { result.append(TextSegment(.delete, gone)) }
      if !come.isEmpty { result.append(TextSegment(.insert, come)) }
      if index < segments.count { result.append(TextSegment(.same, rest)) }
      index += 1
    }
    return result.filter { !$0.bytes.isEmpty }
  }

  private static func beginsWithMark(_ bytes: [UInt8]) -> Bool { bytes.first.map(isMark) ?? false }
  private static func endsWithMark(_ bytes: [UInt8]) -> Bool { bytes.last.map(isMark) ?? false }
  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

  /// Punctuation, quotation marks and dashes among it; letters of other scripts are none.
  private static func isMark(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0xC3...0xE1, 0xE3...0xFF: false
    default: !isBlank(byte)
    }
  }

  /// Text as Markdown takes it literally, on one line: a mark at its start must not make a list or a heading of it.
  private static func literal(_ text: String) -> String {
    var literal = ""
    for scalar in VisibleText.string(text).unicodeScalars {
      switch scalar {
      case "\\", "`", "*", "_", "[", "]", "<", ">", "~", "#", "|", "&", "$", "@":
        literal += "\\\(scalar)"
      case "\n", "\t": literal += " "
      case "-", "+":
        literal += literal.isEmpty ? "\\\(scalar)" : "\(scalar)"
      case ".", ")":
        let isLabel = !literal.isEmpty && literal.unicodeScalars.allSatisfy { ("0"..."9").contains($0) }
        literal += isLabel ? "\\\(scalar)" : "\(scalar)"
      default: literal.unicodeScalars.append(scalar)
      }
    }
    return literal
  }
}
