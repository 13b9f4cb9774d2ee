/// A place in a model motion that its user fills in: `{{organisation}}`.
package struct Placeholder: Hashable, Sendable {
  /// Between the braces, without blanks at its ends.
  package var name: String
  /// Of the whole, braces included: UTF-8 offsets into what was searched.
  package var span: Range<Int>

  /// The placeholders of a text, in its order. Braces on one line only: two that are never closed are text.
  package static func all(in bytes: [UInt8], from start: Int = 0) -> [Placeholder] {
    let open = UInt8(ascii: "{")
    let close = UInt8(ascii: "}")
    var found: [Placeholder] = []
    var at = max(0, start)
    while at + 1 < bytes.count {
      guard bytes[at] == open, bytes[at + 1] == open else {
        at += 1
        continue
      }
      var end = at + 2
      while end < bytes.count, bytes[end] != close, bytes[end] != open, bytes[end] != 10, bytes[end] != 13 { end += 1 }
      guard end + 1 < bytes.count, bytes[end] == close, bytes[end + 1] == close, end > at + 2 else {
        at += bytes[min(end, bytes.count - 1)] == open && end > at + 2 ? end - at : 1
        continue
      }
      let name = String(decoding: bytes[(at + 2)..<end], as: UTF8.self).unicodeScalars
      found.append(Placeholder(name: Array(name)[...].trimmed.text, span: at..<(end + 2)))
      at = end + 2
    }
    return found
  }

  /// A text with each placeholder replaced in one pass, so that a value is never searched itself.
  ///
  /// A value is put on one line. Nil keeps the placeholder; an empty value takes a doubled blank with it.
  package static func replacing(in bytes: [UInt8], with value: (String) -> String?) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var at = 0
    for placeholder in all(in: bytes) {
      result += bytes[at..<placeholder.span.lowerBound]
      at = placeholder.span.upperBound
      guard let text = value(placeholder.name) else {
        result += bytes[placeholder.span]
        continue
      }
      let line = oneLine(text)
      result += line
      if line.isEmpty, at < bytes.count, bytes[at] == 32, result.last == 32 { at += 1 }
    }
    return result + bytes[at...]
  }

  private static func oneLine(_ text: String) -> [UInt8] {
    var result: [UInt8] = []
    for byte in text.utf8 {
      if byte >= 0x20 && byte != 0x7F {
        result.append(byte)
      } else if result.last != 32 {
        result.append(32)
      }
    }
    while result.last == 32 { result.removeLast() }
    return Array(result.drop { $0 == 32 })
  }
}
