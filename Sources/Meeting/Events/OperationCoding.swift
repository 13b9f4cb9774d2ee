package import CanonicalJSON
package import MotionKit

extension JSON {
  /// An operation as entries and answers hold it.
  package init(_ operation: MotionKit.Operation) {
    var members: [Member] = [
      Member("op", .string(operation.kind.rawValue)), Member("path", .string(operation.path.text)),
      Member("old", JSON(operation.old)), Member("new", JSON(operation.new)),
      Member("where", JSON(operation.placement?.rawValue)), Member("occurrence", JSON(operation.occurrence)),
    ]
    if let to = operation.to { members.append(Member("to", .string(to.text))) }
    if let until = operation.until { members.append(Member("until", .string(until))) }
    if operation.untilStays { members.append(Member("until_stays", true)) }
    if operation.asWritten { members.append(Member("as_written", true)) }
    self = .object(members)
  }

  init(_ labels: [AllottedLabel]) {
    self = .array(
      labels.map { ["clause": .integer($0.clause), "label": .string($0.label), "operation": .integer($0.operation)] })
  }

  init(_ edits: [SourceEdit]) {
    self = .array(
      edits.map {
        [
          "from": .integer($0.span.lowerBound), "text": .string($0.replacement), "to": .integer($0.span.upperBound),
        ]
      })
  }
}

extension EventFields {
  func operations() throws(EventError) -> [MotionKit.Operation] {
    var result: [MotionKit.Operation] = []
    for item in try list("operations") {
      result.append(
        MotionKit.Operation(
          try item.choice("op"), path: Path(try item.text("path")), to: try item.optionalText("to").map { Path($0) },
          old: try item.optionalText("old"), new: try item.optionalText("new"),
          placement: item.optional("where") == nil ? nil : try item.choice("where"),
          until: try item.optionalText("until"), untilStays: try item.flag("until_stays"),
          occurrence: try item.optionalNumber("occurrence"), asWritten: try item.flag("as_written")))
    }
    return result
  }

  func allottedLabels(of amendment: String) throws(EventError) -> [AllottedLabel] {
    var result: [AllottedLabel] = []
    for item in try list("labels") {
      result.append(
        AllottedLabel(
          amendment: amendment, operation: try item.number("operation"), clause: try item.number("clause"),
          label: try item.text("label")))
    }
    return result
  }

  func sourceEdits(_ name: String) throws(EventError) -> [SourceEdit] {
    var result: [SourceEdit] = []
    for item in try list(name) {
      let from = try item.number("from")
      let to = try item.number("to")
      guard from >= 0, to >= from else {
        throw EventError(code: "bad-event", message: "A span of \(type).\(name) runs backwards.")
      }
      result.append(SourceEdit(span: from..<to, replacement: try item.text("text")))
    }
    return result
  }
}
