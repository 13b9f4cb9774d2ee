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
    let names = names.map { name in ItemReference(name)?.amendment ?? ItemReference(name)?.motion ?? name }
    for name in names where motion.amendment(name) == nil {
      throw Refusal(
        "no-such-item", "There is no amendment \(name) to \(motion.number).",
        help: "There are \(motion.amendments.map(\.name).joined(separator: ", ")).")
    }
    guard reason != nil else {
      throw Refusal(
        "no-reason", "The order of taking is changed by a ruling, and a ruling needs its reason.",
        help: "Add --by chair --reason \"…\".")
    }
    return Plan(
      [.orderRuled(OrderRuled(motion: motion.number, order: names, reason: reason))],
      says: ["Amendments to \(motion.number) are taken in the order \(names.joined(separator: ", "))."])
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
          ? "Nothing in \(motion.number) is unsettled." : "\(between.joined(separator: " and ")) do not clash.",
        help: unsettled.isEmpty ? nil : unsettled.map(\.finding.message).joined(separator: " "))
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
    plan.says = ["Between \(place.amendments.joined(separator: " and ")) the chair has ruled."]
    return plan
  }
}
