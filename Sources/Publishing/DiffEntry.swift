internal import MotionKit

/// One thing that a page of changes says, in the order of the new text.
enum DiffEntry: Sendable {
  /// A heading under which something changed.
  case heading(String)
  /// So many clauses between two changes.
  case unchanged(Int)
  /// A clause that stayed as it is, where the whole text is shown.
  case kept(place: String, text: String)
  case change(Told)

  /// One change, or the several that are one to a reader.
  struct Told: Sendable {
    var old: String?
    var new: String?
    /// What happened, in a word or two.
    var word: String
    var sort: Sort
    var rows: [Row]

    /// `2 → 3`, or the one place there is.
    var place: String {
      switch (old, new) {
      case (let old?, let new?): old == new ? old : "\(old) → \(new)"
      case (let place?, nil), (nil, let place?): place
      case (nil, nil): ""
      }
    }
  }

  /// The words of one clause, or of one piece of it.
  struct Row: Sendable {
    /// The piece's own place, where there are several.
    var old: String?
    var new: String?
    var segments: [TextSegment]
  }

  /// What is counted at the top of a page.
  enum Sort: CaseIterable, Sendable {
    case edit, insert, delete, move, split, join, field

    func count(_ number: Int) -> String {
      switch self {
      case .edit: "\(number) changed"
      case .insert: "\(number) new"
      case .delete: "\(number) deleted"
      case .move: "\(number) moved"
      case .split: "\(number) split"
      case .join: "\(number) joined"
      case .field: number == 1 ? "1 field" : "\(number) fields"
      }
    }
  }
}
