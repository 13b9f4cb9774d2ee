/// Finds a point that a cheapest way from one sequence to the other passes, searching from both ends at once.
///
/// A way is a walk through the grid of the two sequences: a step right drops an old element, a step down takes a new
/// one, a diagonal step keeps an equal pair for nothing. For every diagonal `x - y` it is enough to know how far a walk
/// of the present cost has come, so the memory is linear. The hot loop of every comparison.
struct MiddleSearch {
  var old: [Int32] = []
  var new: [Int32] = []
  /// When the search has cost this much from either end, the furthest walk so far is good enough.
  private var costLimit = Int.max
  /// By diagonal, shifted by `shift`: the furthest x of a walk from the start, and the nearest of one from the end.
  private var fromStart: [Int] = []
  private var fromEnd: [Int] = []
  private var shift = 0

  private static let offGridLow = Int.min / 4
  private static let offGridHigh = Int.max / 4

  /// Makes ready for the sequences that stand there now; the memory of the search before is used again.
  mutating func begin(costLimit: Int) {
    self.costLimit = costLimit
    shift = new.count &+ 2
    let count = old.count &+ new.count &+ 5
    if fromStart.count < count {
      fromStart = Array(repeating: MiddleSearch.offGridLow, count: max(count, fromStart.count &* 2))
      fromEnd = Array(repeating: MiddleSearch.offGridHigh, count: fromStart.count)
    }
  }

  /// A point inside two non-empty ranges whose first elements differ, and whose last elements differ; never a corner
  /// that would leave one of the two halves as large as the whole.
  mutating func split(_ oldRange: Range<Int>, _ newRange: Range<Int>) -> (old: Int, new: Int) {
    let (left, right) = (oldRange.lowerBound, oldRange.upperBound)
    let (top, bottom) = (newRange.lowerBound, newRange.upperBound)
    let lowest = left &- bottom
    let highest = right &- top
    let startDiagonal = left &- top
    let endDiagonal = right &- bottom
    let odd = (startDiagonal &- endDiagonal) & 1 != 0
    var (startLow, startHigh) = (startDiagonal, startDiagonal)
    var (endLow, endHigh) = (endDiagonal, endDiagonal)
    fromStart[startDiagonal &+ shift] = left
    fromEnd[endDiagonal &+ shift] = right
    var cost = 0
    while true {
      cost &+= 1
      // One more diagonal on either side while the grid has it; one fewer where it ends, to keep the parity.
      if startLow > lowest {
        startLow &-= 1
        fromStart[startLow &- 1 &+ shift] = MiddleSearch.offGridLow
      } else {
        startLow &+= 1
      }
      if startHigh < highest {
        startHigh &+= 1
        fromStart[startHigh &+ 1 &+ shift] = MiddleSearch.offGridLow
      } else {
        startHigh &-= 1
      }
      var diagonal = startHigh
      while diagonal >= startLow {
        let slot = diagonal &+ shift
        var x = max(fromStart[slot &- 1] &+ 1, fromStart[slot &+ 1])
        if x > right || x &- diagonal > bottom || x < left {
          fromStart[slot] = MiddleSearch.offGridLow
          diagonal &-= 2
          continue
        }
        while x < right, x &- diagonal < bottom, old[x] == new[x &- diagonal] { x &+= 1 }
        fromStart[slot] = x
        if odd, diagonal >= endLow, diagonal <= endHigh, fromEnd[slot] <= x { return (x, x &- diagonal) }
        diagonal &-= 2
      }

      if endLow > lowest {
        endLow &-= 1
        fromEnd[endLow &- 1 &+ shift] = MiddleSearch.offGridHigh
      } else {
        endLow &+= 1
      }
      if endHigh < highest {
        endHigh &+= 1
        fromEnd[endHigh &+ 1 &+ shift] = MiddleSearch.offGridHigh
      } else {
        endHigh &-= 1
      }
      diagonal = endHigh
      while diagonal >= endLow {
        let slot = diagonal &+ shift
        var x = min(fromEnd[slot &- 1], fromEnd[slot &+ 1] &- 1)
        if x < left || x &- diagonal < top || x > right {
          fromEnd[slot] = MiddleSearch.offGridHigh
          diagonal &-= 2
          continue
        }
        while x > left, x &- diagonal > top, old[x &- 1] == new[x &- 1 &- diagonal] { x &-= 1 }
        fromEnd[slot] = x
        if !odd, diagonal >= startLow, diagonal <= startHigh, x <= fromStart[slot] { return (x, x &- diagonal) }
        diagonal &-= 2
      }

      if cost >= costLimit {
        return furthest(startLow, startHigh, endLow, endHigh, from: (left, top), to: (right, bottom))
      }
    }
  }

  /// Of all walks so far, the one that has most behind it.
  private func furthest(
    _ startLow: Int, _ startHigh: Int, _ endLow: Int, _ endHigh: Int, from start: (Int, Int), to end: (Int, Int)
  ) -> (old: Int, new: Int) {
    var best = (progress: -1, x: start.0, y: start.1)
    var diagonal = startHigh
    while diagonal >= startLow {
      let x = fromStart[diagonal &+ shift]
      let progress = x &+ x &- diagonal &- start.0 &- start.1
      if x >= start.0, progress > best.progress { best = (progress, x, x &- diagonal) }
      diagonal &-= 2
    }
    diagonal = endHigh
    while diagonal >= endLow {
      let x = fromEnd[diagonal &+ shift]
      let progress = end.0 &+ end.1 &- x &- x &+ diagonal
      if x <= end.0, progress > best.progress { best = (progress, x, x &- diagonal) }
      diagonal &-= 2
    }
    return (best.x, best.y)
  }
}
