internal import CanonicalJSON

/// `motion.superseded`, `motion.rescinded`: an adopted motion is not in force any more.
package struct MotionEnded: Hashable, Sendable {
  package enum Kind: String, Hashable, Sendable, CaseIterable {
    /// A later motion says something else in its place.
    case superseded
    /// It is taken back, with nothing in its place.
    case rescinded
  }

  package var kind: Kind
  package var item: String
  /// The later motion that does it; nil where it was done by another decision, said in the reason.
  package var by: String?
  package var reason: String?
  package var flags: [Irregularity]

  package init(_ kind: Kind, item: String, by: String?, reason: String?, flags: [Irregularity] = []) {
    self.kind = kind
    self.item = item
    self.by = by
    self.reason = reason
    self.flags = flags
  }

  init(_ kind: Kind, _ fields: EventFields) throws(EventError) {
    self.kind = kind
    item = try fields.text("item")
    by = try fields.optionalText("motion")
    reason = try fields.optionalText("reason")
    flags = try fields.flags()
  }

  // `by` of the envelope is who records.
  var fields: [JSON.Member] {
    JSON.fields(["flags": JSON(flags), "item": .string(item), "motion": JSON(by), "reason": JSON(reason)])
  }
}
