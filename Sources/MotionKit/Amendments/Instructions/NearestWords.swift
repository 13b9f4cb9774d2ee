/// The words of the base that come nearest to words that are not there.
struct NearestWords {
  let base: LaidOutText

  struct Near {
    var node: Int
    var text: String
    var range: Range<Int>
    /// Of 100.
    var likeness: Int
  }

  /// The best place in each node, the likest first; at most three.
  func near(_ words: String, in nodes: Range<Int>) -> [Near] {
    let wanted = Self.words(Array(words.utf8.prefix(400)))
    guard !wanted.isEmpty else { return [] }
    var found: [Near] = []
    for node in nodes {
      if let near = best(wanted, node) { found.append(near) }
    }
    let sorted = found.enumerated().sorted {
      $0.element.likeness == $1.element.likeness
        ? $0.offset < $1.offset : $0.element.likeness > $1.element.likeness
    }
    return sorted.prefix(3).map { $0.element }
  }

  /// The first word that differs: what was written, and what stands there.
  static func difference(_ written: String, _ standing: String) -> (written: String, standing: String)? {
    for (left, right) in zip(words(Array(written.utf8)), words(Array(standing.utf8))) where left.folded != right.folded
    {
      return (String(decoding: left.bytes, as: UTF8.self), String(decoding: right.bytes, as: UTF8.self))
    }
    return nil
  }

  private struct Word {
    var bytes: [UInt8]
    var folded: [UInt8]
    var range: Range<Int>
  }

  private func best(_ wanted: [Word], _ node: Int) -> Near? {
    let text = base.entries[node].text
    let words = Self.words(text)
    guard !words.isEmpty else { return nil }
    var best: (start: Int, count: Int, score: Int)?
    for start in words.indices {
      for count in [wanted.count, wanted.count + 1, wanted.count - 1] where count > 0 && start + count <= words.count {
        let window = words[start..<start + count]
        guard
          window.first?.folded == wanted.first?.folded || window.last?.folded == wanted.last?.folded
            || wanted.count <= 3
        else { continue }
        let score = Self.likeness(wanted, Array(window))
        if score > (best?.score ?? 59) { best = (start, count, score) }
      }
    }
    guard let best else { return nil }
    let range = words[best.start].range.lowerBound..<words[best.start + best.count - 1].range.upperBound
    return Near(
      node: node, text: String(decoding: text[range], as: UTF8.self), range: range, likeness: best.score)
  }

  private static func likeness(_ a: [Word], _ b: [Word]) -> Int {
    let left = Array(a.map(\.folded).joined(separator: [0x20]))
    let right = Array(b.map(\.folded).joined(separator: [0x20]))
    let longest = max(left.count, right.count)
    guard longest > 0 else { return 0 }
    return 100 - 100 * distance(left, right) / longest
  }

  private static func distance(_ a: [UInt8], _ b: [UInt8]) -> Int {
    var row = Array(0...b.count)
    for (i, x) in a.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for (j, y) in b.enumerated() {
        let cost = min(row[j + 1] + 1, row[j] + 1, diagonal + (x == y ? 0 : 1))
        diagonal = row[j + 1]
        row[j + 1] = cost
      }
    }
    return row[b.count]
  }

  private static func words(_ text: [UInt8]) -> [Word] {
    var result: [Word] = []
    var start = 0
    for at in 0...text.count where at == text.count || Letters.isBlank(text[at]) {
      var end = at
      while end > start, [0x2C, 0x2E, 0x3B, 0x3A].contains(text[end - 1]) { end -= 1 }
      if end > start {
        let bytes = Array(text[start..<end])
        result.append(Word(bytes: bytes, folded: FoldedText(bytes, ignoringCase: true).bytes, range: start..<end))
      }
      start = at + 1
    }
    return result
  }
}
