internal import MotionKit

extension State {
  /// Adopts other standing orders: they hold from here on, and nothing decided before is decided anew.
  package func adopting(rules bytes: [UInt8], reason: String?) throws(Refusal) -> Plan {
    var plan = Plan()
    let name = plan.keep(bytes)
    guard name != rules else {
      throw Refusal("rules-unchanged", "These are the standing orders on record: there is nothing to adopt.")
    }
    let adopted = StandingOrders(reading: Fields(parsing: bytes))
    plan.events = [.rulesAdopted(RulesAdopted(rules: name, reason: reason))]
    plan.says = ["The standing orders of \(adopted.name) are adopted. They hold from here on."]
    if !openQuestions.isEmpty {
      plan.says.append(
        "The question on \(Audit.listed(openQuestions.map(\.put.item))) keeps the majority it was put under.")
    }
    return plan
  }
}
