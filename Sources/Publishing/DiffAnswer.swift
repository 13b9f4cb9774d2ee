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
            "split_of": JSON(change.splitOf?.text), "joined_into": JSON(change.joinedInto?.text),
          ]
        }),
      "renumbered": .array(
        diff.renumbered.map { ["old": .string($0.old.text), "new": .string($0.new.text)] }),
      "segments": JSON(diff.segments),
      "regrouped": .array(
        diff.regrouped.map { group in
          [
            "old_paths": .array(group.oldPaths.map { .string($0.text) }),
            "new_paths": .array(group.newPaths.map { .string($0.text) }),
            "parts": .array(group.parts.map { JSON($0) }),
          ]
        }),
      "references": .array(
        diff.references.map { ["path": .string($0.path.text), "old": .string($0.old), "new": .string($0.new)] }),
      "fields": .array(
        diff.fields.map { ["name": .string($0.name), "old": JSON($0.old), "new": JSON($0.new)] }),
    ]
  }

  /// Runs of text that stayed, went or came.
  package init(_ segments: [TextSegment]) {
    self = .array(segments.map { ["op": .string($0.kind.rawValue), "text": .string($0.text)] })
  }
}
