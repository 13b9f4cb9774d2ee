/// An amendment's text cut into short lines and the instructions between them.
enum InstructionPieces {
  struct Piece: Hashable {
    var range: Range<Int>
    var isShortLine: Bool
  }

  static func of(_ bytes: [UInt8]) -> [Piece] {
    var pieces: [Piece] = []
    var start = 0
    var awaitsText = false
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: 0x0A).map { $0 + 1 } ?? bytes.count
      let line = Letters.trimmed(bytes[start..<end])
      let isShort = !awaitsText && ShortLine.looksLikeOne(String(decoding: line, as: UTF8.self))
      if isShort {
        pieces.append(Piece(range: start..<end, isShortLine: true))
      } else if let last = pieces.last, !last.isShortLine {
        pieces[pieces.count - 1].range = last.range.lowerBound..<end
      } else if !line.isEmpty {
        pieces.append(Piece(range: start..<end, isShortLine: false))
      }
      if let last = line.last { awaitsText = last == 0x3A || (awaitsText && !isShort) }
      start = end
    }
    return pieces
  }
}
