/// What a printed label says: its style, its delimiters and the numbers in it.
///
/// `3(b)` written whole holds the number of its clause and a letter: two parts, the style that of the last.
package struct LabelShape: Hashable, Sendable {
  package enum Style: UInt8, Hashable, Sendable {
    /// `1`, `2.1`, `2A`, `A1`.
    case decimal
    case lower, upper, lowerRoman, upperRoman
    /// `EC501`: letters and a number that belong together.
    case code
  }

  /// One number of a label, with what freezing put before or behind it.
  package struct Part: Hashable, Sendable {
    /// `A` of `A1` (what comes before 1), `EC` of `EC501`.
    package var stem: String
    package var number: Int
    /// `A` of `2A`, `ZA` of `2ZA`.
    package var insertion: String

    package init(stem: String = "", number: Int, insertion: String = "") {
      self.stem = stem
      self.number = number
      self.insertion = insertion
    }
  }

  /// Of the last part.
  package var style: Style
  /// What stands between a number and the letter behind it: `(` in `3(b)`, nothing in `3b)`; of other labels a dot.
  package var joint: String
  /// Whether it opens with a bracket.
  package var opened: Bool
  /// `.`, `)` or 0 for none.
  package var closing: UInt8
  package var parts: [Part]

  package init(style: Style, opened: Bool, closing: UInt8, parts: [Part], joint: String = ".") {
    self.style = style
    self.joint = joint
    self.opened = opened
    self.closing = closing
    self.parts = parts
  }

  package var number: Int { parts.last?.number ?? 0 }

  /// Frozen insertions: `2A`, `A1`.
  package var isInserted: Bool {
    guard style == .decimal, let last = parts.last else { return false }
    return !last.insertion.isEmpty || !last.stem.isEmpty
  }

  /// The number in front of its last part (`2` of `2.1`, `3` of `3(b)`); nil where it has one part.
  package var head: LabelShape? {
    guard parts.count > 1 else { return nil }
    return LabelShape(style: .decimal, opened: false, closing: 0, parts: parts.dropLast())
  }

  /// Same style, same delimiters, same depth of compound.
  package func isLike(_ other: LabelShape) -> Bool {
    style == other.style && opened == other.opened && closing == other.closing && parts.count == other.parts.count
  }

  /// Same style and depth, whatever the delimiters (`2.` then `3)`).
  package func isLikeButForDelimiters(_ other: LabelShape) -> Bool {
    style == other.style && parts.count == other.parts.count
  }

  /// The same number in every part but the last.
  package func hasPrefix(of other: LabelShape) -> Bool {
    parts.dropLast() == other.parts.dropLast()
  }

  /// Whether this label may come straight after `previous` in one run: the next number, or what freezing puts between.
  package func follows(_ previous: LabelShape) -> Bool {
    guard style == previous.style, parts.count == previous.parts.count, hasPrefix(of: previous),
      let mine = parts.last, let last = previous.parts.last
    else { return false }
    switch style {
    case .code:
      return mine.stem == last.stem && mine.number == last.number &+ 1
    case .lower, .upper:
      if mine.number == last.number &+ 1, mine.insertion.isEmpty == last.insertion.isEmpty { return true }
      // (aa) after (a), (bb) after (b): inserted when labels were frozen.
      return mine.number == last.number &+ 26 && last.number <= 26
        || (last.number > 26 && last.number <= 52 && last.insertion.isEmpty && mine.number == last.number &- 25)
        || lettersFollow(previous)
    case .lowerRoman, .upperRoman:
      return mine.number == last.number &+ 1
    case .decimal:
      if mine.stem.isEmpty && mine.insertion.isEmpty {
        if !last.stem.isEmpty { return mine.number == last.number }
        return mine.number == last.number &+ 1
      }
      if !mine.stem.isEmpty { return mine.number == last.number && !last.stem.isEmpty }
      return mine.number == last.number && mine.insertion != last.insertion
    }
  }

  /// (aa) after (a), (ab) after (aa), (b) after (ab): letters put in when labels were frozen.
  private func lettersFollow(_ previous: LabelShape) -> Bool {
    let mine = Array(bare.utf8)
    let last = Array(previous.bare.utf8)
    guard let first = mine.first, let before = last.first, let end = mine.last, let lastEnd = last.last else {
      return false
    }
    switch (mine.count, last.count) {
    case (2, 1): return first == before && end | 0x20 == UInt8(ascii: "a")
    case (2, 2): return first == before && end == lastEnd &+ 1
    case (1, 2): return first == before &+ 1
    default: return false
    }
  }

  /// (aa): below (i), a run of doubled letters of its own.
  package var beginsDoubled: Bool { (style == .lower || style == .upper) && number == 27 }

  /// 1, a, i, A1, 2.1: how a run begins.
  package var isFirst: Bool {
    guard let last = parts.last else { return false }
    return last.number == 1 && last.insertion.isEmpty
  }
}

/// A label as it may be read at the start of a line, before its neighbours decide.
struct LabelCandidate {
  /// The delimiters included.
  var span: Range<Int>
  /// Where the text after it begins.
  var textStart: Int
  /// One, or letter and roman.
  var readings: [LabelShape]
  /// No delimiter at all (`2.1`, `EC501`, `2A`).
  var isBare: Bool { readings.first.map { !$0.opened && $0.closing == 0 } ?? true }
}
