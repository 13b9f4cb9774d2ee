import Foundation

/// The rows of what was measured, in the order in which they are to be read.
struct Table {
  private var lines: [String] = []

  /// One piece of work; `rate` says how many bytes were read, `beside` what it is compared with.
  mutating func add(
    _ work: String, _ measure: Measure, bytes: Int? = nil, beside other: (name: String, measure: Measure)? = nil
  ) {
    let speed = bytes.map { String(format: "; %.0f MB/s", Double($0) / 1e6 / measure.wall) } ?? ""
    let ratio = other.map { "\(Table.ratio(measure.wall / $0.measure.wall)) × \($0.name)" } ?? ""
    add([work + speed, measure.shownWall, measure.shownProcessor, measure.shownMemory, ratio])
  }

  mutating func add(_ work: String, missing reason: String) { add([work, reason, "", "", ""]) }

  private mutating func add(_ cells: [String]) {
    let line = "| " + cells.joined(separator: " | ") + " |"
    lines.append(line)
    FileHandle.standardError.write(Data("\(line)\n".utf8))
  }

  private static func ratio(_ value: Double) -> String { String(format: value < 0.1 ? "%.3f" : "%.2f", value) }

  var markdown: String {
    "| work | wall (fastest to slowest) | processor | peak memory | wall beside another |\n|---|---|---|---|---|\n"
      + lines.map { "\($0)\n" }.joined()
  }
}
