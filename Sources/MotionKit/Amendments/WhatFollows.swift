/// What follows for the amendments still to be taken when one is carried, and when it is lost.
///
/// Computed before a question is put, so that the meeting hears it. Inconsistency in substance is for the chair to rule
/// and is not in it.
public struct WhatFollows: Hashable, Sendable {
  public struct Consequence: Hashable, Sendable {
    /// Amendments that could not be taken any more.
    public var falls: [Composition.Fall] = []
    /// Places where a pending amendment and the text would not go together, for the chair to rule.
    public var clashes: [Composition.Clash] = []
  }

  public var ifCarried = Consequence()
  public var ifLost = Consequence()

  /// `carried` in the order in which they were; `pending` in the order of taking; `known` all amendments that any of
  /// them was read with, lost and withdrawn ones included.
  public init(
    of base: Document, carried: [Amendment], pending: [Amendment], deciding name: String,
    allotted: [AllottedLabel] = [], rulings: [Ruling] = [], knowing known: [Amendment] = []
  ) {
    guard let question = (pending + known).first(where: { $0.name == name }) else { return }
    let rest = pending.filter { $0.name != name }
    let all = carried + pending + known
    func consequence(carried: [Amendment], lost: [Amendment], news: String) -> Consequence {
      var found = Consequence()
      var gone: Set<String> = Set(lost.map(\.name))
      var lostNow = gone
      // What falls may take others with it.
      while !lostNow.isEmpty || found.falls.isEmpty {
        lostNow = []
        for amendment in rest where !gone.contains(amendment.name) {
          guard
            let fall = WhatFollows.fall(
              amendment, carried: carried, gone: gone, news: news, base: base, allotted: allotted, rulings: rulings,
              all: all)
          else { continue }
          found.falls.append(fall)
          lostNow.insert(amendment.name)
        }
        gone.formUnion(lostNow)
        if lostNow.isEmpty { break }
      }
      return found
    }
    ifCarried = consequence(carried: carried + [question], lost: [], news: name)
    ifLost = consequence(carried: carried, lost: [question], news: name)
    let fallen = Set(ifCarried.falls.map(\.amendment))
    for amendment in rest where !fallen.contains(amendment.name) {
      let together = Composition(
        of: base, with: WhatFollows.set(carried + [question, amendment], within: all), allotted: allotted,
        rulings: rulings, clashes: .firstStands(order: (carried + [question]).map(\.name)), knowing: all)
      ifCarried.clashes += together.unsettled.filter {
        $0.amendments.contains(name) && $0.amendments.contains(amendment.name)
      }
    }
  }

  /// An amendment to an amendment can only be composed with the one it amends.
  private static func set(_ amendments: [Amendment], within all: [Amendment]) -> [Amendment] {
    var set = amendments
    var index = 0
    while index < set.count {
      if let parent = set[index].parent, !set.contains(where: { $0.name == parent }),
        let found = all.first(where: { $0.name == parent })
      {
        set.append(found)
      }
      index += 1
    }
    return set
  }

  private static func fall(
    _ amendment: Amendment, carried: [Amendment], gone: Set<String>, news: String, base: Document,
    allotted: [AllottedLabel], rulings: [Ruling], all: [Amendment]
  ) -> Composition.Fall? {
    for name in amendment.requires where gone.contains(name) {
      return .init(amendment: amendment.name, because: name, reason: "it stands only if \(name) is carried")
    }
    if let parent = amendment.parent, gone.contains(parent) {
      return .init(amendment: amendment.name, because: parent, reason: "\(parent), which it amends, is gone")
    }
    let carriedNames = Set(carried.map(\.name))
    for name in amendment.fallsIf where carriedNames.contains(name) {
      return .init(amendment: amendment.name, because: name, reason: "it is moved only if \(name) is not carried")
    }
    if let parent = amendment.parent, carriedNames.contains(parent), parent == news {
      return .init(
        amendment: amendment.name, because: parent, reason: "\(parent), which it amends, has already been decided")
    }
    if !amendment.readAgainst.isEmpty, amendment.readAgainst.contains(where: gone.contains) {
      let together = Composition(
        of: base, with: set(carried + [amendment], within: all), allotted: allotted, rulings: rulings,
        clashes: .firstStands(order: carried.map(\.name)), knowing: all)
      if let fall = together.wouldFall.first(where: { $0.amendment == amendment.name && gone.contains($0.because) }) {
        return fall
      }
    }
    guard let question = carried.first(where: { $0.name == news }) else { return nil }
    let pair = Composition(
      of: base, with: set([question, amendment], within: all), allotted: allotted, rulings: rulings, knowing: all)
    return pair.wouldFall.first {
      $0.amendment == amendment.name && $0.because == news && !amendment.requires.contains(news)
    }
  }
}
