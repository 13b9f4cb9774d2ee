package import CanonicalJSON
package import MotionKit

extension JSON {
  /// `motions.import/1`.
  package init(_ imported: Imported) {
    let document = Document(parsing: imported.text)
    self = [
      "schema": "motions.import/1", "title": JSON(imported.title), "kind": .string(imported.kind),
      "text": .string(imported.text),
      "guesses": .array(
        imported.guesses.map { guess in
          [
            "line": .integer(guess.line), "code": .string(guess.code.rawValue), "message": .string(guess.message),
            "before": .string(guess.before), "after": .string(guess.after), "count": .integer(guess.count),
          ]
        }),
      "warnings": JSON(imported.warnings),
      "findings": .array(imported.findings.map { JSON($0, in: document) }),
    ]
  }
}
