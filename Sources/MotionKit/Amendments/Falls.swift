/// Which amendments could not be taken any more once others are carried.
struct Falls {
  private(set) var all: [Composition.Fall] = []
  private let places: PlaceWords

  init(_ result: Composer.Result, among amendments: [Amendment]) {
    places = PlaceWords(result.texts.base)
    for encounter in result.sweep.encounters where encounter.kind.isConflict {
      let taker = result.hunks[encounter.first]
      let other = result.hunks[encounter.second]
      for (taker, other) in encounter.kind == .insideDeleted ? [(taker, other)] : [(taker, other), (other, taker)] {
        guard let reason = reason(encounter.kind, taker, other, result.texts) else { continue }
        add(Composition.Fall(amendment: other.amendment, because: taker.amendment, reason: reason))
      }
    }
    let rest = amendments.contains { !$0.fallsIf.isEmpty || !$0.requires.isEmpty || $0.parent != nil }
    if rest { addConditions(amendments, result) }
    for (name, refusals) in result.refusals {
      for refusal in refusals where refusal.code == "words-gone" {
        guard let because = refusal.because else { continue }
        add(
          Composition.Fall(
            amendment: name, because: because, reason: "the words it changes came with \(because)"))
      }
    }
    if rest { fallWith(amendments) }
    all.sort { one, other in
      if one.amendment != other.amendment { return NaturalOrder.precedes(one.amendment, other.amendment) }
      if one.because != other.because { return NaturalOrder.precedes(one.because, other.because) }
      return one.reason < other.reason
    }
  }

  /// What the amendments themselves say they rest on.
  private mutating func addConditions(_ amendments: [Amendment], _ result: Composer.Result) {
    let names = Set(amendments.map(\.name))
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
  }

  private mutating func add(_ fall: Composition.Fall) {
    if !all.contains(where: { $0.amendment == fall.amendment && $0.because == fall.because }) { all.append(fall) }
  }

  /// What rests on an amendment that falls, falls with it.
  private mutating func fallWith(_ amendments: [Amendment]) {
    var resting: [String: [(name: String, reason: String)]] = [:]
    for amendment in amendments {
      for name in amendment.requires {
        resting[name, default: []].append((amendment.name, "it stands only if \(name) is carried, which would fall"))
      }
      if let parent = amendment.parent {
        resting[parent, default: []].append((amendment.name, "\(parent), which it amends, would fall"))
      }
    }
    var next = 0
    while next < all.count {
      let fall = all[next]
      next += 1
      for (name, reason) in resting[fall.amendment] ?? [] where name != fall.because {
        add(Composition.Fall(amendment: name, because: fall.because, reason: reason))
      }
    }
  }

  /// Why the second falls when the first is carried; nil where it does not.
  private func reason(_ kind: Encounter.Kind, _ taker: Hunk, _ other: Hunk, _ texts: SuppliedTexts) -> String? {
    switch kind {
    case .insideDeleted:
      if taker.range != nil { return "the words it changes would be gone" }
      return "\(place(taker, texts)) would be gone"
    case .competing, .overlap:
      if taker.change == .replaceAll { return "the whole text would be another" }
      if let wide = taker.range {
        guard let range = other.range, !range.isEmpty, wide != range, wide.lowerBound <= range.lowerBound,
          range.upperBound <= wide.upperBound, !keeps(range, other, taker, texts)
        else { return nil }
        return "the words it changes would be gone"
      }
      guard taker.change == .replace, other.change != .replaceAll else { return nil }
      if let range = other.range, !range.isEmpty, keeps(range, other, taker, texts) { return nil }
      return "\(place(taker, texts)) would be replaced"
    default: return nil
    }
  }

  /// Whether the words that one changes are also in what the other puts in their place.
  private func keeps(_ range: Range<Int>, _ hunk: Hunk, _ taker: Hunk, _ texts: SuppliedTexts) -> Bool {
    let bytes = texts.bytes(hunk.space)
    let words = Spacing.trimmed(bytes[range.clamped(to: 0..<bytes.count)])
    return Phrase.occurs(words, in: taker.supplied)
  }

  private func place(_ taker: Hunk, _ texts: SuppliedTexts) -> String {
    guard taker.space == .base, let node = taker.node else { return "the clause it changes" }
    return places.name(node)
  }
}
