/// A motion that is to be looked at before it is sent, and by whose rules.
public struct Draft: Sendable {
  public let document: Document
  public let expectations: Expectations

  public init(_ document: Document, expectations: Expectations = Expectations()) {
    self.document = document
    self.expectations = expectations
  }

  /// Everything there is to say, in the order of the text; what concerns the whole of it first.
  ///
  /// The parser's own findings (numbering, references, bytes) and those of every check.
  public var findings: [Finding] {
    var findings = document.allFindings()
    for check in Draft.checks {
      let said = Dictionary(grouping: findings) { $0.span }
      findings += check.findings(in: self).filter { new in !(said[new.span] ?? []).contains { $0.code == new.code } }
    }
    return findings.enumerated().sorted {
      ($0.element.span?.lowerBound ?? -1, $0.offset) < ($1.element.span?.lowerBound ?? -1, $1.offset)
    }.map(\.element)
  }

  /// The words that count towards the limit.
  public var words: Int { document.words(expectations.counting) }

  /// The text with the safe edits of its findings made; nil where there is none.
  ///
  /// Numbers first and all together, so that the references to them follow. Edits that touch one another are left to the
  /// next round.
  public func mended() -> [UInt8]? {
    let tidy = document.renumbered().bytes
    if tidy != document.bytes { return tidy }
    let edits = findings.filter { !$0.code.hasPrefix("number-") }.compactMap(\.edit)
      .sorted { $0.span.lowerBound < $1.span.lowerBound }
    var result: [UInt8] = []
    var at = 0
    var isChanged = false
    for edit in edits {
      guard edit.span.lowerBound >= at, edit.span.upperBound <= document.bytes.count else { continue }
      result += document.bytes[at..<edit.span.lowerBound]
      result += edit.replacement.utf8
      isChanged = isChanged || !document.bytes[edit.span].elementsEqual(edit.replacement.utf8)
      at = edit.span.upperBound
    }
    return isChanged ? result + document.bytes[at...] : nil
  }

  /// One rule each; their order is that of what they say of one place.
  package static let checks: [any Check.Type] = [
    TitleCheck.self, LongTitleCheck.self, MoverCheck.self, SeconderCheck.self, KindCheck.self, WordLimitCheck.self,
    PlaceholderCheck.self, ResolvesNothingCheck.self, InvisibleCharacterCheck.self, DirectionMarkCheck.self,
    InlineListCheck.self, MixedMarkerCheck.self,
  ]
}

/// One rule that a motion is held against.
package protocol Check: SendableMetatype {
  static func findings(in draft: Draft) -> [Finding]
}

/// What a body expects of a motion; without standing orders, what every body does.
public struct Expectations: Hashable, Sendable {
  /// The most words a motion may have; nil where nobody set a limit.
  public var wordLimit: Int?
  /// What counts towards it.
  public var counting: WordCounting
  /// The kinds the body admits; nil where nobody said.
  public var kinds: [String]?
  /// What is missing is an error where the rules ask for it, else a warning.
  public var requiresMover: Bool
  public var requiresSeconder: Bool
  /// The most words of a title that still fits an agenda.
  public var titleLimit: Int

  public init(
    wordLimit: Int? = nil, counting: WordCounting = .standard, kinds: [String]? = nil, requiresMover: Bool = false,
    requiresSeconder: Bool = false,
    titleLimit: Int = 20
  ) {
    self.wordLimit = wordLimit
    self.counting = counting
    self.kinds = kinds
    self.requiresMover = requiresMover
    self.requiresSeconder = requiresSeconder
    self.titleLimit = titleLimit
  }
}

extension Expectations {
  /// What a body's standing orders ask of a motion of some kind.
  public init(_ orders: StandingOrders, kind: String) {
    let found = orders.kind(named: kind)
    self.init(
      wordLimit: found?.wordLimit,
      counting: WordCounting(title: orders.words.countsTitle, headings: orders.words.countsHeadings),
      kinds: orders.kinds.map(\.name), requiresMover: true, requiresSeconder: found?.needsSeconder ?? false)
  }
}
