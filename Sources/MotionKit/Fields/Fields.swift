/// Front matter, or a rules file: the strict YAML subset, read with every byte kept.
///
/// Block mappings and lists nested to six levels, inline lists of scalars, quoted strings and comments. What we accept,
/// any YAML parser reads the same way; the rest is a finding with its place and what to write instead. Reading never
/// fails: values that could be made out are there in spite of findings.
public struct Fields: Hashable, Sendable {
  /// The whole file that the fields stand in.
  public let bytes: [UInt8]
  /// Where in `bytes` the fields stand: whole lines, without the lines of dashes.
  public let span: Range<Int>
  /// In the order of the text.
  public let entries: [Entry]
  /// Spans are offsets into `bytes`.
  public let findings: [Finding]

  /// One key and its value.
  public struct Entry: Hashable, Sendable {
    public var key: String
    public var keySpan: Range<Int>
    public var value: Value
    /// Whole lines, nested ones included; comments and blank lines behind it not.
    public var span: Range<Int>
  }

  /// No fields.
  public init() {
    bytes = []
    span = 0..<0
    entries = []
    findings = []
  }

  /// Reads a whole file, such as a body's rules.
  public init(parsing bytes: [UInt8]) {
    self.init(parsing: bytes, in: (bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0)..<bytes.count)
  }

  public init(parsing text: String) { self.init(parsing: Array(text.utf8)) }

  /// Reads whole lines of a file.
  public init(parsing bytes: [UInt8], in span: Range<Int>) {
    var reader = FieldsReader(bytes, span)
    let entries = reader.read()
    self.bytes = bytes
    self.span = span
    self.entries = entries
    findings = reader.findings
  }

  public var isEmpty: Bool { entries.isEmpty }

  /// The value of a key at the top level; of two, the first.
  public subscript(key: String) -> Value? { entries.first { $0.key == key }?.value }
}

extension Fields {
  /// A scalar, a list or a mapping, with its place.
  public struct Value: Hashable, Sendable {
    public indirect enum Content: Hashable, Sendable {
      /// A key with nothing behind it.
      case none
      /// Quoted, or plain and read as text by every YAML parser.
      case text(String)
      /// A plain decimal integer.
      case integer(Int)
      /// Plain `true` or `false`.
      case boolean(Bool)
      case list([Value])
      case mapping([Entry])
    }

    public var content: Content
    /// UTF-8 offsets in the file, quotes included; of a list or mapping from its first to its last value.
    public var span: Range<Int>

    public init(content: Content, span: Range<Int>) {
      self.content = content
      self.span = span
    }

    /// Any scalar as it is written, quotes removed; nil for nothing, lists and mappings.
    public var string: String? {
      switch content {
      case .text(let text): text
      case .integer(let number): String(number)
      case .boolean(let value): value ? "true" : "false"
      case .none, .list, .mapping: nil
      }
    }

    /// A plain decimal integer; nil for quoted ones.
    public var integer: Int? {
      if case .integer(let number) = content { return number }
      return nil
    }

    /// Plain `true` or `false`.
    public var boolean: Bool? {
      if case .boolean(let value) = content { return value }
      return nil
    }

    /// The values of a list; nil for anything else.
    public var list: [Value]? {
      if case .list(let values) = content { return values }
      return nil
    }

    /// The entries of a mapping; nil for anything else.
    public var entries: [Entry]? {
      if case .mapping(let entries) = content { return entries }
      return nil
    }

    /// The strings of a list, or a single scalar as a list of one; empty for anything else.
    public var strings: [String] { list?.compactMap(\.string) ?? string.map { [$0] } ?? [] }

    /// The value of a key of a mapping.
    public subscript(key: String) -> Value? { entries?.first { $0.key == key }?.value }

    /// What kind of thing this is, in words for messages.
    public var description: String {
      switch content {
      case .none: "nothing"
      case .text: "text"
      case .integer: "a number"
      case .boolean: "true or false"
      case .list: "a list"
      case .mapping: "further fields"
      }
    }
  }

  /// The finding for a plain number, `true` or `false` where text is wanted; nil where there is nothing to say.
  ///
  /// Other YAML parsers would not read it as text, so it has to be quoted.
  public func findingIfNotText(_ value: Value, field: String) -> Finding? {
    switch value.content {
    case .text, .none: return nil
    case .integer, .boolean:
      let written = String(decoding: bytes[value.span], as: UTF8.self)
      return Finding(
        code: "field-not-text", severity: .error, span: value.span,
        message: "\(field) is text, but \(written) without quotes is read as \(value.description).",
        fix: "\"\(written)\"", edit: SourceEdit(span: value.span, replacement: "\"\(written)\""))
    case .list, .mapping:
      return Finding(
        code: "field-not-text", severity: .error, span: value.span,
        message: "\(field) is text, but \(value.description) stands here.", fix: "Write one line of text.")
    }
  }
}
