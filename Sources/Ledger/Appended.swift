extension OpenLedger {
  /// What came of a batch.
  public struct Appended: Sendable {
    /// The new lines as they were written.
    var batch: [UInt8] = []
    /// Where each of them is in the batch, with the rest of what an entry needs.
    private(set) var lines: [(range: Range<Int>, leaf: Digest, seq: Int)] = []
    /// The events that were entered before under the same id: their place in the batch and the entry's.
    public internal(set) var repeated: [(index: Int, seq: Int)] = []
    /// Whether the clock stands before the last entry, whose time was taken instead.
    public internal(set) var clockWasBehind = false

    /// How many entries are new.
    public var count: Int { lines.count }
    /// The place of the first new entry; nil where there is none.
    public var first: Int? { lines.first?.seq }
    /// The new entries, in their order; made from their lines when they are asked for.
    public var entries: [Entry] { lines.indices.compactMap { entry($0) } }

    func entry(_ index: Int) -> Entry? {
      let line = lines[index]
      return Entry(line: Array(batch[line.range]), leaf: line.leaf)
    }

    mutating func take(_ line: Range<Int>, _ leaf: Digest, seq: Int) {
      lines.append((line, leaf, seq))
      batch.append(10)
    }
  }
}
