/// Tells runs of numbers apart: labels of one style below one parent, those of `2.1`, `2.2` by the 2 as well.
///
/// Each run gets a small number, so that what is known of a run lies in an array. Nearly every label goes on with the
/// latest run below its parent; asking a dictionary for each took a third of the time of reading a long list.
struct RunFinder {
  /// What the runs at the top of all sections have for a parent.
  static let acrossSections = -2

  private struct Run {
    /// One of its labels.
    var shape: LabelShape
    /// The run of the same parent that was found before it, or -1.
    var next: Int32
  }

  private struct Key: Hashable {
    var parent: Int
    var style: LabelShape.Style
    var opened: Bool
    var above: [LabelShape.Part]
  }

  private var runs: [Run] = []
  /// By parent: the latest run of labels of one part (no more than two of each style), and of several.
  private var simple: [Int32]
  private var compound: [Int32]
  private var byKey: [Key: Int32] = [:]

  init(nodes count: Int) {
    simple = Array(repeating: -1, count: count + 2)
    compound = simple
  }

  var count: Int { runs.count }

  /// The run that a label belongs to below a parent; -1 is the top of the text.
  mutating func run(of shape: LabelShape, below parent: Int) -> Int {
    let slot = parent + 2
    guard let above = shape.above else {
      var next = simple[slot]
      while next >= 0 {
        let run = runs[Int(next)]
        if run.shape.style == shape.style, run.shape.opened == shape.opened { return Int(next) }
        next = run.next
      }
      simple[slot] = append(shape, before: simple[slot])
      return Int(simple[slot])
    }
    let latest = compound[slot]
    if latest >= 0, belongs(shape, to: runs[Int(latest)].shape) { return Int(latest) }
    let key = Key(parent: parent, style: shape.style, opened: shape.opened, above: above)
    if let known = byKey[key] {
      compound[slot] = known
      return Int(known)
    }
    compound[slot] = append(shape, before: latest)
    byKey[key] = compound[slot]
    return Int(compound[slot])
  }

  private func belongs(_ shape: LabelShape, to other: LabelShape) -> Bool {
    shape.style == other.style && shape.opened == other.opened && shape.hasPrefix(of: other)
  }

  private mutating func append(_ shape: LabelShape, before next: Int32) -> Int32 {
    runs.append(Run(shape: shape, next: next))
    return Int32(runs.count - 1)
  }
}
