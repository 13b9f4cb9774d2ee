/// The words and marks of a text in their order, as integers, each with its place.
///
/// A token is a word as Unicode divides them (UAX #29), hyphens inside it and `12%` and `£5,000` taken as one, a letter of
/// a script without blanks, or a run of one mark. White space separates tokens and is none.
/// Ranges are UTF-8 offsets into the bytes that were read, 0-based and half-open. Every input has tokens: a byte that
/// is no UTF-8 is a mark of its own.
public struct Tokens: Sendable {
  private struct Place {
    /// From `base`.
    var start: UInt32
    var end: UInt32
    var role: TokenRole
    var followsSpace: Bool
  }

  /// One integer a token that is equal where word and spacing are: the word's number in the vocabulary, and whether the
  /// white space before it is other than people put there. A word that comes to stand first, or after another word, is
  /// the same word; `( a` and `(a` differ.
  private(set) var spacedIDs: [Int32] = []
  private var places: [Place] = []
  private var base = 0

  private static let unusualSpacing: Int32 = 1
  private static let strangeSpace: Int32 = 2

  /// No tokens.
  public init() {}

  /// Reads the pieces of a text, such as the `textSpans` of a node; between two pieces is white space.
  ///
  /// Linear in the bytes of the pieces.
  public init(of bytes: [UInt8], in spans: [Range<Int>], vocabulary: inout Vocabulary) {
    let size = spans.reduce(0) { $0 &+ $1.count }
    spacedIDs.reserveCapacity(size / 5 &+ 4)
    places.reserveCapacity(size / 5 &+ 4)
    base = min(max(spans.first?.lowerBound ?? 0, 0), bytes.count)
    unsafe bytes.withUnsafeBufferPointer { buffer in
      for span in spans { unsafe read(span.clamped(to: base..<buffer.count), of: bytes, buffer, &vocabulary) }
    }
  }

  /// Reads a whole text.
  public init(of text: [UInt8], vocabulary: inout Vocabulary) {
    self.init(of: text, in: [0..<text.count], vocabulary: &vocabulary)
  }

  public var count: Int { places.count }

  /// The number of each token in the vocabulary.
  public var ids: [Int32] { spacedIDs.map { $0 >> 2 } }

  /// The number of a token in the vocabulary.
  public func id(_ index: Int) -> Int32 { spacedIDs[index] >> 2 }

  /// Where a token lies.
  public func range(_ index: Int) -> Range<Int> { start(index)..<end(index) }

  /// Where some tokens lie, from the start of the first to the end of the last; empty at the place of the next token
  /// where there are none.
  public func range(_ tokens: Range<Int>) -> Range<Int> {
    if tokens.isEmpty {
      let place = tokens.lowerBound < count ? start(tokens.lowerBound) : count == 0 ? 0 : end(count - 1)
      return place..<place
    }
    return start(tokens.lowerBound)..<end(tokens.upperBound - 1)
  }

  private func start(_ index: Int) -> Int { base &+ Int(places[index].start) }

  private func end(_ index: Int) -> Int { base &+ Int(places[index].end) }

  /// Whether the token holds a letter or a digit.
  public func isWord(_ index: Int) -> Bool { places[index].role.isWord }

  /// Whether white space stands between the token before and this one; false for the first of a text without it.
  public func followsSpace(_ index: Int) -> Bool { places[index].followsSpace }

  /// Every word by its number, and what it weighs.
  @inline(__always)
  func forEachWord(_ body: (Int, Int) -> Void) {
    for index in places.indices where places[index].role.isWord {
      body(Int(spacedIDs[index] >> 2), places[index].role.weight)
    }
  }

  /// What part the token plays in a sentence.
  func role(_ index: Int) -> TokenRole { places[index].role }

  /// The tokens that lie within a byte range, whole.
  public func tokens(within bytes: Range<Int>) -> Range<Int> {
    let first = firstIndex(startingAt: bytes.lowerBound)
    var last = firstIndex(startingAt: bytes.upperBound)
    if last > first, end(last - 1) > bytes.upperBound { last -= 1 }
    return first..<max(first, last)
  }

  /// Binary search: the first token that starts at the offset or after it.
  private func firstIndex(startingAt offset: Int) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if start(middle) < offset { low = middle + 1 } else { high = middle }
    }
    return low
  }

  // MARK: Reading

  /// Words of ASCII letters between blanks, and the usual mark behind one, are words and marks by any rule and are taken
  /// eight bytes at a time; everything else is the scanner's. With the scanner alone a comparison takes twice as long.
  private mutating func read(
    _ span: Range<Int>, of bytes: [UInt8], _ buffer: UnsafeBufferPointer<UInt8>, _ vocabulary: inout Vocabulary
  ) {
    let end = span.upperBound
    // Moved out and back: what is the function's own is appended to without a look at who else holds it.
    var (ids, places) = (spacedIDs, places)
    spacedIDs = []
    self.places = []
    var before = places.last.map { ($0.role, $0.followsSpace) } ?? (TokenRole.word, false)
    var scanner = TokenScanner(bytes, from: span.lowerBound, to: end)
    var at = span.lowerBound
    var spaced = !places.isEmpty
    while at < end {
      let byte = unsafe buffer[at]
      if byte == 0x20 {
        spaced = true
        at = at &+ 1
        continue
      }
      var start = at
      var isWord = true
      var spacing: Int32 = 0
      let letters = unsafe Tokens.letters(from: at, to: end, in: buffer)
      if letters > 0, unsafe Tokens.endsPlainly(at &+ letters, end, buffer) {
        at = at &+ letters
      } else if letters == 0, Tokens.isPlainMark(byte), unsafe at &+ 1 == end || buffer[at &+ 1] == 0x20 {
        isWord = false
        at = at &+ 1
      } else {
        guard let token = scanner.next(from: at) else { break }
        spaced = spaced || token.afterSpace
        if token.strangely { spacing = Tokens.strangeSpace }
        isWord = token.isWord
        (start, at) = (token.range.lowerBound, token.range.upperBound)
      }
      let (id, role) = unsafe Tokens.word(start..<at, isWord, buffer, &vocabulary)
      if !places.isEmpty,
        (role.expectsSpace(after: before.0, whichFollowsSpace: before.1) ?? true) != spaced
      {
        spacing |= Tokens.unusualSpacing
      }
      ids.append(id &* 4 | spacing)
      places.append(
        Place(
          start: UInt32(truncatingIfNeeded: start &- base), end: UInt32(truncatingIfNeeded: at &- base), role: role,
          followsSpace: spaced))
      before = (role, spaced)
      spaced = false
    }
    spacedIDs = ids
    self.places = places
  }

  /// The number of a word or mark, and the part it plays, which is found once for all that are equal.
  @inline(__always)
  private static func word(
    _ range: Range<Int>, _ isWord: Bool, _ buffer: UnsafeBufferPointer<UInt8>, _ vocabulary: inout Vocabulary
  ) -> (id: Int32, role: TokenRole) {
    let word = unsafe UnsafeBufferPointer(rebasing: buffer[range])
    let key: UInt64
    if word.count < 8, range.lowerBound &+ 8 <= buffer.count {
      let chunk = unsafe UnsafeRawBufferPointer(buffer).loadUnaligned(
        fromByteOffset: range.lowerBound, as: UInt64.self)
      key = Vocabulary.key(UInt64(littleEndian: chunk), length: word.count)
    } else {
      key = unsafe Vocabulary.key(word)
    }
    let slot = unsafe vocabulary.slot(of: word, key: key)
    let entry = vocabulary[slot]
    if let role = TokenRole(rawValue: entry.role), role.isWord == isWord { return (entry.id, role) }
    let bytes = unsafe Array(word)
    let role = isWord ? TokenRole(ofWord: bytes, 0..<bytes.count) : TokenRole(ofMark: bytes, 0..<bytes.count)
    vocabulary.setRole(role.rawValue, at: slot)
    return (entry.id, role)
  }

  /// How many ASCII letters stand there in a row.
  @inline(__always)
  private static func letters(from start: Int, to end: Int, in buffer: UnsafeBufferPointer<UInt8>) -> Int {
    let raw = UnsafeRawBufferPointer(buffer)
    var at = start
    while at &+ 8 <= end {
      let chunk = unsafe UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: at, as: UInt64.self))
      // In each byte the highest bit: not a letter.
      let low = (chunk | 0x2020_2020_2020_2020) & 0x7F7F_7F7F_7F7F_7F7F
      let fromA = low &+ 0x1F1F_1F1F_1F1F_1F1F
      let pastZ = low &+ 0x0505_0505_0505_0505
      let others = (~fromA | pastZ | chunk) & 0x8080_8080_8080_8080
      if others != 0 { return at &- start &+ others.trailingZeroBitCount / 8 }
      at = at &+ 8
    }
    while at < end, unsafe (buffer[at] | 0x20) &- 0x61 < 26 { at = at &+ 1 }
    return at &- start
  }

  /// Whether a word that ends there ends by any rule: before a blank, or before a mark that a blank follows.
  @inline(__always)
  private static func endsPlainly(_ at: Int, _ end: Int, _ buffer: UnsafeBufferPointer<UInt8>) -> Bool {
    if at == end { return true }
    let byte = unsafe buffer[at]
    if byte == 0x20 { return true }
    return unsafe isPlainMark(byte) && (at &+ 1 == end || buffer[at &+ 1] == 0x20)
  }

  /// `. , ; : ! ?`
  @inline(__always)
  private static func isPlainMark(_ byte: UInt8) -> Bool {
    byte == 0x2C || byte == 0x2E || byte == 0x3A || byte == 0x3B || byte == 0x21 || byte == 0x3F
  }
}
