package import CanonicalJSON
package import MotionKit

extension JSON {
  /// `motions.check/1`; `fixed` says whether safe edits were made in the file.
  package init(_ draft: Draft, isFixed: Bool) {
    let findings = draft.findings
    self = [
      "schema": "motions.check/1", "title": JSON(draft.document.title), "kind": .string(draft.document.kind),
      "in_order": .bool(!findings.contains { $0.severity == .error }), "fixed": .bool(isFixed),
      "words": .integer(draft.words), "word_limit": JSON(draft.expectations.wordLimit),
      "findings": .array(findings.map { JSON($0, in: draft.document) }),
    ]
  }
}
