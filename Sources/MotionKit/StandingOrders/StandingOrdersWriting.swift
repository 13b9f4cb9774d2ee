extension StandingOrders {
  /// The rules as a file that reads back the same; without the comments that a preset has.
  public var text: String {
    var lines = ["name: \(quoted(name))", "short-name: \(quoted(shortName))", "time-zone: \(quoted(timeZone))"]
    if let region { lines.append("region: \(region.rawValue)") }
    lines += ["", "kinds:"]
    for kind in kinds {
      lines.append("  \(quoted(kind.name)):")
      lines.append("    prefix: \(quoted(kind.prefix))")
      if let limit = kind.wordLimit { lines.append("    word-limit: \(limit)") }
      lines.append("    threshold: \(quoted(kind.threshold.words))")
      lines.append("    seconder: \(kind.needsSeconder)")
      lines.append("    amendable: \(kind.isAmendable)")
    }
    lines += ["", "word-count:", "  title: \(words.countsTitle)", "  headings: \(words.countsHeadings)"]
    lines += ["  labels: \(words.countsLabels)", "  recitals: \(words.countsRecitals)"]
    lines += ["  quotes: \(words.countsQuotes)", "  tables: \(words.countsTables)"]
    lines += ["  instructions: \(words.countsInstructions)", "  deleted: \(words.countsDeleted)"]
    if let limit = words.amendmentLimit { lines.append("  amendment-limit: \(limit)") }
    lines += ["", "votes:"]
    if let quorum = votes.quorum { lines.append("  quorum: \(quoted(quorum.words))") }
    lines += [
      "  quorum-checked: \(votes.quorumCheck.rawValue)", "  tie: \(votes.tie.rawValue)",
      "  abstentions: \(votes.recordsAbstentions)", "  amendments: \(quoted(votes.amendments.words))",
      "  procedural: \(quoted(votes.procedural.words))", "  challenges: \(quoted(votes.challenges.words))",
      "  challenge-supporters: \(votes.challengeSupporters)", "  late-motions: \(quoted(votes.lateMotions.words))",
      "  suspension: \(quoted(votes.suspension.words))", "",
      "amendments:", "  seconder: \(amendments.needsSeconder)", "  acceptance: \(amendments.acceptance.rawValue)",
      "  order: \(amendments.order.rawValue)", "  from-to: \(amendments.fromTo.rawValue)",
      "  all-after: \(amendments.allAfter.rawValue)", "  before-first: \(quoted(amendments.beforeFirst.rawValue))",
      "  to-amendments: \(amendments.toAmendments)", "  from-floor: \(amendments.fromFloor)", "",
      "late-motions: \(lateMotions.rawValue)", "", "minutes:", "  names: \(minutes.names)",
      "  figures: \(minutes.figures)",
    ]
    if !copies.isEmpty { lines += ["", "copies:"] + copies.map { "  - \(quoted($0))" } }
    if !routes.isEmpty { lines += ["", "routes:"] + routes.flatMap(route) }
    return lines.joined(separator: "\n") + "\n"
  }

  private func route(_ route: Route) -> [String] {
    var lines = ["  \(quoted(route.name)):"]
    for stage in route.stages {
      lines.append("    - stage: \(quoted(stage.name))")
      lines += ["      body: \(quoted(stage.body))", "      action: \(stage.action.rawValue)"]
      if !stage.kinds.isEmpty { lines += ["      kinds:"] + stage.kinds.map { "        - \(quoted($0))" } }
      if !stage.limits.isEmpty {
        lines.append("      deadline:")
        for limit in stage.limits {
          let word = limit.isInclusive ? "until" : "before"
          lines.append("        \(quoted(limit.kind ?? "all")): \(quoted("\(word) \(limit.date) \(limit.time)"))")
        }
      }
      if !stage.meetings.isEmpty || !stage.patterns.isEmpty {
        lines.append("      meetings:")
        lines += stage.meetings.map { "        - \"\($0.date)\($0.time.map { " \($0)" } ?? "")\"" }
        lines += stage.patterns.map { "        - \($0.words)" }
      }
      if let time = stage.time { lines.append("      time: \"\(time)\"") }
      if let notice = stage.submission { lines.append("      submit-before: \(notice.words)") }
      if let notice = stage.notice { lines.append("      notice-before: \(notice.words)") }
      if stage.closing != .endOfDay { lines.append("      closing: \"\(stage.closing)\"") }
    }
    return lines
  }

  /// Plain where every YAML parser reads it as this text, else in double quotes.
  private func quoted(_ text: String) -> String {
    let isPlain = text.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: " "), UInt8(ascii: "/"):
        true
      default: false
      }
    }
    if isPlain, let first = text.utf8.first, first > UInt8(ascii: "9"), text.utf8.last != UInt8(ascii: " "),
      case .text = PlainScalar.read(Array(text.utf8)[...])
    {
      return text
    }
    var result = "\""
    for scalar in text.unicodeScalars {
      if scalar == "\"" || scalar == "\\" { result += "\\" }
      result.unicodeScalars.append(scalar.value < 0x20 ? " " : scalar)
    }
    return result + "\""
  }
}
