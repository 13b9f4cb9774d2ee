/// What part a token plays in a sentence: where people break a sentence, and where they put spaces.
enum TokenRole: UInt8, Sendable {
  case word
  /// One of the small words that carry little by themselves: the, of, and.
  case weakWord
  case opening
  /// `)`, a closing quotation mark.
  case closing
  case comma
  /// Ends a sentence or a member of it: `. ; : ! ?`
  case stop
  /// A straight quotation mark, `*`, `_`: what opens also closes.
  case ambiguous
  case dash

  init(ofWord bytes: [UInt8], _ range: Range<Int>) {
    self = range.count <= 5 && TokenRole.weakWords.contains(TokenRole.packed(bytes, range)) ? .weakWord : .word
  }

  init(ofMark bytes: [UInt8], _ range: Range<Int>) {
    switch bytes[range.lowerBound] {
    case 0x28, 0x5B, 0x7B: self = .opening
    case 0x29, 0x5D, 0x7D: self = .closing
    case 0x2C: self = .comma
    case 0x2E, 0x3B, 0x3A, 0x21, 0x3F: self = .stop
    case 0x2D, 0x2F, 0x26: self = .dash
    case 0xE2 where range.count >= 3 && bytes[range.lowerBound + 1] == 0x80:
      switch bytes[range.lowerBound + 2] {
      case 0x98, 0x9A, 0x9C, 0x9E: self = .opening
      case 0x99, 0x9D: self = .closing
      case 0xA6: self = .stop
      case 0x93, 0x94, 0x95: self = .dash
      default: self = .ambiguous
      }
    case 0xC2 where range.count >= 2 && bytes[range.lowerBound + 1] == 0xAB: self = .opening
    case 0xC2 where range.count >= 2 && bytes[range.lowerBound + 1] == 0xBB: self = .closing
    default: self = .ambiguous
    }
  }

  var isWord: Bool { self == .word || self == .weakWord }

  /// What it counts where texts are weighed against each other.
  var weight: Int {
    switch self {
    case .word: 4
    case .weakWord: 1
    default: 0
    }
  }

  /// Whether people put a space between a token of the one role and this one; nil where only the text can tell.
  func expectsSpace(after before: TokenRole, whichFollowsSpace beforeFollowsSpace: Bool) -> Bool? {
    switch self {
    case .closing, .comma, .stop: return false
    case .ambiguous, .dash: return nil
    case .word, .weakWord, .opening: break
    }
    switch before {
    case .opening: return false
    case .ambiguous: return !beforeFollowsSpace
    case .dash: return beforeFollowsSpace
    default: return true
    }
  }

  /// Up to seven bytes, ASCII letters in lower case, and the length.
  private static func packed(_ bytes: [UInt8], _ range: Range<Int>) -> UInt64 {
    var packed = UInt64(range.count)
    for index in range { packed = packed << 8 | UInt64(bytes[index] | 0x20) }
    return packed
  }

  private static let weakWords: Set<UInt64> = Set(
    """
    a an the of to in on at by for and or as is are be was were it its this that with from into which who has have \
    had than then will our their all any each such if
    """.split(separator: " ").map { word in
      let bytes = Array(word.utf8)
      return packed(bytes, 0..<bytes.count)
    })
}
