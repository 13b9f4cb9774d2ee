/// What is counted in a text; bodies differ.
///
/// A word is a run between white space that holds a letter or a digit, as word processors count. Markers of bullets are
/// never words, and labels of clauses only where a body counts them.
public struct WordCounting: Hashable, Sendable {
  /// The title, in front matter or as the first heading.
  public var title: Bool
  public var headings: Bool
  /// Numbers and letters of clauses, each as a word.
  public var labels: Bool
  public var recitals: Bool
  public var quotes: Bool
  /// Tables and code.
  public var raw: Bool

  public init(
    title: Bool = false, headings: Bool = true, labels: Bool = false, recitals: Bool = true, quotes: Bool = true,
    raw: Bool = true
  ) {
    self.title = title
    self.headings = headings
    self.labels = labels
    self.recitals = recitals
    self.quotes = quotes
    self.raw = raw
  }

  /// Everything but the title and labels.
  public static let standard = WordCounting()

  /// The words of a text.
  public static func words(in text: String) -> Int { words(in: Array(text.utf8)[...]) }

  package static func words(in bytes: ArraySlice<UInt8>) -> Int {
    var count = 0
    var at = bytes.startIndex
    var counted = false
    while at < bytes.endIndex {
      let byte = bytes[at]
      if byte < 0x80 {
        if byte == 32 || byte &- 9 < 5 {
          counted = false
        } else if !counted, isDigit(byte) || isLetter(byte) {
          counted = true
          count += 1
        }
        at += 1
        continue
      }
      let length = min(byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : byte >= 0xC0 ? 2 : 1, bytes.endIndex - at)
      // A decoded scalar for the rare bytes only: letters of every script count, dashes and emoji do not.
      if let scalar = String(decoding: bytes[at..<at + length], as: UTF8.self).unicodeScalars.first {
        if scalar.properties.isWhitespace {
          counted = false
        } else if !counted, scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
          counted = true
          count += 1
        }
      }
      at += length
    }
    return count
  }
}

extension Document {
  /// How many words the text has.
  public func words(_ counting: WordCounting = .standard) -> Int {
    var count = 0
    if counting.title, titleNode == nil || fields["title"] != nil { count += WordCounting.words(in: title ?? "") }
    for index in nodes.indices { count += words(ofNode: index, counting) }
    return count
  }

  /// How many words one node has of its own.
  public func words(ofNode index: Int, _ counting: WordCounting = .standard) -> Int {
    guard nodes.indices.contains(index) else { return 0 }
    let node = nodes[index]
    let label = counting.labels ? node.label.map { WordCounting.words(in: bytes[$0.span]) } ?? 0 : 0
    switch node.kind {
    case .section:
      let counts = index == titleNode ? counting.title : counting.headings
      return counts ? label + WordCounting.words(in: heading(of: index)) : 0
    case .recital where !counting.recitals: return 0
    case .quote where !counting.quotes: return 0
    case .raw where !counting.raw: return 0
    default:
      // Pieces are lines, and a line's end is white space.
      return node.textSpans.reduce(label) { $0 + WordCounting.words(in: bytes[$1]) }
    }
  }
}
