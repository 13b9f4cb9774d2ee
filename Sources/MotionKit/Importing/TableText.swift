/// A table with bars, as Markdown has them: such lines are kept as they are.
enum TableText {
  /// Short rows are filled up to no more than this: one long row must not lengthen every other.
  private static let widest = 64

  /// - Parameter columns: At least as many as the longest row has.
  static func lines(_ rows: [[[Unicode.Scalar]]], columns: Int) -> [[Unicode.Scalar]] {
    var lines: [[Unicode.Scalar]] = []
    for row in rows {
      var line: [Unicode.Scalar] = ["|"]
      for column in 0..<max(row.count, min(columns, widest)) {
        let cell = column < row.count ? row[column] : []
        line.append(" ")
        for scalar in cell { line += scalar == "|" ? ["\\", "|"] : [scalar] }
        line += cell.isEmpty ? ["|"] : [" ", "|"]
      }
      lines.append(line)
    }
    guard !lines.isEmpty else { return [] }
    lines.insert(Array(("|" + String(repeating: "---|", count: columns)).unicodeScalars), at: 1)
    return lines
  }
}
