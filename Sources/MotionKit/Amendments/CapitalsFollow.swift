/// "Throughout" and the first words of sentences: where “bus” becomes “tram”, “Bus” at the start of a sentence becomes
/// “Tram”. A capital in the middle of a sentence is a name's and stays.
package enum CapitalsFollow {
  /// Where words that begin small stand with a capital at the start of a sentence.
  package static func places(of words: [UInt8], in text: [UInt8]) -> [Range<Int>] {
    guard let first = words.first, (0x61...0x7A).contains(first) else { return [] }
    let capital = capitalised(words)
    let isVerb = !Phrase.turningWords(words[...]).isEmpty
    return Phrase.places(of: capital, in: text).filter { place in
      // “May’s”: a verb possesses nothing, so that is a name.
      beginsSentence(text, place.lowerBound) && !(isVerb && OtherForms.possessive(text, at: place.upperBound) > 0)
    }
  }

  package static func capitalised(_ words: [UInt8]) -> [UInt8] {
    guard let first = words.first, (0x61...0x7A).contains(first) else { return words }
    return [first - 0x20] + words.dropFirst()
  }

  private static func beginsSentence(_ text: [UInt8], _ offset: Int) -> Bool {
    var at = offset
    while at > 0, !Phrase.isWordByte(text[at - 1]), !".!?".utf8.contains(text[at - 1]) { at -= 1 }
    return at == 0 || at < offset && ".!?".utf8.contains(text[at - 1]) && text[at..<offset].contains(0x20)
  }
}
