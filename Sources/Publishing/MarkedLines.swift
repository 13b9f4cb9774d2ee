internal import MotionKit

/// Text with marks around what went and came, broken into lines that fit a width.
///
/// Lines break between words; a word longer than the line is broken where the line ends. A mark stays with its word.
struct MarkedLines {
  private struct Fragment {
    var text: String
    var kind: TextSegment.Kind
  }

  private(set) var lines: [String] = []
  private let width: Int
  private let colour: Bool
  private var line: [Fragment] = []
  private var lineWidth = 0
  private var word: [Fragment] = []
  private var wordWidth = 0
  /// The blanks before the word that is being read.
  private var blanks: [Fragment] = []

  init(_ segments: [TextSegment], width: Int, colour: Bool) {
    self.width = max(width, 8)
    self.colour = colour
    for segment in segments {
      let text = MarkedLines.visible(segment.text, isMarked: segment.kind != .same)
      guard segment.kind != .same else {
        read(text, .same)
        continue
      }
      let parts = DiffPage.parts(text)
      read(parts.before, .same)
      let (open, close) = segment.kind == .delete ? ("[-", "-]") : ("{+", "+}")
      read(open + parts.inner + close, segment.kind)
      read(parts.after, .same)
    }
    endWord()
    endLine()
    while lines.last?.isEmpty == true { lines.removeLast() }
  }

  // MARK: Reading

  private mutating func read(_ text: String, _ kind: TextSegment.Kind) {
    var start = text.startIndex
    func piece(_ end: String.Index) -> String { String(text[start..<end]) }
    for index in text.indices {
      let character = text[index]
      switch character {
      case " ", "\t", "\n", "\r\n":
        add(piece(index), kind)
        endWord()
        if character == "\n" || character == "\r\n" {
          endLine()
        } else {
          blanks.append(Fragment(text: " ", kind: kind))
        }
        start = text.index(after: index)
      case _ where !character.isASCII && DisplayWidth.of(character) == 2:
        // Ideographs stand without blanks; a line may end after each.
        add(String(text[start...index]), kind)
        endWord()
        start = text.index(after: index)
      default: break
      }
    }
    add(String(text[start...]), kind)
  }

  private mutating func add(_ text: String, _ kind: TextSegment.Kind) {
    guard !text.isEmpty else { return }
    word.append(Fragment(text: text, kind: kind))
    wordWidth += DisplayWidth.of(text)
  }

  private mutating func endWord() {
    guard !word.isEmpty else { return }
    let needed = wordWidth + (line.isEmpty ? 0 : blanks.count)
    if !line.isEmpty, lineWidth + needed > width { endLine() }
    if !line.isEmpty { for blank in blanks { put(blank) } }
    for fragment in word {
      if lineWidth + DisplayWidth.of(fragment.text) <= width { put(fragment) } else { putBroken(fragment) }
    }
    word = []
    wordWidth = 0
    blanks = []
  }

  private mutating func putBroken(_ fragment: Fragment) {
    for character in fragment.text {
      if lineWidth + DisplayWidth.of(character) > width { endLine() }
      put(Fragment(text: String(character), kind: fragment.kind))
    }
  }

  private mutating func put(_ fragment: Fragment) {
    lineWidth += DisplayWidth.of(fragment.text)
    if line.last?.kind == fragment.kind {
      line[line.count - 1].text += fragment.text
    } else {
      line.append(fragment)
    }
  }

  private mutating func endLine() {
    lines.append(
      line.map { fragment in
        guard colour, fragment.kind != .same else { return fragment.text }
        return "\u{1B}[\(fragment.kind == .delete ? 31 : 32)m\(fragment.text)\u{1B}[0m"
      }.joined())
    line = []
    lineWidth = 0
    blanks = []
  }

  // MARK: Safety

  /// A text must not steer the terminal it is shown on: control characters become U+FFFD, line ends and tabs stay.
  /// Characters that turn the direction of writing are named, and where they changed also those that nobody sees.
  static func visible(_ text: String, isMarked: Bool = false) -> String {
    guard text.utf8.contains(where: { $0 < 0x20 || $0 >= 0x7F }) else { return text }
    let isBlank = isMarked && text.unicodeScalars.allSatisfy { $0.properties.isWhitespace }
    var visible = String.UnicodeScalarView()
    for scalar in text.unicodeScalars where scalar != "\r" {
      switch scalar.value {
      case 0x09, 0x0A: visible.append(scalar)
      case 0..<0x20, 0x7F..<0xA0: visible.append("\u{FFFD}")
      case 0x202A...0x202E, 0x2066...0x2069: visible.append(contentsOf: name(scalar))
      case 0xAD, 0x200B, 0x200E, 0x200F, 0x2060, 0xFEFF:
        if isMarked { visible.append(contentsOf: name(scalar)) } else { visible.append(scalar) }
      case 0xA0, 0x2000...0x200A, 0x202F, 0x205F, 0x3000:
        if isBlank { visible.append(contentsOf: name(scalar)) } else { visible.append(scalar) }
      default: visible.append(scalar)
      }
    }
    return String(visible)
  }

  private static func name(_ scalar: Unicode.Scalar) -> String.UnicodeScalarView {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return "⟨U+\(String(repeating: "0", count: max(4 - digits.count, 0)))\(digits)⟩".unicodeScalars
  }
}
