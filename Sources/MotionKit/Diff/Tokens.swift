/// The words and marks of a text in their order, as integers, each with its place.
///
/// A token is a word as Unicode divides them (UAX #29), hyphens inside it and `12%` and `£5,000` taken as one, a letter of
/// a script without blanks, or a run of one mark. White space separates tokens and is none.
/// Ranges are UTF-8 offsets into the bytes that were read, 0-based and half-open. Every input has tokens: a byte that
/// is no UTF-8 is a mark of its own.
public struct Tokens: Sendable {
  /// The number of each token in the vocabulary.
  public private(set) var ids: [Int32] = []
  private var starts: [Int] = []
  private var ends: [Int] = []
  private var flags: [UInt8] = []

  private static let wordFlag: UInt8 = 1
  private static let spaceFlag: UInt8 = 2
  private static let strangeSpaceFlag: UInt8 = 4
  private static let roleShift: UInt8 = 3

  /// No tokens.
  public init() {}

  /// Reads the pieces of a text, such as the `textSpans` of a node; between two pieces is white space.
  ///
  /// Linear in the bytes of the pieces.
  public init(of bytes: [UInt8], in spans: [Range<Int>], vocabulary: inout Vocabulary) {
    for span in spans {
      let end = min(span.upperBound, bytes.count)
      var scanner = TokenScanner(bytes, from: max(span.lowerBound, 0), to: end)
      var spaced = !ids.isEmpty
      while let (range, isWord, afterSpace, strangely) = scanner.next() {
        ids.append(vocabulary.intern(bytes, range))
        starts.append(range.lowerBound)
        ends.append(range.upperBound)
        let role = isWord ? TokenRole(ofWord: bytes, range) : TokenRole(ofMark: bytes, range)
        flags.append(
          (isWord ? Tokens.wordFlag : 0) | (spaced || afterSpace ? Tokens.spaceFlag : 0)
            | (strangely ? Tokens.strangeSpaceFlag : 0) | role.rawValue << Tokens.roleShift)
        spaced = false
      }
    }
  }

  /// Reads a whole text.
  public init(of text: [UInt8], vocabulary: inout Vocabulary) {
    self.init(of: text, in: [0..<text.count], vocabulary: &vocabulary)
  }

  public var count: Int { ids.count }

  /// Where a token lies.
  public func range(_ index: Int) -> Range<Int> { starts[index]..<ends[index] }

  /// Where some tokens lie, from the start of the first to the end of the last; empty at the place of the next token
  /// where there are none.
  public func range(_ tokens: Range<Int>) -> Range<Int> {
    if tokens.isEmpty {
      let place = tokens.lowerBound < count ? starts[tokens.lowerBound] : (ends.last ?? 0)
      return place..<place
    }
    return starts[tokens.lowerBound]..<ends[tokens.upperBound - 1]
  }

  /// Whether the token holds a letter or a digit.
  public func isWord(_ index: Int) -> Bool { flags[index] & Tokens.wordFlag != 0 }

  /// Whether white space stands between the token before and this one; false for the first of a text without it.
  public func followsSpace(_ index: Int) -> Bool { flags[index] & Tokens.spaceFlag != 0 }

  /// What part the token plays in a sentence.
  func role(_ index: Int) -> TokenRole { TokenRole(rawValue: flags[index] >> Tokens.roleShift) ?? .word }

  /// One integer a token that is equal where word and spacing are: the word's number, and whether the white space
  /// before it is other than people put there. A word that comes to stand first, or after another word, is the same
  /// word; `( a` and `(a` differ.
  var spacedIDs: [Int32] {
    var spaced: [Int32] = []
    spaced.reserveCapacity(count)
    for index in ids.indices {
      let hasSpace = followsSpace(index)
      var mark: Int32 = 0
      if index > 0 {
        let expected = role(index).expectsSpace(after: role(index - 1), whichFollowsSpace: followsSpace(index - 1))
        mark = (expected ?? true) == hasSpace ? 0 : 1
      } else if role(index) == .ambiguous || role(index) == .dash {
        mark = 0
      }
      if flags[index] & Tokens.strangeSpaceFlag != 0 { mark |= 2 }
      spaced.append(ids[index] &* 4 | mark)
    }
    return spaced
  }

  /// The tokens that lie within a byte range, whole.
  public func tokens(within bytes: Range<Int>) -> Range<Int> {
    let first = firstIndex(startingAt: bytes.lowerBound)
    var end = firstIndex(startingAt: bytes.upperBound)
    if end > first, ends[end - 1] > bytes.upperBound { end -= 1 }
    return first..<max(first, end)
  }

  /// Binary search: the first token that starts at the offset or after it.
  private func firstIndex(startingAt offset: Int) -> Int {
    var low = 0
    var high = starts.count
    while low < high {
      let middle = (low + high) / 2
      if starts[middle] < offset { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
