package import MotionKit

extension MotionState {
  /// The amendments still to be decided, in the order of taking: the chair's where one was ruled, else that of the
  /// standing orders. An amendment to an amendment comes before it.
  package func orderOfTaking(_ orders: StandingOrders) -> [String] {
    let pending = self.pending
    let names = pending.map(\.name)
    let byRule: [String]
    if let ruledOrder {
      byRule = ruledOrder.filter(names.contains) + names.filter { !ruledOrder.contains($0) }
    } else if let base {
      byRule = orders.takingOrder.names(
        of: pending.map(\.amendment), to: base, knowing: amendments.filter { !$0.isOpen }.map(\.amendment))
    } else {
      byRule = names
    }
    return byRule
  }
}

extension State {
  /// Records the chair's order of taking.
  package func ordering(_ motion: MotionState, _ names: [String], reason: String?) throws(Refusal) -> Plan {
    var order: [String] = []
    for given in names {
      let reference = ItemReference(given)
      let isElsewhere = reference?.amendment != nil && reference?.motion != motion.number
      let name = reference?.amendment ?? reference?.motion ?? given
      guard !isElsewhere, let amendment = motion.amendment(name) else {
        throw Refusal(
          "no-such-item", "There is no amendment \(given) to \(motion.number).",
          help: motion.amendments.isEmpty
            ? "It has no amendments." : "There are \(Audit.listed(motion.amendments.map(\.name))).")
      }
      guard amendment.isOpen else {
        throw Refusal(
          "not-to-be-taken", "\(amendment.item) is not to be taken: it is \(amendment.words).",
          help: "Name those that are: \(Audit.listed(motion.pending.map(\.name))).")
      }
      if !order.contains(name) { order.append(name) }
    }
    let names = order
    guard reason != nil else {
      throw Refusal(
        "no-reason", "The order of taking is changed by a ruling, and a ruling needs its reason.",
        help: "Add --by chair --reason \"…\".")
    }
    return Plan(
      [.orderRuled(OrderRuled(motion: motion.number, order: names, reason: reason))],
      says: [
        "Amendments to \(motion.number) are taken in the order \(taken(names, of: motion).joined(separator: ", "))."
      ])
  }

  /// Those named, then the others as they were.
  private func taken(_ names: [String], of motion: MotionState) -> [String] {
    var after = motion
    after.ruledOrder = names
    return after.orderOfTaking(orders)
  }

  /// Records what stands where two carried amendments cannot both stand.
  package func ruling(
    _ motion: MotionState, between: [String], _ choice: ClashRuled.Choice, reason: String?
  ) throws(Refusal) -> Plan {
    let unsettled = motion.unsettled
    let place = unsettled.first { between.isEmpty || Set($0.amendments) == Set(between) }
    guard let place else {
      throw Refusal(
        "nothing-unsettled",
        unsettled.isEmpty
          ? "Nothing in \(motion.number) is unsettled." : "\(Audit.listed(between)) do not clash.",
        help: unsettled.isEmpty ? nil : unsettled.map(\.finding.message).joined(separator: " "))
    }
    if between.isEmpty, Set(unsettled.map(\.amendments)).count > 1 {
      throw Refusal(
        "which-clash", "More than one place in \(motion.number) is unsettled.",
        help: "Say which: "
          + unsettled.map { "--between \($0.amendments.joined(separator: " "))" }.joined(separator: ", or "))
    }
    if case .take(let name) = choice, !place.amendments.contains(name) {
      throw Refusal(
        "no-such-item", "\(name) is not one of those that clash there.",
        help: "Take \(place.amendments.joined(separator: " or ")).")
    }
    var ruled = ClashRuled(
      motion: motion.number, between: place.amendments, choice: choice, reason: reason, text: nil)
    var plan = Plan()
    var after = motion
    after.rulings.append(ruled)
    ruled.text = after.textNow.map { plan.keep($0) }
    plan.events = [.clashRuled(ruled)]
    plan.says = ["\(motion.number): between \(Audit.listed(place.amendments)), \(choice.words)."]
    plan.says += after.unsettled.map { "Unsettled still: \($0.finding.message)" }
    return plan
  }
}

extension ClashRuled.Choice {
  /// What the chair ruled, after the names.
  package var words: String {
    switch self {
    case .take(let name): "the words of \(name) stand"
    case .both: "both stand, one after the other"
    case .text(let words): "these words stand: “\(words)”"
    }
  }
}
