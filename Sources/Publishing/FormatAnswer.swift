package import CanonicalJSON
package import MotionKit

extension JSON {
  /// `motions.format/1`: what bringing the numbers of a text into order changes, and what is left to say of them.
  ///
  /// - Parameter printed: whether the answer is to hold the text itself, as for standard input.
  package init(formatting document: Document, to tidy: Document, printed: Bool) {
    self = [
      "schema": "motions.format/1", "changed": .bool(tidy.bytes != document.bytes),
      "numbering": .string(document.numbering.rawValue),
      "labels": .array(
        document.relabelled(in: tidy).map { change in
          [
            "line": .integer(document.place(of: document.nodes[change.node].span.lowerBound).line),
            "path": .string(document.nodes[change.node].path.text), "old": .string(change.old),
            "new": .string(change.new),
          ]
        }),
      "references": .array(
        document.reworded(in: tidy).map { reference in
          [
            "line": .integer(document.place(of: reference.span.lowerBound).line),
            "path": .string(document.nodes[reference.node].path.text), "old": .string(reference.old),
            "new": .string(reference.new),
          ]
        }),
      "kept": .array(
        document.numbering != .live
          ? []
          : document.renumbering().kept.map { reference in
            [
              "line": .integer(document.place(of: reference.span.lowerBound).line),
              "path": .string(document.nodes[reference.node].path.text),
              "words": .string(String(decoding: document.bytes[reference.span], as: UTF8.self)),
            ]
          }),
      "text": printed ? .string(String(decoding: tidy.bytes, as: UTF8.self)) : .null,
      "findings": .array(tidy.allFindings().map { JSON($0, in: tidy) }),
    ]
  }
}
