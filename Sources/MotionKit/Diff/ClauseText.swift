/// The own words of a node as one line: without label and children, line breaks read as one space.
struct ClauseText {
  var bytes: [UInt8]
  var tokens: Tokens

  init(_ node: Node, in source: [UInt8], vocabulary: inout Vocabulary) {
    bytes = ClauseText.line(of: node, in: source)
    tokens = Tokens(of: bytes, vocabulary: &vocabulary)
  }

  init(_ text: [UInt8], vocabulary: inout Vocabulary) {
    bytes = text
    tokens = Tokens(of: text, vocabulary: &vocabulary)
  }

  /// The words of some tokens, from the first to the last.
  func words(_ range: Range<Int>) -> String {
    String(decoding: bytes[tokens.range(range)], as: UTF8.self)
  }

  static func line(of node: Node, in source: [UInt8]) -> [UInt8] {
    var line: [UInt8] = []
    for span in node.textSpans {
      if !line.isEmpty { line.append(0x20) }
      line += source[span]
    }
    return line
  }

  /// A line with every run of white space as one space.
  static func folded(_ line: [UInt8]) -> [UInt8] {
    var folded: [UInt8] = []
    for byte in line {
      let isSpace = SegmentWriter.isSpace(byte)
      if !isSpace { folded.append(byte) } else if folded.last != 0x20 { folded.append(0x20) }
    }
    return folded
  }

  /// The words with every run of white space as one space: what says whether two texts are equal.
  static func folded(_ node: Node, in source: [UInt8]) -> [UInt8] {
    var folded: [UInt8] = []
    var spaced = false
    for span in node.textSpans {
      spaced = !folded.isEmpty
      for index in span {
        let byte = source[index]
        if SegmentWriter.isSpace(byte) {
          spaced = !folded.isEmpty
        } else {
          if spaced { folded.append(0x20) }
          spaced = false
          folded.append(byte)
        }
      }
    }
    return folded
  }
}
