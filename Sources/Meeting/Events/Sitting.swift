internal import CanonicalJSON

/// `meeting.opened`, `meeting.adjourned` …: the sitting begins, stops and ends.
package struct Sitting: Hashable, Sendable {
  package enum Kind: String, Hashable, Sendable, CaseIterable {
    case opened, suspended, adjourned, resumed, closed
  }

  package var kind: Kind
  package var title: String?
  package var chair: Person?
  /// When and where it goes on, in the chair's words.
  package var until: String?
  package var reason: String?
  /// At the close: what was on the agenda and was not taken.
  package var notTaken: [String]
  /// The clock was set by hand.
  package var clockGiven: Bool

  package init(
    _ kind: Kind, title: String? = nil, chair: Person? = nil, until: String? = nil, reason: String? = nil,
    notTaken: [String] = [], clockGiven: Bool = false
  ) {
    self.kind = kind
    self.title = title
    self.chair = chair
    self.until = until
    self.reason = reason
    self.notTaken = notTaken
    self.clockGiven = clockGiven
  }

  init(_ kind: Kind, _ fields: EventFields) throws(EventError) {
    self.kind = kind
    title = try fields.optionalText("title")
    chair = try Person(fields.optional("chair"))
    until = try fields.optionalText("until")
    reason = try fields.optionalText("reason")
    notTaken = try fields.texts("not_taken")
    clockGiven = try fields.optionalText("clock") == "given"
  }

  var fields: [JSON.Member] {
    JSON.fields([
      "chair": JSON(chair), "clock": clockGiven ? "given" : nil, "not_taken": JSON(notTaken),
      "reason": JSON(reason), "title": JSON(title), "until": JSON(until),
    ])
  }
}

/// `meeting.attended`: who is present, as figures. What nobody counted is null.
package struct Attendance: Hashable, Sendable {
  package var room: Int?
  package var online: Int?
  /// Members entitled to vote at all, where it is known.
  package var entitled: Int?

  package init(room: Int?, online: Int?, entitled: Int?) {
    self.room = room
    self.online = online
    self.entitled = entitled
  }

  /// In the room and online; nil where neither was counted.
  package var present: Int? {
    guard room != nil || online != nil else { return nil }
    return (room ?? 0) + (online ?? 0)
  }

  init(_ fields: EventFields) throws(EventError) {
    room = try fields.optionalNumber("room")
    online = try fields.optionalNumber("online")
    entitled = try fields.optionalNumber("entitled")
  }

  var fields: [JSON.Member] {
    [
      JSON.Member("entitled", JSON(entitled)), JSON.Member("online", JSON(online)), JSON.Member("room", JSON(room)),
    ]
  }
}
