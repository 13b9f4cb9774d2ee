/// Where the lines of each node lie in a document: its own ones, and the blank lines up to the next node's.
struct Atoms {
  /// The start of the node's first line, or of its label where another node begins on the same line.
  private(set) var starts: [Int] = []
  /// The end of its last own line that is not blank, without the line end.
  private(set) var ends: [Int] = []
  private let count: Int

  init(of document: Document) {
    let bytes = document.bytes
    count = bytes.count
    var previous = document.body.lowerBound
    for node in document.nodes {
      var start = min(max(node.span.lowerBound, previous), bytes.count)
      let label = start
      while start > previous, bytes[start - 1] != 0x0A, bytes[start - 1] != 0x0D { start -= 1 }
      // The marks of a quote, a heading or bold words before a label belong to its line.
      if !bytes[start..<label].allSatisfy({ Phrase.isBlank($0) || ">#*_".utf8.contains($0) }) { start = label }
      starts.append(start)
      previous = max(start, min(node.span.upperBound, bytes.count))
    }
    for index in starts.indices {
      let limit = index + 1 < starts.count ? starts[index + 1] : bytes.count
      var end = max(limit, starts[index])
      while end > starts[index], Phrase.isBlank(bytes[end - 1]) { end -= 1 }
      while end < limit, bytes[end] == 0x20 || bytes[end] == 0x09 { end += 1 }
      // Blanks before a node on the same line belong to the gap.
      if end == limit, index + 1 < starts.count {
        while end > starts[index], Phrase.isBlank(bytes[end - 1]) { end -= 1 }
      }
      ends.append(end)
    }
  }

  /// The node's own lines.
  func content(_ node: Int) -> Range<Int> { starts[node]..<ends[node] }

  /// From the end of a node's lines to the next node's.
  func gap(after node: Int) -> Range<Int> {
    ends[node]..<max(node + 1 < starts.count ? starts[node + 1] : count, ends[node])
  }
}
