/// What new text looks like: words for a clause, or clauses of their own.
enum NewText {
  /// Words with what comes before or after them, and the blank between.
  static func beside(_ words: String, _ placement: Operation.Placement, _ new: String) -> String {
    let isBefore = placement == .before || placement == .start
    let joins = isBefore ? new.hasSuffix("-") : [",", ".", ";", ":", "-", ")", "'", "’"].contains { new.hasPrefix($0) }
    return (isBefore ? [new, words] : [words, new]).joined(separator: joins ? "" : " ")
  }

  /// Whether it holds clauses: its first line has a label or a bullet, or there are several lines.
  static func holdsClauses(_ text: String) -> Bool {
    let lines = text.utf8.split(separator: 0x0A).map { Array($0) }
    guard let first = lines.first else { return false }
    if InstructionLine.hasLabel(first) { return true }
    return lines.dropFirst().contains { InstructionLine.hasLabel($0) }
  }
}

/// The labels after which a new one comes: 3 for 4, 3A and 3 for 3B, (b) for (c).
enum LabelBefore {
  static func candidates(_ label: String) -> [String] {
    var bytes = Array(label.utf8)
    let opens = bytes.first == 0x28
    if opens { bytes.removeFirst() }
    let closes = bytes.last == 0x29
    if closes { bytes.removeLast() }
    func wrapped(_ bytes: [UInt8]) -> String {
      String(decoding: (opens ? [0x28] : []) + bytes + (closes ? [0x29] : []), as: UTF8.self)
    }
    guard let last = bytes.last else { return [] }
    if Letters.isDigit(last) {
      let digits = Array(bytes.reversed().prefix { Letters.isDigit($0) }.reversed())
      guard digits.count <= 6, let number = Int(String(decoding: digits, as: UTF8.self)), number > 1 else { return [] }
      return [wrapped(Array(bytes.dropLast(digits.count)) + Array(String(number - 1).utf8))]
    }
    guard Letters.isASCIILetter(last) else { return [] }
    return (numerals(bytes) + letters(bytes, last)).map(wrapped)
  }

  /// (ii) for (iii) and for (iia).
  private static func numerals(_ bytes: [UInt8]) -> [[UInt8]] {
    let isUpper = bytes.allSatisfy { $0 < 0x61 }
    if let number = LabelLetters.roman(bytes[...]), number > 1 {
      let numeral = LabelLetters.roman(number - 1)
      return [Array((isUpper ? numeral.uppercased() : numeral).utf8)]
    }
    let stem = bytes.dropLast()
    return !stem.isEmpty && LabelLetters.roman(stem) != nil ? [Array(stem)] : []
  }

  private static func letters(_ bytes: [UInt8], _ last: UInt8) -> [[UInt8]] {
    let stem = Array(bytes.dropLast())
    let lower = Letters.lower(last)
    if stem.isEmpty { return lower > 0x61 ? [[last - 1]] : [] }
    guard let end = stem.last, Letters.isDigit(end) else { return [] }
    return (lower > 0x61 ? [stem + [last - 1]] : []) + [stem]
  }
}
