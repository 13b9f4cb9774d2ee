extension Document {
  /// The words of the title, in the front matter or in the heading that is the title.
  var titleText: OwnText? {
    if let value = fields["title"], !value.span.isEmpty, value.span.upperBound <= bytes.count {
      var span = value.span
      if span.count >= 2, let first = bytes[span].first, first == bytes[span].last,
        first == UInt8(ascii: "\"") || first == UInt8(ascii: "'")
      {
        span = (span.lowerBound + 1)..<(span.upperBound - 1)
      }
      return OwnText(plain: bytes, in: span)
    }
    return titleNode.map { OwnText(of: nodes[$0], in: bytes) }
  }

  /// The heading that a change of the title changes; nil where the title is a field.
  var titleIsNode: Int? { fields["title"] == nil ? titleNode : nil }
}
