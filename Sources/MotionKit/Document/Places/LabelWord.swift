/// Labels as words of a sentence.
enum LabelWord {
  /// Whether a word is a number or letter as clauses have them: `3`, `2.1`, `(a)`, `iv)`, `2A`, `EC501`, `2.1(a)`.
  static func isOne(_ word: some BidirectionalCollection<UInt8>) -> Bool {
    var hasDigit = false
    var letters = 0
    var hasBracket = false
    for byte in word {
      if Letters.isDigit(byte) {
        hasDigit = true
      } else if Letters.isASCIILetter(byte) {
        letters += 1
      } else if byte == 0x28 || byte == 0x29 {
        hasBracket = true
      } else if byte != 0x2E {
        return false
      }
    }
    let count = word.count
    guard count <= 16, let first = word.first, first != 0x2E, hasDigit || letters > 0 else { return false }
    if hasDigit {
      // An ordinal number ("1st") is none, nor a year or a sum.
      let bare = String(decoding: word, as: UTF8.self)
      return letters <= 4 && PlaceVocabulary.ordinals[bare.lowercased()] == nil
    }
    return hasBracket && letters <= 5 && word.last != 0x2E
  }
}
