/// The runs of numbers in a text: labelled siblings of one style, and where each should stand.
///
/// A run at the top goes on through sections or begins again in each, as the text does; one inside a clause begins at
/// the first. The first number of a text is the author's (an excerpt may begin at 3).
struct NumberedRuns {
  let nodes: [Node]
  let shapes: [LabelShape?]

  /// The run of a label, and of all of its style at the top of sections, where it is one of them.
  struct Membership {
    var run: Int
    var across: Int?
  }

  /// A number that a label takes in the run above it.
  struct Head {
    var shape: LabelShape
    var membership: Membership
  }

  /// The label each node should have when numbers follow the order; nil where it has none or keeps its own.
  private(set) var expected: [LabelShape?]
  /// By node; nil where `expected` is.
  private(set) var memberships: [Membership?]
  /// 2(a) with no 2 of its own takes 2.
  private(set) var headTaken: [Int: Head] = [:]
  private(set) var runCount = 0

  /// The last label of a run, as typed and as it should be.
  private struct Last {
    var typed: LabelShape
    var due: LabelShape
  }

  /// - Parameter kept: runs whose labels stay as they are typed.
  init(nodes: [Node], shapes: [LabelShape?], keeping kept: Set<Int> = []) {
    self.nodes = nodes
    self.shapes = shapes
    expected = Array(repeating: nil, count: nodes.count)
    memberships = Array(repeating: nil, count: nodes.count)
    var finder = RunFinder(nodes: nodes.count)
    // By run; those across sections are runs of clauses at the top of one that may go on in the next.
    var lasts: [Last?] = []
    func note(_ last: Last, _ run: Int) {
      while lasts.count <= run { lasts.append(nil) }
      lasts[run] = last
    }
    var goesOn: Bool?
    for index in nodes.indices {
      guard let shape = shapes[index], shape.style != .code else { continue }
      let parent = nodes[index].parent
      var due = shape
      let isCompound = replacePrefix(&due, shape, parent)
      let isTop = nodes[index].kind == .section || parent.map { nodes[$0].kind == .section } ?? true
      let membership = member(shape, parent, isTop, &finder)
      memberships[index] = membership
      if let last = lasts.at(membership.run) {
        number(&due, last.due.number + 1)
      } else if !isCompound, let across = membership.across, let last = lasts.at(across) {
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
      if kept.contains(membership.run) || membership.across.map(kept.contains) ?? false { due = shape }
      note(Last(typed: shape, due: due), membership.run)
      if !isCompound, let across = membership.across { note(Last(typed: shape, due: due), across) }
      if let head = shape.head, !holdsHead(parent, head) {
        let membership = member(head, parent, isTop, &finder)
        headTaken[index] = Head(shape: head, membership: membership)
        note(Last(typed: head, due: head), membership.run)
        if let across = membership.across { note(Last(typed: head, due: head), across) }
      }
      expected[index] = due
    }
    runCount = finder.count
  }

  private func member(_ shape: LabelShape, _ parent: Int?, _ isTop: Bool, _ finder: inout RunFinder) -> Membership {
    Membership(
      run: finder.run(of: shape, below: parent ?? -1),
      across: isTop ? finder.run(of: shape, below: RunFinder.acrossSections) : nil)
  }

  private func holdsHead(_ parent: Int?, _ head: LabelShape) -> Bool {
    parent.flatMap { shapes[$0] }.map { $0.depth == head.depth && $0.hasPrefix(of: head) && $0.last == head.last }
      ?? false
  }

  /// `2.1` below 2 follows its parent's new number.
  private func replacePrefix(_ due: inout LabelShape, _ shape: LabelShape, _ parent: Int?) -> Bool {
    guard shape.depth > 1 else { return false }
    if let parent, let above = shapes[parent], let new = expected[parent], shape.holds(above),
      new.depth < due.depth
    {
      due.parts.replaceSubrange(0..<new.depth, with: new.parts)
    }
    return true
  }

  private func number(_ shape: inout LabelShape, _ number: Int) { shape.last = LabelShape.Part(number: number) }
}

extension Array {
  /// The element of an array of optionals; nil beyond its end too.
  fileprivate func at<Wrapped>(_ index: Int) -> Wrapped? where Element == Wrapped? {
    index < count ? self[index] : nil
  }
}
