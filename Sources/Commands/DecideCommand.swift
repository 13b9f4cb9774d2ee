internal import ArgumentParser
internal import CanonicalJSON
internal import MotionKit
internal import Platform
internal import Publishing

/// `motions decide`: figures in, a decision out.
struct DecideCommand: MotionsCommand {
  static let configuration = CommandConfiguration(
    commandName: "decide",
    abstract: "Say what the figures of a vote decide.",
    discussion: """
      A figure that is not given is not known, never 0: where the rule needs it, the answer is “undecided” and says what \
      is missing. The exit status is 0 if carried, 1 if not.

      EXAMPLES
        motions decide --for 41 --against 12 --abstain 3
        motions decide --for 19 --against 10 --threshold 2/3 --at-least
        motions decide --for 10 --against 10 --tie casting --casting for
        motions decide --for 12 --against 10 --present 22 --entitled 43 --quorum 1/2
      """)

  @Option(name: .customLong("for"), parsing: .unconditional, help: ArgumentHelp("Votes for.", valueName: "number"))
  var votesFor: String?

  @Option(parsing: .unconditional, help: ArgumentHelp("Votes against.", valueName: "number"))
  var against: String?

  @Option(parsing: .unconditional, help: ArgumentHelp("Abstentions.", valueName: "number"))
  var abstain: String?

  @Option(parsing: .unconditional, help: ArgumentHelp("Spoilt votes.", valueName: "number"))
  var spoilt: String?

  @Option(parsing: .unconditional, help: ArgumentHelp("How many were present and could vote.", valueName: "number"))
  var present: String?

  @Option(
    parsing: .unconditional, help: ArgumentHelp("How many could have voted, there or not.", valueName: "number"))
  var entitled: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("The share that is needed: 1/2, 2/3, 75%. More than it, unless --at-least.", valueName: "share"))
  var threshold = "1/2"

  @Flag(help: "Exactly the share is enough.")
  var atLeast = false

  @Option(help: ArgumentHelp("What it is a share of: \(DecideNames.bases).", valueName: "base"), transform: choice)
  var of: Threshold.Base = .votes

  @Option(
    parsing: .unconditional, help: ArgumentHelp("So many must vote for, whatever the share.", valueName: "number"))
  var minimumFor: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("How many must be present: 20, or 10% or 1/2 of those entitled.", valueName: "quorum"))
  var quorum: String?

  @Option(
    help: ArgumentHelp("What a tie is: lost, or for the chair’s casting vote.", valueName: "lost|casting"),
    transform: choice)
  var tie: TieRule?

  @Option(help: ArgumentHelp("The chair’s casting vote.", valueName: "for|against"), transform: choice)
  var casting: CastingVote?

  @OptionGroup var format: Format

  func run(in world: World) throws -> ExitStatus {
    guard let fraction = Fraction(reading: threshold) else {
      throw Failure(
        .usage, "threshold-invalid", "“\(threshold)” is not a share.",
        help: "Write a share above 0 and at most 1, such as 1/2, 2/3 or 75%.")
    }
    let minimum = try figure(minimumFor, "minimum-for")
    var rule = DecisionRule(
      Threshold(fraction, atLeast: atLeast, of: of, minimumFor: minimum),
      tie: tie ?? (casting == nil ? .lost : .casting))
    if let quorum {
      guard let read = Quorum(reading: quorum) else {
        throw Failure(
          .usage, "quorum-invalid", "“\(quorum)” is not a quorum.",
          help: "Write a number such as 20, or a share of those entitled such as 10% or 1/2.")
      }
      rule.quorum = read
    }
    let count = Count(
      for: try figure(votesFor, "for"), against: try figure(against, "against"),
      abstain: try figure(abstain, "abstain"),
      spoilt: try figure(spoilt, "spoilt"), present: try figure(present, "present"),
      entitled: try figure(entitled, "entitled"))
    let decision = rule.decide(count, casting: casting)
    if format.json {
      world.write(JSON(decision: decision, under: rule).answer + [10])
    } else {
      world.print(decision.words)
      for finding in decision.findings {
        world.say("\(finding.severity.rawValue): \(finding.message) [\(finding.code)]")
      }
    }
    return decision.outcome == .carried ? .done : .no
  }

  private func figure(_ text: String?, _ option: String) throws(Failure) -> Int? {
    guard let text else { return nil }
    let digits = text.utf8.allSatisfy { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }
    if digits, let figure = Int(text) { return figure }
    throw Failure(
      .usage, "figure-invalid",
      digits && !text.isEmpty
        ? "“\(text)” is more than can be counted." : "“\(text)” is not a number of people or votes.",
      help: "Give --\(option) a whole number in digits, such as 12; leave it out if nobody counted.")
  }
}

private enum DecideNames {
  static let bases = Threshold.Base.allCases.map(\.rawValue).joined(separator: ", ")
}

extension Decision {
  /// `Carried (nem con): 31 for of 31 votes, more than half.`
  var words: String {
    let name =
      switch outcome {
      case .carried: "Carried"
      case .lost: "Lost"
      case .undecided: "Undecided"
      case .inquorate: "Inquorate"
      }
    let aside =
      switch label {
      case .nemCon: " (nem con)"
      case .unanimous: " (unanimous)"
      case .castingVote, nil: ""
      }
    return "\(name)\(aside). \(reason.prefix(1).uppercased())\(reason.dropFirst())."
  }
}
