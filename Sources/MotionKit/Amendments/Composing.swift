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
    let base = composer.base
    let result = composer.compose(amendments)
    self.init(verdict: .clean, bytes: result.text.bytes)
    pieces = result.text.pieces
    provenance = Composition.runs(result.text)
    let report = ClashReport(result, composer: composer)
    findings = Findings(report: report)
    outcomes = Composition.outcomes(amendments, result, report)
    verdict = outcomes.map(\.verdict).max() ?? .clean
    report.forEach { verdict = max(verdict, $1) }
    wouldFall = Falls(result, among: amendments).all
    order = TakingOrder.byPlace.sorted(result, amendments)
    deletions = Composition.deletions(result)
    renumbered = result.relabelling.renumbered.map {
      Renumbered(path: base.nodes[$0.node].path, old: $0.old, new: $0.new)
    }
  }

  private static func runs(_ text: ComposedText) -> [Run] {
    var runs: [Run] = []
    var at = 0
    for piece in text.pieces {
      let bytes = text.bytes[at..<at + piece.count]
      at += piece.count
      if let last = runs.last, last.amendment == piece.amendment {
        runs[runs.count - 1].bytes += bytes
      } else {
        runs.append(Run(amendment: piece.amendment, bytes: Array(bytes)))
      }
    }
    return runs
  }

  private static func outcomes(
    _ amendments: [Amendment], _ result: Composer.Result, _ report: ClashReport
  ) -> [Outcome] {
    var added: [String: Int] = [:]
    var removed: [String: Int] = [:]
    for index in result.hunks.indices {
      let name = result.hunks[index].amendment
      added[name, default: 0] +=
        result.hunks[index].bringsClauses
        ? result.texts.words(of: result.hunks[index]) : Phrase.count(result.hunks[index].supplied)
      removed[name, default: 0] += ClauseWords.removed(by: result.hunks[index], in: result.texts)
    }
    var worst: [String: Verdict] = [:]
    report.forEach { name, verdict in
      if verdict > worst[name] ?? .clean { worst[name] = verdict }
    }
    var inner: [String: Outcome] = [:]
    for nested in result.nested {
      for outcome in nested.composition.outcomes {
        guard var known = inner[outcome.name] else {
          inner[outcome.name] = outcome
          continue
        }
        known.verdict = max(known.verdict, outcome.verdict)
        known.wordsAdded += outcome.wordsAdded
        known.wordsRemoved += outcome.wordsRemoved
        known.refusal = known.refusal ?? outcome.refusal
        inner[outcome.name] = known
      }
    }
    return inOrder(amendments, result.names).map { amendment in
      let name = amendment.name
      let nested = inner[name]
      var outcome = Outcome(
        name: name, verdict: max(worst[name] ?? .clean, nested?.verdict ?? .clean), operations: amendment.operations,
        wordsAdded: (added[name] ?? 0) + (nested?.wordsAdded ?? 0),
        wordsRemoved: (removed[name] ?? 0) + (nested?.wordsRemoved ?? 0))
      outcome.requires = amendment.requires
      outcome.fallsIf = amendment.fallsIf
      outcome.parent = amendment.parent
      outcome.refusal = nested?.refusal
      if let refusal = result.refusals[name]?.first {
        outcome.verdict = .refused
        outcome.refusal = refusal.message
      }
      return outcome
    }
  }

  /// In the natural order of names, which composing knows already.
  private static func inOrder(_ amendments: [Amendment], _ names: [String]) -> [Amendment] {
    if amendments.elementsEqual(names, by: { $0.name.utf8.elementsEqual($1.utf8) }) { return amendments }
    return amendments.sorted { NaturalOrder.precedes($0.name, $1.name) }
  }

  private static func deletions(_ result: Composer.Result) -> [Deletion] {
    var found: [Deletion] = []
    for index in result.applied {
      let hunk = result.hunks[index]
      guard hunk.space == .base, let range = hunk.range, !range.isEmpty else { continue }
      found.append(
        Deletion(span: range, text: result.texts.excerpt(.base, range), amendment: hunk.amendment))
    }
    for (node, hunk) in result.tree.gone where node.space == .base {
      let span = result.texts.span(of: node)
      found.append(
        Deletion(
          span: span, text: result.texts.excerpt(.base, span), amendment: result.hunks[hunk].amendment))
    }
    return found.sorted { ($0.span.lowerBound, $0.span.upperBound) < ($1.span.lowerBound, $1.span.upperBound) }
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

/// Counted words that whole clauses bring and take: labels are none.
enum ClauseWords {
  static func count(_ fragment: FragmentText) -> Int {
    fragment.document.nodes.indices.reduce(0) { sum, node in
      sum + fragment.textSpans(of: node).reduce(0) { $0 + Phrase.count(fragment.document.bytes[$1]) }
    }
  }

  static func removed(by hunk: Hunk, in texts: SuppliedTexts) -> Int {
    let bytes = texts.bytes(hunk.space)
    switch hunk.change {
    case .words(let range): return Phrase.count(bytes[range.clamped(to: 0..<bytes.count)])
    case .insert, .move: return 0
    case .delete, .replace, .replaceAll:
      guard let document = texts.document(hunk.space) else { return 0 }
      let nodes =
        hunk.node.map { texts.subtree(NodeReference(space: hunk.space, index: $0)) } ?? 0..<document.nodes.count
      return nodes.reduce(0) { sum, node in
        sum + document.nodes[node].textSpans.reduce(0) { $0 + Phrase.count(bytes[$1]) }
      }
    }
  }
}
