/// A model motion: a text meant to be adapted, with the fields that its front matter declares.
///
/// A field is asked for by its question and stands in the text as `{{name}}`. Filling is plain substitution: a value is
/// never read as anything but words, and in front matter it is quoted so that it stays text.
public struct Template: Hashable, Sendable {
  /// One thing that the person who uses the model has to say.
  public struct Field: Hashable, Sendable {
    public var name: String
    /// A whole sentence with a question mark.
    public var question: String
    /// An answer that reads well in the text.
    public var example: String?
    /// What stands there if nothing is said.
    public var preset: String?
    /// Nothing may be said, and then nothing stands there.
    public var isOptional: Bool

    /// Nobody has to say anything.
    public var isAnswered: Bool { isOptional || preset != nil }
  }

  /// What it is asked for with, such as `living-wage`.
  public let name: String
  /// The file, byte for byte.
  public let bytes: [UInt8]
  /// The title, placeholders and all.
  public let title: String
  public let kind: String
  /// One sentence for a list of models.
  public let summary: String?
  /// In the order in which they are asked for.
  public let fields: [Field]

  public init(name: String, parsing bytes: [UInt8]) {
    let document = Document(parsing: bytes)
    self.name = name
    self.bytes = bytes
    title = document.title ?? name
    kind = document.kind
    summary = document.fields["summary"]?.string
    var declared: [Field] = []
    for entry in document.fields["fields"]?.entries ?? [] where !declared.contains(where: { $0.name == entry.key }) {
      declared.append(
        Field(
          name: entry.key, question: entry.value["question"]?.string ?? "\(entry.key)?",
          example: entry.value["example"]?.string, preset: entry.value["default"]?.string,
          isOptional: entry.value["optional"]?.boolean ?? false))
    }
    // A placeholder that nobody declared has to be asked for all the same.
    for placeholder in Placeholder.all(in: bytes) where !declared.contains(where: { $0.name == placeholder.name }) {
      declared.append(
        Field(name: placeholder.name, question: "\(placeholder.name)?", example: nil, preset: nil, isOptional: false))
    }
    fields = declared
  }

  /// The fields that nothing was said about and that have no default.
  public func missing(in values: [String: String]) -> [Field] {
    fields.filter { !$0.isAnswered && (values[$0.name] ?? "").isEmpty }
  }

  /// The motion file with these values; the placeholder of a field that nothing answers stays, for a person to find.
  ///
  /// - Throws: `TemplateError.unknownField` for a value that no field asks for.
  public func filled(with values: [String: String]) throws(TemplateError) -> [UInt8] {
    for name in values.keys.sorted() where !fields.contains(where: { $0.name == name }) {
      throw .unknownField(name, nearest: PlainWords.nearest(to: name, among: fields.map(\.name)))
    }
    let answer: (String) -> String? = { name in
      if let value = values[name], !value.isEmpty { return value }
      guard let field = fields.first(where: { $0.name == name }) else { return nil }
      return field.preset ?? (field.isOptional ? "" : nil)
    }
    let document = Document(parsing: bytes)
    var head = "---\n"
    for entry in document.fields.entries where entry.key != "fields" && entry.key != "summary" {
      guard let text = entry.value.string else { continue }
      let value = String(decoding: Placeholder.replacing(in: Array(text.utf8), with: answer), as: UTF8.self)
      if value.isEmpty { continue }
      head += "\(entry.key): \(FieldText.scalar(value))\n"
    }
    head += "---\n"
    return Array(head.utf8) + Placeholder.replacing(in: Array(bytes[document.body]), with: answer)
  }

  /// A motion with nothing in it yet: the shape that most bodies expect, and what goes where.
  public static let blank = Template(
    name: "blank",
    parsing: Array(
      """
      ---
      title: "{{title}}"
      kind: ordinary
      mover: "{{mover}}"
      seconder: "{{seconder}}"
      fields:
        title:
          question: "What is the motion about? (a short title)"
          example: Evening buses to Northgate
        body:
          question: "What is meeting: a branch, a society, a conference?"
          example: branch
          default: branch
        mover:
          question: "Who moves it?"
          example: Riverside branch
          optional: true
        seconder:
          question: "Who seconds it?"
          example: Harbour branch
          optional: true
      ---
      This {{body}} notes:

      1. {{what is the case, with figures and dates}}

      This {{body}} believes:

      2. {{why it matters}}

      This {{body}} resolves:

      3. To {{what is to be done, by whom and by when}}

      """.utf8))

  /// What a person is asked: first what has to be said, then what has a default. The clauses of the blank motion are
  /// written, not filled in.
  public var questions: [Field] {
    let asked = self == Template.blank ? Array(fields.prefix(4)) : fields
    return asked.filter { !$0.isAnswered } + asked.filter(\.isAnswered)
  }
}

/// Why a model motion could not be filled in.
public enum TemplateError: Error, Hashable, Sendable {
  /// No field has that name; the nearest one, where one is near.
  case unknownField(String, nearest: String?)
}
