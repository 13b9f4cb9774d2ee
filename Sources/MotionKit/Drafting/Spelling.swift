/// The name that was probably meant.
package enum Spelling {
  /// The nearest of some names, where it is near enough to suggest: at most a third of its letters differ.
  package static func nearest(to word: String, among names: [String]) -> String? {
    let asked = Array(word.unicodeScalars.folded.prefix(64))
    var best: (name: String, distance: Int)?
    for name in names {
      let known = Array(name.unicodeScalars.folded.prefix(64))
      let near = distance(asked, known)
      let isPart = asked.count >= 3 && known.text.hasPrefix(asked.text)
      let found = isPart ? min(near, 1) : near
      guard found * 3 <= max(asked.count, known.count), found < best?.distance ?? Int.max else { continue }
      best = (name, found)
    }
    return best?.name
  }

  /// Letters put in, left out, changed, or changed over with their neighbour.
  private static func distance(_ one: [Unicode.Scalar], _ other: [Unicode.Scalar]) -> Int {
    var older: [Int] = []
    var previous = Array(0...other.count)
    for (row, left) in one.enumerated() {
      var current = [row + 1]
      for (column, right) in other.enumerated() {
        var cost = min(previous[column + 1], current[column]) + 1
        cost = min(cost, previous[column] + (left == right ? 0 : 1))
        if row > 0, column > 0, left == other[column - 1], one[row - 1] == right {
          cost = min(cost, older[column - 1] + 1)
        }
        current.append(cost)
      }
      older = previous
      previous = current
    }
    return previous[other.count]
  }
}
