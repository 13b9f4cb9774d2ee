package import CanonicalJSON
internal import MotionKit

/// Which amendments compete and which can be carried together: what `motions merge --matrix` answers, for people and as
/// `motions.matrix/1`.
///
/// For people it is linear text of at most 80 columns: a row for each pair in words, nothing said by signs or places.
package struct MatrixPage {
  private let merge: Merge
  private let together: CarriedTogether

  package init(_ merge: Merge) {
    self.merge = merge
    together = CarriedTogether(merge.composition)
  }

  /// Whether every amendment was understood.
  package var isWhole: Bool { leftOut.isEmpty }

  private var leftOut: [CarriedTogether.LeftOut] {
    let unread = merge.unread.map { CarriedTogether.LeftOut(amendment: $0.name, reason: $0.finding.message) }
    return (unread + together.leftOut).sorted { NaturalOrder.precedes($0.amendment, $1.amendment) }
  }

  // MARK: - For people

  package var text: String { (pairs + [""] + sets + missing).joined(separator: "\n") + "\n" }

  private var pairs: [String] {
    let count = together.names.count
    let all = count * (count - 1) / 2
    guard all > 0 else { return ["There are not two amendments to compare."] }
    if together.pairs.isEmpty { return ["No two of the \(count) amendments have to do with each other."] }
    var lines = ["Pair by pair:", ""]
    let names = together.pairs.map { $0.amendments.joined(separator: " and ") }
    let width = (names.map(\.count).max() ?? 0) + 2
    for (pair, name) in zip(together.pairs, names) {
      lines.append("  " + name + String(repeating: " ", count: width - name.count) + word(pair.relation))
      for sentence in sentences(pair) { lines += MatrixPage.wrapped(sentence, indentation: 6) }
    }
    let rest = all - together.pairs.count
    if rest == 1 { lines += ["", "The other pair has nothing to do with each other."] }
    if rest > 1 { lines += ["", "The other \(rest) pairs have nothing to do with each other."] }
    return lines
  }

  private func word(_ relation: CarriedTogether.Relation) -> String {
    switch relation {
    case .yes: "can stand together"
    case .look: "look at this"
    case .no: "cannot both stand"
    }
  }

  private func sentences(_ pair: CarriedTogether.Pair) -> [String] {
    pair.clashes.map(\.finding.message)
      + pair.falls.map { "If \($0.because) is carried, \($0.amendment) would fall: \($0.reason)." }
  }

  private var sets: [String] {
    if together.names.isEmpty { return ["None of them can be carried."] }
    if together.sets.count == 1, together.isComplete, together.sets[0] == together.names {
      return ["All of them can be carried together."]
    }
    var lines: [String] = []
    if !together.withAll.isEmpty {
      lines += MatrixPage.wrapped(
        "Whatever else is carried, \(PlainWords.list(together.withAll)) can be carried with it.", indentation: 0)
    }
    let rest = together.sets.map { set in set.filter { !together.withAll.contains($0) } }
    lines.append(
      together.withAll.isEmpty
        ? "These can be carried together, one line or another:" : "Beside that, one line or another:")
    lines.append("")
    for set in rest { lines += MatrixPage.wrapped(set.isEmpty ? "nothing more" : PlainWords.list(set), indentation: 2) }
    if !together.isComplete { lines += ["", "There are more ways; the first \(rest.count) found are shown."] }
    return lines
  }

  private var missing: [String] {
    if leftOut.isEmpty { return [] }
    return ["", "Left out:", ""]
      + leftOut.flatMap { MatrixPage.wrapped("\($0.amendment): \($0.reason)", indentation: 2) }
  }

  /// Lines of at most 80 columns; a word is never broken.
  private static func wrapped(_ text: String, indentation: Int) -> [String] {
    let blanks = String(repeating: " ", count: indentation)
    var lines: [String] = []
    var line = ""
    for word in text.split(separator: " ") {
      if !line.isEmpty, indentation + line.count + 1 + word.count > 80 {
        lines.append(blanks + line)
        line = ""
      }
      line += line.isEmpty ? String(word) : " " + word
    }
    return lines + (line.isEmpty ? [] : [blanks + line])
  }

  // MARK: - For programs

  package var json: JSON {
    [
      "schema": "motions.matrix/1",
      "amendments": JSON(merge.outcomes.map(\.name)),
      "pairs": .array(together.pairs.map { json(of: $0) }),
      "with_all": JSON(together.withAll),
      "sets": .array(together.sets.map { JSON($0) }),
      "complete": .bool(together.isComplete),
      "left_out": .array(
        leftOut.map { ["amendment": .string($0.amendment), "reason": .string($0.reason)] }),
    ]
  }

  private func json(of pair: CarriedTogether.Pair) -> JSON {
    [
      "amendments": JSON(pair.amendments),
      "together": .string(pair.relation.rawValue),
      "findings": .array(pair.clashes.map { JSON($0, in: merge.base) }),
      "would_fall": .array(pair.falls.map { JSON($0) }),
    ]
  }
}
