/// One thing said about a text: what, how grave, where, and what to write instead.
///
/// A document is never refused; whatever is odd in it becomes a finding.
public struct Finding: Hashable, Sendable {
  public enum Severity: String, Hashable, Sendable, CaseIterable {
    case note, warning, error
    /// Composing only: a person should look at it.
    case flag
    /// Composing only: the texts cannot both stand.
    case conflict
  }

  /// A stable name, such as `number-gap`; each has a page in the errors gallery.
  public var code: String
  public var severity: Severity
  /// UTF-8 offsets into the text that was read, 0-based, half-open.
  public var span: Range<Int>?
  /// The path of the node it concerns, such as `2.1/a`.
  public var path: String?
  /// One sentence that a member understands.
  public var message: String
  /// What to write instead, in words.
  public var fix: String?
  /// The same as an edit, where it is safe to make without asking.
  public var edit: SourceEdit?

  public init(
    code: String, severity: Severity, span: Range<Int>? = nil, path: String? = nil, message: String,
    fix: String? = nil, edit: SourceEdit? = nil
  ) {
    self.code = code
    self.severity = severity
    self.span = span
    self.path = path
    self.message = message
    self.fix = fix
    self.edit = edit
  }
}
