package import CanonicalJSON
package import MotionKit

extension JSON {
  /// An operation as `motions.reading/1` and `motions.merge/1` have it; a path is null where the whole text is meant.
  package init(answering operation: Operation) {
    self = [
      "op": .string(operation.kind.rawValue),
      "path": JSON(operation.path == .whole ? nil : operation.path.text),
      "old": JSON(operation.old),
      "new": JSON(operation.new),
      "where": JSON(operation.placement?.rawValue),
      "occurrence": JSON(operation.occurrence),
      "to": JSON(operation.to.map { $0 == .whole ? "" : $0.text }),
      "until": JSON(operation.until),
      "until_stays": .bool(operation.untilStays),
      "as_written": .bool(operation.asWritten),
    ]
  }
}
