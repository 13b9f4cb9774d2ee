/// A heading as people say it: folded words without colon, number and marks.
enum HeadingWords {
  static func of(_ text: [UInt8]) -> [String] {
    Letters.folded(String(decoding: text, as: UTF8.self)).utf8.split { byte in
      !(Letters.isWordByte(byte) || byte == 0x27 || byte == 0x2D)
    }.map { String(decoding: $0, as: UTF8.self) }
  }
}
