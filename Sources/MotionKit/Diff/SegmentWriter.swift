/// Puts runs of two texts together into segments: neighbours of one kind are joined, what goes stands before what comes.
///
/// Both texts are told from the start to the end, so that a segment is always one stretch of one of them and is copied
/// once.
struct SegmentWriter {
  private let old: [UInt8]
  private let new: [UInt8]
  private var segments: [TextSegment] = []
  private var same: Range<Int>
  private var gone: Range<Int>
  private var come: Range<Int>

  /// Begins to tell two texts from these places on.
  init(old: [UInt8], from oldStart: Int = 0, new: [UInt8], from newStart: Int = 0) {
    self.old = old
    self.new = new
    same = oldStart..<oldStart
    gone = same
    come = newStart..<newStart
  }

  /// A stretch of the old text that stands in the new one byte for byte.
  mutating func same(_ range: Range<Int>) {
    guard !range.isEmpty else { return }
    if !gone.isEmpty || !come.isEmpty, !takesBack() { flush() }
    same = same.isEmpty ? range : same.lowerBound..<range.upperBound
  }

  /// One stretch in the place of another; white space that both begin or end with stays.
  mutating func change(_ oldRange: Range<Int>, _ newRange: Range<Int>) {
    let shorter = min(oldRange.count, newRange.count)
    var head = 0
    while head < shorter, old[oldRange.lowerBound &+ head] == new[newRange.lowerBound &+ head],
      SegmentWriter.isSpace(old[oldRange.lowerBound &+ head])
    {
      head = head &+ 1
    }
    var tail = 0
    while tail < shorter &- head, old[oldRange.upperBound &- 1 &- tail] == new[newRange.upperBound &- 1 &- tail],
      SegmentWriter.isSpace(old[oldRange.upperBound &- 1 &- tail])
    {
      tail = tail &+ 1
    }
    same(oldRange.lowerBound..<(oldRange.lowerBound &+ head))
    let went = (oldRange.lowerBound &+ head)..<(oldRange.upperBound &- tail)
    let came = (newRange.lowerBound &+ head)..<(newRange.upperBound &- tail)
    if !went.isEmpty { gone = gone.isEmpty ? went : gone.lowerBound..<went.upperBound }
    if !came.isEmpty { come = come.isEmpty ? came : come.lowerBound..<came.upperBound }
    same((oldRange.upperBound &- tail)..<oldRange.upperBound)
  }

  /// The words of two texts, with all that stands between them and around them in the ranges.
  mutating func words(_ diff: WordDiff, in oldRange: Range<Int>, _ newRange: Range<Int>) {
    var (oldPlace, newPlace) = (oldRange.lowerBound, newRange.lowerBound)
    var (oldToken, newToken) = (0, 0)
    for index in 0...diff.changes.count {
      let isLast = index == diff.changes.count
      let oldEnd = isLast ? diff.old.count : diff.changes[index].old.lowerBound
      if oldEnd > oldToken {
        let newEnd = isLast ? diff.new.count : diff.changes[index].new.lowerBound
        let oldRun = diff.old.range(oldToken..<oldEnd)
        let newRun = diff.new.range(newToken..<newEnd)
        change(oldPlace..<oldRun.lowerBound, newPlace..<newRun.lowerBound)
        if equals(oldRun, newRun) {
          same(oldRun)
        } else {
          spaced(diff, oldToken..<oldEnd, newToken..<newEnd)
        }
        (oldPlace, newPlace) = (oldRun.upperBound, newRun.upperBound)
      }
      if !isLast { (oldToken, newToken) = (diff.changes[index].old.upperBound, diff.changes[index].new.upperBound) }
    }
    change(oldPlace..<oldRange.upperBound, newPlace..<newRange.upperBound)
  }

  /// Equal words with other white space between them.
  private mutating func spaced(_ diff: WordDiff, _ oldTokens: Range<Int>, _ newTokens: Range<Int>) {
    var oldPlace = diff.old.range(oldTokens).lowerBound
    var newPlace = diff.new.range(newTokens).lowerBound
    for (oldToken, newToken) in zip(oldTokens, newTokens) {
      let oldWord = diff.old.range(oldToken)
      let newWord = diff.new.range(newToken)
      change(oldPlace..<oldWord.lowerBound, newPlace..<newWord.lowerBound)
      same(oldWord)
      (oldPlace, newPlace) = (oldWord.upperBound, newWord.upperBound)
    }
  }

  func equals(_ oldRange: Range<Int>, _ newRange: Range<Int>) -> Bool {
    unsafe old.withUnsafeBytes { old in
      unsafe new.withUnsafeBytes { new in
        unsafe sameBytes(
          UnsafeRawBufferPointer(rebasing: old[oldRange]), UnsafeRawBufferPointer(rebasing: new[newRange]))
      }
    }
  }

  mutating func finish() -> [TextSegment] {
    _ = takesBack()
    flush()
    return segments
  }

  /// Several changes in a row can come to what was there before: then nothing went and nothing came.
  private mutating func takesBack() -> Bool {
    guard !gone.isEmpty, equals(gone, come) else { return false }
    same = same.isEmpty ? gone : same.lowerBound..<gone.upperBound
    gone = same.upperBound..<same.upperBound
    come = come.upperBound..<come.upperBound
    return true
  }

  private mutating func flush() {
    if !same.isEmpty { segments.append(TextSegment(.same, Array(old[same]))) }
    if !gone.isEmpty { segments.append(TextSegment(.delete, Array(old[gone]))) }
    if !come.isEmpty { segments.append(TextSegment(.insert, Array(new[come]))) }
    same = same.upperBound..<same.upperBound
    gone = same
    come = come.upperBound..<come.upperBound
  }

  static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
}
