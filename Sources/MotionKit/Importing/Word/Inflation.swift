/// DEFLATE undone (RFC 1951), in memory and with a limit.
///
/// Total: bytes that are no such stream, and streams that unpack to more than was asked for, give nil.
enum Inflation {
  /// - Parameter limit: The most bytes that may come out; a stream that holds more is given up there.
  /// - Complexity: linear in what goes in and what comes out.
  static func inflate(_ bytes: ArraySlice<UInt8>, limit: Int) -> [UInt8]? {
    var stream = Stream(bytes)
    var output: [UInt8] = []
    // A stream says nothing of its length; four times is what XML usually gives.
    output.reserveCapacity(min(limit, bytes.count * 4))
    while true {
      guard let isLast = stream.take(1), let kind = stream.take(2) else { return nil }
      let isSound: Bool
      switch kind {
      case 0: isSound = store(&stream, into: &output, limit: limit)
      case 1: isSound = unpack(&stream, fixedLiterals, fixedDistances, into: &output, limit: limit)
      case 2:
        guard let (literals, distances) = codes(from: &stream) else { return nil }
        isSound = unpack(&stream, literals, distances, into: &output, limit: limit)
      default: isSound = false
      }
      guard isSound else { return nil }
      if isLast == 1 { return output }
    }
  }

  /// Bits, the lowest of each byte first.
  private struct Stream {
    private let bytes: ArraySlice<UInt8>
    private var place: Int
    private var held: UInt64 = 0
    private var count = 0

    init(_ bytes: ArraySlice<UInt8>) {
      self.bytes = bytes
      place = bytes.startIndex
    }

    /// Makes at least sixteen bits ready where there are as many; beyond the end they are zeros.
    private mutating func fill() {
      while count <= 48, place < bytes.endIndex {
        held |= UInt64(bytes[place]) << UInt64(count)
        place += 1
        count += 8
      }
    }

    mutating func take(_ width: Int) -> Int? {
      if count < width { fill() }
      guard count >= width else { return nil }
      let value = Int(held & ((1 << UInt64(width)) - 1))
      held >>= UInt64(width)
      count -= width
      return value
    }

    mutating func take(_ code: PrefixCode) -> Int? {
      if count < code.width { fill() }
      let entry = code.table[Int(held & code.mask)]
      let length = Int(entry & 15)
      guard length > 0, length <= count else { return nil }
      held >>= UInt64(length)
      count -= length
      return Int(entry >> 4)
    }

    mutating func takeBytes(_ length: Int) -> ArraySlice<UInt8>? {
      place -= count / 8
      held = 0
      count = 0
      guard length <= bytes.endIndex - place else { return nil }
      defer { place += length }
      return bytes[place..<(place + length)]
    }

    mutating func skipToByte() {
      held >>= UInt64(count & 7)
      count -= count & 7
    }
  }

  /// A Huffman code as one table, read with as many bits as its longest word has.
  private struct PrefixCode {
    /// The symbol times sixteen plus the length of its word; 0 where no word begins so.
    var table: [UInt16]
    var width: Int
    var mask: UInt64

    /// No words at all.
    init() {
      table = [0, 0]
      width = 1
      mask = 1
    }

    /// Nil where the lengths give more words than there are.
    init?(lengths: ArraySlice<UInt8>) {
      width = max(1, Int(lengths.max() ?? 0))
      mask = (1 << UInt64(width)) - 1
      table = Array(repeating: 0, count: 1 << width)
      var counts = Array(repeating: 0, count: 16)
      for length in lengths where length > 0 { counts[Int(length)] += 1 }
      var code = 0
      var next = Array(repeating: 0, count: 16)
      for length in 1...15 {
        code = (code + counts[length - 1]) << 1
        next[length] = code
        guard code + counts[length] <= 1 << length else { return nil }
      }
      for (symbol, length) in lengths.enumerated() where length > 0 {
        let length = Int(length)
        var reversed = 0
        for bit in 0..<length where next[length] & (1 << bit) != 0 { reversed |= 1 << (length - 1 - bit) }
        next[length] += 1
        let entry = UInt16(symbol << 4 | length)
        for place in stride(from: reversed, to: table.count, by: 1 << length) { table[place] = entry }
      }
    }
  }

  private static func store(_ stream: inout Stream, into output: inout [UInt8], limit: Int) -> Bool {
    stream.skipToByte()
    guard let length = stream.take(16), let check = stream.take(16), length == check ^ 0xFFFF,
      length <= limit - output.count, let run = stream.takeBytes(length)
    else { return false }
    output += run
    return true
  }

  private static func unpack(
    _ stream: inout Stream, _ literals: PrefixCode, _ distances: PrefixCode, into output: inout [UInt8], limit: Int
  ) -> Bool {
    while let symbol = stream.take(literals) {
      if symbol < 256 {
        guard output.count < limit else { return false }
        output.append(UInt8(symbol))
        continue
      }
      if symbol == 256 { return true }
      guard symbol - 257 < lengthBases.count, let more = stream.take(lengthBits[symbol - 257]),
        let place = stream.take(distances), place < distanceBases.count, let far = stream.take(distanceBits[place])
      else { return false }
      let length = lengthBases[symbol - 257] + more
      let distance = distanceBases[place] + far
      guard distance <= output.count, length <= limit - output.count else { return false }
      let start = output.count - distance
      // What is copied may be what was just written: it repeats.
      for offset in 0..<length { output.append(output[start + offset]) }
    }
    return false
  }

  /// The two codes that a block brings with it.
  private static func codes(from stream: inout Stream) -> (PrefixCode, PrefixCode)? {
    guard let literals = stream.take(5), let distances = stream.take(5), let words = stream.take(4) else { return nil }
    let total = literals + 257 + distances + 1
    var first = Array(repeating: UInt8(0), count: 19)
    for place in lengthOrder.prefix(words + 4) {
      guard let length = stream.take(3) else { return nil }
      first[place] = UInt8(length)
    }
    guard let code = PrefixCode(lengths: first[...]) else { return nil }
    var lengths: [UInt8] = []
    while lengths.count < total {
      guard let symbol = stream.take(code) else { return nil }
      switch symbol {
      case 0...15: lengths.append(UInt8(symbol))
      case 16:
        guard let last = lengths.last, let more = stream.take(2) else { return nil }
        lengths += repeatElement(last, count: more + 3)
      case 17:
        guard let more = stream.take(3) else { return nil }
        lengths += repeatElement(0, count: more + 3)
      default:
        guard let more = stream.take(7) else { return nil }
        lengths += repeatElement(0, count: more + 11)
      }
    }
    guard lengths.count == total, lengths[256] > 0, let first = PrefixCode(lengths: lengths[..<(literals + 257)]),
      let second = PrefixCode(lengths: lengths[(literals + 257)...])
    else { return nil }
    return (first, second)
  }

  private static let lengthOrder = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]
  private static let lengthBases = [
    3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227, 258,
  ]
  private static let lengthBits = [
    0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0,
  ]
  private static let distanceBases = [
    1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049, 3073, 4097, 6145,
    8193, 12289, 16385, 24577,
  ]
  private static let distanceBits = [
    0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11, 12, 12, 13, 13,
  ]

  private static let fixedLiterals = fixed(
    (0..<288).map { $0 < 144 ? 8 : $0 < 256 ? 9 : $0 < 280 ? 7 : 8 })
  private static let fixedDistances = fixed(Array(repeating: 5, count: 32))

  private static func fixed(_ lengths: [UInt8]) -> PrefixCode { PrefixCode(lengths: lengths[...]) ?? PrefixCode() }
}
