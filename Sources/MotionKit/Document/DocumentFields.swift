extension Document {
  /// The file with a field set and every other byte kept; front matter is begun where there is none.
  public func setting(field key: String, to text: String) -> [UInt8] {
    if hasFrontMatter { return SourceEdit.apply([fields.edit(setting: key, to: text)], to: bytes) }
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let front = "---\n\(FieldsWriting.scalar(key)): \(FieldsWriting.scalar(text))\n---\n"
    return SourceEdit.apply([SourceEdit(span: start..<start, replacement: front)], to: bytes)
  }

  /// The file with a field taken away and every other byte kept.
  public func removing(field key: String) -> [UInt8] {
    fields.edit(removing: key).map { SourceEdit.apply([$0], to: bytes) } ?? bytes
  }

  /// Whether lines of dashes enclose fields, be there any or not.
  public var hasFrontMatter: Bool { body.lowerBound > 0 }
}
