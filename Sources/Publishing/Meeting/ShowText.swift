package import Meeting
internal import MotionKit

/// The forms in which a motion's text is shown.
package enum TextForm: String, CaseIterable, Sendable {
  case clean, tracked, words, amended, adopted, now
}

extension MotionState {
  /// The text in a form; nil where the text is withheld, or not adopted for `adopted`.
  package func shown(as form: TextForm) -> [UInt8]? {
    switch form {
    case .clean: return base.map { MotionText.body(of: $0.bytes) }
    case .amended, .now: return textNow
    case .adopted:
      guard case .decided(let decision) = standing, decision.isCarried else { return nil }
      return adoptedBody
    case .tracked: return changes.map { Array($0.segments.map(\.marked).joined().utf8) }
    case .words: return changes.map { Array(spokenLines($0).joined(separator: "\n").utf8) + [10] }
    }
  }

  /// What the amendments carried so far have changed, the text alone.
  private var changes: DocumentDiff? {
    guard let base, let now = textNow else { return nil }
    return DocumentDiff(from: Document(parsing: MotionText.body(of: base.bytes)), to: Document(parsing: now))
  }
}

extension TextSegment {
  /// Marked for a page without colour: `[-gone-]` and `{+come+}`, line ends outside the marks.
  fileprivate var marked: String {
    let (before, inner, after) = DiffPage.parts(text)
    switch kind {
    case .same: return text
    case .delete: return inner.isEmpty ? "" : "\(before)[-\(inner)-]\(after)"
    case .insert: return inner.isEmpty ? text : "\(before){+\(inner)+}\(after)"
    }
  }
}

extension MotionState {
  /// The changes in words, one a line, for the ear: nothing is said by a mark alone.
  fileprivate func spokenLines(_ diff: DocumentDiff) -> [String] {
    if diff.changes.isEmpty { return ["Nothing has been changed."] }
    let old = base.map { Document(parsing: MotionText.body(of: $0.bytes)) }
    let new = textNow.map { Document(parsing: $0) }
    return diff.changes.map { change in
      let place = change.oldPath.flatMap { old?.placeName(of: $0) } ?? change.oldPath?.text ?? ""
      let newPlace = change.newPath.flatMap { new?.placeName(of: $0) } ?? change.newPath?.text ?? ""
      let parts = change.segments.filter { $0.kind != .same }.map {
        "\($0.kind == .delete ? "delete" : "insert"): “\(DiffPage.parts($0.text).inner)”"
      }.joined(separator: "; ")
      switch change.kind {
      case .insert: return "New \(newPlace), \(parts)"
      case .delete: return "\(place) goes, \(parts)"
      case .move: return "\(place) moves to \(newPlace)"
      case .moveAndEdit: return "\(place) moves to \(newPlace), \(parts)"
      case .edit: return "In \(place), \(parts)"
      }
    }
  }
}
