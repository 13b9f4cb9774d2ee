/// One anchored change that an amendment asks for, as it was understood.
///
/// Anchors are clauses by path and words by quotation, never line numbers. The raw values of `Kind` are those of the
/// `motions.reading/1` schema.
public struct Operation: Hashable, Sendable {
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// In `path`, the words `old` become `new`.
    case replaceText = "replace_text"
    /// In `path`, the words `old` go.
    case deleteText = "delete_text"
    /// In `path`, `new` comes at `placement` of the words `old`, or of the whole place where `old` is nil.
    case insertText = "insert_text"
    /// From the words `old` in `path` to the words `until` in `to ?? path` becomes `new`.
    case replaceRange = "replace_range"
    /// The same range goes.
    case deleteRange = "delete_range"
    /// The clauses `new` come at `placement` of the clause `path` (`start`/`end`: as its first or last child).
    case insertBlock = "insert_block"
    /// The clause `path` (to the clause `to`, where given) goes with all below it.
    case deleteBlock = "delete_block"
    /// The clause `path` (to `to`) with all below it becomes `new`.
    case replaceBlock = "replace_block"
    /// The clause `path` goes to `placement` of the clause `to`.
    case moveBlock = "move_block"
    /// The whole text becomes `new` ("delete all and replace").
    case replaceAll = "replace_all"
    /// The heading of the section `path` becomes `new`.
    case setHeading = "set_heading"
    case setTitle = "set_title"
    /// "and renumber": labels run through once more when the text is adopted.
    case renumber
    /// Every `old` in `path` (the whole text where it is empty) becomes `new` ("throughout").
    case globalReplace = "global_replace"
  }

  public enum Placement: String, Hashable, Sendable, CaseIterable {
    case before, after, start, end
  }

  public var kind: Kind
  public var path: Path
  /// The far end of a range of clauses or words, or the destination of a move.
  public var to: Path?
  /// The words quoted from the text, exactly as they stand in it.
  public var old: String?
  public var new: String?
  /// In ranges of words: `start` where `old` goes too ("from ‘X’"), `after` where it stays ("all after ‘X’").
  public var placement: Placement?
  /// Ranges of words: the last words of the range, or nil for the end of the place.
  public var until: String?
  /// Ranges of words: whether `until` stays in the text.
  public var untilStays: Bool
  /// Which `old` is meant, 1-based, where it occurs more than once; nil where it occurs once.
  public var occurrence: Int?
  /// In whole clauses: an unnumbered paragraph stays one where its neighbours are numbered. Otherwise it becomes one
  /// of them, which is what "after clause 3 insert: To …" means.
  public var asWritten: Bool

  public init(
    _ kind: Kind, path: Path = .whole, to: Path? = nil, old: String? = nil, new: String? = nil,
    placement: Placement? = nil, until: String? = nil, untilStays: Bool = false, occurrence: Int? = nil,
    asWritten: Bool = false
  ) {
    self.kind = kind
    self.path = path
    self.to = to
    self.old = old
    self.new = new
    self.placement = placement
    self.until = until
    self.untilStays = untilStays
    self.occurrence = occurrence
    self.asWritten = asWritten
  }
}
