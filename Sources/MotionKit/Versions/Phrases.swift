/// The wording of a text as a set: every three words that follow one another, in small letters and without marks.
///
/// Two texts share as many of them as they share wording, wherever it stands: a clause moved, split or numbered anew
/// changes few, another word changes three. (Broder, "On the resemblance and containment of documents", 1997, calls
/// them shingles.)
struct Phrases: Sendable {
  /// Ascending, each once.
  let numbers: [UInt64]
  /// The words themselves, ascending, as often as they occur.
  let words: [Int32]

  private static let length = 3

  /// The phrases of the words of a document, headings included. Texts that are compared share one vocabulary.
  ///
  /// Complexity: O(n log n) in the words.
  init(of document: Document, vocabulary: inout Vocabulary) {
    self.init(of: document, nodes: document.nodes.indices, vocabulary: &vocabulary)
  }

  /// The phrases of some nodes, from the first to the last.
  init(of document: Document, nodes: Range<Int>, vocabulary: inout Vocabulary) {
    var words: [Int32] = []
    for index in nodes {
      let text = document.nodes[index].kind == .section ? document.heading(of: index) : document.text(of: index)
      let small = Phrases.folded(text)
      let tokens = Tokens(of: small, vocabulary: &vocabulary)
      for token in 0..<tokens.count where tokens.isWord(token) { words.append(tokens.id(token)) }
    }
    var numbers: [UInt64] = []
    let length = min(Phrases.length, words.count)
    if length > 0 {
      numbers.reserveCapacity(words.count)
      for start in 0...(words.count - length) { numbers.append(Phrases.number(words[start..<(start + length)])) }
      numbers.sort()
    }
    self.words = words.sorted()
    self.numbers = numbers.enumerated().filter { $0.offset == 0 || numbers[$0.offset - 1] != $0.element }.map(\.element)
  }

  var count: Int { numbers.count }

  /// How many stand in both.
  func shared(with other: Phrases) -> Int { Phrases.common(numbers, other.numbers) }

  /// How many words two short texts share, of a thousand: for single clauses, where one word more changes most phrases.
  func likeness(to other: Phrases) -> Int {
    let total = words.count + other.words.count
    return total == 0 ? 0 : Phrases.common(words, other.words) * 2000 / total
  }

  private static func common<Number: Comparable>(_ one: [Number], _ other: [Number]) -> Int {
    var (left, right, common) = (0, 0, 0)
    while left < one.count, right < other.count {
      if one[left] == other[right] {
        common += 1
        left += 1
        right += 1
      } else if one[left] < other[right] {
        left += 1
      } else {
        right += 1
      }
    }
    return common
  }

  /// Small letters, typewriter apostrophes: what another hand types otherwise is the same word.
  private static func folded(_ text: String) -> [UInt8] {
    var folded: [UInt8] = []
    for scalar in text.lowercased().unicodeScalars {
      if scalar.value == 0x2019 || scalar.value == 0x02BC {
        folded.append(0x27)
      } else {
        folded += UTF8.encode(scalar) ?? .init()
      }
    }
    return folded
  }

  /// One number for some words in their order; 21 bits a word, which two million distinct words fit in.
  private static func number(_ words: ArraySlice<Int32>) -> UInt64 {
    words.reduce(UInt64(1)) { $0 << 21 | UInt64(UInt32(bitPattern: $1) & 0x1F_FFFF) }
  }
}
