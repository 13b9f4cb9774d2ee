/// What was found between amendments, put into words that a member understands when it is asked for.
///
/// Where many amendments meet, wording what was found takes as long as composing does, and most who compose ask for the
/// text, the verdict or what cannot stand. It is shared, not copied: it holds everything that composing found.
final class ClashReport: Sendable {
  private let result: Composer.Result
  private let composer: Composer
  private let base: Document

  init(_ result: Composer.Result, composer: Composer) {
    self.result = result
    self.composer = composer
    base = composer.base
    others = ClashWriter(result, base: base).clashes
  }

  /// What is said of one amendment, or of what was taken out.
  private let others: [Composition.Clash]

  /// The worst that was found about each amendment, by its rank, and the worst of all.
  func verdicts() -> (ofEach: [Composition.Verdict], worst: Composition.Verdict) {
    var ofEach = Array(repeating: Composition.Verdict.clean, count: result.all.count)
    var worst = Composition.Verdict.clean
    func note(_ rank: Int?, _ verdict: Composition.Verdict) {
      worst = max(worst, verdict)
      if let rank { ofEach[rank] = max(ofEach[rank], verdict) }
    }
    for (index, encounter) in result.sweep.encounters.enumerated() where encounter.kind.severity != .note {
      let verdict = Composition.Verdict(of: encounter.kind.severity, isSettled: result.settled.contains(index))
      note(result.ranks[encounter.first], verdict)
      note(result.ranks[encounter.second], verdict)
    }
    if others.isEmpty { return (ofEach, worst) }
    let ranks = Dictionary(uniqueKeysWithValues: zip(result.all.map(\.name), result.all.indices))
    for clash in others {
      for name in clash.amendments { note(ranks[name], Composition.Verdict(of: clash)) }
    }
    return (ofEach, worst)
  }

  /// Everything that was found, or what cannot stand and nothing settled.
  func clashes(unsettledOnly: Bool = false) -> [Composition.Clash] {
    let places = PlaceWords(base)
    var clashes = others
    if unsettledOnly { clashes.removeAll { !$0.isUnsettled } }
    for index in told() {
      let isSettled = result.settled.contains(index)
      if unsettledOnly, isSettled || result.sweep.encounters[index].kind.severity != .conflict { continue }
      clashes.append(clash(result.sweep.encounters[index], isSettled: isSettled, places))
    }
    let keys = clashes.map(ClashReport.key)
    return clashes.indices.sorted { keys[$0] < keys[$1] }.map { clashes[$0] }
  }

  private static func key(_ clash: Composition.Clash) -> (Int, Int, Int, String, String) {
    let rank =
      switch clash.finding.severity {
      case .error: 0
      case .conflict: 1
      case .flag: 2
      case .warning: 3
      case .note: 4
      }
    let span = clash.finding.span
    return (rank, span?.lowerBound ?? .max, span?.upperBound ?? .max, clash.finding.code, clash.finding.message)
  }

  /// The encounters that are told, by index: what is no conflict once for a pair and a place.
  private func told() -> [Int] {
    struct Key: Hashable {
      var kind: Encounter.Kind
      var one: Int
      var other: Int
      var node: NodeReference?
    }
    var said: Set<Key> = []
    said.reserveCapacity(result.sweep.encounters.count)
    return result.sweep.encounters.indices.filter { index in
      let encounter = result.sweep.encounters[index]
      guard !encounter.kind.isConflict else { return true }
      let placed = result.hunks[encounter.first].node == nil ? encounter.second : encounter.first
      let node = result.hunks[placed].node.map { NodeReference(space: result.hunks[placed].space, index: $0) }
      let (one, other) = (result.ranks[encounter.first], result.ranks[encounter.second])
      return said.insert(Key(kind: encounter.kind, one: min(one, other), other: max(one, other), node: node)).inserted
    }
  }

  private func clash(_ encounter: Encounter, isSettled: Bool, _ places: PlaceWords) -> Composition.Clash {
    let hunks = [result.hunks[encounter.first], result.hunks[encounter.second]]
    let names = hunks.map(\.amendment).sorted(by: NaturalOrder.precedes)
    let region = ClashRegion(encounter.kind, hunks, among: result.hunks, result.texts)
    var finding = Finding(
      code: encounter.kind.rawValue, severity: encounter.kind.severity, span: region.span(in: base),
      path: region.gapPath(in: base) ?? composer.place(of: encounter, result.hunks) ?? region.path(in: base),
      message: "")
    let givesWay = result.sweep.givesWay[encounter.first]?.contains(encounter.second) ?? false
    let wording = ClashWording(encounter.kind, hunks, region, places, base: base, givesWay: givesWay)
    finding.message = wording.message(at: finding.path)
    let ways = wording.waysOut
    if !ways.isEmpty { finding.fix = ways.joined(separator: "; ") }
    let sides = names.map { name in Composition.Clash.Side(amendment: name, text: region.side(name)) }
    var clash = Composition.Clash(
      finding: finding, amendments: names, base: region.base, sides: sides, waysOut: ways)
    clash.isSettled = isSettled
    return clash
  }
}
