/// What turns one text into another, clause by clause and word by word.
///
/// Line layout is no change, nor is a clause that only has another number or a reference that follows one; those are
/// listed apart.
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
    /// For one that came: the old clause that was divided, of which this is a piece.
    public var splitOf: Path?
    /// For one that went: the new clause that it was made part of.
    public var joinedInto: Path?
    /// The index of the new text's node that it is, or, of one that went, before which it is told.
    package var place = 0

    public init(
      kind: Kind, oldPath: Path?, newPath: Path?, segments: [TextSegment], splitOf: Path? = nil,
      joinedInto: Path? = nil
    ) {
      self.kind = kind
      self.oldPath = oldPath
      self.newPath = newPath
      self.segments = segments
      self.splitOf = splitOf
      self.joinedInto = joinedInto
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

  /// A clause that was divided into several, or several that were made one.
  ///
  /// In `changes` the piece that kept the number is an edit, the others came or went: whoever does not ask for groups
  /// loses nothing. Here only the words are marked that really came or went.
  public struct Regrouping: Hashable, Sendable {
    /// One for a clause that was divided.
    public var oldPaths: [Path]
    /// One for clauses that were joined.
    public var newPaths: [Path]
    /// One row a piece, in the order of the several paths.
    public var parts: [[TextSegment]]

    public var isSplit: Bool { oldPaths.count == 1 }

    public init(oldPaths: [Path], newPaths: [Path], parts: [[TextSegment]]) {
      self.oldPaths = oldPaths
      self.newPaths = newPaths
      self.parts = parts
    }
  }

  /// A reference that names the same clause by its new number.
  public struct FollowedReference: Hashable, Sendable {
    /// The clause it stands in, in the new text.
    public var path: Path
    /// The labels as they were printed.
    public var old: String
    public var new: String

    public init(path: Path, old: String, new: String) {
      self.path = path
      self.old = old
      self.new = new
    }
  }

  /// The two texts that were compared.
  public let old: Document
  public let new: Document
  /// In the order of the new text; what went stands where it was. The title comes first.
  public let changes: [Change]
  public let renumbered: [Renumbering]
  /// Among the changes: which of them are one clause that was divided, or several that were joined.
  public let regrouped: [Regrouping]
  /// References that only follow new numbers; a clause in which nothing else differs is not among the changes.
  public let references: [FollowedReference]
  /// Fields of the front matter that differ, the title apart.
  public let fields: [FieldChange]
  private let comparison: DocumentComparison

  /// Both files whole: `same` and `delete` joined are the old file byte for byte, `same` and `insert` the new one.
  ///
  /// They are found when they are asked for, which takes about as long as the comparison did.
  public var segments: [TextSegment] { comparison.segments() }

  /// Whether nothing changed but layout and numbers.
  public var isSame: Bool { changes.isEmpty }

  /// Compares two texts; the time grows with their length and with the words that changed.
  public init(from old: Document, to new: Document) {
    self.old = old
    self.new = new
    comparison = DocumentComparison(old, new)
    let told = comparison.told()
    changes = told.changes
    references = told.references
    renumbered = comparison.renumbered()
    regrouped = comparison.regrouped()
    fields = FieldChange.all(from: old, to: new)
  }

  /// Two are the same where both texts are.
  public static func == (one: DocumentDiff, other: DocumentDiff) -> Bool {
    one.old == other.old && one.new == other.new
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(old)
    hasher.combine(new)
  }
}
