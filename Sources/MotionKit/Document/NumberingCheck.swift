/// What is odd about the labels of a text: gaps, repeats, numbers out of order, restarts.
///
/// A label is compared with the one before it in its run as typed, so that one slip is one finding.
struct NumberingCheck {
  let bytes: [UInt8]
  let nodes: [Node]
  let shapes: [LabelShape?]
  let mode: Numbering.Mode

  func findings() -> [Finding] {
    let runs = NumberedRuns(nodes: nodes, shapes: shapes)
    var findings: [Finding] = []
    var last = [LabelShape?](repeating: nil, count: runs.runCount)
    var repeats = LabelRepeats(shapes: shapes, runs: runs.runCount)
    for index in nodes.indices {
      guard let shape = shapes[index], let membership = runs.memberships[index], let due = runs.expected[index] else {
        continue
      }
      let isRepeat = repeats.repeats(shape, at: index, in: membership.run)
      let inRun = last[membership.run]
      if let previous = inRun ?? membership.across.flatMap({ last[$0] }) {
        let restarts = inRun == nil && shape.isFirst
        if !shape.follows(previous), !restarts, mode == .live || isRepeat || isBackwards(shape, previous) {
          // After 1, 3, 3 the slip is the first 3; the second one is where it should be.
          if mode != .live || !isRepeat || shape.bare != due.bare {
            findings.append(finding(index, shape, due, previous, isRepeat: isRepeat))
          }
        } else if mode == .live, shape.isInserted {
          findings.append(insertedFinding(index, due))
        }
      } else if membership.across == nil, !shape.isFirst, !shape.beginsDoubled, mode == .live {
        findings.append(
          make(
            "number-gap", index, due,
            "This list begins with \(typed(index)); the first of it would be \(due.bare)."))
      }
      last[membership.run] = shape
      if let across = membership.across { last[across] = shape }
      if let head = runs.headTaken[index] {
        last[head.membership.run] = head.shape
        if let across = head.membership.across { last[across] = head.shape }
      }
    }
    return findings
  }

  private func finding(
    _ index: Int, _ shape: LabelShape, _ due: LabelShape, _ previous: LabelShape, isRepeat: Bool
  ) -> Finding {
    if shape.isFirst {
      return make(
        "number-restart", index, due,
        "Numbering begins again at \(typed(index)) without a heading; after \(previous.bare) comes \(due.bare)."
      )
    }
    if isRepeat {
      return make(
        "number-repeated", index, due,
        "The number \(typed(index)) is there already; this one would be \(due.bare).")
    }
    if isBackwards(shape, previous) {
      return make(
        "number-order", index, due,
        "\(typed(index)) stands after \(previous.bare); by its place it would be \(due.bare).")
    }
    return make(
      "number-gap", index, due,
      "From \(previous.bare) the numbers go to \(typed(index)); this one would be \(due.bare).")
  }

  private func insertedFinding(_ index: Int, _ due: LabelShape) -> Finding {
    make(
      "number-inserted", index, due,
      "\(typed(index)) is a number for circulated texts; in a draft this one would be \(due.bare).")
  }

  private func isBackwards(_ shape: LabelShape, _ previous: LabelShape) -> Bool {
    guard shape.style == previous.style else { return false }
    if shape.numberInRun != previous.numberInRun { return shape.numberInRun < previous.numberInRun }
    if shape.number != previous.number { return shape.number < previous.number }
    return previous.last.hasInsertion && !shape.last.hasInsertion
  }

  private func typed(_ index: Int) -> String { shapes[index]?.bare ?? "" }

  private func make(_ code: String, _ index: Int, _ due: LabelShape, _ message: String) -> Finding {
    let node = nodes[index]
    let span = node.label?.span ?? node.span
    let isLive = mode == .live
    return Finding(
      code: code, severity: .warning, span: span, path: node.path.text, message: message,
      fix: isLive
        ? "Write “\(due.printed)”." : "Numbers that were sent round stay; ask the secretary which clause is meant.",
      edit: isLive ? SourceEdit(span: span, replacement: due.printed) : nil)
  }
}
