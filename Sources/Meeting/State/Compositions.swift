internal import MotionKit
internal import Synchronization

/// What was composed of one motion, so that no text is composed twice.
///
/// A composition is a function of what goes into it, and is kept under exactly that: what is found here can't be
/// another than the one that would be made. It is no part of a motion's state: any two are equal.
final class Compositions: Hashable, Sendable {
  /// Everything that goes into a composition but the base, which is the motion's own.
  struct Ingredients: Hashable, Sendable {
    var taken: [Amendment]
    /// The order in which they were carried.
    var order: [String]
    var others: [Amendment]
    var labels: [AllottedLabel]
    var rulings: [Ruling]
  }

  /// Everything that goes into what follows from a decision.
  struct Decision: Hashable, Sendable {
    var carried: [Amendment]
    var pending: [Amendment]
    var name: String
    var labels: [AllottedLabel]
    var rulings: [Ruling]
    var known: [Amendment]
  }

  private struct Made: Sendable {
    var compositions: [Ingredients: Composition] = [:]
    var consequences: [Decision: WhatFollows] = [:]
  }

  /// More would cost more to keep than to make again: a meeting asks for the last few texts.
  private static let most = 32

  private let made = Mutex(Made())

  func composition(of ingredients: Ingredients, making make: () -> Composition) -> Composition {
    if let found = made.withLock({ $0.compositions[ingredients] }) { return found }
    let new = make()
    made.withLock { made in
      if made.compositions.count >= Compositions.most { made.compositions.removeAll() }
      made.compositions[ingredients] = new
    }
    return new
  }

  func consequences(of decision: Decision, making make: () -> WhatFollows) -> WhatFollows {
    if let found = made.withLock({ $0.consequences[decision] }) { return found }
    let new = make()
    made.withLock { made in
      if made.consequences.count >= Compositions.most { made.consequences.removeAll() }
      made.consequences[decision] = new
    }
    return new
  }

  static func == (one: Compositions, other: Compositions) -> Bool { true }
  func hash(into hasher: inout Hasher) {}
}
