/// The figures of one vote. A figure that nobody took is `nil`: not known, never 0.
public struct Count: Hashable, Sendable {
  public var `for`: Int?
  public var against: Int?
  public var abstain: Int?
  /// Papers that could not be read, or shows of hands that were void.
  public var spoilt: Int?
  /// Who was there and could vote.
  public var present: Int?
  /// Who could have voted, there or not.
  public var entitled: Int?

  public init(
    for: Int? = nil, against: Int? = nil, abstain: Int? = nil, spoilt: Int? = nil, present: Int? = nil,
    entitled: Int? = nil
  ) {
    self.for = `for`
    self.against = against
    self.abstain = abstain
    self.spoilt = spoilt
    self.present = present
    self.entitled = entitled
  }

  /// A figure by its name.
  public enum Figure: String, Hashable, Sendable, CaseIterable {
    case `for`, against, abstain, spoilt, present, entitled

    /// As a reason calls it.
    package var words: String {
      switch self {
      case .for: "the votes for"
      case .against: "the votes against"
      case .abstain: "the abstentions"
      case .spoilt: "the spoilt votes"
      case .present: "the number present"
      case .entitled: "the number entitled to vote"
      }
    }
  }

  public subscript(figure: Figure) -> Int? {
    switch figure {
    case .for: `for`
    case .against: against
    case .abstain: abstain
    case .spoilt: spoilt
    case .present: present
    case .entitled: entitled
    }
  }

  /// Hands and proxies together: votes are added, a figure that only one of them has is that one's; `present` and
  /// `entitled` stay this count's own, for a proxy is not another person in the room.
  ///
  /// A sum beyond `Int.max` stays at `Int.max`.
  public func adding(_ other: Count) -> Count {
    func sum(_ first: Int?, _ second: Int?) -> Int? {
      guard let first, let second else { return first ?? second }
      let (sum, overflow) = first.addingReportingOverflow(second)
      return overflow ? .max : sum
    }
    return Count(
      for: sum(`for`, other.for), against: sum(against, other.against), abstain: sum(abstain, other.abstain),
      spoilt: sum(spoilt, other.spoilt), present: present, entitled: entitled)
  }

  /// What does not fit together in the figures. It is said, never refused: it has happened.
  public var findings: [Finding] {
    var findings: [Finding] = []
    let cast = [`for`, against, abstain, spoilt].compactMap(\.self).filter { $0 > 0 }
      .reduce(UInt128(0)) { $0 + UInt128($1) }
    if let present, present >= 0, cast > UInt128(present) {
      findings.append(
        Finding(
          code: "more-votes-than-present", severity: .warning,
          message: "\(cast) votes and abstentions were counted, but \(present) were present.",
          fix: "Count again, or correct the number present."))
    }
    if let entitled, entitled >= 0, cast > UInt128(entitled) {
      findings.append(
        Finding(
          code: "more-votes-than-entitled", severity: .warning,
          message: "\(cast) votes and abstentions were counted, but \(entitled) are entitled to vote.",
          fix: "Count again, or correct the number entitled."))
    }
    if let present, let entitled, present > entitled, entitled >= 0 {
      findings.append(
        Finding(
          code: "more-present-than-entitled", severity: .warning,
          message: "\(present) were present, but \(entitled) are entitled to vote.",
          fix: "Give as present only those who may vote."))
    }
    return findings
  }
}
