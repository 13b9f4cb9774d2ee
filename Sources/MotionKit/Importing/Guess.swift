/// One thing that importing decided for the person, said so that it can be looked at and undone.
///
/// A paste never says where a printed hyphen or a page number came from; whoever brings it in does know. So nothing is
/// decided in silence: every guess has its line, what stood there and what stands there now.
public struct Guess: Hashable, Sendable {
  /// What was decided. The raw value is the stable name in `motions.import/1`.
  public enum Code: String, Hashable, Sendable, CaseIterable {
    /// The bytes were read as something other than plain UTF-8.
    case decoded
    /// The file was a Word document, and its automatic numbers were written out.
    case word
    /// The file was a saved e-mail: its body was taken, its headers were not.
    case mail
    /// A signature, or the line that a telephone adds, was cut off.
    case signature
    /// Tracked changes were taken as accepted.
    case tracked
    /// Something that is no part of the text was left out: comments, headers, pictures.
    case leftOut = "left-out"
    /// A label was written in another way than the file's own program shows it, or left out.
    case number
    /// A table was written in lines.
    case table
    /// The words were kept, their look was not.
    case plain
    /// A part of the file could not be read.
    case damaged
    /// Letters that had been decoded twice were put right.
    case garbled
    /// The text was a web page; its tags were read as layout.
    case web
    /// An invisible or control character was removed.
    case removed
    /// An unusual blank was made a space.
    case space
    /// Printers' joined letters were taken apart.
    case ligature
    /// The marks of e-mail quoting were dropped.
    case quoting
    /// A line that belongs to the page was dropped.
    case furniture
    /// A line number printed in the margin was dropped.
    case lineNumber = "line-number"
    /// Lines of a mail that run on, as the mail itself says, were joined.
    case joined
    /// A word broken over two lines was joined.
    case hyphen
    /// A label was set apart from its text, or brought together with it.
    case label
    /// A bullet of another font was made one that can be read everywhere.
    case bullet
    /// Lines were moved to the margin.
    case indent
    /// The title was taken from the text.
    case title
    /// The kind was taken from the text.
    case kind
    /// The mover or seconder was taken from the text.
    case person
    /// Words that may not be part of the motion were kept.
    case outside
    /// A bracket or quotation mark that is never closed was kept.
    case unclosed
  }

  public var code: Code
  /// 1-based line of what was imported.
  public var line: Int
  /// What it concerns in a few letters, such as `U+FEFF`; empty where the code says all.
  public var subject: String
  /// One sentence that a member understands.
  public var message: String
  /// The line or the words as they stood; empty where nothing stood.
  public var before: String
  /// What stands there now; empty where it was dropped.
  public var after: String
  /// How many times in this line.
  public var count: Int

  public init(
    _ code: Code, line: Int, subject: String = "", message: String, before: String = "", after: String = "",
    count: Int = 1
  ) {
    self.code = code
    self.line = line
    self.subject = subject
    self.message = message
    self.before = before
    self.after = after
    self.count = count
  }
}
