/// One line of a text: where it stands, how far in, and where its own characters are.
struct SourceLine {
  var start: Int
  /// The first byte that is no blank.
  var textStart: Int
  /// Behind the last byte that is no blank.
  var textEnd: Int
  /// The first byte of the next line.
  var next: Int
  /// Columns before the text; a tab goes to the next multiple of four.
  var indent: Int

  var isBlank: Bool { textStart >= textEnd }
}

/// Cuts bytes into lines; the only pass that looks at every byte.
struct LineCutter {
  private(set) var lines: [SourceLine] = []
  private(set) var starts: [Int] = [0]
  /// Lines that hold bytes over 0x7F, for the check of UTF-8.
  private(set) var wideLines: [Int] = []

  init(_ bytes: [UInt8], from first: Int) {
    let count = bytes.count
    lines.reserveCapacity(count / 48 + 8)
    starts.reserveCapacity(count / 48 + 8)
    var start = 0
    while start < count {
      var end = start
      var wide: UInt8 = 0
      while end < count {
        let byte = bytes[end]
        if byte == 10 || byte == 13 { break }
        wide |= byte
        end += 1
      }
      var next = end
      if next < count { next += bytes[end] == 13 && end + 1 < count && bytes[end + 1] == 10 ? 2 : 1 }
      if wide & 0x80 != 0 { wideLines.append(starts.count - 1) }
      if start >= first { lines.append(LineCutter.line(bytes, start, end, next)) }
      if next > end { starts.append(next) }
      start = next
    }
  }

  private static func line(_ bytes: [UInt8], _ start: Int, _ end: Int, _ next: Int) -> SourceLine {
    var at = start
    var indent = 0
    while at < end {
      let byte = bytes[at]
      if byte == 32 {
        indent += 1
        at += 1
      } else if byte == 9 {
        indent = (indent / 4 + 1) * 4
        at += 1
      } else if byte == 0xC2, at + 1 < end, bytes[at + 1] == 0xA0 {
        indent += 1
        at += 2
      } else if byte == 0xEF, at + 2 < end, bytes[at + 1] == 0xBB, bytes[at + 2] == 0xBF {
        at += 3
      } else {
        break
      }
    }
    var stop = end
    while stop > at {
      let byte = bytes[stop - 1]
      if byte == 32 || byte == 9 {
        stop -= 1
      } else if byte == 0xA0, stop - 2 >= at, bytes[stop - 2] == 0xC2 {
        stop -= 2
      } else {
        break
      }
    }
    return SourceLine(start: start, textStart: at, textEnd: stop, next: next, indent: indent)
  }
}
