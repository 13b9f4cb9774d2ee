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
    package var number: Int
    private var stemLetters: ShortLetters
    private var insertionLetters: ShortLetters

    package init(stem: String = "", number: Int, insertion: String = "") {
      self.number = number
      stemLetters = ShortLetters(stem)
      insertionLetters = ShortLetters(insertion)
    }

    /// `A` of `A1` (what comes before 1), `EC` of `EC501`.
    package var stem: String {
      get { stemLetters.text }
      set { stemLetters = ShortLetters(newValue) }
    }
    /// `A` of `2A`, `ZA` of `2ZA`.
    package var insertion: String {
      get { insertionLetters.text }
      set { insertionLetters = ShortLetters(newValue) }
    }
    package var hasStem: Bool { !stemLetters.isEmpty }
    package var hasInsertion: Bool { !insertionLetters.isEmpty }
    package func hasStem(of other: Part) -> Bool { stemLetters == other.stemLetters }
    package func hasInsertion(of other: Part) -> Bool { insertionLetters == other.insertionLetters }
  }

  /// Of the last part.
  package var style: Style
  /// Whether it opens with a bracket.
  package var opened: Bool
  /// `.`, `)`, `]` or 0 for none; what opens is of the same kind.
  package var closing: UInt8
  /// `.` or `(` before the last part, `:` for both; 0 for nothing.
  private(set) var jointByte: UInt8
  /// All parts but the last; nil for none. Nearly every label has one part, which so needs no memory of its own: with an
  /// array of all parts a long list was read at half the speed.
  private(set) var above: [Part]?
  /// The last part: the number that goes up in a run.
  package var last: Part

  package init(style: Style, opened: Bool, closing: UInt8, parts: [Part], joint: String = ".") {
    self.init(style: style, opened: opened, closing: closing, last: parts.last ?? Part(number: 0), joint: joint)
    if parts.count > 1 { above = parts.dropLast() }
  }

  /// A label of one part.
  package init(style: Style, opened: Bool, closing: UInt8, last: Part, joint: String = ".") {
    self.style = style
    self.opened = opened
    self.closing = closing
    self.last = last
    jointByte = LabelShape.byte(of: joint)
  }

  private static func byte(of joint: String) -> UInt8 { joint == ".(" ? UInt8(ascii: ":") : joint.utf8.first ?? 0 }

  /// Never empty.
  package var parts: [Part] {
    get { (above ?? []) + [last] }
    set {
      last = newValue.last ?? Part(number: 0)
      above = newValue.count > 1 ? newValue.dropLast() : nil
    }
  }

  /// How many parts it has.
  package var depth: Int { (above?.count ?? 0) + 1 }

  /// What stands between a number and the letter behind it: `(` in `3(b)`, `.(` in `3.(b)`, nothing in `3b)`; of other
  /// labels a dot.
  package var joint: String {
    get {
      switch jointByte {
      case 0: ""
      case UInt8(ascii: "("): "("
      case UInt8(ascii: ":"): ".("
      default: "."
      }
    }
    set { jointByte = LabelShape.byte(of: newValue) }
  }

  package var number: Int { last.number }

  /// Frozen insertions: `2A`, `A1`.
  package var isInserted: Bool {
    style == .decimal && (last.hasInsertion || last.hasStem)
  }

  /// The number in front of its last part (`2` of `2.1`, `3` of `3(b)`); nil where it has one part.
  package var head: LabelShape? {
    above.map { LabelShape(style: .decimal, opened: false, closing: 0, parts: $0) }
  }

  /// Same style, same delimiters, same depth of compound.
  package func isLike(_ other: LabelShape) -> Bool {
    style == other.style && opened == other.opened && closing == other.closing && depth == other.depth
  }

  /// Same style and depth, whatever the delimiters (`2.` then `3)`).
  package func isLikeButForDelimiters(_ other: LabelShape) -> Bool {
    style == other.style && depth == other.depth
  }

  /// Whether its first parts are all those of the other: `2.1` and `2.1.3` hold `2`.
  package func holds(_ other: LabelShape) -> Bool {
    guard let above, above.count >= other.depth, above[other.depth - 1] == other.last else { return false }
    return other.above.map { above.starts(with: $0) } ?? true
  }

  /// The same number in every part but the last.
  package func hasPrefix(of other: LabelShape) -> Bool {
    above == other.above
  }

  /// Whether this label may come straight after `previous` in one run: the next number, or what freezing puts between.
  package func follows(_ previous: LabelShape) -> Bool {
    guard style == previous.style, hasPrefix(of: previous) else { return false }
    let mine = self.last
    let last = previous.last
    switch style {
    case .code:
      return mine.hasStem(of: last) && mine.number == last.number &+ 1
    case .lower, .upper:
      if mine.number == last.number &+ 1, mine.hasInsertion == last.hasInsertion { return true }
      // (aa) after (a), (bb) after (b): inserted when labels were frozen.
      return mine.number == last.number &+ 26 && last.number <= 26
        || (last.number > 26 && last.number <= 52 && !last.hasInsertion && mine.number == last.number &- 25)
        || lettersFollow(previous)
    case .lowerRoman, .upperRoman:
      // (ia) after (i), inserted when labels were frozen.
      return mine.hasInsertion
        ? mine.number == last.number && !mine.hasInsertion(of: last) : mine.number == last.number &+ 1
    case .decimal:
      if !mine.hasStem && !mine.hasInsertion {
        if last.hasStem { return mine.number == last.number }
        return mine.number == last.number &+ 1
      }
      if mine.hasStem { return mine.number == last.number && last.hasStem }
      return mine.number == last.number && !mine.hasInsertion(of: last)
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
    case (2, 1), (3, 1): return first == before && end | 0x20 == UInt8(ascii: "a")
    // (ad) between (ab) and (ac), where all between them is taken.
    case (2, 2): return first == before && end != lastEnd
    case (2, 3), (3, 2), (3, 3): return first == before && mine != last
    // (a) after (za), which comes before it.
    case (1, 2), (1, 3):
      return first == before &+ 1 || first | 0x20 == UInt8(ascii: "a") && before == first &+ 25
    default: return false
    }
  }

  /// (aa): below (i), a run of doubled letters of its own.
  package var beginsDoubled: Bool { (style == .lower || style == .upper) && number == 27 }

  /// 1, a, i, A1, 2.1: how a run begins.
  package var isFirst: Bool {
    last.number == 1 && !last.hasInsertion || comesBeforeFirst
  }

  /// Where it stands in its run: (aa) and (ab), put in after (a), where that does.
  var numberInRun: Int {
    guard style == .lower || style == .upper, number > 26 else { return number }
    return comesBeforeFirst ? 0 : (number - 1) / 26
  }

  /// (za), what freezing puts before (a).
  package var comesBeforeFirst: Bool {
    last.number == 26 * 26 + 1 && (style == .lower || style == .upper)
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
  /// Its dot stands right before the text: `a.To write`. A label only where the run begins or goes on with it.
  var isTight = false
  /// In bold to here: the closing marks stand behind the first words (`**1. Fares.** They rose`).
  var boldEnd: Range<Int>?
  /// No delimiter at all (`2.1`, `EC501`, `2A`).
  var isBare: Bool { readings.first.map { !$0.opened && $0.closing == 0 } ?? true }
}
