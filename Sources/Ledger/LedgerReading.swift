internal import CanonicalJSON
internal import Platform

/// Reading a ledger from its first line, up to the first damage.
struct LedgerReading: Sendable {
  var chain = Chain()
  /// Bytes that hold whole lines.
  var length = 0
  /// Bytes after them, left by a write that was cut off.
  var torn = 0
  /// Where the last line begins.
  private var lastOffset = 0
  /// The seal of the first entries, as many as were asked for; nil where there are fewer.
  var sealed: Seal?

  /// A sound line.
  struct Line {
    var bytes: [UInt8]
    var range: Range<Int>
    /// In the file.
    var offset: Int
    var leaf: Digest

    var entry: Entry? { Entry(line: Array(bytes[range]), leaf: leaf) }
  }

  /// Reads a file, from the end of an earlier reading where there is one, that agrees with a seal; throws where it does
  /// not.
  static func read(
    _ file: any OpenFile, path: String, from start: LedgerReading? = nil, under seal: Seal? = nil,
    each: (Line) -> Void = { _ in }
  ) throws(LedgerError) -> LedgerReading {
    let reading = try lines(of: file, path: path, from: start, sealed: seal?.entries, each: each)
    if let seal, let damage = reading.damage(against: seal) { throw .damaged(path: path, damage) }
    return reading
  }

  private static func lines(
    of file: any OpenFile, path: String, from start: LedgerReading?, sealed size: Int?, each: (Line) -> Void
  ) throws(LedgerError) -> LedgerReading {
    var reading = start ?? LedgerReading()
    var lines = LineSource(file, from: reading.length)
    if size == 0 { reading.sealed = reading.chain.seal }
    while let line = try reading.next(&lines) {
      let seq = reading.chain.size
      let offset = lines.offset(line.lowerBound)
      defer { reading.lastOffset = offset }
      let step = reading.chain.examine(lines.buffer, line)
      if let damage = reading.damage(step, seq: seq, offset: offset, in: lines.buffer, line) {
        if case .newer(_, let version) = step.fault { throw .newer(path: path, version: version) }
        guard case .form = step.fault, seq >= max(size ?? 0, 1), let torn = try reading.unwritten(lines, line) else {
          throw .damaged(path: path, damage)
        }
        reading.length = offset
        reading.torn = torn
        return reading
      }
      reading.chain.accept(step)
      if reading.chain.size == size { reading.sealed = reading.chain.seal }
      each(Line(bytes: lines.buffer, range: line, offset: offset, leaf: step.leaf))
    }
    reading.length = lines.offset(lines.tail.lowerBound)
    do throws(FileError) { reading.torn = try file.size() - reading.length } catch { throw .file(error) }
    return reading
  }

  private func next(_ lines: inout LineSource) throws(LedgerError) -> Range<Int>? {
    do throws(FileError) { return try lines.next() } catch { throw .file(error) }
  }

  private func unwritten(_ lines: LineSource, _ line: Range<Int>) throws(LedgerError) -> Int? {
    do throws(FileError) {
      return try lines.isUnwritten(line) ? try lines.bytesToEnd(from: line) : nil
    } catch {
      throw .file(error)
    }
  }

  private func damage(
    _ step: Chain.Step, seq: Int, offset: Int, in bytes: [UInt8], _ line: Range<Int>
  ) -> Damage? {
    if let fault = step.fault { return Damage(fault, seq: seq, offset: offset, in: bytes, line: line) }
    if step.seq != seq {
      return Damage(.wrongSeq, seq: seq, offset: offset, "entry \(step.seq) stands where entry \(seq) belongs")
    }
    if !step.followsLast {
      let message =
        seq == 0
        ? "the first entry names an entry before it"
        : "entry \(seq - 1) is not the one that entry \(seq) names before it"
      return Damage(.hashMismatch, seq: max(seq - 1, 0), offset: lastOffset, message)
    }
    return nil
  }

  /// How the lines differ from a seal; nil where they agree.
  private func damage(against seal: Seal) -> Damage? {
    if seal.entries > chain.size {
      return Damage(
        .truncated, seq: chain.size, offset: length,
        "it ends after \(chain.size) of the \(seal.entries) entries that were sealed")
    }
    if sealed == seal { return nil }
    return Damage(
      .checkpointMismatch, seq: max(seal.entries - 1, 0),
      "the first \(seal.entries) entries are not those that were sealed")
  }
}
