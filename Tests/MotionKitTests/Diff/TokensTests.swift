import MotionKit
import Testing

@Suite("Tokens")
struct TokensTests {
  private func words(_ text: String) -> [String] {
    let bytes = Array(text.utf8)
    var vocabulary = Vocabulary()
    let tokens = Tokens(of: bytes, vocabulary: &vocabulary)
    return (0..<tokens.count).map { String(decoding: bytes[tokens.range($0)], as: UTF8.self) }
  }

  @Test(
    "A text is split into the words and marks that a person would name",
    arguments: [
      ("Fares rose by 12% in April.", ["Fares", "rose", "by", "12%", "in", "April", "."]),
      ("up to £5,000, or $3.50", ["up", "to", "£5,000", ",", "or", "$3.50"]),
      ("the branch’s and the members' own", ["the", "branch’s", "and", "the", "members", "'", "own"]),
      ("don't re-open at 10:30", ["don't", "re-open", "at", "10:30"]),
      ("see 2.1(a).", ["see", "2.1", "(", "a", ")", "."]),
      ("e\u{301}cole élan žluť", ["e\u{301}cole", "élan", "žluť"]),
      ("wait... ‘yes’ – no", ["wait", "...", "‘", "yes", "’", "–", "no"]),
      ("**bold** text", ["**", "bold", "**", "text"]),
      ("動議 ok", ["動", "議", "ok"]),
      ("U.K. law at ann@example.org", ["U.K", ".", "law", "at", "ann", "@", "example.org"]),
      ("a:b 10:30 see: this", ["a", ":", "b", "10:30", "see", ":", "this"]),
      ("90’s 10%-15% a_b", ["90’s", "10%", "-", "15%", "a_b"]),
      ("CO₂ at 5½ m² in H₂O", ["CO₂", "at", "5½", "m²", "in", "H₂O"]),
      ("so\u{AD}cial \u{200F}שלום", ["so\u{AD}cial", "\u{200F}", "שלום"]),
      ("ต้นไม้", ["ต้", "น", "ไ", "ม้"]),
      ("カタカナ ひら 漢字", ["カタカナ", "ひ", "ら", "漢", "字"]),
      ("👍🏽👍🏽 🇬🇧🇫🇷 👩‍💻", ["👍🏽👍🏽", "🇬🇧", "🇫🇷", "👩‍💻"]),
      ("Gàidhlig a’ chànain, d’fhág", ["Gàidhlig", "a", "’", "chànain", ",", "d’fhág"]),
      (" \t\n", []),
      ("£ 5 -x", ["£", "5", "-", "x"]),
    ])
  func splits(text: String, expected: [String]) {
    #expect(words(text) == expected)
  }

  @Test("A byte that is no UTF-8 is a mark of its own, and nothing is lost")
  func invalid() {
    let bytes: [UInt8] = [0x61, 0xFF, 0xE2, 0x80, 0x62, 0xC3]
    var vocabulary = Vocabulary()
    let tokens = Tokens(of: bytes, vocabulary: &vocabulary)
    #expect((0..<tokens.count).map { tokens.range($0) } == [0..<1, 1..<2, 2..<3, 3..<4, 4..<5, 5..<6])
  }

  @Test("Equal words have equal numbers across texts, pieces are apart, and places lead back to tokens")
  func interning() {
    let bytes = Array("one two\n  two three".utf8)
    var vocabulary = Vocabulary()
    let tokens = Tokens(of: bytes, in: [0..<7, 10..<19], vocabulary: &vocabulary)
    let other = Tokens(of: Array("three".utf8), vocabulary: &vocabulary)
    #expect(tokens.ids[1] == tokens.ids[2])
    #expect(tokens.ids[3] == other.ids[0])
    #expect(vocabulary.count == 3)
    #expect(Array(vocabulary.bytes(of: other.ids[0])) == Array("three".utf8))
    #expect(tokens.followsSpace(2) && !tokens.followsSpace(0))
    #expect(tokens.tokens(within: 4..<13) == 1..<3)
    #expect(tokens.tokens(within: 4..<12) == 1..<2)
    #expect(tokens.range(1..<3) == 4..<13)
  }

  @Test("A vocabulary of many words still finds each of them")
  func growth() {
    var vocabulary = Vocabulary()
    let ids = (0..<5000).map { number in
      let bytes = Array("w\(number)".utf8)
      return vocabulary.intern(bytes, 0..<bytes.count)
    }
    #expect(ids == (0..<5000).map { Int32($0) })
    let bytes = Array("w4321".utf8)
    #expect(vocabulary.id(of: bytes, 0..<bytes.count) == 4321)
    #expect(vocabulary.id(of: bytes, 0..<2) == 4)
    #expect(vocabulary.id(of: bytes, 1..<2) == nil)
  }
}
