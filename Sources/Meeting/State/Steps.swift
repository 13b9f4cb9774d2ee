extension MotionState {
  /// Amendments that fell with one whose result is declared anew are open again until its consequences are applied.
  mutating func revive(fallenBecauseOf name: String) {
    for index in amendments.indices {
      if case .fallen(let because, _) = amendments[index].standing, because == name {
        amendments[index].standing = .pending
      }
    }
  }

  mutating func take(_ step: ItemStep) {
    switch step.kind {
    case .admitted, .restored:
      standing = .inOrder
      for index in amendments.indices where amendments[index].standing == .decided(.notPut) {
        amendments[index].standing = .pending
      }
    case .ruledOut: standing = .decided(.ruledOut)
    case .moved: isMoved = true
    case .seconded: isSeconded = true
    case .notMoved: standing = .decided(.notMoved)
    case .withdrawn: standing = .decided(.withdrawn)
    case .remitted: standing = .decided(.remitted)
    case .fell: standing = .decided(.fallen)
    case .accepted: break
    }
    if step.kind.ends { dropPending() }
  }

  /// What was not taken before the motion was decided is not put any more.
  mutating func dropPending() {
    for index in amendments.indices where amendments[index].isOpen {
      amendments[index].standing = .decided(.notPut)
    }
  }
}

extension AmendmentState {
  mutating func take(_ step: ItemStep) {
    switch step.kind {
    case .admitted, .restored: standing = .pending
    case .ruledOut: standing = .decided(.ruledOut)
    case .moved: isMoved = true
    case .seconded: isSeconded = true
    case .notMoved: standing = .decided(.notMoved)
    case .withdrawn: standing = .decided(.withdrawn)
    case .remitted: standing = .decided(.remitted)
    case .fell: standing = .decided(.fallen)
    case .accepted: standing = .accepted
    }
  }
}
