extension DocumentDiff {
  /// A field of the front matter that differs; the title is a change of the text and not among these.
  public struct FieldChange: Hashable, Sendable {
    public var name: String
    /// As it stood, quotes removed; several values are joined by commas. Nil where there was none.
    public var old: String?
    /// As it stands; nil where there is none.
    public var new: String?

    public init(name: String, old: String?, new: String?) {
      self.name = name
      self.old = old
      self.new = new
    }

    /// In the order of the new text; fields that went are last.
    static func all(from old: Document, to new: Document) -> [FieldChange] {
      var names: [String] = []
      for entry in new.fields.entries + old.fields.entries where entry.key != "title" && !names.contains(entry.key) {
        names.append(entry.key)
      }
      return names.compactMap { name in
        let before = old.fields[name].map { words($0, in: old) }
        let after = new.fields[name].map { words($0, in: new) }
        return before.map { Array($0.utf8) } == after.map { Array($0.utf8) }
          ? nil : FieldChange(name: name, old: before, new: after)
      }
    }

    private static func words(_ value: Fields.Value, in document: Document) -> String {
      switch value.content {
      case .none: return ""
      case .text, .integer, .boolean: return value.string ?? ""
      case .list(let values): return values.map { words($0, in: document) }.joined(separator: ", ")
      case .mapping(let entries):
        return entries.map { "\($0.key): \(words($0.value, in: document))" }.joined(separator: ", ")
      }
    }
  }
}
