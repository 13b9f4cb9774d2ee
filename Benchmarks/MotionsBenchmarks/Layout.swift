/// How a long motion is set: the same invented clauses in the styles that people write.
enum Layout: String, CaseIterable {
  /// A clause a line, one run of numbers.
  case plain = "a clause a line"
  /// Blank lines between clauses, each wrapped at some seventy columns.
  case wrapped = "wrapped clauses"
  /// Sections, with lists of letters and numerals below the clauses.
  case nested = "lists in lists"
  /// A clause a line, each pointing at two others.
  case referring = "with references"

  /// A motion of at least so many bytes.
  func text(bytes: Int, seed: UInt64) -> String {
    var prose = Prose(seed: seed)
    var text = "---\ntitle: Synthetic prose\n---\nThis meeting resolves:\n\n"
    var number = 1
    while text.utf8.count < bytes {
      for clause in prose.clauses(words: 3_000) {
        text += set(clause, number)
        number += 1
      }
    }
    return text
  }

  private func set(_ words: [String], _ number: Int) -> String {
    switch self {
    case .plain: return "\(number). \(words.joined(separator: " "))\n"
    case .wrapped: return "\(number). \(wrapped(words))\n\n"
    case .nested:
      let (first, second) = (words[..<8].joined(separator: " "), words[8..<18].joined(separator: " "))
      let (third, fourth) = (words[18..<24].joined(separator: " "), words[24...].joined(separator: " "))
      let heading = number % 50 == 0 ? "## Part \(number / 50)\n\n" : ""
      return "\(heading)\(number). \(first):\n\n   (a) \(second);\n   (b) \(third):\n       (i) \(fourth)\n\n"
    case .referring:
      let before = words[..<15].joined(separator: " ")
      let after = words[15...].joined(separator: " ")
      let pointed = "(see clause \(max(number - 3, 1)) above) and as in point \(number / 2 + 1)"
      return "\(number). \(before) \(pointed), \(after)\n"
    }
  }

  private func wrapped(_ words: [String]) -> String {
    var text = ""
    var column = 0
    for word in words {
      if column + word.utf8.count > 68 {
        text += "\n   "
        column = 0
      } else if !text.isEmpty {
        text += " "
      }
      text += word
      column += word.utf8.count + 1
    }
    return text
  }
}
