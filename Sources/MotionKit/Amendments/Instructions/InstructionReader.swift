/// Reads amendments as people write them, against the text they amend: instructions in English and short lines.
///
/// Nothing is guessed: what could mean several things is asked with the places that may be meant, and words that are
/// not in the text are not found, with the nearest ones shown.
public struct InstructionReader: Sendable {
  public let base: Document
  public let settings: ReadingSettings
  /// Whether the base is the text that was circulated, so that lines are numbered as its papers print them.
  public let isCirculated: Bool
  private let text: LaidOutText
  private let headings: [(words: [String], node: Int)]
  private let names: PlaceNames

  /// Lays the base out once; one reader reads any number of amendments to it.
  ///
  /// - Parameter isCirculated: false for a text with amendments in it, whose lines have other numbers than the papers.
  public init(base: Document, settings: ReadingSettings = ReadingSettings(), isCirculated: Bool = true) {
    self.base = base
    self.settings = settings
    self.isCirculated = isCirculated
    text = LaidOutText(base)
    headings = PlaceReader.headings(of: text)
    names = PlaceNames(text)
  }

  /// Reads one amendment's text, of one or many instructions, into all its operations.
  ///
  /// Every input has a reading. Spans in the findings are UTF-8 offsets into `instruction`.
  public func read(_ instruction: String) -> Reading {
    let bytes = Array(instruction.utf8)
    var rules = ActRules(base: text, settings: settings, isCirculated: isCirculated, names: names)
    var requires: [String] = []
    var fallsIf: [String] = []
    var notes: [Finding] = []
    do throws(Misreading) {
      for piece in InstructionPieces.of(bytes) {
        if piece.isShortLine {
          try rules.take(ShortLine.reading(bytes[piece.range], at: piece.range.lowerBound, base: text))
          continue
        }
        // Blanks before the piece keep the offsets those of the whole instruction.
        let padded = [UInt8](repeating: 0x20, count: piece.range.lowerBound) + bytes[piece.range]
        let tokens = InstructionLexer.tokens(of: padded)
        notes += tokens.filter(\.isUnclosed).map(Self.unclosed)
        let places = PlaceReader(tokens: tokens, base: text, headings: headings)
        var acts = ActReader(PhraseReader.phrases(of: tokens, places: places), source: padded)
        try rules.take(acts.read())
        requires += acts.requires
        fallsIf += acts.fallsIf
      }
      guard !rules.operations.isEmpty else {
        throw .notUnderstood(
          0..<bytes.count, "Nothing here says what is to be changed.",
          fix: "Write, for example: In 2, delete “X” and insert “Y”.")
      }
    } catch {
      return Reading(
        verdict: error.verdict, candidates: error.candidates, requires: requires, fallsIf: fallsIf,
        findings: [error.finding] + notes)
    }
    let marks = MarksBeside(of: rules.operations, in: text, naming: names)
    let wording = Wording(of: rules.operations, naming: names, requires: requires, fallsIf: fallsIf)
    return Reading(
      verdict: .understood, operations: rules.operations, sentence: wording.sentence,
      check: rules.checks.first.map { CheckedText(after: rules.operations, in: base).result(of: $0) },
      checks: rules.checks, requires: requires, fallsIf: fallsIf, findings: rules.notes + marks.notes + notes)
  }

  private static func unclosed(_ token: PhraseToken) -> Finding {
    Finding(
      code: "unclosed-quotation", severity: .note, span: token.span,
      message: "The quotation is not closed. It was read as “\(token.text)”.", fix: "Close the quotation mark.")
  }
}
