/// What a page shows under a command, compared with what the command printed.
///
/// `…` within a line stands for anything in that line; a line of `…` alone stands for any lines, or none. Blank
/// lines at the end are layout.
struct Expectation {
  var lines: [String]

  init(_ lines: [String]) {
    self.lines = Expectation.withoutBlankEnd(lines)
  }

  func matches(_ output: [String]) -> Bool {
    let output = Expectation.withoutBlankEnd(output)
    // reachable[i]: the expected lines read so far may have used the first i lines of the output.
    var reachable = [true] + Array(repeating: false, count: output.count)
    for line in lines {
      var next = Array(repeating: false, count: output.count + 1)
      if line == "…" {
        var open = false
        for index in next.indices {
          open = open || reachable[index]
          next[index] = open
        }
      } else {
        for index in output.indices where reachable[index] && Expectation.line(line, matches: output[index]) {
          next[index + 1] = true
        }
      }
      reachable = next
    }
    return reachable[output.count]
  }

  /// The output as a page should show it: the lines with `…` that the page has, where they still match.
  func recorded(_ output: [String]) -> [String] {
    var patterns = lines.filter { $0.contains("…") && $0 != "…" }[...]
    return Expectation.withoutBlankEnd(output).map { line in
      guard let index = patterns.firstIndex(where: { Expectation.line($0, matches: line) }) else { return line }
      defer { patterns = patterns[(index + 1)...] }
      return patterns[index]
    }
  }

  /// Expected and printed lines in one listing, as `diff -u` shows them.
  func difference(_ output: [String]) -> String {
    let output = Expectation.withoutBlankEnd(output)
    var removed: Set<Int> = []
    var inserted: Set<Int> = []
    let changes = output.difference(from: lines) { one, other in
      Expectation.line(one, matches: other) || Expectation.line(other, matches: one)
    }
    for change in changes {
      switch change {
      case .remove(let offset, _, _): removed.insert(offset)
      case .insert(let offset, _, _): inserted.insert(offset)
      }
    }
    var result: [String] = []
    var (old, new) = (0, 0)
    while old < lines.count || new < output.count {
      if removed.contains(old) {
        result.append("-\(lines[old])")
        old += 1
      } else if inserted.contains(new) {
        result.append("+\(output[new])")
        new += 1
      } else {
        if new < output.count { result.append(" \(output[new])") }
        old += 1
        new += 1
      }
    }
    return result.joined(separator: "\n")
  }

  private static func line(_ pattern: String, matches line: String) -> Bool {
    let parts = pattern.split(separator: "…", omittingEmptySubsequences: false).map { Array($0.utf8) }
    let bytes = Array(line.utf8)
    guard let first = parts.first, let last = parts.last, parts.count > 1 else { return Array(pattern.utf8) == bytes }
    guard bytes.starts(with: first), bytes.reversed().starts(with: last.reversed()),
      bytes.count >= first.count + last.count
    else { return false }
    var rest = bytes[first.count..<(bytes.count - last.count)]
    for part in parts.dropFirst().dropLast() where !part.isEmpty {
      guard let start = rest.indices.first(where: { rest[$0...].starts(with: part) }) else { return false }
      rest = rest[(start + part.count)...]
    }
    return true
  }

  private static func withoutBlankEnd(_ lines: [String]) -> [String] {
    var lines = lines
    while lines.last?.isEmpty == true { lines.removeLast() }
    return lines
  }
}
