/// How many must be present for a decision to count.
public indirect enum Quorum: Hashable, Sendable {
  case number(Int)
  /// A share of those entitled, rounded up: half of 43 is 22.
  case share(Fraction)
  /// A rule such as "10% or 30, whichever is lower".
  case lower([Quorum])
  case greater([Quorum])

  /// How many that is; `nil` where it takes the number entitled and that is not known.
  public func required(entitled: Int?) -> Int? {
    switch self {
    case .number(let number): return number
    case .share(let fraction): return entitled.map { fraction.roundedUp(of: $0) }
    case .lower(let rules):
      let numbers = rules.map { $0.required(entitled: entitled) }
      return numbers.contains(nil) ? nil : numbers.compactMap(\.self).min()
    case .greater(let rules):
      let numbers = rules.map { $0.required(entitled: entitled) }
      return numbers.contains(nil) ? nil : numbers.compactMap(\.self).max()
    }
  }

  /// Whether it is there; `nil` where the figures that it takes are not known.
  ///
  /// A known part can be enough: of "10% or 30, whichever is lower", thirty present are always a quorum.
  public func isMet(present: Int?, entitled: Int?) -> Bool? {
    switch self {
    case .number(let number):
      if number <= 0 { return true }
      return present.map { $0 >= number }
    case .share:
      guard let present, let required = required(entitled: entitled) else { return nil }
      return present >= required
    case .lower(let rules):
      let parts = rules.map { $0.isMet(present: present, entitled: entitled) }
      return parts.contains(true) ? true : parts.contains(nil) ? nil : false
    case .greater(let rules):
      let parts = rules.map { $0.isMet(present: present, entitled: entitled) }
      return parts.contains(false) ? false : parts.contains(nil) ? nil : true
    }
  }

  /// Whether it takes the number entitled.
  package var needsEntitled: Bool {
    switch self {
    case .number: false
    case .share: true
    case .lower(let rules), .greater(let rules): rules.contains { $0.needsEntitled }
    }
  }

  /// As a rule says it: `20`, `half of those entitled to vote`, `the lower of 10% and 30`.
  public var words: String {
    switch self {
    case .number(let number): String(number)
    case .share(let fraction): "\(fraction.words) of those entitled to vote"
    case .lower(let rules): "the lower of \(PlainWords.list(rules.map(\.words)))"
    case .greater(let rules): "the greater of \(PlainWords.list(rules.map(\.words)))"
    }
  }
}

extension Quorum {
  /// Reads `20`, `10%`, `1/2`, `lower of 10% and 30`, `greater of 1/4 and 20`; `nil` for anything else.
  public init?(reading text: String) {
    let trimmed = PlainWords.trim(text)
    if let number = PlainWords.figure(trimmed) {
      self = .number(number)
      return
    }
    let words = PlainWords.split(trimmed).filter { $0 != "the" }
    if words.count > 2, words[1] == "of", words[0] == "lower" || words[0] == "lesser" || words[0] == "greater" {
      let parts = words.dropFirst(2).split(separator: "and").map { $0.joined(separator: " ") }
      let rules = parts.compactMap { Quorum(reading: $0) }
      guard rules.count == parts.count, rules.count > 1 else { return nil }
      self = words[0] == "greater" ? .greater(rules) : .lower(rules)
      return
    }
    let share = words.firstIndex(of: "of").map { words[..<$0].joined(separator: " ") } ?? trimmed
    guard let fraction = Fraction(reading: share) else { return nil }
    self = .share(fraction)
  }
}
