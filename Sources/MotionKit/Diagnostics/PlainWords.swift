/// English words and figures as they stand in rules and phrases: one reading of them for every room.
package enum PlainWords {
  /// The words of a phrase in lower case, without commas, full stops at the end of a word, and hyphens between words.
  package static func split(_ text: String) -> [String] {
    var words: [String] = []
    var word: [UInt8] = []
    func end() {
      while word.last == UInt8(ascii: ".") || word.last == UInt8(ascii: ",") { word.removeLast() }
      if !word.isEmpty { words.append(String(decoding: word, as: UTF8.self).lowercased()) }
      word = []
    }
    for byte in text.utf8 {
      switch byte {
      case 0x20, 0x09, 0x0A, 0x0D: end()
      case UInt8(ascii: "-") where !word.isEmpty: end()
      default: word.append(byte)
      }
    }
    end()
    return words
  }

  /// Without blanks at either end.
  package static func trim(_ text: String) -> String {
    let blanks: Set<UInt8> = [0x20, 0x09, 0x0A, 0x0D]
    var bytes = text.utf8[...]
    while let first = bytes.first, blanks.contains(first) { bytes.removeFirst() }
    while let last = bytes.last, blanks.contains(last) { bytes.removeLast() }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// A whole number in ASCII digits and nothing else; `nil` where it is none or too large.
  package static func figure(_ text: String) -> Int? {
    guard !text.isEmpty, text.utf8.allSatisfy({ $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }) else {
      return nil
    }
    return Int(text)
  }

  /// A number in digits or as a word up to ninety; the tens and ones of "twenty-one" come as two words.
  package static func number(_ word: String) -> Int? {
    if let figure = figure(word) { return figure }
    if let small = small.firstIndex(of: word) { return small }
    if let ten = tens.firstIndex(of: word) { return (ten + 2) * 10 }
    return nil
  }

  /// The number at the start of a list of words, and how many words it takes.
  package static func leadingNumber(_ words: some Collection<String>) -> (value: Int, words: Int)? {
    let words = Array(words.prefix(2))
    guard let first = words.first, let value = number(first) else { return nil }
    if words.count == 2, tens.contains(first), let ones = small.firstIndex(of: words[1]), (1...9).contains(ones) {
      return (value + ones, 2)
    }
    return (value, 1)
  }

  /// `three`; digits from twenty on.
  package static func name(of number: Int) -> String {
    small.indices.contains(number) ? small[number] : String(number)
  }

  /// `1 vote`, `2 votes`.
  package static func plural(_ count: Int, _ one: String, _ many: String? = nil) -> String {
    "\(count) \(count == 1 ? one : many ?? one + "s")"
  }

  /// `a, b and c`.
  package static func list(_ items: [String], _ last: String = "and") -> String {
    guard let final = items.last else { return "" }
    return items.count == 1 ? final : items.dropLast().joined(separator: ", ") + " \(last) \(final)"
  }

  /// With a capital letter at its start.
  package static func sentence(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }

  /// The one of `choices` that a slip of the finger is nearest to; `nil` where none is near.
  package static func nearest(to word: String, among choices: [String]) -> String? {
    let word = Array(word.lowercased().utf8.prefix(64))
    var best: (choice: String, distance: Int)?
    for choice in choices {
      let distance = distance(word, Array(choice.lowercased().utf8.prefix(64)))
      if distance <= max(1, choice.utf8.count / 3), distance < best?.distance ?? .max { best = (choice, distance) }
    }
    return best?.choice
  }

  private static func distance(_ first: [UInt8], _ second: [UInt8]) -> Int {
    var row = Array(0...second.count)
    for (line, byte) in first.enumerated() {
      var corner = row[0]
      row[0] = line + 1
      for (column, other) in second.enumerated() {
        let above = row[column + 1]
        row[column + 1] = min(above + 1, row[column] + 1, corner + (byte == other ? 0 : 1))
        corner = above
      }
    }
    return row[second.count]
  }

  private static let small = [
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
  ]
  private static let tens = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
}
