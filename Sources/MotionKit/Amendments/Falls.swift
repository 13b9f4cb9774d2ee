/// Which amendments could not be taken any more once others are carried.
struct Falls {
  private(set) var all: [Composition.Fall] = []

  init(_ result: Composer.Result, among amendments: [Amendment]) {
    let names = Set(amendments.map(\.name))
    for encounter in result.sweep.encounters {
      let taker = result.hunks[encounter.first]
      let other = result.hunks[encounter.second]
      guard let reason = Falls.reason(encounter.kind, taker, other, result.texts) else { continue }
      add(Composition.Fall(amendment: other.amendment, because: taker.amendment, reason: reason))
    }
    for amendment in amendments {
      for name in amendment.fallsIf where names.contains(name) {
        add(
          Composition.Fall(
            amendment: amendment.name, because: name, reason: "it is moved only if \(name) is not carried"))
      }
      for name in amendment.requires where !names.contains(name) || result.refusals[name] != nil {
        add(Composition.Fall(amendment: amendment.name, because: name, reason: "it stands only if \(name) is carried"))
      }
      if let parent = amendment.parent, !names.contains(parent) {
        add(Composition.Fall(amendment: amendment.name, because: parent, reason: "\(parent), which it amends, is gone"))
      }
    }
    for (name, refusals) in result.refusals {
      for refusal in refusals where refusal.code == "words-gone" {
        guard let because = refusal.because else { continue }
        add(
          Composition.Fall(
            amendment: name, because: because, reason: "the words it changes came with \(because)"))
      }
    }
    all.sort { one, other in
      if one.amendment != other.amendment { return NaturalOrder.precedes(one.amendment, other.amendment) }
      if one.because != other.because { return NaturalOrder.precedes(one.because, other.because) }
      return one.reason < other.reason
    }
  }

  private mutating func add(_ fall: Composition.Fall) {
    if !all.contains(where: { $0.amendment == fall.amendment && $0.because == fall.because }) { all.append(fall) }
  }

  /// Why the second falls when the first is carried; nil where it does not.
  private static func reason(_ kind: Encounter.Kind, _ taker: Hunk, _ other: Hunk, _ texts: SuppliedTexts) -> String? {
    switch kind {
    case .insideDeleted:
      if taker.range != nil { return "the words it changes would be gone" }
      guard taker.space == .base, let node = taker.node else { return "the clause it changes would be gone" }
      return "\(texts.base.nodes[node].path) would be gone"
    case .competing:
      if taker.change == .replaceAll { return "the whole text would be another" }
      guard taker.change == .replace else { return nil }
      if let range = other.range, !range.isEmpty {
        let words = Array(texts.bytes(other.space)[range])
        if Phrase.occurs(words, in: taker.supplied) { return nil }
      }
      guard taker.space == .base, let node = taker.node else { return "the clause it changes would be another" }
      return "\(texts.base.nodes[node].path) would be replaced"
    default: return nil
    }
  }
}
