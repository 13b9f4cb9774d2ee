/// One line of a text: where it stands, how far in, and where its own characters are.
struct SourceLine {
  var start: Int
  /// The first byte that is no blank.
  var textStart: Int
  /// Behind the last byte that is no blank.
  var textEnd: Int
  /// The first byte of the next line.
  var next: Int
  /// Columns before the text; a tab goes to the next multiple of four.
  var indent: Int

  var isBlank: Bool { textStart >= textEnd }
}
