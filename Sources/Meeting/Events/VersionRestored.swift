internal import CanonicalJSON

/// `version.restored`: an earlier version of a motion's text is its text again, as a new version.
package struct VersionRestored: Hashable, Sendable {
  package var item: String
  /// The number of the version whose words come back.
  package var version: Int
  package var reason: String
  /// The motion's text after it.
  package var text: TextName?
  /// Old label → new label, where the motion is adopted and its labels run through once more.
  package var renumbered: [Renumbered]
  package var flags: [Irregularity]

  package init(
    item: String, version: Int, reason: String, text: TextName? = nil, renumbered: [Renumbered] = [],
    flags: [Irregularity] = []
  ) {
    self.item = item
    self.version = version
    self.reason = reason
    self.text = text
    self.renumbered = renumbered
    self.flags = flags
  }

  init(_ fields: EventFields) throws(EventError) {
    item = try fields.text("item")
    version = try fields.number("version")
    reason = try fields.text("reason")
    text = try fields.optionalTextName("text")
    renumbered = try fields.renumbered()
    flags = try fields.flags()
  }

  var fields: [JSON.Member] {
    JSON.fields([
      "flags": JSON(flags), "item": .string(item), "reason": .string(reason), "renumbered": JSON(renumbered),
      "text": JSON(text), "version": .integer(version),
    ])
  }
}
