/// The distinct words of some texts, each with a small number.
///
/// Texts that are compared share one vocabulary, so that comparing two words is comparing two integers. The bytes of
/// every word are kept once, in one buffer.
public struct Vocabulary: Sendable {
  private var storage: [UInt8] = []
  /// `ends[i]` is where word `i` ends in `storage`; it starts where the one before ends.
  private var ends: [Int] = []
  /// Open addressing over a power of two.
  private var slots = [Slot](repeating: Slot(), count: 256)

  /// One cache line holds four: with words of up to seven bytes, nearly all of a text, it is all that is looked at.
  struct Slot {
    var key: UInt64 = 0
    /// -1: free.
    var id: Int32 = -1
    /// The raw value of the word's `TokenRole`, or `unknownRole`.
    var role = Vocabulary.unknownRole
  }

  static let unknownRole: UInt8 = 0xFF

  public init() {}

  /// The number of distinct words.
  public var count: Int { ends.count }

  /// The bytes of a word.
  public func bytes(of id: Int32) -> ArraySlice<UInt8> {
    let index = Int(id)
    guard ends.indices.contains(index) else { return [] }
    return storage[(index == 0 ? 0 : ends[index - 1])..<ends[index]]
  }

  /// The number of the word that lies there; a new one if it was never seen.
  public mutating func intern(_ bytes: [UInt8], _ range: Range<Int>) -> Int32 {
    let slot = unsafe bytes.withUnsafeBufferPointer { buffer in
      let word = unsafe UnsafeBufferPointer(rebasing: buffer[range.clamped(to: 0..<buffer.count)])
      return unsafe self.slot(of: word, key: Vocabulary.key(word))
    }
    return slots[slot].id
  }

  /// The number of a word, or nil where it was never seen.
  public func id(of bytes: [UInt8], _ range: Range<Int>) -> Int32? {
    let slot = unsafe bytes.withUnsafeBufferPointer { buffer in
      let word = unsafe UnsafeBufferPointer(rebasing: buffer[range.clamped(to: 0..<buffer.count)])
      return unsafe find(word, key: Vocabulary.key(word))
    }
    return slots[slot].id < 0 ? nil : slots[slot].id
  }

  // MARK: For the scanner

  /// The place in the table of a word that is put there if it was never seen; good until the next one.
  @inline(__always)
  mutating func slot(of word: UnsafeBufferPointer<UInt8>, key: UInt64) -> Int {
    let slot = unsafe find(word, key: key)
    return slots[slot].id >= 0 ? slot : unsafe insert(word, key: key, at: slot)
  }

  @inline(__always)
  subscript(slot: Int) -> Slot { slots[slot] }

  mutating func setRole(_ role: UInt8, at slot: Int) { slots[slot].role = role }

  private mutating func insert(_ word: UnsafeBufferPointer<UInt8>, key: UInt64, at slot: Int) -> Int {
    unsafe storage.append(contentsOf: word)
    slots[slot].key = key
    slots[slot].id = Int32(truncatingIfNeeded: ends.count)
    ends.append(storage.count)
    guard ends.count &* 2 > slots.count else { return slot }
    grow()
    return unsafe find(word, key: key)
  }

  @inline(__always)
  private func find(_ word: UnsafeBufferPointer<UInt8>, key: UInt64) -> Int {
    let mask = slots.count &- 1
    var slot = Vocabulary.spread(key) & mask
    while slots[slot].id >= 0 {
      if slots[slot].key == key, unsafe word.count < 8 || equals(Int(slots[slot].id), word) { return slot }
      slot = (slot &+ 1) & mask
    }
    return slot
  }

  private func equals(_ index: Int, _ word: UnsafeBufferPointer<UInt8>) -> Bool {
    let start = index == 0 ? 0 : ends[index &- 1]
    guard ends[index] &- start == word.count else { return false }
    return unsafe storage.withUnsafeBufferPointer { buffer in
      let stored = unsafe UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(buffer)[start..<ends[index]])
      return unsafe sameBytes(stored, UnsafeRawBufferPointer(word))
    }
  }

  private mutating func grow() {
    let mask = slots.count &* 2 &- 1
    var grown = [Slot](repeating: Slot(), count: mask &+ 1)
    for slot in slots where slot.id >= 0 {
      var place = Vocabulary.spread(slot.key) & mask
      while grown[place].id >= 0 { place = (place &+ 1) & mask }
      grown[place] = slot
    }
    slots = grown
  }

  // MARK: Keys

  /// Of up to seven bytes: the bytes themselves and how many there are, so that equal keys are equal words. Of more: a
  /// hash of all of them; nobody gains by collisions here but a slower comparison.
  @inline(__always)
  static func key(_ word: UnsafeBufferPointer<UInt8>) -> UInt64 {
    guard word.count < 8 else { return unsafe longKey(word) }
    var key = UInt64(truncatingIfNeeded: word.count) << 56
    var index = 0
    while index < word.count {
      unsafe key |= UInt64(word[index]) << UInt64(truncatingIfNeeded: index &* 8)
      index = index &+ 1
    }
    return key
  }

  /// The key of a word of up to seven bytes that eight bytes begin with.
  @inline(__always)
  static func key(_ chunk: UInt64, length: Int) -> UInt64 {
    let bits = UInt64(truncatingIfNeeded: length &* 8)
    return chunk & ((1 &<< bits) &- 1) | UInt64(truncatingIfNeeded: length) &<< 56
  }

  static func longKey(_ word: UnsafeBufferPointer<UInt8>) -> UInt64 {
    let bytes = UnsafeRawBufferPointer(word)
    var hash = UInt64(truncatingIfNeeded: word.count)
    var index = 0
    while index &+ 8 <= bytes.count {
      unsafe hash = stir(hash ^ bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self))
      index = index &+ 8
    }
    // The last eight bytes, some of them for the second time.
    unsafe hash = stir(hash ^ bytes.loadUnaligned(fromByteOffset: bytes.count &- 8, as: UInt64.self))
    return hash | 0xFF &<< 56
  }

  /// Both halves of a 128-bit product, one upon the other.
  @inline(__always)
  private static func stir(_ value: UInt64) -> UInt64 {
    let product = (value ^ 0xA076_1D64_78BD_642F).multipliedFullWidth(by: 0xE703_7ED1_A0B4_28DB)
    return product.high ^ product.low
  }

  @inline(__always)
  private static func spread(_ key: UInt64) -> Int { Int(truncatingIfNeeded: stir(key) & 0x7FFF_FFFF) }
}

/// Whether two stretches of one length hold the same bytes, eight at a time.
func sameBytes(_ one: UnsafeRawBufferPointer, _ other: UnsafeRawBufferPointer) -> Bool {
  guard one.count == other.count else { return false }
  let count = one.count
  var index = 0
  while index &+ 8 <= count {
    if unsafe one.loadUnaligned(fromByteOffset: index, as: UInt64.self)
      != other.loadUnaligned(fromByteOffset: index, as: UInt64.self)
    {
      return false
    }
    index = index &+ 8
  }
  while index < count {
    if unsafe one[index] != other[index] { return false }
    index = index &+ 1
  }
  return true
}
