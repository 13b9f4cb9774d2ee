/// The longest increasing row in a list of numbers: what kept its order when things were moved about.
enum IncreasingRow {
  /// The indices of one longest strictly increasing row, ascending; of several, always the same. O(n log n).
  static func longest(in values: [Int]) -> [Int] {
    var tails: [Int] = []
    var before = Array(repeating: -1, count: values.count)
    for (index, value) in values.enumerated() {
      var low = 0
      var high = tails.count
      while low < high {
        let middle = (low + high) / 2
        if values[tails[middle]] < value { low = middle + 1 } else { high = middle }
      }
      if low > 0 { before[index] = tails[low - 1] }
      if low == tails.count { tails.append(index) } else { tails[low] = index }
    }
    var row: [Int] = []
    var index = tails.last ?? -1
    while index >= 0 {
      row.append(index)
      index = before[index]
    }
    return row.reversed()
  }
}
