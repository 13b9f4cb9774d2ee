package import Meeting

extension State {
  /// The running order of a motion's amendments, each with what follows if it is carried and if it is lost.
  package func orderLines(_ motion: MotionState) -> [String] {
    let order = motion.orderOfTaking(orders)
    guard !order.isEmpty else { return ["\(motion.number) has no amendments left to take."] }
    let basis = motion.ruledOrder == nil ? "by the standing orders" : "as the chair ruled"
    var lines = ["Amendments to \(motion.number) in the order of taking, \(basis):"]
    for name in order {
      guard let amendment = motion.amendment(name) else { continue }
      lines.append("\(amendment.item): \(amendment.received.sentence)")
      lines += motion.asItNowStands(name).map { "  \($0)" }
      lines += announcement(.amendment(amendment, of: motion)).map { "  \($0)" }
    }
    lines.append("Then \(motion.number)\(motion.carried.isEmpty && order.isEmpty ? "" : " as amended").")
    return lines
  }
}
