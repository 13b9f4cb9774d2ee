/// A motion with every safe change made that its checks offer, and what was changed.
///
/// Only the bytes of the changes differ. Mending a mended text changes nothing.
public struct Mending: Sendable {
  public struct Change: Hashable, Sendable {
    /// The code of the finding that it answers.
    public var code: String
    /// In the text as it was, UTF-8 offsets.
    public var span: Range<Int>
    public var old: String
    public var new: String
  }

  /// The text as it was.
  public let original: Document
  /// The text as it is now, by the same rules.
  public private(set) var draft: Draft
  /// In the order of the text as it was.
  public private(set) var changes: [Change] = []
  /// The edits of each round, in the coordinates of the text before that round.
  private var rounds: [[SourceEdit]] = []

  /// Numbers come first and all together, so that the references to them follow; then whatever does not overlap; what
  /// does is looked at again in the next round.
  public init(_ draft: Draft) {
    original = draft.document
    self.draft = draft
    // One change can make room for another; a text that is still not settled then is left as it was.
    for _ in 0..<Mending.roundLimit {
      let edits = Mending.edits(self.draft)
      if edits.isEmpty {
        changes.sort { ($0.span.lowerBound, $0.span.upperBound) < ($1.span.lowerBound, $1.span.upperBound) }
        return
      }
      make(edits)
    }
    self.draft = draft
    changes = []
  }

  private static let roundLimit = 24

  public var isChanged: Bool { draft.document.bytes != original.bytes }

  private typealias Named = (code: String, edit: SourceEdit)

  private static func edits(_ draft: Draft) -> [Named] {
    let document = draft.document
    let findings = draft.findings
    if findings.contains(where: { $0.isOfNumbers && $0.edit != nil }) {
      return numbers(document, findings.filter(\.isOfNumbers))
    }
    var taken = 0
    var edits: [Named] = []
    let offered = findings.filter { !$0.isOfNumbers }.compactMap { finding in finding.edit.map { (finding.code, $0) } }
    for (code, edit) in offered.sorted(by: { $0.1.span.lowerBound < $1.1.span.lowerBound }) {
      let span = edit.span
      guard span.lowerBound >= taken, span.upperBound <= document.bytes.count,
        !document.bytes[span].elementsEqual(edit.replacement.utf8)
      else { continue }
      edits.append((code, edit))
      // Two insertions at one place would be made in an order that nobody chose.
      taken = max(span.upperBound, span.lowerBound + 1)
    }
    return edits
  }

  /// New labels, and the words that point at them.
  private static func numbers(_ document: Document, _ findings: [Finding]) -> [Named] {
    var code = findings.first?.code ?? ""
    return document.renumbering().edits.map { edit in
      if let finding = findings.first(where: { $0.span == edit.span }) { code = finding.code }
      return (code, edit)
    }
  }

  private mutating func make(_ edits: [Named]) {
    let bytes = draft.document.bytes
    for (code, edit) in edits {
      let span = before(edit.span.lowerBound)..<max(before(edit.span.upperBound), before(edit.span.lowerBound))
      let old = String(decoding: bytes[edit.span], as: UTF8.self)
      // What later rounds do to the same words is one change to whoever reads of it.
      if let index = changes.firstIndex(where: { $0.span == span && $0.new.utf8.elementsEqual(old.utf8) }) {
        changes[index].new = edit.replacement
      } else {
        changes.append(Change(code: code, span: span, old: old, new: edit.replacement))
      }
    }
    rounds.append(edits.map(\.edit))
    let mended = SourceEdit.apply(edits.map(\.edit), to: bytes)
    draft = Draft(Document(parsing: mended), expectations: draft.expectations)
  }

  /// Where an offset of the present text lay in the text as it was; inside new words, where they begin.
  private func before(_ offset: Int) -> Int {
    var offset = offset
    for edits in rounds.reversed() {
      var grown = 0
      for edit in edits {
        let start = edit.span.lowerBound + grown
        if offset < start { break }
        let length = edit.replacement.utf8.count
        if offset < start + length {
          grown = offset - edit.span.lowerBound
          break
        }
        grown += length - edit.span.count
      }
      offset -= grown
    }
    return offset
  }
}

extension Draft {
  /// The text with its safe edits made; nil where there is none.
  public func mended() -> [UInt8]? {
    let mending = Mending(self)
    return mending.isChanged ? mending.draft.document.bytes : nil
  }
}
