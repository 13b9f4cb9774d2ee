package import CanonicalJSON
package import MotionKit

extension JSON {
  /// The members of a finding, in their fixed order; line and column are null where it has no place.
  ///
  /// `place` says an offset of the text that the finding is about as line and column.
  package static func members(of finding: Finding, place: (Int) -> Place) -> [Member] {
    let at = finding.span.map { place($0.lowerBound) }
    return [
      Member("code", .string(finding.code)), Member("severity", .string(finding.severity.rawValue)),
      Member("line", JSON(at?.line)), Member("column", JSON(at?.column)), Member("span", JSON(finding.span)),
      Member("path", JSON(finding.path)), Member("message", .string(finding.message)), Member("fix", JSON(finding.fix)),
    ]
  }

  /// A finding about a text.
  package init(_ finding: Finding, place: (Int) -> Place) {
    self = .object(JSON.members(of: finding, place: place))
  }

  package init(_ finding: Finding, in document: Document) {
    self.init(finding) { document.place(of: $0) }
  }

  /// `[0,10]`, or null.
  package init(_ span: Range<Int>?) {
    self = span.map { .array([.integer($0.lowerBound), .integer($0.upperBound)]) } ?? .null
  }
}
