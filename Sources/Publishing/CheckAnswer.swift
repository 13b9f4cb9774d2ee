package import CanonicalJSON
package import MotionKit

extension JSON {
  /// `motions.check/1`; `mending` are the safe changes that were made in the file, or would be.
  ///
  /// `text` is the mended text where it is the answer: of a text from standard input.
  package init(_ draft: Draft, isFixed: Bool, mending: Mending? = nil, text: [UInt8]? = nil) {
    let findings = draft.findings
    self = [
      "schema": "motions.check/1", "title": JSON(draft.document.title), "kind": .string(draft.document.kind),
      "in_order": .bool(!findings.contains { $0.severity == .error }), "fixed": .bool(isFixed),
      "words": .integer(draft.words), "word_limit": JSON(draft.wordLimit),
      "findings": .array(findings.map { JSON($0, fixableIn: draft.document) }),
      "changes": .array(mending.map { mending in mending.changes.map { JSON($0, in: mending.original) } } ?? []),
      "text": JSON(text.map { String(decoding: $0, as: UTF8.self) }),
    ]
  }

  /// A finding with whether `--fix` would mend it.
  private init(_ finding: Finding, fixableIn document: Document) {
    self = .object(
      JSON.members(of: finding) { document.place(of: $0) } + [Member("fixable", .bool(finding.edit != nil))])
  }

  private init(_ change: Mending.Change, in document: Document) {
    let place = document.place(of: change.span.lowerBound)
    self = [
      "code": .string(change.code), "line": .integer(place.line), "column": .integer(place.column),
      "span": JSON(change.span), "old": .string(change.old), "new": .string(change.new),
    ]
  }
}
