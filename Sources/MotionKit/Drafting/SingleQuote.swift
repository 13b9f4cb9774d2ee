/// A quotation in straight single marks ('so') in the text of a motion. Apostrophes are no marks.
struct SingleQuote: Hashable {
  var node: Int
  /// Of its marks.
  var opening: Int
  var closing: Int

  /// Those of a text, in its order; of a node in which it is not plain which marks open and which close, none.
  static func all(in document: Document) -> [SingleQuote] {
    document.nodes.indices.flatMap { index -> [SingleQuote] in
      let node = document.nodes[index]
      guard node.kind != .raw, node.kind != .quote else { return [] }
      var quotes: [SingleQuote] = []
      var open: Int?
      for span in node.textSpans {
        var isCode = false
        for at in span {
          let byte = document.bytes[at]
          if byte == UInt8(ascii: "`") { isCode.toggle() }
          guard byte == UInt8(ascii: "'"), !isCode else { continue }
          let before = at > span.lowerBound ? document.bytes[at - 1] : 32
          let after = at + 1 < span.upperBound ? document.bytes[at + 1] : 32
          if isWord(before), isWord(after) { continue }
          if let first = open {
            guard !isGap(before), !isWord(after) else { return [] }
            quotes.append(SingleQuote(node: index, opening: first, closing: at))
            open = nil
          } else {
            // "members' rights", or a mark that closes what nobody opened.
            guard isGap(before), !isGap(after) else { return [] }
            open = at
          }
        }
      }
      return open == nil ? quotes : []
    }
  }

  /// Whether a text has curly single marks that open a quotation: ‘ is never an apostrophe.
  static func hasCurly(_ document: Document) -> Bool {
    let mark: [UInt8] = [0xE2, 0x80, 0x98]
    return document.nodes.contains { node in
      node.kind != .raw && node.kind != .quote
        && node.textSpans.contains { FoldedText.holds(mark, in: Array(document.bytes[$0])) }
    }
  }

  private static func isWord(_ byte: UInt8) -> Bool { isLetter(byte) || isDigit(byte) || byte >= 0xC3 && byte != 0xE2 }

  private static func isGap(_ byte: UInt8) -> Bool {
    byte <= 32 || byte == UInt8(ascii: "(") || byte == UInt8(ascii: "[") || byte == UInt8(ascii: "*")
  }
}
