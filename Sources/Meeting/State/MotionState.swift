package import MotionKit

/// A motion, its amendments, and what has become of them.
package struct MotionState: Hashable, Sendable {
  package enum Standing: Hashable, Sendable {
    case inOrder
    case notAdmitted
    case decided(ItemDecision)
  }

  package var number: String
  package var seq: Int
  package var received: MotionReceived
  package var standing: Standing
  /// The text as received, in a file with frozen numbering; nil where the text is withheld.
  package var base: Document?
  package var amendments: [AmendmentState] = []
  /// The names of the amendments carried or accepted, in that order.
  package var carried: [String] = []
  /// Those ever carried, in the order in which they first were: one that is carried again has its place again.
  private(set) var carriedBefore: [String] = []
  package var rulings: [ClashRuled] = []
  /// The chair's order of taking, where one was ruled.
  package var ruledOrder: [String]?
  /// The adopted text with its labels run through, and the table old → new.
  package var adopted: TextName?
  /// Its bytes as they followed when it was adopted; a later correction leaves them as they are.
  package var adoptedBody: [UInt8]?
  /// The amendments it was adopted with.
  package var adoptedWith: [String] = []
  package var renumbered: [Renumbered] = []
  package var isMoved = false
  package var isSeconded = false

  package var isOpen: Bool { standing == .inOrder }

  /// The labels given to clauses that amendments add, once and for all.
  package var labels: [AllottedLabel] { amendments.flatMap(\.received.labels) }

  mutating func carry(_ name: String) {
    if !carriedBefore.contains(name) { carriedBefore.append(name) }
    let now = Set(carried).union([name])
    carried = carriedBefore.filter(now.contains)
  }

  mutating func drop(_ name: String) { carried.removeAll { $0 == name } }

  /// The amendments carried if one more is, or one is not.
  func carried(with name: String, carried isCarried: Bool) -> [String] {
    var after = self
    if isCarried { after.carry(name) } else { after.drop(name) }
    return after.carried
  }

  /// Amendments carried whose words have nothing to stand in, with the reason.
  package var groundless: [(name: String, reason: String)] {
    (composition(of: carried)?.outcomes ?? []).filter { carried.contains($0.name) && $0.verdict == .refused }.map {
      ($0.name, $0.refusal ?? "its words have no place in the text")
    }
  }

  package func amendment(_ name: String) -> AmendmentState? { amendments.first { $0.name == name } }

  /// The motion with these amendments, in the order in which they were carried.
  ///
  /// Where two of them cannot both stand and nothing is ruled, the words of the one carried first stand.
  package func composition(of names: [String]) -> Composition? {
    guard let base else { return nil }
    return Composition(
      of: base, with: amendments.filter { names.contains($0.name) }.map(\.amendment), allotted: labels,
      rulings: rulings.map(\.ruling), clashes: .firstStands(order: names),
      knowing: amendments.filter { !names.contains($0.name) }.map(\.amendment))
  }

  /// The motion as it now stands, front matter included.
  package var fileNow: [UInt8]? { composition(of: carried)?.bytes }

  /// The text as it now stands.
  package var textNow: [UInt8]? { fileNow.map { MotionText.body(of: $0) } }

  package var titleNow: String? { fileNow.flatMap { Document(parsing: $0).title } ?? received.title }

  /// Places where two carried amendments cannot both stand and nothing is ruled yet.
  package var unsettled: [Composition.Clash] {
    composition(of: carried)?.unsettled ?? []
  }

  package var words: String {
    switch standing {
    case .inOrder: isMoved ? "moved, not yet decided" : "in order"
    case .notAdmitted: received.lateness == nil ? "out of order as received" : "late, not admitted"
    case .decided(let decision): decision.words
    }
  }
}

extension ClashRuled {
  /// As composing takes it.
  package var ruling: Ruling {
    switch choice {
    case .take(let name): Ruling(between: between, .take(name))
    case .both: Ruling(between: between, .both)
    case .text(let words): Ruling(between: between, .text(words))
    }
  }
}
