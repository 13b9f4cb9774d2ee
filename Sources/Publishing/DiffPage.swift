package import MotionKit

/// What changed from one text to another, for people: clause by clause, with the words that went and came marked.
///
/// Nothing is said by colour or strike-through alone: every form marks both sides of what went and of what came.
package struct DiffPage: Sendable {
  package enum Form: String, CaseIterable, Sendable {
    case text, html, markdown
  }

  let old: String
  let new: String
  let diff: DocumentDiff
  /// Whether the two files are the same byte for byte.
  private let isIdentical: Bool

  /// `old` and `new` are what the two texts are called: file names, or references such as `M1@2`.
  package init(_ diff: DocumentDiff, old: String, new: String) {
    self.diff = diff
    self.old = old
    self.new = new
    isIdentical = diff.segments.allSatisfy { $0.kind == .same }
  }

  /// Where a clause stands, and where it stood if that is another place.
  func place(_ change: DocumentDiff.Change) -> String {
    switch (change.oldPath, change.newPath) {
    case (let old?, let new?): old == new ? name(old) : "\(name(old)) → \(name(new))"
    case (let path?, nil), (nil, let path?): name(path)
    case (nil, nil): ""
    }
  }

  func name(_ path: Path) -> String {
    path == .title ? "Title" : path.text
  }

  func word(_ kind: DocumentDiff.Change.Kind) -> String {
    switch kind {
    case .edit: "changed"
    case .insert: "new"
    case .delete: "deleted"
    case .move: "moved"
    case .moveAndEdit: "moved and changed"
    }
  }

  /// What is said where no clause changed.
  var nothing: String? {
    guard diff.changes.isEmpty else { return nil }
    if isIdentical { return "The two texts are the same." }
    return diff.renumbered.isEmpty
      ? "No words differ; only the layout or the fields." : "No words differ; only the numbers."
  }

  var renumbering: String? {
    diff.renumbered.isEmpty
      ? nil : "New numbers: " + diff.renumbered.map { "\($0.old) → \($0.new)" }.joined(separator: ", ") + "."
  }

  /// White space at the ends of a marked run stays outside the marks.
  static func parts(_ text: String) -> (before: String, inner: String, after: String) {
    let bytes = Array(text.utf8)
    func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
    guard let first = bytes.firstIndex(where: { !isBlank($0) }), let last = bytes.lastIndex(where: { !isBlank($0) })
    else { return ("", text, "") }
    func part(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
    return (part(0..<first), part(first..<(last + 1)), part((last + 1)..<bytes.count))
  }
}
