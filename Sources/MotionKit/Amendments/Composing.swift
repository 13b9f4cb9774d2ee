extension Composition {
  /// Takes amendments to one base together.
  ///
  /// Every operation is resolved once against the text it was written for and lies in the coordinates of the base; the
  /// order in which amendments are given changes nothing. `knowing` holds further amendments that are not taken but
  /// stood in the text when one of those taken was read.
  public init(
    of base: Document, with amendments: [Amendment], allotted: [AllottedLabel] = [], rulings: [Ruling] = [],
    clashes policy: ClashPolicy = .baseStands, knowing others: [Amendment] = []
  ) {
    self.init(
      of: base, with: amendments, allotted: allotted, rulings: rulings, clashes: policy, knowing: others,
      keepsLabels: false)
  }

  init(
    of base: Document, with amendments: [Amendment], allotted: [AllottedLabel] = [], rulings: [Ruling],
    clashes policy: ClashPolicy, knowing others: [Amendment] = [], keepsLabels: Bool
  ) {
    self.init(
      Composer(
        base: base, known: amendments + others, allotted: allotted, rulings: rulings, policy: policy,
        keepsLabels: keepsLabels), taking: amendments)
  }

  init(_ composer: Composer, taking amendments: [Amendment]) {
    self.init(composer, taking: FoundAmendment.inOrder(amendments), given: amendments)
  }

  init(_ composer: Composer, taking unique: [FoundAmendment], given: [Amendment]) {
    let base = composer.base
    let result = composer.compose(unique)
    self.init(verdict: .clean, bytes: result.text.bytes, pieces: result.text.pieces)
    let report = ClashReport(result, composer: composer)
    findings = Findings(report: report)
    let verdicts = report.verdicts()
    outcomes = Composition.outcomes(given, result, verdicts.ofEach)
    verdict = outcomes.lazy.map(\.verdict).reduce(verdicts.worst, max)
    wouldFall = Falls(result, among: given).all
    order = TakingOrder.byPlace.sorted(result)
    deletions = Composition.deletions(result)
    renumbered = result.relabelling.renumbered.map {
      Renumbered(path: base.nodes[$0.node].path, old: $0.old, new: $0.new)
    }
  }

  private static func outcomes(_ given: [Amendment], _ result: Composer.Result, _ verdicts: [Verdict]) -> [Outcome] {
    // What a ruling put in has a rank of its own, behind all others.
    var added = Array(repeating: 0, count: result.all.count + 1)
    var removed = added
    for index in result.hunks.indices {
      let rank = result.ranks[index]
      added[rank] += result.wordsAdded(by: index)
      removed[rank] += result.wordsRemoved(by: index)
    }
    let inner = nestedOutcomes(result)
    var outcomes: [Outcome] = []
    outcomes.reserveCapacity(result.all.count)
    for rank in result.all.indices {
      let name = result.all[rank].name
      var outcome = Outcome(
        name: name, verdict: verdicts[rank], operations: result.all[rank].amendment.operations,
        wordsAdded: added[rank], wordsRemoved: removed[rank])
      outcome.requires = result.all[rank].amendment.requires
      outcome.fallsIf = result.all[rank].amendment.fallsIf
      outcome.parent = result.all[rank].amendment.parent
      if let nested = inner[name] { outcome.add(nested) }
      if let refusal = result.refusals[name]?.first {
        outcome.verdict = .refused
        outcome.refusal = refusal.message
      }
      outcomes.append(outcome)
    }
    if given.count == outcomes.count { return outcomes }
    // What was given twice is told twice.
    let byName = Dictionary(outcomes.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    return given.map(\.name).sorted(by: NaturalOrder.precedes).compactMap { byName[$0] }
  }

  /// What became of amendments to amendments.
  private static func nestedOutcomes(_ result: Composer.Result) -> [String: Outcome] {
    var inner: [String: Outcome] = [:]
    for nested in result.nested {
      for outcome in nested.composition.outcomes {
        if inner[outcome.name]?.add(outcome) == nil { inner[outcome.name] = outcome }
      }
    }
    return inner
  }

  private static func deletions(_ result: Composer.Result) -> [Deletion] {
    var found: [(span: Range<Int>, hunk: Int)] = []
    for index in result.applied where result.hunks[index].space.isBase {
      if let range = result.hunks[index].range, !range.isEmpty { found.append((range, index)) }
    }
    for (node, hunk) in result.tree.gone where node.space.isBase {
      found.append((result.texts.span(of: node), hunk))
    }
    found.sort { ($0.span.lowerBound, $0.span.upperBound) < ($1.span.lowerBound, $1.span.upperBound) }
    return found.map { span, hunk in
      Deletion(span: span, text: result.texts.excerpt(.base, span), amendment: result.hunks[hunk].amendment)
    }
  }
}

extension Composition.Outcome {
  /// Takes in what became of it in another text.
  fileprivate mutating func add(_ other: Self) {
    verdict = max(verdict, other.verdict)
    wordsAdded += other.wordsAdded
    wordsRemoved += other.wordsRemoved
    refusal = refusal ?? other.refusal
  }
}

extension Composition.Verdict: Comparable {
  /// From the least to the most that a person has to do about it.
  public static func < (one: Self, other: Self) -> Bool { one.rank < other.rank }

  private var rank: Int {
    switch self {
    case .clean: 0
    case .flag: 1
    case .conflict: 2
    case .refused: 3
    }
  }

  init(of clash: Composition.Clash) { self.init(of: clash.finding.severity, isSettled: clash.isSettled) }

  init(of severity: Finding.Severity, isSettled: Bool) {
    switch severity {
    case .note, .warning: self = .clean
    case .flag: self = .flag
    case .conflict: self = isSettled ? .clean : .conflict
    case .error: self = .refused
    }
  }
}

extension Composer.Result {
  /// Counted words that a hunk brings: labels are none.
  func wordsAdded(by hunk: Int) -> Int {
    guard hunks[hunk].bringsClauses else { return Phrase.count(hunks[hunk].supplied) }
    guard let fragment = texts.fragment(hunks[hunk].text) else { return 0 }
    return fragment.document.nodes.indices.reduce(0) { sum, node in
      sum + fragment.textSpans(of: node).reduce(0) { $0 + Phrase.count(fragment.document.bytes[$1]) }
    }
  }

  /// Counted words that a hunk takes: labels are none.
  func wordsRemoved(by hunk: Int) -> Int {
    let space = hunks[hunk].space
    if let range = hunks[hunk].range {
      let bytes = texts.bytes(space)
      return Phrase.count(bytes[range.clamped(to: 0..<bytes.count)])
    }
    guard hunks[hunk].takesOut || hunks[hunk].isWhole, let document = texts.document(space) else { return 0 }
    let nodes =
      hunks[hunk].node.map { texts.subtree(NodeReference(space: space, index: $0)) } ?? document.nodes.indices
    return nodes.reduce(0) { sum, node in
      sum + document.nodes[node].textSpans.reduce(0) { $0 + Phrase.count(document.bytes[$1]) }
    }
  }
}
