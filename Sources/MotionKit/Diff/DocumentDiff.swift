/// What turns one text into another, clause by clause and word by word.
///
/// Line layout is no change, nor is a clause that only has another number; those are listed apart.
public struct DocumentDiff: Hashable, Sendable {
  /// One clause that was edited, came, went or was moved.
  public struct Change: Hashable, Sendable {
    /// The raw values are those of `motions.diff/1`.
    public enum Kind: String, Hashable, Sendable, CaseIterable {
      case edit, insert, delete, move
      case moveAndEdit = "move-edit"
    }

    public var kind: Kind
    /// Where the clause stood; nil for one that came.
    public var oldPath: Path?
    /// Where it stands; nil for one that went.
    public var newPath: Path?
    /// The clause's own words, old and new.
    public var segments: [TextSegment]

    public init(kind: Kind, oldPath: Path?, newPath: Path?, segments: [TextSegment]) {
      self.kind = kind
      self.oldPath = oldPath
      self.newPath = newPath
      self.segments = segments
    }
  }

  /// A clause that has another number than before.
  public struct Renumbering: Hashable, Sendable {
    public var old: Path
    public var new: Path

    public init(old: Path, new: Path) {
      self.old = old
      self.new = new
    }
  }

  /// In the order of the new text; what went stands where it was. The title comes first.
  public var changes: [Change]
  public var renumbered: [Renumbering]
  /// Both files whole: `same` and `delete` joined are the old file byte for byte, `same` and `insert` the new one.
  public var segments: [TextSegment]

  /// Whether nothing changed but layout and numbers.
  public var isSame: Bool { changes.isEmpty }

  /// Compares two texts; the time grows with their length and with the words that changed.
  public init(from old: Document, to new: Document) {
    let comparison = DocumentComparison(old, new)
    changes = comparison.changes()
    renumbered = comparison.renumbered()
    segments = comparison.segments()
  }
}
