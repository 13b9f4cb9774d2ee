/// "If A3 is carried", "consequential on A2", "unless A4 is lost".
extension PhraseReader {
  /// "if A3 is carried", "consequential on A2 and A3", "unless A4 is lost".
  mutating func takeCondition() -> Bool {
    guard let (marker, count) = marker(at), marker == .requires || marker == .fallsIf else { return false }
    var index = at + count
    var names: [String] = []
    while index < tokens.count {
      while ["amendment", "amendments", "the", "both", "adoption", "passing", "carrying", "success", "of", "motion"]
        .contains(word(index))
      {
        index += 1
      }
      guard let name = amendmentName(index) else { break }
      names.append(name)
      index += 1
      if kind(index) == .comma { index += 1 }
      guard ["and", "or", "&"].contains(word(index)) || amendmentName(index) != nil else { break }
      if amendmentName(index) == nil { index += 1 }
    }
    guard !names.isEmpty else {
      if marker == .requires, word(at) == "should" { return false }
      return false
    }
    var negated = marker == .fallsIf
    while [
      "is", "are", "be", "being", "has", "been", "both", "all", "either", "not", "falls", "fall", "fails", "was",
      "were",
    ].contains(
      word(index))
      || [
        "carried", "passed", "agreed", "adopted", "accepted", "approved", "lost", "defeated", "rejected", "taken",
        "withdrawn", "carry", "pass", "passes", "carries",
      ].contains(word(index))
    {
      if ["not", "falls", "fall", "fails", "lost", "defeated", "rejected", "withdrawn"].contains(word(index)) {
        negated.toggle()
      }
      index += 1
    }
    if kind(index) == .comma || kind(index) == .colon { index += 1 }
    take(negated ? .fallsIf(names) : .requires(names), index - at)
    return true
  }

  /// `A3`, `M1/A3`, `A4.1`, `E2`; "amendment 3" is A3.
  func amendmentName(_ index: Int) -> String? {
    guard kind(index) == .word else { return nil }
    let text = tokens[index].text
    guard let first = text.utf8.first else { return nil }
    if word(index - 1) == "amendment" || word(index - 1) == "amendments", text.utf8.allSatisfy(Letters.isDigit) {
      return "A" + text
    }
    guard Letters.isASCIILetter(first), text.utf8.contains(where: Letters.isDigit), text.utf8.count <= 12,
      text.utf8.allSatisfy({ Letters.isDigit($0) || Letters.isASCIILetter($0) || $0 == 0x2E || $0 == 0x2F })
    else { return nil }
    return text.uppercased()
  }
}
