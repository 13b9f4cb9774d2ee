internal import CanonicalJSON
internal import Foundation
internal import Testing

@Suite struct CanonicalFormTests {
  struct Lines: Decodable {
    struct Line: Decodable {
      var why: String?
      var hex: String
      var bytes: [UInt8] {
        stride(from: 0, to: hex.count, by: 2).map { offset in
          let start = hex.index(hex.startIndex, offsetBy: offset)
          return UInt8(hex[start..<hex.index(start, offsetBy: 2)], radix: 16) ?? 0
        }
      }
    }
    var bad: [Line]
    var good: [Line]
  }

  /// The rule itself: the bytes are what writing the value gives.
  static func isCanonical(_ bytes: [UInt8]) -> Bool {
    guard let value = try? JSON(parsing: bytes) else { return false }
    return value.canonical == bytes
  }

  @Test("lines that only look canonical are refused, the others are taken")
  func negative() throws {
    let lines = try JSONDecoder().decode(Lines.self, from: Data(try Fixtures.bytes("jcs-negative.json")))
    #expect(lines.bad.count == 20 && lines.good.count == 4)
    var checker = CanonicalLine()
    for line in lines.bad {
      #expect(!Self.isCanonical(line.bytes), "\(line.why ?? "")")
      #expect(throws: JSONError.self, "\(line.why ?? "")") { try checker.check(line.bytes) }
    }
    for line in lines.good {
      #expect(Self.isCanonical(line.bytes))
      #expect(throws: Never.self) { try checker.check(line.bytes) }
    }
  }

  @Test("RFC 8785's pairs come out byte for byte", arguments: ["arrays", "french", "unicode", "weird"])
  func pairs(name: String) throws {
    let input = try Fixtures.bytes("jcs-cyberphone/testdata/input/\(name).json")
    let output = try Fixtures.bytes("jcs-cyberphone/testdata/output/\(name).json")
    #expect(try JSON(parsing: input, limits: .answer).canonical == output)
    #expect(try JSON(parsing: output, limits: .answer).canonical == output)
  }

  @Test("the pairs with fractions are refused: they are strings here", arguments: ["structures", "values"])
  func fractions(name: String) throws {
    let input = try Fixtures.bytes("jcs-cyberphone/testdata/input/\(name).json")
    let error = #expect(throws: JSONError.self) { try JSON(parsing: input, limits: .answer) }
    #expect(error?.fault == .fraction)
  }

  @Test(
    "a fault is named with its place",
    arguments: [
      (#"{"a":1,"a":2}"#, JSONFault.duplicateKey, 7, 1, 8), ("{\n \"a\": 1.5}", .fraction, 8, 2, 7),
      (#"{"é":1}"#, .badKey, 1, 1, 2), (#"{"a":"\ud800"}"#, .loneSurrogate, 6, 1, 7),
      (#"{"a":"é\q"}"#, .badEscape, 8, 1, 8), (#"{"a":1"#, .ended, 6, 1, 7), (#"{"a":1}}"#, .trailing, 7, 1, 8),
      (#"{"a":-0}"#, .negativeZero, 5, 1, 6), (#"{"a":01}"#, .badNumber, 6, 1, 7),
      (#"{"a":9007199254740992}"#, .largeNumber, 5, 1, 6), (#"{"A":1}"#, .badKey, 1, 1, 2),
      ("\u{FEFF}{}", .byteOrderMark, 0, 1, 1), (#"{"a":"\u0000"}"#, .nul, 6, 1, 7), ("", .ended, 0, 1, 1),
    ])
  func places(text: String, fault: JSONFault, offset: Int, line: Int, column: Int) {
    let error = #expect(throws: JSONError.self) { try JSON(parsing: text) }
    #expect(error?.fault == fault)
    #expect(error?.offset == offset)
    #expect(error?.line == line)
    #expect(error?.column == column)
  }

  @Test("names are told apart by their bytes, not by what they look like")
  func accents() throws {
    let value = try JSON(parsing: "{\"e\u{301}\":1,\"é\":2}", limits: .answer)
    #expect(value.members?.count == 2)
  }

  @Test("limits hold at their edge")
  func limits() throws {
    func nested(_ depth: Int) -> [UInt8] {
      Array((String(repeating: "[", count: depth) + String(repeating: "]", count: depth)).utf8)
    }
    func long(_ count: Int) -> [UInt8] { Array(("\"" + String(repeating: "é", count: count) + "\"").utf8) }
    var line = CanonicalLine()
    #expect(Self.isCanonical(nested(16)) && !Self.isCanonical(nested(17)))
    #expect(Self.isCanonical(long(4096)) && !Self.isCanonical(long(4097)))
    #expect(throws: Never.self) { try line.check(nested(16)) }
    #expect(throws: Never.self) { try line.check(long(4096)) }
    #expect(throws: JSONError.self) { try line.check(nested(17)) }
    #expect(throws: JSONError.self) { try line.check(long(4097)) }
    let escaped = Array(("\"" + String(repeating: "\\n", count: 8192) + "\"").utf8)
    #expect(throws: Never.self) { try line.check(escaped) }
    let wide = JSON.array(Array(repeating: 1, count: 32_767)).canonical
    #expect(wide.count == 65_535)
    #expect(throws: Never.self) { try line.check(wide) }
    #expect(throws: JSONError.self) { try line.check(JSON.array(Array(repeating: 1, count: 32_768)).canonical) }
    #expect(throws: JSONError.self) { try JSON(parsing: wide + [0x20]) }
  }

  @Test("checking a line without building it agrees with parsing and writing it", arguments: [UInt64(1), 2, 3, 4])
  func twoWays(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    var checker = CanonicalLine()
    var canonical = 0
    for round in 0..<2500 {
      var bytes = Self.value(depth: 0, &generator).canonical
      for _ in 0..<Int.random(in: 0...2, using: &generator) { Self.disturb(&bytes, &generator) }
      let expected = Self.isCanonical(bytes)
      canonical += expected ? 1 : 0
      let found = (try? checker.check(bytes)) != nil
      #expect(found == expected, "seed \(seed), round \(round): \(String(decoding: bytes, as: UTF8.self))")
    }
    #expect(canonical > 500 && canonical < 2400)
  }

  static func value(depth: Int, _ generator: inout SeededGenerator) -> JSON {
    switch Int.random(in: depth == 0 ? 4...5 : 0...(depth < 4 ? 5 : 3), using: &generator) {
    case 0: return [nil, true, false].randomElement(using: &generator) ?? nil
    case 1:
      return .integer(
        [0, 7, -12, JSONLimits.largestNumber, -JSONLimits.largestNumber].randomElement(using: &generator) ?? 0)
    case 2, 3:
      let letters = ["a", "é", "\"", "\\", "\n", "\u{1F}", "\u{7F}", "/", "🚌", "e\u{301}", "\u{202E}", " "]
      return .string(
        (0..<Int.random(in: 0...5, using: &generator)).map { _ in letters.randomElement(using: &generator) ?? "" }
          .joined())
    case 4:
      return .array((0..<Int.random(in: 0...3, using: &generator)).map { _ in value(depth: depth + 1, &generator) })
    default:
      let names = ["a", "b", "a1", "a_b", "ab", "z9", "at", "by"].shuffled(using: &generator)
      return .object(
        names.prefix(Int.random(in: 0...5, using: &generator)).map {
          JSON.Member($0, value(depth: depth + 1, &generator))
        })
    }
  }

  static func disturb(_ bytes: inout [UInt8], _ generator: inout SeededGenerator) {
    let at = Int.random(in: 0..<bytes.count, using: &generator)
    let odd: [UInt8] = Array(" \t\n\r{}[]\",:\\u0041/-+.eE1tfn".utf8) + [0, 0xC3, 0xA9, 0xED, 0xA0, 0xFF]
    switch Int.random(in: 0...3, using: &generator) {
    case 0: bytes.insert(odd.randomElement(using: &generator) ?? 0, at: at)
    case 1: if bytes.count > 1 { bytes.remove(at: at) }
    case 2: bytes[at] = odd.randomElement(using: &generator) ?? 0
    default: bytes.swapAt(at, Int.random(in: 0..<bytes.count, using: &generator))
    }
  }
}
