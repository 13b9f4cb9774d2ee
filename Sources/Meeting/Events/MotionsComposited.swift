internal import CanonicalJSON

/// `motion.composited`: several motions go on as one; they are taken again if it is broken.
package struct MotionsComposited: Hashable, Sendable {
  /// What becomes of an amendment that was still to be taken.
  package struct Settled: Hashable, Sendable {
    package enum Fate: String, Hashable, Sendable, CaseIterable {
      /// It is an amendment to the composite now.
      case carriedOver = "carried_over"
      /// The words of the composite have it.
      case included
      case withdrawn
    }

    package var item: String
    package var fate: Fate
    /// Its name as an amendment to the composite.
    package var name: String?

    package init(item: String, fate: Fate, name: String? = nil) {
      self.item = item
      self.fate = fate
      self.name = name
    }
  }

  /// The composite.
  package var item: String
  /// The originals, the one that leads first.
  package var originals: [String]
  /// Who agreed to it.
  package var agreed: [Person]
  package var amendments: [Settled]
  package var reason: String?
  package var flags: [Irregularity]

  package init(
    item: String, originals: [String], agreed: [Person], amendments: [Settled], reason: String?,
    flags: [Irregularity] = []
  ) {
    self.item = item
    self.originals = originals
    self.agreed = agreed
    self.amendments = amendments
    self.reason = reason
    self.flags = flags
  }

  init(_ fields: EventFields) throws(EventError) {
    item = try fields.text("item")
    originals = try fields.texts("originals")
    var people: [Person] = []
    for one in try fields.list("agreed") {
      if let person = try Person(one) { people.append(person) }
    }
    agreed = people
    var settled: [Settled] = []
    for one in try fields.list("amendments") {
      settled.append(
        Settled(item: try one.text("item"), fate: try one.choice("fate"), name: try one.optionalText("name")))
    }
    amendments = settled
    reason = try fields.optionalText("reason")
    flags = try fields.flags()
  }

  var fields: [JSON.Member] {
    JSON.fields([
      "agreed": .array(agreed.map { JSON($0) }),
      "amendments": .array(
        amendments.map {
          .object(
            JSON.fields(["fate": .string($0.fate.rawValue), "item": .string($0.item), "name": JSON($0.name)]))
        }),
      "flags": JSON(flags), "item": .string(item), "originals": JSON(originals), "reason": JSON(reason),
    ])
  }
}

extension MotionsComposited.Settled.Fate {
  /// After the amendment's name.
  package var words: String {
    switch self {
    case .carriedOver: "carried over"
    case .included: "included in the composite"
    case .withdrawn: "withdrawn with the composite"
    }
  }
}
