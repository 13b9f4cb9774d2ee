internal import CanonicalJSON
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

  init(_ file: any OpenFile, from start: Int = 0) {
    self.file = file
    base = start
  }

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

  /// Whether a line that is no JSON begins what a crash left of the last batch, and is no damage done later.
  ///
  /// Blocks that were never written hold zeros or what lay on the medium before: bytes that no text has and no editor
  /// leaves. They are within one batch of the end, and a batch has one time: where whole entries of two times follow,
  /// others came after it.
  func isUnwritten(_ line: Range<Int>) throws(FileError) -> Bool {
    guard !Self.isText(buffer[line]) else { return false }
    let start = offset(line.lowerBound)
    guard try file.size() - start <= Self.step else { return false }
    let rest = try file.read(at: start, count: Self.step)
    var checker = CanonicalLine()
    var time: ArraySlice<UInt8>?
    for following in rest.split(separator: 10).dropFirst() {
      let entry = Array(following)
      guard (try? checker.check(entry)) != nil else { continue }
      let envelope = Envelope(checker, in: entry)
      guard envelope.fault == nil else { continue }
      if let time, time != entry[envelope.at] { return false }
      time = entry[envelope.at]
    }
    return true
  }

  /// Whether bytes are UTF-8 without control characters but for a tab or a carriage return.
  private static func isText(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.allSatisfy { $0 >= 0x20 || $0 == 0x09 || $0 == 0x0D } && String(validating: bytes, as: UTF8.self) != nil
  }

  func bytesToEnd(from line: Range<Int>) throws(FileError) -> Int { try file.size() - offset(line.lowerBound) }

  /// The end of the last whole line that begins a step, or less, behind a place in a batch of whole lines.
  static func endOfLines(in batch: [UInt8], from start: Int) -> Int {
    guard batch.count - start > step else { return batch.count }
    return (batch[start..<start + step].lastIndex(of: 10) ?? batch.count - 1) + 1
  }
}
