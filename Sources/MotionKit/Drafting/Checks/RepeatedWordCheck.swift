/// A small word is there twice.
///
/// "The the" comes of moving half a sentence. Only words are looked at that never follow themselves in English; "that
/// that" and "had had" can be right.
///
/// ```markdown
/// 1. To write to the the council.
/// ```
///
/// ```markdown
/// 1. To write to the council.
/// ```
enum RepeatedWordCheck: Check {
  static let code = "repeated-word"

  static func findings(in draft: Draft) -> [Finding] {
    let document = draft.document
    var findings: [Finding] = []
    for node in document.nodes where node.kind != .raw && node.kind != .quote {
      var previous: (word: [UInt8], span: Range<Int>)?
      for span in node.textSpans {
        var at = span.lowerBound
        while at < span.upperBound {
          let start = at
          while at < span.upperBound, !isBlank(document.bytes[at]) { at += 1 }
          let word = document.bytes[start..<at].map { isUpper($0) ? $0 | 0x20 : $0 }
          if let known = previous, known.word == word, words.contains(String(decoding: word, as: UTF8.self)) {
            findings.append(
              finding(
                .warning, .twice(String(decoding: document.bytes[start..<at], as: UTF8.self)), at: start..<at,
                path: node.path.text, edit: SourceEdit(span: known.span.upperBound..<at, replacement: "")))
          }
          previous = start < at ? (word, start..<at) : previous
          while at < span.upperBound, isBlank(document.bytes[at]) { at += 1 }
        }
      }
    }
    return draft.safe(findings) { mended in mended.nodes.map(\.path) == document.nodes.map(\.path) }
  }

  private static let words: Set<String> = [
    "the", "an", "and", "of", "our", "their", "its", "your", "my", "we", "they", "will", "should", "must", "shall",
    "from", "with", "for", "at", "are", "was", "were", "be", "this", "these", "than", "or",
  ]
}

extension CheckMessage {
  fileprivate static func twice(_ word: String) -> CheckMessage {
    CheckMessage("The word “\(word)” is there twice.", instead: "Delete one of the two.")
  }
}
