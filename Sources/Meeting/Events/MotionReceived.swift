internal import CanonicalJSON

/// `motion.received`: a motion came in and has its number; received is not accepted.
package struct MotionReceived: Hashable, Sendable {
  package var item: String
  package var kind: String
  package var title: String?
  /// The file without its front matter.
  package var text: TextName
  /// The bytes as they came.
  package var original: TextName
  package var from: Person?
  package var mover: Person?
  package var seconder: Person?
  /// RFC 3339 with the body's offset.
  package var receivedAt: String
  package var way: String?
  package var words: Int
  package var lateness: Lateness?
  /// The day of the meeting that it is for (`2027-03-04`), where that is not the next one.
  package var meeting: String?
  /// Why it is not in order as received, beside lateness.
  package var flags: [Irregularity]

  package init(
    item: String, kind: String, title: String?, text: TextName, original: TextName, from: Person?, mover: Person?,
    seconder: Person?, receivedAt: String, way: String?, words: Int, lateness: Lateness?, meeting: String? = nil,
    flags: [Irregularity]
  ) {
    self.item = item
    self.kind = kind
    self.title = title
    self.text = text
    self.original = original
    self.from = from
    self.mover = mover
    self.seconder = seconder
    self.receivedAt = receivedAt
    self.way = way
    self.words = words
    self.lateness = lateness
    self.meeting = meeting
    self.flags = flags
  }

  init(_ fields: EventFields) throws(EventError) {
    item = try fields.text("item")
    kind = try fields.text("kind")
    title = try fields.optionalText("title")
    text = try fields.textName("text")
    original = try fields.textName("original")
    from = try Person(fields.optional("from"))
    mover = try Person(fields.optional("mover"))
    seconder = try Person(fields.optional("seconder"))
    receivedAt = try fields.text("received_at")
    way = try fields.optionalText("way")
    words = try fields.number("words")
    lateness = try Lateness(fields.optional("late"))
    meeting = try fields.optionalText("meeting")
    flags = try fields.flags()
  }

  var fields: [JSON.Member] {
    JSON.fields([
      "flags": JSON(flags), "from": JSON(from), "item": .string(item), "kind": .string(kind),
      "late": lateness?.json ?? .null, "meeting": JSON(meeting), "mover": JSON(mover), "original": JSON(original),
      "received_at": .string(receivedAt), "seconder": JSON(seconder), "text": JSON(text), "title": JSON(title),
      "way": JSON(way), "words": .integer(words),
    ])
  }
}

/// A deadline that was missed, with what it was computed from, so that it can be computed again.
package struct Lateness: Hashable, Sendable {
  /// RFC 3339 with the offset of the zone at that moment.
  package var deadline: String
  package var zone: String
  /// The version of the time zone data, where the system says it.
  package var zoneData: String?
  package var rule: String

  package init(deadline: String, zone: String, zoneData: String?, rule: String) {
    self.deadline = deadline
    self.zone = zone
    self.zoneData = zoneData
    self.rule = rule
  }

  init?(_ fields: EventFields?) throws(EventError) {
    guard let fields else { return nil }
    deadline = try fields.text("deadline")
    zone = try fields.text("zone")
    zoneData = try fields.optionalText("zone_data")
    rule = try fields.text("rule")
  }

  var json: JSON {
    .object(
      JSON.fields([
        "deadline": .string(deadline), "rule": .string(rule), "zone": .string(zone), "zone_data": JSON(zoneData),
      ]))
  }
}
