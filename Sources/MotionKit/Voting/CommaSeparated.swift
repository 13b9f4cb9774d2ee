/// Comma-separated lines (RFC 4180) with the place of every cell, so that an error can point at it.
package struct CommaSeparated: Hashable, Sendable {
  package struct Cell: Hashable, Sendable {
    package var text: String
    /// 1-based, in Unicode scalars.
    package var line: Int
    package var column: Int
  }

  /// A quotation mark that is never closed.
  package struct Unclosed: Error, Hashable, Sendable {
    package var line: Int
    package var column: Int
  }

  /// Lines without any cell that holds something are left out.
  package var rows: [[Cell]]

  /// Reads every byte string but one with an open quotation mark; a byte order mark is passed over, an invalid byte
  /// becomes U+FFFD.
  package init(reading bytes: [UInt8]) throws(Unclosed) {
    var reader = Reader(bytes: bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...])
    try reader.read()
    rows = reader.rows.filter { row in row.contains { !PlainWords.trim($0.text).isEmpty } }
  }

  private struct Reader {
    var bytes: ArraySlice<UInt8>
    var rows: [[Cell]] = []
    private var row: [Cell] = []
    private var cell: [UInt8] = []
    private var line = 1
    private var column = 1
    private var start = (line: 1, column: 1)

    init(bytes: ArraySlice<UInt8>) { self.bytes = bytes }

    mutating func read() throws(Unclosed) {
      while let byte = bytes.first {
        if byte == UInt8(ascii: "\""), PlainWords.trim(String(decoding: cell, as: UTF8.self)).isEmpty {
          cell = []
          try readQuoted()
          continue
        }
        bytes.removeFirst()
        switch byte {
        case UInt8(ascii: ","):
          endCell()
          advance(byte)
          start = (line, column)
        case 0x0A, 0x0D:
          endRow(after: byte)
        default:
          cell.append(byte)
          advance(byte)
        }
      }
      endRow(after: 0)
    }

    private mutating func readQuoted() throws(Unclosed) {
      let opening = Unclosed(line: line, column: column)
      bytes.removeFirst()
      advance(UInt8(ascii: "\""))
      while let byte = bytes.first {
        bytes.removeFirst()
        advance(byte)
        if byte == 0x0A {
          line += 1
          column = 1
        }
        guard byte == UInt8(ascii: "\"") else {
          cell.append(byte)
          continue
        }
        guard bytes.first == UInt8(ascii: "\"") else { return }
        bytes.removeFirst()
        advance(byte)
        cell.append(byte)
      }
      throw opening
    }

    private mutating func advance(_ byte: UInt8) {
      if byte & 0xC0 != 0x80 { column += 1 }
    }

    private mutating func endCell() {
      row.append(Cell(text: String(decoding: cell, as: UTF8.self), line: start.line, column: start.column))
      cell = []
    }

    private mutating func endRow(after byte: UInt8) {
      endCell()
      rows.append(row)
      row = []
      if byte == 0x0D, bytes.first == 0x0A { bytes.removeFirst() }
      line += 1
      column = 1
      start = (line, column)
    }
  }
}
