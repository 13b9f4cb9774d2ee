/// Writes a changed title so that every YAML parser reads it as it is meant: in quotation marks where it needs them,
/// and with what marks demand inside them.
struct TitleWriting {
  private enum Marks {
    case double, single
    /// The title stood without any and needs double ones now.
    case added
  }

  private let bytes: [UInt8]
  private let words: Range<Int>
  private let marks: Marks

  /// Nil where the title is no field, or stands without marks and goes on doing so.
  init?(of document: Document, changed: [(range: Range<Int>, new: [UInt8])]) {
    guard let value = document.fields["title"], let text = document.titleText, !changed.isEmpty else { return nil }
    bytes = document.bytes
    words = text.start..<text.end
    if words != value.span {
      marks = document.bytes[value.span.lowerBound] == UInt8(ascii: "'") ? .single : .double
      return
    }
    var title: [UInt8] = []
    var at = words.lowerBound
    for (range, new) in changed where range.lowerBound >= at && range.upperBound <= words.upperBound {
      title += bytes[at..<range.lowerBound] + new
      at = range.upperBound
    }
    title += bytes[at..<words.upperBound]
    let plain = String(decoding: title, as: UTF8.self)
    if FieldsWriting.scalar(plain).utf8.elementsEqual(title) { return nil }
    marks = .added
  }

  /// New words as they are written between the marks.
  func escaped(_ new: [UInt8]) -> [UInt8] {
    if marks == .single { return new.flatMap { $0 == UInt8(ascii: "'") ? [$0, $0] : [$0] } }
    return Array(QuotedScalar.quote(String(decoding: new, as: UTF8.self)).utf8.dropFirst().dropLast())
  }

  /// What has to come besides, in the order of the text: the marks, and escapes in words that stay.
  func additions(around changed: [Range<Int>]) -> (before: [SourceEdit], after: [SourceEdit]) {
    guard marks == .added else { return ([], []) }
    var before = [SourceEdit(span: words.lowerBound..<words.lowerBound, replacement: "\"")]
    for index in words where bytes[index] == UInt8(ascii: "\"") || bytes[index] == UInt8(ascii: "\\") {
      if changed.contains(where: { $0.contains(index) }) { continue }
      before.append(SourceEdit(span: index..<index, replacement: "\\"))
    }
    return (before, [SourceEdit(span: words.upperBound..<words.upperBound, replacement: "\"")])
  }
}

extension Document {
  /// Whether the title as it stands in the file is not letter for letter what it says.
  var titleIsEscaped: Bool {
    guard let text = titleText, let title = fields["title"]?.string else { return false }
    return !text.bytes.elementsEqual(title.utf8)
  }
}
