/// The work behind `SequenceDiff`: marks what goes and what comes.
///
/// What one side alone holds can match nothing, so it is marked at once and left out of the search; the rest is split
/// again and again at a point that some cheapest way passes. One of these serves any number of comparisons, and what it
/// needs is allocated once: clauses are short, and a text has thousands of them.
struct SequenceComparison {
  private struct Box {
    var old: Range<Int>
    var new: Range<Int>
  }

  private var gone: [Bool] = []
  private var added: [Bool] = []
  /// Holds the elements that it sees; where some were left out, `oldPlaces` and `newPlaces` say where each stands.
  private var search = MiddleSearch()
  private var isPart = false
  private var oldPlaces: [Int] = []
  private var newPlaces: [Int] = []
  /// By element: the last comparison in which either side held it.
  private var seenInOld: [Int32] = []
  private var seenInNew: [Int32] = []
  private var turn: Int32 = 0
  private var boxes: [Box] = []

  mutating func changes(from whole: [Int32], to other: [Int32]) -> [SequenceChange] {
    let shorter = min(whole.count, other.count)
    var start = 0
    while start < shorter, whole[start] == other[start] { start = start &+ 1 }
    var tail = 0
    while tail < shorter &- start, whole[whole.count &- 1 &- tail] == other[other.count &- 1 &- tail] {
      tail = tail &+ 1
    }
    let oldRange = start..<(whole.count &- tail)
    let newRange = start..<(other.count &- tail)
    if oldRange.isEmpty && newRange.isEmpty { return [] }
    if oldRange.isEmpty || newRange.isEmpty || oldRange.count == 1 && newRange.count == 1 {
      return [SequenceChange(old: oldRange, new: newRange)]
    }
    clear(oldRange.count, newRange.count)
    isPart = oldRange.count &+ newRange.count >= 128
    if isPart {
      shed(whole[oldRange], other[newRange])
    } else {
      search.old.append(contentsOf: whole[oldRange])
      search.new.append(contentsOf: other[newRange])
    }
    let long = search.old.count &+ search.new.count > 2 * SequenceDiff.exactLimit
    search.begin(costLimit: long ? SequenceDiff.costLimit : Int.max)
    if long {
      boxes = boxesBetweenAnchors(search.old, search.new)
    } else {
      boxes.append(Box(old: 0..<search.old.count, new: 0..<search.new.count))
    }
    run()
    return stretches(oldRange.count, newRange.count, from: start)
  }

  private mutating func clear(_ oldCount: Int, _ newCount: Int) {
    gone.removeAll(keepingCapacity: true)
    gone.append(contentsOf: repeatElement(false, count: oldCount))
    added.removeAll(keepingCapacity: true)
    added.append(contentsOf: repeatElement(false, count: newCount))
    search.old.removeAll(keepingCapacity: true)
    search.new.removeAll(keepingCapacity: true)
    oldPlaces.removeAll(keepingCapacity: true)
    newPlaces.removeAll(keepingCapacity: true)
    boxes.removeAll(keepingCapacity: true)
  }

  private mutating func shed(_ whole: ArraySlice<Int32>, _ other: ArraySlice<Int32>) {
    let most = Int(max(whole.max() ?? 0, other.max() ?? 0))
    if seenInOld.count <= most || turn == Int32.max {
      turn = 0
      seenInOld = Array(repeating: 0, count: max(most &+ 1, seenInOld.count &* 2))
      seenInNew = seenInOld
    }
    turn = turn &+ 1
    for id in whole { seenInOld[Int(id)] = turn }
    for id in other { seenInNew[Int(id)] = turn }
    for (index, id) in whole.enumerated() {
      if seenInNew[Int(id)] == turn {
        search.old.append(id)
        oldPlaces.append(index)
      } else {
        gone[index] = true
      }
    }
    for (index, id) in other.enumerated() {
      if seenInOld[Int(id)] == turn {
        search.new.append(id)
        newPlaces.append(index)
      } else {
        added[index] = true
      }
    }
  }

  private mutating func run() {
    while let box = boxes.popLast() {
      var (oldStart, oldEnd) = (box.old.lowerBound, box.old.upperBound)
      var (newStart, newEnd) = (box.new.lowerBound, box.new.upperBound)
      while oldStart < oldEnd, newStart < newEnd, search.old[oldStart] == search.new[newStart] {
        oldStart = oldStart &+ 1
        newStart = newStart &+ 1
      }
      while oldStart < oldEnd, newStart < newEnd, search.old[oldEnd &- 1] == search.new[newEnd &- 1] {
        oldEnd = oldEnd &- 1
        newEnd = newEnd &- 1
      }
      if oldStart == oldEnd {
        for index in newStart..<newEnd { added[isPart ? newPlaces[index] : index] = true }
      } else if newStart == newEnd {
        for index in oldStart..<oldEnd { gone[isPart ? oldPlaces[index] : index] = true }
      } else {
        let (x, y) = search.split(oldStart..<oldEnd, newStart..<newEnd)
        boxes.append(Box(old: oldStart..<x, new: newStart..<y))
        boxes.append(Box(old: x..<oldEnd, new: y..<newEnd))
      }
    }
  }

  /// Long runs: elements that occur exactly once on either side, in the longest row that keeps their order, are taken
  /// as equal; only what lies between them is searched.
  private func boxesBetweenAnchors(_ old: [Int32], _ new: [Int32]) -> [Box] {
    let size = Int(max(old.max() ?? 0, new.max() ?? 0)) &+ 1
    // 0: not seen; -1: more than once; else the place + 1.
    var oldPlace = Array(repeating: Int32(0), count: size)
    var newPlace = oldPlace
    for (index, id) in old.enumerated() {
      oldPlace[Int(id)] = oldPlace[Int(id)] == 0 ? Int32(truncatingIfNeeded: index &+ 1) : -1
    }
    for (index, id) in new.enumerated() {
      newPlace[Int(id)] = newPlace[Int(id)] == 0 ? Int32(truncatingIfNeeded: index &+ 1) : -1
    }
    var pairs: [(old: Int, new: Int)] = []
    for (index, id) in old.enumerated() where oldPlace[Int(id)] > 0 && newPlace[Int(id)] > 0 {
      pairs.append((index, Int(newPlace[Int(id)]) &- 1))
    }
    var boxes: [Box] = []
    var (oldStart, newStart) = (0, 0)
    for index in IncreasingRow.longest(in: pairs.map(\.new)) {
      boxes.append(Box(old: oldStart..<pairs[index].old, new: newStart..<pairs[index].new))
      (oldStart, newStart) = (pairs[index].old &+ 1, pairs[index].new &+ 1)
    }
    boxes.append(Box(old: oldStart..<old.count, new: newStart..<new.count))
    return boxes
  }

  /// What was marked, as stretches.
  private func stretches(_ oldCount: Int, _ newCount: Int, from start: Int) -> [SequenceChange] {
    var changes: [SequenceChange] = []
    var (x, y) = (0, 0)
    while x < oldCount || y < newCount {
      let (oldStart, newStart) = (x, y)
      while x < oldCount, gone[x] { x = x &+ 1 }
      while y < newCount, added[y] { y = y &+ 1 }
      if x > oldStart || y > newStart {
        changes.append(
          SequenceChange(
            old: (start &+ oldStart)..<(start &+ x), new: (start &+ newStart)..<(start &+ y)))
      } else {
        x = x &+ 1
        y = y &+ 1
      }
    }
    return changes
  }
}
