internal import CanonicalJSON
internal import Platform

/// How far a ledger was read, so that it can be read on from there.
public struct LedgerPlace: Sendable {
  let reading: LedgerReading
  /// The file as it was then; nil where the system does not say.
  let stamp: String?

  /// Entries before this place.
  public var size: Int { reading.chain.size }
  /// What they come to.
  public var seal: Seal { reading.chain.seal }

  /// What was read of a ledger.
  public struct Entries: Sendable {
    public var entries: [Entry]
    /// Where they end.
    public var place: LedgerPlace
    /// Whether they are those after the place that was given; else they are all there are.
    public var goOn: Bool
  }

  /// Reads a file on from a place; from its first line where it is not certain that it has only grown since.
  static func read(
    _ file: any OpenFile, path: String, after place: LedgerPlace?
  ) throws(LedgerError) -> Entries {
    let stamp = try? file.stamp()
    let start = place.flatMap { $0.isWithin(file, stamp) ? $0.reading : nil }
    var entries: [Entry] = []
    let reading = try LedgerReading.read(file, path: path, from: start) { line in
      if let entry = line.entry { entries.append(entry) }
    }
    return Entries(entries: entries, place: LedgerPlace(reading: reading, stamp: stamp), goOn: start != nil)
  }

  /// Whether a file is the one that was read, as it was or with more after it.
  private func isWithin(_ file: any OpenFile, _ now: String?) -> Bool {
    if let now, let stamp, now.utf8.elementsEqual(stamp.utf8) { return true }
    guard let size = try? file.size(), size > reading.length else { return false }
    return reading.timeOfLast(in: file) != nil
  }
}

extension LedgerReading {
  /// The time of the last line that was read, as it stands in a file; nil where another line stands there.
  func timeOfLast(in file: any OpenFile) -> [UInt8]? {
    let start = max(length - JSONLimits.line.bytes - 2, 0)
    guard length > 0, let tail = try? file.read(at: start, count: length - start), tail.count == length - start,
      tail.last == 10
    else { return nil }
    let begin = tail.dropLast().lastIndex(of: 10).map { $0 + 1 } ?? 0
    let line = Array(tail[begin..<tail.count - 1])
    var checker = CanonicalLine()
    guard Digest.leaf(line) == chain.last, (try? checker.check(line)) != nil else { return nil }
    let envelope = Envelope(checker, in: line)
    guard envelope.fault == nil, envelope.seq == chain.size - 1 else { return nil }
    return Array(line[envelope.at])
  }
}
