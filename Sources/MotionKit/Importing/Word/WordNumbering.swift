/// The automatic numbers of a Word file: which no paragraph holds as text, and which a reader sees all the same.
///
/// A list (`w:num`) is a use of a pattern (`w:abstractNum`). Lists of one pattern count on together, but for a list that
/// says where it starts, which begins anew when it is first used.
struct WordNumbering: Sendable {
  struct Level: Hashable, Sendable {
    var start = 1
    var format = "decimal"
    /// With `%1` … `%9` where the numbers go.
    var pattern = ""
    var style: String?
    var indent: Int?
    /// All numbers in figures, also those of the levels above.
    var isPlain = false
    /// The number of levels above that begin it anew; nil for all of them.
    var restart: Int?
  }

  /// The number before a paragraph.
  struct Mark: Hashable, Sendable {
    /// As printed; of a bullet the character, in whatever font; empty where nothing is printed.
    var text: String
    var isBullet: Bool
    var pattern: String
    var level: Int
    var indent: Int?
  }

  private var patterns: [String: [Level]] = [:]
  private var lists: [String: (pattern: String, levels: [Int: Level], starts: [Int: Int])] = [:]
  private var counters: [String: [Int?]] = [:]
  private var started: Set<String> = []

  init(_ tree: XmlTree?, _ styles: WordStyles) {
    guard let tree, let root = tree.child(0, "w:numbering") else { return }
    var links: [String: String] = [:]
    for index in tree.children(root) where tree.name(index) == "w:abstractNum" {
      guard let id = tree.attribute(index, "w:abstractNumId"), patterns[id] == nil else { continue }
      var levels = Array(repeating: Level(), count: 9)
      for child in tree.children(index) where tree.name(child) == "w:lvl" {
        guard let place = WordNumbering.level(child, in: tree) else { continue }
        levels[place] = WordNumbering.read(child, in: tree)
      }
      patterns[id] = levels
      if let style = tree.value(index, "w:numStyleLink") { links[id] = style }
    }
    for index in tree.children(root) where tree.name(index) == "w:num" {
      guard let id = tree.attribute(index, "w:numId"), lists[id] == nil,
        let pattern = tree.value(index, "w:abstractNumId")
      else { continue }
      var levels: [Int: Level] = [:]
      var starts: [Int: Int] = [:]
      for child in tree.children(index) where tree.name(child) == "w:lvlOverride" {
        guard let place = WordNumbering.level(child, in: tree) else { continue }
        if let lvl = tree.child(child, "w:lvl") { levels[place] = WordNumbering.read(lvl, in: tree) }
        if let start = tree.value(child, "w:startOverride").flatMap({ Int($0) }) {
          starts[place] = min(max(start, 0), 1_000_000)
        }
      }
      lists[id] = (pattern, levels, starts)
    }
    // A pattern may only name the style of a list that has the true one.
    lists = lists.mapValues { [lists] use in
      guard let link = links[use.pattern], let list = styles.run(link).list, let own = lists[list] else { return use }
      return (own.pattern, use.levels, use.starts)
    }
  }

  /// The level of a list that is tied to a style.
  func level(of style: String?, in list: String) -> Int? {
    guard let style, let pattern = lists[list]?.pattern else { return nil }
    return patterns[pattern]?.firstIndex { $0.style == style }
  }

  /// Counts one paragraph of a list on, and gives what is printed before it; nil where there is no such list.
  mutating func count(_ list: String, level: Int) -> Mark? {
    guard let use = lists[list], var levels = patterns[use.pattern] else { return nil }
    let level = min(max(level, 0), 8)
    for (place, changed) in use.levels { levels[place] = changed }
    var numbers = counters[use.pattern] ?? Array(repeating: nil, count: 9)
    for place in 0...level {
      guard let start = use.starts[place] else { continue }
      // Whenever this list begins the level anew, it begins there (ISO/IEC 29500-1 §17.9.27).
      levels[place].start = start
      // At its first use it begins anew; the level itself is counted below.
      if started.insert("\(list)/\(place)").inserted { numbers[place] = place == level ? nil : start }
    }
    numbers[level] = numbers[level].map { $0 < 1_000_000 ? $0 + 1 : $0 } ?? levels[level].start
    for place in 0..<level where numbers[place] == nil { numbers[place] = levels[place].start }
    for place in (level + 1)..<max(9, level + 1) {
      let restart = levels[place].restart ?? place
      if restart > 0, level < restart { numbers[place] = nil }
    }
    counters[use.pattern] = numbers
    let own = levels[level]
    let isBullet = own.format == "bullet" && !own.pattern.isEmpty
    let text = isBullet ? own.pattern : own.format == "none" ? "" : WordNumbering.fill(own, numbers, levels)
    return Mark(text: text, isBullet: isBullet, pattern: use.pattern, level: level, indent: own.indent)
  }

  private static func level(_ index: Int, in tree: XmlTree) -> Int? {
    tree.attribute(index, "w:ilvl").flatMap { Int($0) }.flatMap { (0..<9).contains($0) ? $0 : nil }
  }

  private static func read(_ index: Int, in tree: XmlTree) -> Level {
    var level = Level()
    if let start = tree.value(index, "w:start").flatMap({ Int($0) }) { level.start = min(max(start, 0), 1_000_000) }
    // A format that old readers do not know stands in a choice.
    let choice = tree.child(tree.child(index, "mc:AlternateContent"), "mc:Fallback")
    level.format = tree.value(index, "w:numFmt") ?? tree.value(choice, "w:numFmt") ?? "decimal"
    level.pattern = tree.value(index, "w:lvlText") ?? ""
    level.style = tree.value(index, "w:pStyle")
    level.isPlain = tree.isOn(index, "w:isLgl") ?? false
    level.restart = tree.value(index, "w:lvlRestart").flatMap { Int($0) }
    level.indent = WordStyles.indent(of: tree.child(index, "w:pPr"), in: tree)
    return level
  }

  private static func fill(_ own: Level, _ numbers: [Int?], _ levels: [Level]) -> String {
    var text = ""
    var rest = own.pattern.unicodeScalars[...]
    while let scalar = rest.popFirst() {
      if scalar == "%", let figure = rest.first, ("1"..."9").contains(figure) {
        rest.removeFirst()
        let place = Int(figure.value) - 49
        let format = own.isPlain ? "decimal" : levels[place].format
        text += number(numbers[place] ?? levels[place].start, as: format)
      } else {
        text.unicodeScalars.append(scalar)
      }
    }
    return text
  }

  static func number(_ number: Int, as format: String) -> String {
    switch format {
    case "lowerLetter": letters(number)
    case "upperLetter": letters(number).uppercased()
    case "lowerRoman": OrdinalText.roman(number)
    case "upperRoman": OrdinalText.roman(number).uppercased()
    case "decimalZero": number < 10 ? "0\(number)" : String(number)
    case "ordinal": String(number) + ending(number)
    case "none", "bullet": ""
    case "cardinalText": (1...12).contains(number) ? cardinals[number - 1] : String(number)
    case "ordinalText": (1...12).contains(number) ? ordinals[number - 1] : String(number) + ending(number)
    default: String(number)
    }
  }

  /// a … z, aa, bb, cc: Word doubles the letter, as motions do.
  private static func letters(_ number: Int) -> String {
    guard number > 0, number <= 780, let letter = Unicode.Scalar(97 + UInt32((number - 1) % 26)) else {
      return String(number)
    }
    return String(repeating: Character(letter), count: (number - 1) / 26 + 1)
  }

  private static func ending(_ number: Int) -> String {
    if (11...13).contains(number % 100) { return "th" }
    return switch number % 10 {
    case 1: "st"
    case 2: "nd"
    case 3: "rd"
    default: "th"
    }
  }

  private static let cardinals = [
    "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten", "Eleven", "Twelve",
  ]
  private static let ordinals = [
    "First", "Second", "Third", "Fourth", "Fifth", "Sixth", "Seventh", "Eighth", "Ninth", "Tenth", "Eleventh",
    "Twelfth",
  ]
}
