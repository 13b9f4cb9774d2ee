internal import Platform

/// The lines of a file, a part of the file in memory at a time.
struct LineSource {
  /// Bytes read at once. More gains nothing.
  private static let step = 1 << 20
  /// A line that is longer than this is no line of a ledger, whatever follows.
  private static let longest = 4 << 20

  private let file: any OpenFile
  /// Bytes of the file in memory, and where they begin in it.
  private(set) var buffer: [UInt8] = []
  private var base = 0
  private var at = 0
  private var isAtEnd = false
  /// The part of `buffer` after the last LF; set when there are no more lines.
  private(set) var tail: Range<Int> = 0..<0

  init(_ file: any OpenFile) { self.file = file }

  /// The offset in the file of a place in `buffer`.
  func offset(_ place: Int) -> Int { base + place }

  /// The next line in `buffer`, without its LF; nil at the end of the last whole line.
  mutating func next() throws(FileError) -> Range<Int>? {
    var searched = at
    while true {
      while searched < buffer.count {
        if buffer[searched] == 10 {
          let line = at..<searched
          at = searched + 1
          return line
        }
        searched += 1
      }
      if isAtEnd || buffer.count - at > Self.longest {
        tail = at..<buffer.count
        return nil
      }
      let kept = buffer.count - at
      let more = try file.read(at: base + buffer.count, count: Self.step)
      isAtEnd = more.isEmpty
      base += at
      buffer.removeFirst(at)
      buffer += more
      at = 0
      searched = kept
    }
  }

  /// Whether a line that is no JSON begins what a crash left of a batch: blocks of zeros that were never written, within
  /// one batch of the end. A line holds no zero byte, so no entry was acknowledged in this form.
  func isUnwritten(_ line: Range<Int>) throws(FileError) -> Bool {
    guard buffer[line].contains(0) else { return false }
    return try file.size() - offset(line.lowerBound) <= Self.step
  }

  func bytesToEnd(from line: Range<Int>) throws(FileError) -> Int { try file.size() - offset(line.lowerBound) }
}
