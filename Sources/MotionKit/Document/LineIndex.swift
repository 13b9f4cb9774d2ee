/// A place for people: 1-based line and column; a column is one Unicode scalar, a tab included.
public struct Place: Hashable, Sendable {
  public var line: Int
  public var column: Int

  public init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }
}

/// Where the lines of a text begin, so that offsets can be said as places.
///
/// LF, CRLF and a lone CR end a line. Building it is linear, a lookup logarithmic.
public struct LineIndex: Hashable, Sendable {
  /// The offset of every line's first byte; never empty.
  package let starts: [Int]

  package init(starts: [Int]) { self.starts = starts }

  public init(_ bytes: [UInt8]) {
    var starts = [0]
    for (offset, byte) in bytes.enumerated() {
      if byte == 10 || (byte == 13 && (offset + 1 >= bytes.count || bytes[offset + 1] != 10)) {
        starts.append(offset + 1)
      }
    }
    self.starts = starts
  }

  /// The 0-based number of the line that holds an offset.
  package func line(of offset: Int) -> Int {
    var low = 0
    var high = starts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle } else { high = middle }
    }
    return low
  }

  /// Line and column of an offset into the same bytes; offsets outside are drawn to the nearest end.
  public func place(of offset: Int, in bytes: [UInt8]) -> Place {
    let offset = min(max(offset, 0), bytes.count)
    let line = line(of: offset)
    var column = 1
    for byte in bytes[min(starts[line], offset)..<offset] where byte & 0xC0 != 0x80 { column += 1 }
    if line == 0, bytes.starts(with: [0xEF, 0xBB, 0xBF]), offset >= 3 { column -= 1 }
    return Place(line: line + 1, column: column)
  }

  /// The bytes of the line that holds an offset, without its end.
  package func span(ofLineAt offset: Int, in bytes: [UInt8]) -> Range<Int> {
    let line = line(of: min(max(offset, 0), bytes.count))
    let start = min(starts[line], bytes.count)
    var end = line + 1 < starts.count ? min(starts[line + 1], bytes.count) : bytes.count
    while end > start, bytes[end - 1] == 10 || bytes[end - 1] == 13 { end -= 1 }
    return start..<end
  }
}
