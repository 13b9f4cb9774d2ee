/// Amendments found in their text once, to be taken together in any number of ways.
///
/// Finding quoted words is most of the work of composing: whoever asks what follows from many sets of the same
/// amendments (which can be carried together, what a vote changes) finds them once and composes each set.
public struct ResolvedAmendments: Sendable {
  public let base: Document
  /// As they were given.
  public let amendments: [Amendment]
  private let resolutions: [String: Resolution]
  private let byName: [String: Amendment]

  /// Of those that were read against other words than the base's only their names are kept; they are found when they
  /// are composed.
  public init(_ amendments: [Amendment], in base: Document) {
    self.base = base
    self.amendments = amendments
    var resolutions: [String: Resolution] = [:]
    for amendment in amendments where amendment.readAgainst.isEmpty && amendment.parent == nil {
      if resolutions[amendment.name] == nil { resolutions[amendment.name] = Resolution(of: amendment, in: base) }
    }
    self.resolutions = resolutions
    byName = Dictionary(amendments.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
  }

  func composer(_ allotted: [AllottedLabel], _ rulings: [Ruling], _ policy: ClashPolicy) -> Composer {
    Composer(
      base: base, byName: byName, allotted: allotted, rulings: rulings, policy: policy, resolutions: resolutions)
  }

  /// The text that all of them give, and nothing else.
  package func text() -> [UInt8] { composer([], [], .baseStands).compose(amendments).text.bytes }
}

extension Composition {
  /// Takes amendments together that were found before: all of them, or those of some names.
  public init(
    of resolved: ResolvedAmendments, taking names: Set<String>? = nil, allotted: [AllottedLabel] = [],
    rulings: [Ruling] = [], clashes policy: ClashPolicy = .baseStands
  ) {
    let taken = names.map { names in resolved.amendments.filter { names.contains($0.name) } } ?? resolved.amendments
    self.init(resolved.composer(allotted, rulings, policy), taking: taken)
  }
}
