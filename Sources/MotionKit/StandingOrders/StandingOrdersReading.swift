extension StandingOrders {
  /// Reads a rules file; never fails. An unknown name is an error: a rule that is not read is a rule that is not there.
  public init(reading fields: Fields) {
    var reader = RulesReader(fields)
    reader.check(
      fields.entries,
      names: [
        "name", "short-name", "time-zone", "region", "kinds", "word-count", "votes", "amendments", "late-motions",
        "routes", "copies", "minutes",
      ], in: nil)
    let name = reader.text(fields["name"], "name") ?? ""
    self.init(name: name, region: nil)
    if let text = reader.text(fields["short-name"], "short-name"), let value = fields["short-name"] {
      if StandingOrders.isShortName(text) {
        shortName = text
      } else {
        reader.report(
          "rules-value", value.span,
          "short-name is up to 64 letters, digits, dots, dashes and slashes, without blanks.",
          StandingOrders.shortName(from: text), edit: StandingOrders.shortName(from: text))
      }
    }
    if let zone = reader.text(fields["time-zone"], "time-zone") { timeZone = zone }
    region = reader.choice(fields["region"], "region", as: HolidayRegion.self)
    lateMotions = reader.choice(fields["late-motions"], "late-motions", as: LateMotions.self) ?? lateMotions
    readKinds(fields["kinds"], &reader)
    readWords(reader.section(fields["word-count"], "word-count", names: WordRules.names), &reader)
    readVotes(reader.section(fields["votes"], "votes", names: VoteRules.names), &reader)
    readAmendments(reader.section(fields["amendments"], "amendments", names: AmendmentRules.names), &reader)
    if let section = reader.section(fields["minutes"], "minutes", names: ["names", "figures"]) {
      minutes.names = reader.truth(section["names"], "names") ?? minutes.names
      minutes.figures = reader.truth(section["figures"], "figures") ?? minutes.figures
    }
    for item in reader.list(fields["copies"], "copies") {
      if let folder = reader.text(item, "copies") { copies.append(folder) }
    }
    routes = Route.read(fields["routes"], kinds: kinds.map(\.name), &reader)
    let end = fields.span.lowerBound..<fields.span.lowerBound
    if fields["name"] == nil {
      reader.report("rules-missing", end, "The rules do not name the body.", "Add a line: name: Riverside branch")
    }
    if fields["time-zone"] == nil {
      reader.report(
        "rules-missing", end, "The rules do not say whose clock they mean.", "Add a line: time-zone: Europe/London")
    }
    findings = reader.findings
  }

  private mutating func readKinds(_ value: Fields.Value?, _ reader: inout RulesReader) {
    guard let value, value.content != .none else { return }
    guard let entries = value.entries else {
      reader.report("rules-type", value.span, "kinds has one name below it for each kind of motion.", "ordinary:")
      return
    }
    var read: [MotionKind] = []
    for entry in entries {
      var kind = MotionKind(name: entry.key)
      let place = "the kind \(kind.name)"
      if read.contains(where: { $0.name == kind.name }) {
        reader.report("rules-value", entry.keySpan, "The kind \(kind.name) is there already.", "Keep one of the two.")
        continue
      }
      let names = ["prefix", "word-limit", "threshold", "seconder", "amendable"]
      if let section = reader.section(entry.value, place, names: names) {
        kind.prefix =
          reader.phrase(
            section["prefix"], "prefix", "M or EM: one or two capital letters, not A or P", StandingOrders.prefix)
          ?? kind.prefix
        kind.wordLimit = reader.number(section["word-limit"], "word-limit")
        kind.threshold = reader.threshold(section["threshold"], "threshold") ?? kind.threshold
        kind.needsSeconder = reader.truth(section["seconder"], "seconder") ?? kind.needsSeconder
        kind.isAmendable = reader.truth(section["amendable"], "amendable") ?? kind.isAmendable
      }
      read.append(kind)
    }
    if !read.isEmpty { kinds = read }
  }

  /// Amendments are numbered with `A`, procedural questions with `P`.
  private static func prefix(_ text: String) -> String? {
    let letters = text.utf8.allSatisfy { $0 >= UInt8(ascii: "A") && $0 <= UInt8(ascii: "Z") }
    return letters && (1...2).contains(text.utf8.count) && !["A", "P"].contains(text) ? text : nil
  }

  private mutating func readWords(_ section: Fields.Value?, _ reader: inout RulesReader) {
    guard let section else { return }
    words.countsTitle = reader.truth(section["title"], "title") ?? words.countsTitle
    words.countsHeadings = reader.truth(section["headings"], "headings") ?? words.countsHeadings
    words.countsLabels = reader.truth(section["labels"], "labels") ?? words.countsLabels
    words.countsRecitals = reader.truth(section["recitals"], "recitals") ?? words.countsRecitals
    words.countsQuotes = reader.truth(section["quotes"], "quotes") ?? words.countsQuotes
    words.countsTables = reader.truth(section["tables"], "tables") ?? words.countsTables
    words.countsInstructions = reader.truth(section["instructions"], "instructions") ?? words.countsInstructions
    words.countsDeleted = reader.truth(section["deleted"], "deleted") ?? words.countsDeleted
    words.amendmentLimit = reader.number(section["amendment-limit"], "amendment-limit")
  }

  private mutating func readVotes(_ section: Fields.Value?, _ reader: inout RulesReader) {
    guard let section else { return }
    votes.quorum = reader.phrase(section["quorum"], "quorum", "20, 10% or the lower of 10% and 30") { text in
      Quorum(reading: text)
    }
    votes.quorumCheck =
      reader.choice(section["quorum-checked"], "quorum-checked", as: VoteRules.QuorumCheck.self) ?? votes.quorumCheck
    votes.tie = reader.choice(section["tie"], "tie", as: TieRule.self) ?? votes.tie
    votes.recordsAbstentions = reader.truth(section["abstentions"], "abstentions") ?? votes.recordsAbstentions
    votes.amendments = reader.threshold(section["amendments"], "amendments") ?? votes.amendments
    votes.procedural = reader.threshold(section["procedural"], "procedural") ?? votes.procedural
    votes.challenges = reader.threshold(section["challenges"], "challenges") ?? votes.challenges
    votes.challengeSupporters =
      reader.number(section["challenge-supporters"], "challenge-supporters") ?? votes.challengeSupporters
    votes.lateMotions = reader.threshold(section["late-motions"], "late-motions") ?? votes.lateMotions
    votes.suspension = reader.threshold(section["suspension"], "suspension") ?? votes.suspension
  }

  private mutating func readAmendments(_ section: Fields.Value?, _ reader: inout RulesReader) {
    guard let section else { return }
    var rules = amendments
    rules.needsSeconder = reader.truth(section["seconder"], "seconder") ?? rules.needsSeconder
    rules.acceptance =
      reader.choice(section["acceptance"], "acceptance", as: AmendmentRules.Acceptance.self) ?? rules.acceptance
    rules.order = reader.choice(section["order"], "order", as: AmendmentRules.Order.self) ?? rules.order
    rules.fromTo = reader.choice(section["from-to"], "from-to", as: AmendmentRules.Reach.self) ?? rules.fromTo
    rules.allAfter = reader.choice(section["all-after"], "all-after", as: AmendmentRules.Reach.self) ?? rules.allAfter
    rules.beforeFirst =
      reader.choice(section["before-first"], "before-first", as: AmendmentRules.FirstLabel.self) ?? rules.beforeFirst
    rules.toAmendments = reader.truth(section["to-amendments"], "to-amendments") ?? rules.toAmendments
    rules.fromFloor = reader.truth(section["from-floor"], "from-floor") ?? rules.fromFloor
    amendments = rules
  }
}

extension WordRules {
  static let names = [
    "title", "headings", "labels", "recitals", "quotes", "tables", "instructions", "deleted", "amendment-limit",
  ]
}

extension VoteRules {
  static let names = [
    "quorum", "quorum-checked", "tie", "abstentions", "amendments", "procedural", "challenges", "challenge-supporters",
    "late-motions", "suspension",
  ]
}

extension AmendmentRules {
  static let names = [
    "seconder", "acceptance", "order", "from-to", "all-after", "before-first", "to-amendments", "from-floor",
  ]
}
