internal import ArgumentParser
internal import Meeting

/// The figures of a count and the chair's word, as options.
struct VoteOptions: ParsableArguments {
  @Option(name: .customLong("for"), parsing: .unconditional, help: "Votes for.")
  var votesFor: Int?

  @Option(name: .long, parsing: .unconditional, help: "Votes against.")
  var against: Int?

  @Option(
    name: .long, parsing: .unconditional,
    help: "Abstentions. Leave it out where nobody counted them: that is not 0.")
  var abstain: Int?

  @Option(name: .long, parsing: .unconditional, help: "Spoilt votes.")
  var spoilt: Int?

  @Option(name: .long, parsing: .unconditional, help: "How many were present, where it was counted for this vote.")
  var present: Int?

  @Option(name: .long, help: "What the chair declares: carried or lost.")
  var declared: String?

  @Option(name: .long, help: "Why the chair lets something irregular stand.")
  var reason: String?

  @Option(name: .long, help: "A teller's name; may be given more than once.")
  var teller: [String] = []

  func validate() throws {
    for (name, figure) in [
      ("--for", votesFor), ("--against", against), ("--abstain", abstain), ("--spoilt", spoilt),
      ("--present", present),
    ] {
      if let figure, figure < 0 { throw ValidationError("\(name) is a number of votes: 0 or more, not \(figure).") }
    }
    if let declared, ItemDecision.declared(declared) == nil {
      throw ValidationError("--declared is carried or lost, not “\(declared)”.")
    }
  }

  func vote(_ body: Body) throws -> Vote {
    var vote = Vote()
    vote.votesFor = votesFor
    vote.against = against
    vote.abstain = abstain
    vote.spoilt = spoilt
    vote.present = present
    vote.declared = declared.flatMap(ItemDecision.declared)
    vote.reason = reason
    vote.tellers = teller.map { body.person($0) }
    return vote
  }
}

extension ItemDecision {
  /// What a chair can declare.
  static func declared(_ word: String) -> ItemDecision? {
    switch word {
    case "carried": .carried
    case "lost": .lost
    default: nil
    }
  }
}
