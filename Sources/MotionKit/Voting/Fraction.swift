/// An exact share such as two thirds; votes are never weighed in floating point.
///
/// Between nothing and the whole: the numerator is at least 1 and at most the denominator.
public struct Fraction: Hashable, Sendable {
  public let numerator: Int
  public let denominator: Int

  /// `nil` unless 0 < numerator ≤ denominator.
  public init?(_ numerator: Int, _ denominator: Int) {
    guard numerator > 0, denominator >= numerator else { return nil }
    let divisor = Fraction.greatestCommonDivisor(numerator, denominator)
    self.numerator = numerator / divisor
    self.denominator = denominator / divisor
  }

  private init(checked numerator: Int, _ denominator: Int) {
    self.numerator = numerator
    self.denominator = denominator
  }

  public static let half = Fraction(checked: 1, 2)
  public static let twoThirds = Fraction(checked: 2, 3)
  public static let threeQuarters = Fraction(checked: 3, 4)
  public static let whole = Fraction(checked: 1, 1)

  /// How `part` of `whole` compares with this share: negative below it, 0 exactly it, positive above it.
  ///
  /// Exact for every sum of three figures: 3 × 2⁶³ × 2⁶³ is below 2¹²⁸.
  package func compare(_ part: UInt128, of whole: UInt128) -> Int {
    let left = part &* UInt128(denominator)
    let right = whole &* UInt128(numerator)
    return left == right ? 0 : left < right ? -1 : 1
  }

  /// The smallest whole number that is at least this share of `whole`: half of 43 is 22.
  package func roundedUp(of whole: Int) -> Int {
    guard whole > 0 else { return 0 }
    let product = UInt128(whole) * UInt128(numerator)
    let (quotient, rest) = product.quotientAndRemainder(dividingBy: UInt128(denominator))
    return Int(clamping: quotient + (rest > 0 ? 1 : 0))
  }

  private static func greatestCommonDivisor(_ first: Int, _ second: Int) -> Int {
    var (larger, smaller) = (first, second)
    while smaller != 0 { (larger, smaller) = (smaller, larger % smaller) }
    return larger
  }
}

extension Fraction {
  /// Reads `2/3`, `75%`, `66.7%`, `half`, `two thirds`, `three-quarters`, `all`; `nil` for anything else.
  public init?(reading text: String) {
    let words = PlainWords.split(text)
    if words == ["all"] || words == ["unanimity"] {
      self = .whole
      return
    }
    if words.last == "half", words.count == 1 || (words.count == 2 && ["a", "one"].contains(words[0])) {
      self = .half
      return
    }
    if words.count == 2, let numerator = words[0] == "a" ? 1 : PlainWords.number(words[0]),
      let denominator = Fraction.parts[words[1]]
    {
      self.init(numerator, denominator)
      return
    }
    let figures = PlainWords.trim(text)
    if let slash = figures.utf8.firstIndex(of: UInt8(ascii: "/")) {
      guard let numerator = PlainWords.figure(PlainWords.trim(String(figures[..<slash]))),
        let denominator = PlainWords.figure(PlainWords.trim(String(figures[figures.index(after: slash)...])))
      else { return nil }
      self.init(numerator, denominator)
      return
    }
    guard let percent = Fraction.percentFigures(figures) else { return nil }
    self.init(percent.numerator, percent.denominator)
  }

  private static func percentFigures(_ text: String) -> (numerator: Int, denominator: Int)? {
    let endings = ["%", "per cent", "percent"]
    guard let ending = endings.first(where: { text.lowercased().hasSuffix($0) }) else { return nil }
    let figures = PlainWords.trim(String(text.dropLast(ending.count)))
    let pieces = figures.split(separator: ".", omittingEmptySubsequences: false)
    guard pieces.count <= 2, let whole = pieces.first.flatMap({ PlainWords.figure(String($0)) }), whole <= 100 else {
      return nil
    }
    guard pieces.count == 2 else { return (whole, 100) }
    guard pieces[1].utf8.count <= 6, let rest = PlainWords.figure(String(pieces[1])) else { return nil }
    let scale = pieces[1].utf8.reduce(1) { scale, _ in scale * 10 }
    return (whole * scale + rest, 100 * scale)
  }

  private static let parts = [
    "half": 2, "third": 3, "thirds": 3, "quarter": 4, "quarters": 4, "fifth": 5, "fifths": 5, "sixth": 6, "sixths": 6,
    "eighth": 8, "eighths": 8, "tenth": 10, "tenths": 10,
  ]
}

extension Fraction: CustomStringConvertible {
  /// `2/3`.
  public var description: String { "\(numerator)/\(denominator)" }

  /// As people say it: `two thirds`; `13/20` where there is no short name.
  public var words: String {
    switch (numerator, denominator) {
    case (1, 1): return "all"
    case (1, 2): return "half"
    case (1, 3), (1, 4), (1, 5), (1, 10): return "a \(Fraction.partName(denominator) ?? "")"
    default:
      guard numerator < 10, let part = Fraction.partName(denominator) else { return description }
      return "\(PlainWords.name(of: numerator)) \(part)s"
    }
  }

  private static func partName(_ denominator: Int) -> String? {
    switch denominator {
    case 3: "third"
    case 4: "quarter"
    case 5: "fifth"
    case 6: "sixth"
    case 8: "eighth"
    case 10: "tenth"
    default: nil
    }
  }
}
