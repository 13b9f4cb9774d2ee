extension State {
  /// The entry that says where an item stands: the last that decided, corrected or ended it, else that of its receipt.
  ///
  /// An entry that was taken back is none.
  package func settlingEntry(of item: String) -> RecordedEvent? {
    log.last { !undone.contains($0.seq) && settles(item, $0.event) }
      ?? log.first { !undone.contains($0.seq) && received(by: $0.event) == item }
  }

  private func settles(_ item: String, _ event: Event) -> Bool {
    switch event {
    case .resultDeclared(let result): result.item == item && result.decision.isFinal
    case .entryCorrected(let correction):
      questions.contains { question in
        question.put.item == item && question.counts.contains { $0.seq == correction.target }
      }
    case .motionEnded(let ended): ended.item == item
    case .itemStep(let step): step.item == item && (step.kind.ends || step.kind == .accepted)
    default: false
    }
  }

  private func received(by event: Event) -> String? {
    switch event {
    case .motionReceived(let received): received.item
    case .amendmentReceived(let received): received.item
    default: nil
    }
  }
}
