/// The work behind `SequenceDiff`: marks what goes and what comes.
///
/// What one side alone holds can match nothing, so it is marked at once and left out of the search; the rest is split
/// again and again at a point that some cheapest way passes.
struct SequenceComparison {
  private struct Box {
    var old: Range<Int>
    var new: Range<Int>
  }

  private let oldCount: Int
  private let newCount: Int
  private var gone: [Bool]
  private var added: [Bool]
  /// The elements that the search sees, and where each stands in the whole sequence.
  private var old: [Int32] = []
  private var new: [Int32] = []
  private var oldPlaces: [Int] = []
  private var newPlaces: [Int] = []

  init(_ whole: [Int32], _ other: [Int32]) {
    oldCount = whole.count
    newCount = other.count
    gone = Array(repeating: false, count: whole.count)
    added = Array(repeating: false, count: other.count)
    var start = 0
    while start < min(oldCount, newCount), whole[start] == other[start] { start &+= 1 }
    var tail = 0
    while tail < min(oldCount, newCount) &- start, whole[oldCount &- 1 &- tail] == other[newCount &- 1 &- tail] {
      tail &+= 1
    }
    let oldRange = start..<(oldCount &- tail)
    let newRange = start..<(newCount &- tail)
    if oldRange.isEmpty || newRange.isEmpty || oldRange.count &+ newRange.count < 128 {
      old = Array(whole[oldRange])
      new = Array(other[newRange])
      oldPlaces = Array(oldRange)
      newPlaces = Array(newRange)
    } else {
      shed(whole, oldRange, other, newRange)
    }
  }

  private mutating func shed(_ whole: [Int32], _ oldRange: Range<Int>, _ other: [Int32], _ newRange: Range<Int>) {
    let size = Int(max(whole[oldRange].max() ?? 0, other[newRange].max() ?? 0)) &+ 1
    var inOld = Array(repeating: false, count: size)
    var inNew = inOld
    for index in oldRange { inOld[Int(whole[index])] = true }
    for index in newRange { inNew[Int(other[index])] = true }
    for index in oldRange {
      if inNew[Int(whole[index])] {
        old.append(whole[index])
        oldPlaces.append(index)
      } else {
        gone[index] = true
      }
    }
    for index in newRange {
      if inOld[Int(other[index])] {
        new.append(other[index])
        newPlaces.append(index)
      } else {
        added[index] = true
      }
    }
  }

  mutating func run() {
    let long = old.count &+ new.count > 2 * SequenceDiff.exactLimit
    var search = MiddleSearch(old: old, new: new, costLimit: long ? 256 : Int.max)
    var boxes = long ? boxesBetweenAnchors() : [Box(old: 0..<old.count, new: 0..<new.count)]
    while var box = boxes.popLast() {
      trim(&box)
      if box.old.isEmpty {
        for index in box.new { added[newPlaces[index]] = true }
      } else if box.new.isEmpty {
        for index in box.old { gone[oldPlaces[index]] = true }
      } else {
        let (x, y) = search.split(box.old, box.new)
        boxes.append(Box(old: box.old.lowerBound..<x, new: box.new.lowerBound..<y))
        boxes.append(Box(old: x..<box.old.upperBound, new: y..<box.new.upperBound))
      }
    }
  }

  private func trim(_ box: inout Box) {
    var (oldStart, oldEnd) = (box.old.lowerBound, box.old.upperBound)
    var (newStart, newEnd) = (box.new.lowerBound, box.new.upperBound)
    while oldStart < oldEnd, newStart < newEnd, old[oldStart] == new[newStart] {
      oldStart &+= 1
      newStart &+= 1
    }
    while oldStart < oldEnd, newStart < newEnd, old[oldEnd &- 1] == new[newEnd &- 1] {
      oldEnd &-= 1
      newEnd &-= 1
    }
    box = Box(old: oldStart..<oldEnd, new: newStart..<newEnd)
  }

  /// Long runs: elements that occur exactly once on either side, in the longest row that keeps their order, are taken
  /// as equal; only what lies between them is searched.
  private func boxesBetweenAnchors() -> [Box] {
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
  var changes: [SequenceChange] {
    var changes: [SequenceChange] = []
    var (x, y) = (0, 0)
    while x < oldCount || y < newCount {
      let (oldStart, newStart) = (x, y)
      while x < oldCount, gone[x] { x &+= 1 }
      while y < newCount, added[y] { y &+= 1 }
      if x > oldStart || y > newStart {
        changes.append(SequenceChange(old: oldStart..<x, new: newStart..<y))
      } else {
        x &+= 1
        y &+= 1
      }
    }
    return changes
  }
}
