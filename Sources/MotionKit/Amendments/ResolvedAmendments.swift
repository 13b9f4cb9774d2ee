/// Amendments found in their text once, to be taken together in any number of ways.
///
/// Finding quoted words is most of the work of composing: whoever asks what follows from many sets of the same
/// amendments (which can be carried together, what a vote changes) finds them once and composes each set.
public struct ResolvedAmendments: Sendable {
  public let base: Document
  /// As they were given.
  public let amendments: [Amendment]
  private let found: [FoundAmendment]
  private let byName: [String: Amendment]

  /// Of those that were read against other words than the base's only their names are kept; they are found when they
  /// are composed.
  public init(_ amendments: [Amendment], in base: Document) {
    self.base = base
    self.amendments = amendments
    found = FoundAmendment.inOrder(amendments).map { one in
      guard one.amendment.readAgainst.isEmpty, one.amendment.parent == nil else { return one }
      return FoundAmendment(amendment: one.amendment, resolution: Resolution(of: one.amendment, in: base))
    }
    byName = Dictionary(amendments.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The text that all of them give, and nothing else.
  package func text() -> [UInt8] { composer([], [], .baseStands).compose(found).text.bytes }

  private func composer(_ allotted: [AllottedLabel], _ rulings: [Ruling], _ policy: ClashPolicy) -> Composer {
    Composer(base: base, byName: byName, allotted: allotted, rulings: rulings, policy: policy)
  }

  fileprivate func composition(
    _ names: Set<String>?, _ allotted: [AllottedLabel], _ rulings: [Ruling], _ policy: ClashPolicy
  ) -> Composition {
    let composer = composer(allotted, rulings, policy)
    guard let names else { return Composition(composer, taking: found, given: amendments) }
    return Composition(
      composer, taking: found.filter { names.contains($0.amendment.name) },
      given: amendments.filter { names.contains($0.name) })
  }
}

/// An amendment and, where it was looked for in the base before, what was found there.
struct FoundAmendment: Sendable {
  var amendment: Amendment
  var resolution: Resolution?

  var name: String { amendment.name }

  /// In the natural order of names, each name once.
  static func inOrder(_ given: [Amendment]) -> [FoundAmendment] {
    var names: Set<String> = []
    var unique: [FoundAmendment] = []
    unique.reserveCapacity(given.count)
    for amendment in given where names.insert(amendment.name).inserted {
      unique.append(FoundAmendment(amendment: amendment))
    }
    let isInOrder = zip(unique, unique.dropFirst()).allSatisfy { !NaturalOrder.precedes($1.name, $0.name) }
    if !isInOrder { unique.sort { NaturalOrder.precedes($0.name, $1.name) } }
    return unique
  }
}

extension Composition {
  /// Takes amendments together that were found before: all of them, or those of some names.
  public init(
    of resolved: ResolvedAmendments, taking names: Set<String>? = nil, allotted: [AllottedLabel] = [],
    rulings: [Ruling] = [], clashes policy: ClashPolicy = .baseStands
  ) {
    self = resolved.composition(names, allotted, rulings, policy)
  }
}
