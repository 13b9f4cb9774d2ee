package import CanonicalJSON
package import MotionKit

extension JSON {
  /// `motions.diff/1`.
  package init(_ diff: DocumentDiff) {
    self = [
      "schema": "motions.diff/1", "same": .bool(diff.isSame),
      "changes": .array(
        diff.changes.map { change in
          [
            "kind": .string(change.kind.rawValue), "old_path": JSON(change.oldPath?.text),
            "new_path": JSON(change.newPath?.text), "segments": JSON(change.segments),
          ]
        }),
      "renumbered": .array(
        diff.renumbered.map { ["old": .string($0.old.text), "new": .string($0.new.text)] }),
      "segments": JSON(diff.segments),
    ]
  }

  /// Runs of text that stayed, went or came.
  package init(_ segments: [TextSegment]) {
    self = .array(segments.map { ["op": .string($0.kind.rawValue), "text": .string($0.text)] })
  }
}
