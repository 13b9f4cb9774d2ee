internal import MotionKit

/// Text with marks around what went and came, broken into lines that fit a width.
///
/// Lines break between words; a word longer than the line is broken where the line ends. A mark stays with its word.
/// All is done on bytes: setting out the words is the larger part of telling a difference.
struct MarkedLines {
  /// UTF-8, without line ends.
  private(set) var lines: [[UInt8]] = []
  private let width: Int
  private let colour: Bool
  private var line: [UInt8] = []
  private var lineWidth = 0
  /// What the line ends in: in colour, a run of it is still open.
  private var lineKind: TextSegment.Kind = .same
  private var word: [UInt8] = []
  private var wordWidth = 0
  /// Where in the word a run ends, and of which kind it is.
  private var runs: [(end: Int, kind: TextSegment.Kind)] = []
  /// The blanks before the word that is being read.
  private var blanks: [TextSegment.Kind] = []

  init(_ segments: [TextSegment], width: Int, colour: Bool) {
    self.width = max(width, 8)
    self.colour = colour
    for segment in segments {
      let text = VisibleText.bytes(segment.bytes, isMarked: segment.kind != .same)
      guard segment.kind != .same else {
        read(text[...], .same)
        continue
      }
      let inner = DiffPage.inner(text)
      let marks: (StaticString, StaticString) = segment.kind == .delete ? ("[-", "-]") : ("{+", "+}")
      read(text[..<inner.lowerBound], .same)
      add(marks.0, segment.kind)
      read(text[inner], segment.kind)
      add(marks.1, segment.kind)
      read(text[inner.upperBound...], .same)
    }
    endWord()
    endLine()
    while lines.last?.isEmpty == true { lines.removeLast() }
  }

  // MARK: Reading

  private mutating func read(_ text: ArraySlice<UInt8>, _ kind: TextSegment.Kind) {
    var start = text.startIndex
    var isASCII = true
    for index in text.indices {
      let byte = text[index]
      if byte > 0x20 {
        if byte >= 0x80 { isASCII = false }
        continue
      }
      guard byte == 0x20 || byte == 0x09 || byte == 0x0A else { continue }
      add(text[start..<index], kind, isASCII: isASCII)
      endWord()
      if byte == 0x0A { endLine() } else { blanks.append(kind) }
      start = index + 1
      isASCII = true
    }
    add(text[start...], kind, isASCII: isASCII)
  }

  private mutating func add(_ piece: ArraySlice<UInt8>, _ kind: TextSegment.Kind, isASCII: Bool) {
    guard !piece.isEmpty else { return }
    if isASCII { return append(piece, width: piece.count, kind) }
    for character in String(decoding: piece, as: UTF8.self) {
      let width = DisplayWidth.of(character)
      append(character.utf8, width: width, kind)
      // Ideographs stand without blanks; a line may end after each.
      if width == 2, !character.isASCII { endWord() }
    }
  }

  private mutating func add(_ mark: StaticString, _ kind: TextSegment.Kind) {
    append(mark.description.utf8, width: mark.utf8CodeUnitCount, kind)
  }

  private mutating func append(_ bytes: some Sequence<UInt8>, width: Int, _ kind: TextSegment.Kind) {
    word.append(contentsOf: bytes)
    wordWidth += width
    if runs.last?.kind == kind { runs[runs.count - 1].end = word.count } else { runs.append((word.count, kind)) }
  }

  // MARK: Setting

  private mutating func endWord() {
    guard !word.isEmpty else { return }
    let needed = wordWidth + (line.isEmpty ? 0 : blanks.count)
    if !line.isEmpty, lineWidth + needed > width { endLine() }
    if !line.isEmpty { for kind in blanks { put(CollectionOfOne(0x20), width: 1, kind) } }
    let fits = lineWidth + wordWidth <= width
    var start = 0
    for run in runs {
      if fits { put(word[start..<run.end], width: 0, run.kind) } else { putBroken(word[start..<run.end], run.kind) }
      start = run.end
    }
    if fits { lineWidth += wordWidth }
    word.removeAll(keepingCapacity: true)
    runs.removeAll(keepingCapacity: true)
    wordWidth = 0
    blanks.removeAll(keepingCapacity: true)
  }

  private mutating func putBroken(_ piece: ArraySlice<UInt8>, _ kind: TextSegment.Kind) {
    for character in String(decoding: piece, as: UTF8.self) {
      let columns = DisplayWidth.of(character)
      if lineWidth + columns > width { endLine() }
      put(character.utf8, width: columns, kind)
    }
  }

  private mutating func put(_ bytes: some Sequence<UInt8>, width: Int, _ kind: TextSegment.Kind) {
    lineWidth += width
    if colour, kind != lineKind {
      closeColour()
      if kind != .same { line.append(contentsOf: "\u{1B}[\(kind == .delete ? 31 : 32)m".utf8) }
    }
    lineKind = kind
    line.append(contentsOf: bytes)
  }

  private mutating func closeColour() {
    if colour, lineKind != .same { line.append(contentsOf: "\u{1B}[0m".utf8) }
    lineKind = .same
  }

  private mutating func endLine() {
    closeColour()
    lines.append(line)
    line = []
    lineWidth = 0
    blanks.removeAll(keepingCapacity: true)
  }
}
