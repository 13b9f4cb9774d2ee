/// The own words of a node as one line: without label and children, line breaks read as one space.
struct ClauseText {
  var bytes: [UInt8]
  var tokens: Tokens

  init(_ node: Node, in source: [UInt8], vocabulary: inout Vocabulary) {
    self.init(node.textSpans, in: source, vocabulary: &vocabulary)
  }

  init(_ spans: [Range<Int>], in source: [UInt8], vocabulary: inout Vocabulary) {
    bytes = ClauseText.line(of: spans, in: source)
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

  static func line(of node: Node, in source: [UInt8]) -> [UInt8] { line(of: node.textSpans, in: source) }

  private static func line(of spans: [Range<Int>], in source: [UInt8]) -> [UInt8] {
    if spans.count == 1, let span = spans.first { return Array(source[span]) }
    var line: [UInt8] = []
    line.reserveCapacity(spans.reduce(0) { $0 + $1.count + 1 })
    for span in spans {
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
    UnlaidText.bytes(of: node.textSpans, in: source)
  }
}
