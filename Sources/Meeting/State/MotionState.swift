package import MotionKit

/// A motion, its amendments, and what has become of them.
package struct MotionState: Hashable, Sendable {
  package enum Standing: Hashable, Sendable {
    case inOrder
    case notAdmitted
    case decided(ItemDecision)
    /// It goes on in the composite named.
    case composited(into: String)
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
  /// Every state that its text has had, the one as received first.
  package internal(set) var versions: [MotionVersion] = []
  /// The adopted text with its labels run through, and the table old → new.
  package var adopted: TextName?
  package var renumbered: [Renumbered] = []
  /// What a composite was made from; nil for any other motion.
  package var composited: MotionsComposited?
  /// By which later decisions it was superseded or rescinded, and the entries that say so.
  package var endings: [Ending] = []
  package var isMoved = false
  package var isSeconded = false
  private let compositions = Compositions()

  package init(
    number: String, seq: Int, received: MotionReceived, standing: Standing, base: Document?
  ) {
    self.number = number
    self.seq = seq
    self.received = received
    self.standing = standing
    self.base = base
    versionMade(by: seq, .received)
  }

  package struct Ending: Hashable, Sendable {
    package var seq: Int
    package var ended: MotionEnded
  }

  package var isOpen: Bool { standing == .inOrder }

  /// Whether the meeting carried it.
  package var isCarried: Bool {
    if case .decided(let decision) = standing { decision.isCarried } else { false }
  }

  /// The labels given to clauses that amendments add, once and for all.
  package var labels: [AllottedLabel] { amendments.flatMap(\.received.labels) }

  mutating func carry(_ name: String) {
    // What a restored version set aside stays so until it is taken again.
    if case .setAside? = amendment(name)?.standing { return }
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

  /// Amendments carried that can be in the text: those to an amendment wait for it, and go with it.
  package var carriedToTheText: [String] {
    var taken: [String] = []
    // An amendment to an amendment is carried before the amendment or after it.
    for name in carried.sorted(by: { $0.utf8.count < $1.utf8.count }) {
      if amendment(name)?.amendment.parent.map(taken.contains) ?? true { taken.append(name) }
    }
    return carried.filter(taken.contains)
  }

  /// Amendments carried whose words have nothing to stand in, with the reason.
  package var groundless: [(name: String, reason: String)] {
    let taken = carriedToTheText
    return (taken.isEmpty ? [] : composition(of: carried)?.outcomes ?? []).filter {
      taken.contains($0.name) && $0.verdict == .refused
    }.map {
      ($0.name, $0.refusal ?? "its words have no place in the text")
    }
  }

  package func amendment(_ name: String) -> AmendmentState? { amendments.first { $0.name == name } }

  /// The motion with these amendments, in the order in which they were carried.
  ///
  /// Where two of them cannot both stand and nothing is ruled, the words of the one carried first stand.
  package func composition(of names: [String], ruled: [ClashRuled]? = nil) -> Composition? {
    guard let base else { return nil }
    let ingredients = Compositions.Ingredients(
      taken: amendments.filter { names.contains($0.name) }.map(\.amendment), order: names,
      others: amendments.filter { !names.contains($0.name) }.map(\.amendment), labels: labels,
      rulings: (ruled ?? rulings).map(\.ruling))
    return compositions.composition(of: ingredients) {
      Composition(
        of: base, with: ingredients.taken, allotted: ingredients.labels, rulings: ingredients.rulings,
        clashes: .firstStands(order: ingredients.order), knowing: ingredients.others)
    }
  }

  /// What follows for the amendments still to be taken from a decision on one.
  func whatFollows(deciding name: String) -> WhatFollows? {
    guard let base else { return nil }
    let decision = Compositions.Decision(
      carried: carried.filter { $0 != name }.compactMap { amendment($0)?.amendment },
      pending: pending.filter { $0.name != name }.map(\.amendment), name: name, labels: labels,
      rulings: rulings.map(\.ruling), known: amendments.map(\.amendment))
    return compositions.consequences(of: decision) {
      WhatFollows(
        of: base, carried: decision.carried, pending: decision.pending, deciding: decision.name,
        allotted: decision.labels, rulings: decision.rulings, knowing: decision.known)
    }
  }

  /// The motion as it now stands, front matter included.
  package var fileNow: [UInt8]? { carried.isEmpty ? base?.bytes : composition(of: carried)?.bytes }

  /// The text as it now stands.
  package var textNow: [UInt8]? { fileNow.map { MotionText.body(of: $0) } }

  package var titleNow: String? {
    guard let base else { return received.title }
    let names = Set(carried)
    // Only what speaks of the title, or of the whole text, can change it.
    let isChanged = amendments.contains { amendment in
      names.contains(amendment.name)
        && amendment.received.operations.contains { $0.path == .title || $0.path == .whole || $0.kind == .setTitle }
    }
    return (isChanged ? fileNow.flatMap { Document(parsing: $0).title } : base.title) ?? received.title
  }

  /// Places where two carried amendments cannot both stand and nothing is ruled yet.
  package var unsettled: [Composition.Clash] {
    carried.isEmpty ? [] : composition(of: carried)?.unsettled ?? []
  }

  package var words: String {
    switch standing {
    case .inOrder: isMoved ? "moved, not yet decided" : "in order"
    case .notAdmitted: received.lateness == nil ? "out of order as received" : "late, not admitted"
    case .decided(let decision): decision.words
    case .composited(let composite): "part of the composite \(composite)"
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
