/// The distinct words of some texts, each with a small number.
///
/// Texts that are compared share one vocabulary, so that comparing two words is comparing two integers. The bytes of
/// every word are kept once, in one buffer.
public struct Vocabulary: Sendable {
  private var storage: [UInt8] = []
  /// `ends[i]` is where word `i` ends in `storage`; it starts where the one before ends.
  private var ends: [Int] = []
  private var hashes: [UInt32] = []
  /// Open addressing over a power of two; -1 is a free slot.
  private var slots: [Int32] = Array(repeating: -1, count: 256)

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
    intern(bytes, range, hash: Vocabulary.hash(bytes, range))
  }

  /// The number of a word, or nil where it was never seen.
  public func id(of bytes: [UInt8], _ range: Range<Int>) -> Int32? {
    let found = slots[slot(of: bytes, range, hash: Vocabulary.hash(bytes, range))]
    return found < 0 ? nil : found
  }

  mutating func intern(_ bytes: [UInt8], _ range: Range<Int>, hash: UInt32) -> Int32 {
    let slot = slot(of: bytes, range, hash: hash)
    if slots[slot] >= 0 { return slots[slot] }
    let id = Int32(truncatingIfNeeded: ends.count)
    storage.append(contentsOf: bytes[range])
    ends.append(storage.count)
    hashes.append(hash)
    slots[slot] = id
    if ends.count &* 2 > slots.count { grow() }
    return id
  }

  private func slot(of bytes: [UInt8], _ range: Range<Int>, hash: UInt32) -> Int {
    let mask = slots.count &- 1
    var slot = Int(hash) & mask
    while slots[slot] >= 0 {
      let index = Int(slots[slot])
      if hashes[index] == hash, equals(index, bytes, range) { return slot }
      slot = (slot &+ 1) & mask
    }
    return slot
  }

  private func equals(_ index: Int, _ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    let start = index == 0 ? 0 : ends[index &- 1]
    guard ends[index] &- start == range.count else { return false }
    var offset = 0
    while offset < range.count {
      if storage[start &+ offset] != bytes[range.lowerBound &+ offset] { return false }
      offset &+= 1
    }
    return true
  }

  private mutating func grow() {
    let mask = slots.count &* 2 &- 1
    slots = Array(repeating: -1, count: mask &+ 1)
    for (index, hash) in hashes.enumerated() {
      var slot = Int(hash) & mask
      while slots[slot] >= 0 { slot = (slot &+ 1) & mask }
      slots[slot] = Int32(truncatingIfNeeded: index)
    }
  }

  /// FNV-1a, folded so that the low bits carry the high ones too: words are short, and nobody gains by collisions
  /// here but a slower comparison.
  static func hash(_ bytes: [UInt8], _ range: Range<Int>) -> UInt32 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    var index = range.lowerBound
    while index < range.upperBound {
      hash = (hash ^ UInt64(bytes[index])) &* 0x100_0000_01b3
      index &+= 1
    }
    return UInt32(truncatingIfNeeded: hash ^ (hash >> 32))
  }
}
