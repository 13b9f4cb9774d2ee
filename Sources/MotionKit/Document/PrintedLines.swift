/// The lines of a text as the papers of a meeting print and number them.
///
/// Members quote these numbers, so one place fixes where a line ends: the front matter is left out, each line of the
/// file is wrapped by itself at 72 columns, and blank lines are not counted. Large print breaks the same lines again and
/// keeps their numbers.
package struct PrintedLines: Sendable {
  package struct Line: Hashable, Sendable {
    /// Counted from 1; nil for a blank line.
    package var number: Int?
    package var text: String
    /// From its first word to its last, in the document's bytes.
    package var range: Range<Int>
  }

  package let lines: [Line]
  private let places: [Int]

  package static let columns = 72

  package init(_ document: Document) {
    var lines: [Line] = []
    var places: [Int] = []
    let bytes = document.bytes
    var start = document.body.lowerBound
    while start < document.body.upperBound {
      let end = bytes[start..<document.body.upperBound].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? bytes.count
      for row in Self.rows(bytes[start..<end], columns: Self.columns) {
        if row.range.isEmpty {
          lines.append(Line(number: nil, text: "", range: row.range))
        } else {
          places.append(lines.count)
          lines.append(Line(number: places.count, text: row.text, range: row.range))
        }
      }
      start = end + 1
      if end < bytes.count, bytes[end] == 0x0D, start < bytes.count, bytes[start] == 0x0A { start += 1 }
    }
    self.lines = lines
    self.places = places
  }

  /// How many lines have a number.
  package var count: Int { places.count }

  /// The line of a number; nil where there is none.
  package subscript(number: Int) -> Line? {
    places.indices.contains(number - 1) ? lines[places[number - 1]] : nil
  }

  /// The numbers of the lines on which bytes of the document stand.
  package func numbers(of range: Range<Int>) -> ClosedRange<Int>? {
    // Blank lines apart, ranges rise: the first line that ends after the start, the last that begins before the end.
    guard let first = position({ lines[places[$0]].range.upperBound > range.lowerBound }) else { return nil }
    let after = position { lines[places[$0]].range.lowerBound >= range.upperBound } ?? places.count
    return after > first ? first + 1...after : nil
  }

  /// The first numbered line for which something holds that holds for all after it.
  private func position(_ holds: (Int) -> Bool) -> Int? {
    var low = 0
    var high = places.count
    while low < high {
      let middle = (low + high) / 2
      if holds(middle) { high = middle } else { low = middle + 1 }
    }
    return low < places.count ? low : nil
  }

  /// A text wrapped in the same way, line by line.
  package static func wrapped(_ text: String, columns: Int) -> [String] {
    let bytes = Array(text.utf8)
    return bytes.split(separator: 0x0A, omittingEmptySubsequences: false).flatMap { line in
      rows(line, columns: columns).map(\.text)
    }
  }

  /// The rows of one line: its indentation stays, and rows after the first stand two columns further in.
  private static func rows(_ line: ArraySlice<UInt8>, columns: Int) -> [(text: String, range: Range<Int>)] {
    let indent = line.prefix { $0 == 0x20 }
    var rows: [(text: String, range: Range<Int>)] = []
    var row = Array(indent)
    var width = indent.count
    var range = line.startIndex..<line.startIndex
    var at = line.startIndex
    while true {
      while at < line.endIndex, isBlank(line[at]) { at += 1 }
      guard at < line.endIndex else { break }
      let start = at
      while at < line.endIndex, !isBlank(line[at]) { at += 1 }
      let word = line[start..<at]
      let wide = word.contains { $0 >= 0x80 } ? String(decoding: word, as: UTF8.self).count : word.count
      if !range.isEmpty, width + wide + 1 > columns {
        rows.append((String(decoding: row, as: UTF8.self), range))
        row = indent + [0x20, 0x20]
        width = row.count
        range = start..<start
      } else if range.isEmpty {
        range = start..<start
      } else {
        row.append(0x20)
        width += 1
      }
      row += word
      width += wide
      range = range.lowerBound..<at
    }
    rows.append((range.isEmpty ? "" : String(decoding: row, as: UTF8.self), range))
    return rows
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
}
