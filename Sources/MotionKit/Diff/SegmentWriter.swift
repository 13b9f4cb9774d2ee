/// Puts runs of text together into segments: neighbours of one kind are joined, what goes stands before what comes.
struct SegmentWriter {
  private var segments: [TextSegment] = []
  private var gone: [UInt8] = []
  private var come: [UInt8] = []

  mutating func same(_ bytes: ArraySlice<UInt8>) {
    guard !bytes.isEmpty else { return }
    flush()
    if segments.last?.kind == .same {
      segments[segments.count - 1].bytes += bytes
    } else {
      segments.append(TextSegment(.same, Array(bytes)))
    }
  }

  /// One text in the place of another; white space that both begin or end with stays.
  mutating func change(_ old: ArraySlice<UInt8>, _ new: ArraySlice<UInt8>) {
    var head = 0
    while head < min(old.count, new.count), old[old.startIndex + head] == new[new.startIndex + head],
      SegmentWriter.isSpace(old[old.startIndex + head])
    {
      head += 1
    }
    var tail = 0
    while tail < min(old.count, new.count) - head, old[old.endIndex - 1 - tail] == new[new.endIndex - 1 - tail],
      SegmentWriter.isSpace(old[old.endIndex - 1 - tail])
    {
      tail += 1
    }
    same(old.prefix(head))
    gone += old.dropFirst(head).dropLast(tail)
    come += new.dropFirst(head).dropLast(tail)
    same(old.suffix(tail))
  }

  /// The words of two texts, with all that stands between them and around them in the ranges.
  mutating func words(
    _ diff: WordDiff, old: [UInt8], in oldRange: Range<Int>, new: [UInt8], in newRange: Range<Int>
  ) {
    var oldPlace = oldRange.lowerBound
    var newPlace = newRange.lowerBound
    for run in diff.same {
      let oldRun = diff.old.range(run.old)
      let newRun = diff.new.range(run.new)
      change(old[oldPlace..<oldRun.lowerBound], new[newPlace..<newRun.lowerBound])
      if old[oldRun] == new[newRun] {
        same(old[oldRun])
      } else {
        spaced(diff, run, old, new)
      }
      oldPlace = oldRun.upperBound
      newPlace = newRun.upperBound
    }
    change(old[oldPlace..<oldRange.upperBound], new[newPlace..<newRange.upperBound])
  }

  /// Equal words with other white space between them.
  private mutating func spaced(_ diff: WordDiff, _ run: SequenceChange, _ old: [UInt8], _ new: [UInt8]) {
    var oldPlace = diff.old.range(run.old).lowerBound
    var newPlace = diff.new.range(run.new).lowerBound
    for (oldToken, newToken) in zip(run.old, run.new) {
      let oldWord = diff.old.range(oldToken)
      let newWord = diff.new.range(newToken)
      change(old[oldPlace..<oldWord.lowerBound], new[newPlace..<newWord.lowerBound])
      same(old[oldWord])
      oldPlace = oldWord.upperBound
      newPlace = newWord.upperBound
    }
  }

  mutating func finish() -> [TextSegment] {
    flush()
    return segments
  }

  private mutating func flush() {
    if gone == come {
      // Several changes in a row can come to what was there before.
      if gone.isEmpty { return }
      if segments.last?.kind == .same {
        segments[segments.count - 1].bytes += gone
      } else {
        segments.append(TextSegment(.same, gone))
      }
    } else {
      if !gone.isEmpty { segments.append(TextSegment(.delete, gone)) }
      if !come.isEmpty { segments.append(TextSegment(.insert, come)) }
    }
    gone = []
    come = []
  }

  static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
}
