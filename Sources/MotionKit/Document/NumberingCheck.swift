/// What is odd about the labels of a text: gaps, repeats, numbers out of order, restarts.
///
/// A label is compared with the one before it in its run as typed, so that one slip is one finding.
struct NumberingCheck {
  let bytes: [UInt8]
  let nodes: [Node]
  let shapes: [LabelShape?]
  let mode: Numbering.Mode

  private struct Key: Hashable {
    var parent: Int
    var style: LabelShape.Style
    var opened: Bool
    var prefix: [LabelShape.Part]
  }

  func findings() -> [Finding] {
    let runs = NumberedRuns(nodes: nodes, shapes: shapes)
    var findings: [Finding] = []
    var last: [Key: LabelShape] = [:]
    var lastAtTop: [Key: LabelShape] = [:]
    var seen: [Key: Set<String>] = [:]
    for index in nodes.indices {
      guard let shape = shapes[index], shape.style != .code, let due = runs.expected[index] else { continue }
      let parent = nodes[index].parent ?? -1
      let key = Key(parent: parent, style: shape.style, opened: shape.opened, prefix: shape.parts.dropLast())
      let isTop = nodes[index].kind == .section || parent < 0 || nodes[parent].kind == .section
      let wide = Key(parent: -2, style: key.style, opened: key.opened, prefix: key.prefix)
      let isRepeat = !seen[key, default: []].insert(shape.bare).inserted
      if let previous = last[key] ?? (isTop ? lastAtTop[wide] : nil) {
        let restarts = last[key] == nil && shape.isFirst
        if !shape.follows(previous), !restarts, mode == .live || isRepeat || isBackwards(shape, previous) {
          // After 1, 3, 3 the slip is the first 3; the second one is where it should be.
          if mode != .live || shape.bare != due.bare || !isRepeat {
            findings.append(finding(index, shape, due, previous, isRepeat: isRepeat))
          }
        } else if mode == .live, shape.isInserted {
          findings.append(insertedFinding(index, due))
        }
      } else if !isTop, !shape.isFirst, !shape.beginsDoubled, mode == .live {
        findings.append(
          make(
            "number-gap", index, due,
            "This list begins with \(typed(index)); the first of it would be \(due.bare)."))
      }
      last[key] = shape
      if isTop { lastAtTop[wide] = shape }
      if let head = runs.headTaken[index] {
        let key = Key(parent: parent, style: .decimal, opened: false, prefix: head.parts.dropLast())
        last[key] = head
        if isTop { lastAtTop[Key(parent: -2, style: .decimal, opened: false, prefix: key.prefix)] = head }
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
    guard let mine = shape.parts.last, let last = previous.parts.last, shape.style == previous.style else {
      return false
    }
    if mine.number != last.number { return mine.number < last.number }
    return last.insertion.utf8.count > mine.insertion.utf8.count && mine.insertion.isEmpty
  }

  private func typed(_ index: Int) -> String { shapes[index]?.bare ?? "" }

  private func make(_ code: String, _ index: Int, _ due: LabelShape, _ message: String) -> Finding {
    let node = nodes[index]
    let span = node.label?.span ?? node.span
    let isLive = mode == .live
    return Finding(
      code: code, severity: .warning, span: span, path: node.path.text, message: message,
      fix: isLive ? due.printed : nil, edit: isLive ? SourceEdit(span: span, replacement: due.printed) : nil)
  }
}
