/// The runs of numbers in a text: labelled siblings of one style, and where each should stand.
///
/// A run at the top goes on through sections or begins again in each, as the text does; one inside a clause begins at
/// the first. The first number of a text is the author's (an excerpt may begin at 3).
struct NumberedRuns {
  let nodes: [Node]
  let shapes: [LabelShape?]

  /// The label each node should have when numbers follow the order; nil where it has none or keeps its own.
  private(set) var expected: [LabelShape?]
  /// The number that a label takes in the run above it: 2(a) with no 2 of its own takes 2.
  private(set) var headTaken: [Int: LabelShape] = [:]

  private struct Key: Hashable {
    var parent: Int
    var style: LabelShape.Style
    var opened: Bool
    var depth: Int
    var prefix: [LabelShape.Part]
  }

  /// The last label of a run, as typed and as it should be.
  private struct Last {
    var typed: LabelShape
    var due: LabelShape
  }

  init(nodes: [Node], shapes: [LabelShape?]) {
    self.nodes = nodes
    self.shapes = shapes
    expected = Array(repeating: nil, count: nodes.count)
    var runs: [Key: Last] = [:]
    // The runs of clauses at the top of sections, by style: they may go on in the next section.
    var across: [Key: Last] = [:]
    var goesOn: Bool?
    for index in nodes.indices {
      guard let shape = shapes[index], shape.style != .code else { continue }
      let parent = nodes[index].parent
      var due = shape
      let isCompound = replacePrefix(&due, shape, parent)
      let key = Key(
        parent: parent ?? -1, style: shape.style, opened: shape.opened, depth: shape.parts.count,
        prefix: shape.parts.dropLast())
      let isTop = nodes[index].kind == .section || parent.map { nodes[$0].kind == .section } ?? true
      let wide = Key(parent: -2, style: key.style, opened: key.opened, depth: key.depth, prefix: key.prefix)
      if let last = runs[key] {
        number(&due, last.due.number + 1)
      } else if isTop, !isCompound, let last = across[wide] {
        let continues = shape.number == last.typed.number + 1 || shape.isInserted
        if continues { goesOn = true } else if shape.number == 1, goesOn == nil { goesOn = false }
        if continues || (goesOn ?? true) && shape.number != 1 {
          number(&due, last.due.number + 1)
        } else {
          number(&due, 1)
        }
      } else if (!isTop || isCompound) && !shape.beginsDoubled {
        number(&due, 1)
      } else {
        number(&due, shape.number)
      }
      runs[key] = Last(typed: shape, due: due)
      if isTop, !isCompound { across[wide] = Last(typed: shape, due: due) }
      if let head = shape.head, !holdsHead(parent, head) {
        headTaken[index] = head
        var key = Key(
          parent: parent ?? -1, style: .decimal, opened: false, depth: head.parts.count, prefix: head.parts.dropLast())
        runs[key] = Last(typed: head, due: head)
        key.parent = -2
        if isTop { across[key] = Last(typed: head, due: head) }
      }
      expected[index] = due
    }
  }

  private func holdsHead(_ parent: Int?, _ head: LabelShape) -> Bool {
    parent.flatMap { shapes[$0] }?.parts == head.parts
  }

  /// `2.1` below 2 follows its parent's new number.
  private func replacePrefix(_ due: inout LabelShape, _ shape: LabelShape, _ parent: Int?) -> Bool {
    guard shape.parts.count > 1 else { return false }
    if let parent, let above = shapes[parent], let new = expected[parent],
      Array(shape.parts.prefix(above.parts.count)) == above.parts, new.parts.count < due.parts.count
    {
      due.parts.replaceSubrange(0..<new.parts.count, with: new.parts)
    }
    return true
  }

  private func number(_ shape: inout LabelShape, _ number: Int) {
    guard !shape.parts.isEmpty else { return }
    shape.parts[shape.parts.count - 1] = LabelShape.Part(number: number)
  }
}
