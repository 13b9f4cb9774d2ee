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
    case .tracked: return tracked(textNow)
    case .words: return inWords(textNow)
    }
  }

  /// The text of a version in a form, beside the text as received where changes are marked; nil where it is withheld,
  /// or not adopted for `adopted`.
  package func shown(as form: TextForm, _ version: MotionVersion) -> [UInt8]? {
    guard let text = file(of: version).map({ MotionText.body(of: $0) }) else { return nil }
    switch form {
    case .clean, .amended, .now: return text
    case .adopted: return version.isAdopted ? text : nil
    case .tracked: return tracked(text)
    case .words: return inWords(text)
    }
  }

  private func tracked(_ text: [UInt8]?) -> [UInt8]? {
    changes(in: text).map { Array($0.segments.map(\.marked).joined().utf8) }
  }

  private func inWords(_ text: [UInt8]?) -> [UInt8]? {
    guard let text, let changes = changes(in: text) else { return nil }
    return Array(spokenLines(changes, text).joined(separator: "\n").utf8) + [10]
  }

  /// What a text has changed of the one received, the text alone.
  private func changes(in text: [UInt8]?) -> DocumentDiff? {
    guard let base, let text else { return nil }
    return DocumentDiff(from: Document(parsing: MotionText.body(of: base.bytes)), to: Document(parsing: text))
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
  fileprivate func spokenLines(_ diff: DocumentDiff, _ text: [UInt8]) -> [String] {
    if diff.changes.isEmpty { return ["Nothing has been changed."] }
    let old = base.map { Document(parsing: MotionText.body(of: $0.bytes)) }
    let new = Document(parsing: text)
    return diff.changes.map { change in
      let place = change.oldPath.flatMap { old?.placeName(of: $0) } ?? change.oldPath?.text ?? ""
      let newPlace = change.newPath.flatMap { new.placeName(of: $0) } ?? change.newPath?.text ?? ""
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
