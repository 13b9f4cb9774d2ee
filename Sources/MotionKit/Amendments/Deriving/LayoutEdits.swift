/// Line breaks that a copy moved without touching a word.
struct LayoutEdits {
  let base: Document
  let copy: Document
  private(set) var edits: [SourceEdit] = []
  private let lineEnd: [UInt8]

  init(base: Document, copy: Document) {
    self.base = base
    self.copy = copy
    let first = base.bytes.firstIndex(of: 0x0A)
    lineEnd = first.map { $0 > 0 && base.bytes[$0 - 1] == 0x0D } ?? false ? [0x0D, 0x0A] : [0x0A]
  }

  /// Looks at the white space between the words that both have.
  mutating func add(_ old: Node, _ new: Node, vocabulary: inout Vocabulary) {
    guard old.kind != .raw, !isLaidOutAlike(old, new) else { return }
    let oldTokens = Tokens(of: base.bytes, in: old.textSpans, vocabulary: &vocabulary)
    let newTokens = Tokens(of: copy.bytes, in: new.textSpans, vocabulary: &vocabulary)
    for run in WordDiff(from: oldTokens, to: newTokens).same {
      for (oldToken, newToken) in zip(run.old, run.new).dropFirst() {
        let oldGap = oldTokens.range(oldToken - 1).upperBound..<oldTokens.range(oldToken).lowerBound
        let newGap = newTokens.range(newToken - 1).upperBound..<newTokens.range(newToken).lowerBound
        guard !oldGap.isEmpty, !newGap.isEmpty, isBlank(base.bytes[oldGap]), isBlank(copy.bytes[newGap]) else {
          continue
        }
        let replacement = inBaseLineEnds(copy.bytes[newGap])
        if replacement != inBaseLineEnds(base.bytes[oldGap]) {
          edits.append(SourceEdit(span: oldGap, replacement: String(decoding: replacement, as: UTF8.self)))
        }
      }
    }
  }

  private func isLaidOutAlike(_ old: Node, _ new: Node) -> Bool {
    guard let first = old.textSpans.first, let last = old.textSpans.last, let newFirst = new.textSpans.first,
      let newLast = new.textSpans.last
    else { return true }
    return base.bytes[first.lowerBound..<last.upperBound] == copy.bytes[newFirst.lowerBound..<newLast.upperBound]
  }

  private func isBlank(_ bytes: ArraySlice<UInt8>) -> Bool { bytes.allSatisfy(SegmentWriter.isSpace) }

  private func inBaseLineEnds(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    bytes.flatMap { byte -> [UInt8] in
      switch byte {
      case 0x0D: []
      case 0x0A: lineEnd
      default: [byte]
      }
    }
  }
}
