/// A text as it came from a word processor, an e-mail, a PDF or the web, made a motion file.
///
/// Importing never refuses: every byte string gives a file, and whatever had to be decided is a guess with its line.
/// Labels stay as printed, nothing is renumbered, and no words are dropped but those of the page itself (page numbers,
/// printed line numbers, the marks of mail quoting), each of them listed. Importing what was imported changes nothing.
public struct Imported: Hashable, Sendable {
  /// The motion file: UTF-8, front matter first.
  public let text: String
  /// Nil where neither the front matter nor the first line names one.
  public let title: String?
  public let kind: String
  /// In the order of the lines.
  public let guesses: [Guess]
  /// What the finished file has to be looked at for: places are in `text`.
  public let findings: [Finding]

  /// Reads a paste; never fails.
  ///
  /// - Complexity: linear in the length of the text, but for the handful of rounds that undo one layer each.
  public init(of bytes: [UInt8]) {
    if let mail = MailMessage(bytes) {
      self.init(mail.paste(), nil, subject: mail.subject)
      return
    }
    let decoding = TextDecoding(bytes, declared: WebPage.encoding(in: bytes))
    var scalars = decoding.scalars[...]
    let front = FrontMatterText(takingFrom: &scalars)
    var paste = Paste(scalars)
    for index in paste.lines.indices { paste.lines[index].number += front?.lines ?? 0 }
    paste.guesses = decoding.guess.map { [$0] } ?? []
    self.init(paste, front)
  }

  /// Reads a file of whatever kind a member sends: a Word document by its paragraphs, anything else as text.
  ///
  /// In a Word document a guess's line is the number of the paragraph, counted from 1, those in tables included.
  ///
  /// - Throws: Only for files that hold no text as they are; text is never refused.
  public init(file bytes: [UInt8]) throws(UnreadableFile) {
    switch FileKind(of: bytes) {
    case .word: self.init(try WordDocument.read(bytes), nil)
    case .unreadable(let reason): throw reason
    case .text: self.init(of: bytes)
    }
  }

  private init(_ pasted: Paste, _ front: FrontMatterText?, subject: String? = nil) {
    var paste = pasted
    paste.clean()
    var kind = "ordinary"
    var head: String
    if let front {
      head = front.text
      let fields = Document(parsing: head)
      title = fields.title
      kind = fields.kind
    } else {
      let found = TitleGuess(takingFrom: &paste, subject: subject)
      // Without its first lines the rest may read otherwise.
      paste.clean()
      kind = found.kind
      title = found.title
      head = "---\n"
      if let title { head += "title: \(FieldText.scalar(title))\n" }
      head += "kind: \(FieldText.scalar(kind))\n"
      if let mover = found.mover { head += "mover: \(FieldText.scalar(mover))\n" }
      if let seconder = found.seconder { head += "seconder: \(FieldText.scalar(seconder))\n" }
      head += "---\n"
    }
    OutsideText.note(in: &paste)
    text = head + paste.text
    self.kind = kind
    self.guesses = paste.guesses.enumerated()
      .sorted { ($0.element.line, $0.offset) < ($1.element.line, $1.offset) }.map(\.element)
    findings = Draft(Document(parsing: text)).findings
  }

  /// Whether bytes are the file of some program, not text: they hold zero bytes and are not UTF-16.
  ///
  /// Importing reads even those; who asks a person for a file may say so first.
  public static func isBinary(_ bytes: [UInt8]) -> Bool { TextDecoding.isBinary(bytes) }
}

extension Paste {
  /// Everything that is done to a body, until there is nothing left to do: what one step uncovers is another's business
  /// (a quoted mail in which a page number stands), and only so is importing twice the same as importing once.
  mutating func clean() {
    for _ in 0..<12 {
      let before = lines
      if WebPage.looksLikeOne(self) { WebPage.flatten(&self) }
      GarbledText.repair(in: &self)
      OddCharacters.clean(&self)
      MailQuoting.unquote(&self)
      MailSignature.cut(&self)
      PageFurniture.drop(from: &self)
      MarginNumbers.drop(from: &self)
      LabelSpacing.settle(&self)
      Indentation.settle(&self)
      Hyphenation.join(&self)
      tidyBlanks()
      if hasSameLines(as: before) { return }
    }
  }
}

/// The block between two lines `---` at the start of a file that is a motion file already.
struct FrontMatterText: Hashable, Sendable {
  /// As it stands, its last line end included.
  var text: String
  var lines: Int

  init?(takingFrom scalars: inout ArraySlice<Unicode.Scalar>) {
    var rest = scalars
    if rest.first == "\u{FEFF}" { rest.removeFirst() }
    var taken: [ArraySlice<Unicode.Scalar>] = []
    var isClosed = false
    while !rest.isEmpty, !isClosed {
      let end = rest.firstIndex(of: "\n").map { $0 + 1 } ?? rest.endIndex
      let line = rest[..<end]
      rest = rest[end...]
      let isMark = line.filter({ !$0.isBlank && $0 != "\n" && $0 != "\r" }).elementsEqual("---".unicodeScalars)
      if taken.isEmpty {
        guard isMark, line.first == "-" else { return nil }
      } else if isMark && line.first == "-" {
        isClosed = true
      } else if !FrontMatterText.isField(line) {
        return nil
      }
      taken.append(line)
    }
    guard isClosed, taken.count > 2 else { return nil }
    text = taken.map(\.text).joined()
    if !text.hasSuffix("\n") { text += "\n" }
    lines = taken.count
    scalars = rest
  }

  /// `name: value`, a comment, or what lies deeper.
  private static func isField(_ line: ArraySlice<Unicode.Scalar>) -> Bool {
    let text = line.filter { $0 != "\n" && $0 != "\r" }
    guard let first = text.first else { return true }
    if first == "#" || first == " " { return true }
    guard first.isASCIILetter, let colon = text.firstIndex(of: ":") else { return false }
    let name = text[..<colon]
    return name.allSatisfy { $0.isASCIILetter || $0.isASCIIDigit || $0 == "_" || $0 == "-" }
      && (colon + 1 == text.endIndex || text[colon + 1].isBlank)
  }
}
