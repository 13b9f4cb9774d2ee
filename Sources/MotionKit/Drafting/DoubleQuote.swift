/// A double quotation mark in the text of a motion.
struct DoubleQuote: Hashable {
  enum Role: Hashable {
    /// `“` and `”`
    case opening, closing
    /// `"`, which is both
    case straight
    /// `„`, which is closed by `“`
    case low
  }

  var role: Role
  /// The node in whose text it stands.
  var node: Int
  var span: Range<Int>
  /// Whether it stands at the very beginning of its node's text.
  var isFirst: Bool
  /// A straight one behind a digit, where none is open: inches or seconds.
  var isMeasure: Bool

  /// The marks of a text in its order; those in tables, code, quoted blocks and between backticks are nobody's slips.
  static func all(in document: Document) -> [DoubleQuote] {
    var marks: [DoubleQuote] = []
    for index in document.nodes.indices {
      let node = document.nodes[index]
      guard node.kind != .raw, node.kind != .quote else { continue }
      var isCode = false
      var isOpen = false
      for span in node.textSpans {
        var at = span.lowerBound
        while at < span.upperBound {
          let byte = document.bytes[at]
          if byte == UInt8(ascii: "`") { isCode.toggle() }
          let role: Role?
          var length = 1
          if byte == UInt8(ascii: "\"") {
            role = .straight
          } else if byte == 0xE2, at + 2 < span.upperBound, document.bytes[at + 1] == 0x80 {
            length = 3
            switch document.bytes[at + 2] {
            case 0x9C: role = .opening
            case 0x9D: role = .closing
            case 0x9E: role = .low
            default: role = nil
            }
          } else {
            role = nil
          }
          if let role, !isCode {
            let isMeasure =
              role == .straight && !isOpen && at > span.lowerBound && isDigit(document.bytes[at - 1])
            if role == .straight, !isMeasure { isOpen.toggle() }
            marks.append(
              DoubleQuote(
                role: role, node: index, span: at..<at + length,
                isFirst: at == node.textSpans.first?.lowerBound, isMeasure: isMeasure))
          }
          at += length
        }
      }
    }
    return marks.filter { !$0.isMeasure }
  }

  /// The bytes from the first to the last of some straight marks of one node, each made curly; nil where it is not plain
  /// which open and which close.
  static func curled(_ marks: [DoubleQuote], in document: Document) -> String? {
    guard let first = marks.first, let last = marks.last, marks.count.isMultiple(of: 2) else { return nil }
    var result: [UInt8] = []
    var at = first.span.lowerBound
    for (index, mark) in marks.enumerated() {
      let before = mark.span.lowerBound > 0 ? document.bytes[mark.span.lowerBound - 1] : 32
      let after = mark.span.upperBound < document.bytes.count ? document.bytes[mark.span.upperBound] : 32
      let opens = index.isMultiple(of: 2)
      guard opens ? isGap(before) && !isGap(after) : !isGap(before) && !isLetter(after) && !isDigit(after) else {
        return nil
      }
      result += document.bytes[at..<mark.span.lowerBound]
      result += (opens ? "“" : "”").utf8
      at = mark.span.upperBound
    }
    result += document.bytes[at..<last.span.upperBound]
    return String(validating: result, as: UTF8.self)
  }

  /// A blank, a line end or an opening bracket.
  private static func isGap(_ byte: UInt8) -> Bool {
    byte <= 32 || byte == UInt8(ascii: "(") || byte == UInt8(ascii: "[") || byte == UInt8(ascii: "*")
  }
}
