internal import MotionKit

extension DiffPage {
  /// For the ear, one change a line: nothing hangs on a mark, a colour or a place on the screen.
  package var spoken: String {
    var lines: [String] = []
    if let nothing {
      lines.append(nothing)
    } else {
      lines.append(VisibleText.string("From \(old) to \(new): \(summary)"))
    }
    for entry in entries {
      guard case .change(let told) = entry else { continue }
      lines.append(VisibleText.string(sentence(told), isMarked: true))
    }
    lines += remarks.map { VisibleText.string($0) }
    return lines.joined(separator: "\n") + "\n"
  }

  private func sentence(_ told: DiffEntry.Told) -> String {
    let old = told.old ?? ""
    let new = told.new ?? ""
    switch told.sort {
    case .insert: return "New, \(new): \(whole(told))"
    case .delete: return "\(old) goes: \(whole(told))"
    case .move:
      let edits = edits(told)
      let way = told.word == "moved" || told.word == "moved and changed" ? "" : " (\(told.word))"
      let target = old == new ? "" : " to \(new)"
      return "\(old) moves\(target)\(way)\(edits.isEmpty ? "." : ": \(edits)")"
    case .split, .join:
      let verb = told.sort == .split ? "\(old) becomes \(new)" : "\(old) become \(new)"
      let edits = edits(told)
      return "\(verb), \(told.word)\(edits.isEmpty ? "; no words differ." : ": \(edits)")"
    case .edit, .field:
      return "In \(told.old ?? new)\(old != new && !old.isEmpty && !new.isEmpty ? ", now \(new)" : ""): \(edits(told))"
    }
  }

  private func whole(_ told: DiffEntry.Told) -> String {
    "“\(told.rows.flatMap(\.segments).map(\.text).joined())”"
  }

  /// `after “rose by” delete: “12%”; insert: “15%”.`
  private func edits(_ told: DiffEntry.Told) -> String {
    var edits: [String] = []
    for row in told.rows {
      var before = ""
      var last: TextSegment.Kind = .same
      for segment in row.segments {
        let inner = DiffPage.parts(segment.text).inner
        switch segment.kind {
        case .same: before = DiffPage.lastWords(inner)
        case .delete, .insert:
          let verb = segment.kind == .delete ? "delete" : "insert"
          let place = last != .same || before.isEmpty ? "" : "after “\(before)” "
          if last == .same { edits.append("\(place)\(verb): “\(inner)”") } else { edits.append("\(verb): “\(inner)”") }
        }
        last = segment.kind
      }
    }
    return edits.isEmpty ? "" : edits.joined(separator: "; ") + "."
  }

  /// Up to three words, enough to find the place by ear.
  private static func lastWords(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).suffix(3).joined(separator: " ")
  }
}
