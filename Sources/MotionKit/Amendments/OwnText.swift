/// A node's own words as one line, with the place of each byte in the document.
///
/// Line layout inside a paragraph (a line end and an indentation) is one blank.
package struct OwnText: Hashable, Sendable {
  package var bytes: [UInt8]
  private var pieces: [(text: Int, source: Range<Int>)]

  package init(of node: Node, in source: [UInt8]) {
    bytes = []
    pieces = []
    for span in node.textSpans where span.upperBound <= source.count {
      if !pieces.isEmpty { bytes.append(0x20) }
      pieces.append((bytes.count, span))
      bytes += source[span]
    }
  }

  /// Any bytes as they are.
  package init(plain source: [UInt8], in range: Range<Int>) {
    bytes = Array(source[range])
    pieces = [(0, range)]
  }

  package var start: Int { pieces.first?.source.lowerBound ?? 0 }
  package var end: Int { pieces.last?.source.upperBound ?? 0 }

  /// The offset in the document of an offset in the text.
  package func offset(_ position: Int) -> Int {
    for piece in pieces where position <= piece.text + piece.source.count {
      return piece.source.lowerBound + max(position - piece.text, 0)
    }
    return end
  }

  /// A range of the text in the document; it holds the line layout between its ends.
  package func source(of range: Range<Int>) -> Range<Int> {
    let lower = offset(range.lowerBound)
    return lower..<max(offset(range.upperBound), lower)
  }

  /// The offset in the text of an offset in the document.
  package func position(_ offset: Int) -> Int {
    var last = 0
    for piece in pieces {
      if offset < piece.source.lowerBound { return last }
      if offset <= piece.source.upperBound { return piece.text + offset - piece.source.lowerBound }
      last = piece.text + piece.source.count
    }
    return last
  }

  package static func == (one: OwnText, other: OwnText) -> Bool {
    one.bytes == other.bytes && one.pieces.elementsEqual(other.pieces) { $0.text == $1.text && $0.source == $1.source }
  }

  package func hash(into hasher: inout Hasher) { hasher.combine(bytes) }
}
