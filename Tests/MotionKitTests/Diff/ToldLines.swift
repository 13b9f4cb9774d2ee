import MotionKit

extension DocumentDiff {
  /// One line a thing that is said, for tables.
  var told: [String] {
    func line(_ segments: [TextSegment]) -> String {
      segments.map { segment in
        switch segment.kind {
        case .same: segment.text
        case .delete: "[-\(segment.text)-]"
        case .insert: "{+\(segment.text)+}"
        }
      }.joined().replacing("\n", with: "\\n")
    }
    var told = changes.map { change in
      let piece = change.splitOf.map { " of \($0)" } ?? change.joinedInto.map { " into \($0)" } ?? ""
      return "\(change.kind.rawValue) \(change.oldPath?.text ?? "-") \(change.newPath?.text ?? "-")\(piece): "
        + line(change.segments)
    }
    for group in regrouped {
      let paths = [group.oldPaths, group.newPaths].map { $0.map(\.text).joined(separator: " + ") }
      told.append("regrouped \(paths[0]) as \(paths[1])")
      told += group.parts.map { "| \(line($0))" }
    }
    if !renumbered.isEmpty {
      told.append("renumbered " + renumbered.map { "\($0.old)→\($0.new)" }.joined(separator: " "))
    }
    told += references.map { "reference in \($0.path): \($0.old)→\($0.new)" }
    told += fields.map { "field \($0.name): \($0.old ?? "none")→\($0.new ?? "none")" }
    return told
  }
}
