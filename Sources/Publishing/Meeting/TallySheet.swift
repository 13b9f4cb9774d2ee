package import CanonicalJSON
package import Meeting

/// A tally sheet to print and fill in by hand, for when all else fails.
package struct TallySheet: Sendable {
  let state: State
  let body: String

  package init(of state: State, body: String) {
    self.state = state
    self.body = body
  }

  /// What is still to be decided, in the order of taking, each with its words.
  private var items: [(name: String, words: String)] {
    state.motions.filter(\.isOpen).flatMap { motion in
      motion.orderOfTaking(state.orders).compactMap { motion.amendment($0) }.map { ($0.item, $0.received.sentence) }
        + [(motion.number, motion.titleNow ?? "")]
    }
  }

  package var lines: [String] {
    var lines = [body, "Tally sheet", "", "Present in the room: ______   online: ______   entitled: ______", ""]
    for item in items {
      lines += [
        "\(item.name)  \(item.words.split(separator: "\n").first.map { String($0) } ?? "")",
        "  for ______  against ______  abstaining ______  spoilt ______   carried [ ]  lost [ ]",
        "  without a count: hands [ ]  voices [ ]   casting vote: for [ ]  against [ ]   at ______", "",
      ]
    }
    return lines + [
      "Chair: ____________________   Tellers: ____________________   ____________________",
      "Record it later with: motions vote ITEM --for N --against N --abstain N",
    ]
  }

  /// `motions.sheet/1`.
  package var json: JSON {
    [
      "schema": "motions.sheet/1", "body": .string(body), "items": JSON(items.map(\.name)),
      "text": .string(lines.joined(separator: "\n") + "\n"),
    ]
  }
}
