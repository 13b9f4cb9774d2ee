/// Which labels a run has had already.
///
/// As long as each number is above the one before it, nothing is kept but the highest; only a run that goes back is
/// looked at label by label.
struct LabelRepeats {
  private struct Seen: Hashable {
    var run: Int
    var part: LabelShape.Part
    var joint: UInt8
  }

  private struct Run {
    var highest = Int.min
    /// Its latest node, or -1.
    var latest = -1
    var isRising = true
  }

  private let shapes: [LabelShape?]
  private var runs: [Run]
  /// By node: the one before it in its run, or -1.
  private var previous: [Int32]
  private var seen: Set<Seen> = []

  init(shapes: [LabelShape?], runs count: Int) {
    self.shapes = shapes
    runs = Array(repeating: Run(), count: count)
    previous = Array(repeating: -1, count: shapes.count)
  }

  /// Takes the next label of a run; whether it was there before.
  mutating func repeats(_ shape: LabelShape, at node: Int, in run: Int) -> Bool {
    if runs[run].isRising, shape.number > runs[run].highest {
      runs[run].highest = shape.number
      previous[node] = Int32(runs[run].latest)
      runs[run].latest = node
      return false
    }
    if runs[run].isRising {
      runs[run].isRising = false
      var node = runs[run].latest
      while node >= 0 {
        if let shape = shapes[node] { seen.insert(key(shape, run)) }
        node = Int(previous[node])
      }
    }
    return !seen.insert(key(shape, run)).inserted
  }

  private func key(_ shape: LabelShape, _ run: Int) -> Seen {
    Seen(run: run, part: shape.last, joint: shape.jointByte)
  }
}
