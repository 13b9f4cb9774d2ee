extension Route {
  /// The routes of a rules file: names, each with a list of stages, first body first.
  static func read(_ value: Fields.Value?, kinds: [String], _ reader: inout RulesReader) -> [Route] {
    guard let value, value.content != .none else { return [] }
    guard let entries = value.entries else {
      reader.report(
        "rules-type", value.span, "routes has one name below it for each route, not \(value.description).",
        "Write the route's name, then its stages with a dash each.")
      return []
    }
    return entries.map { entry in
      let stages = reader.list(entry.value, "The route \(entry.key)").compactMap { item in
        Stage.read(item, kinds: kinds, &reader)
      }
      return Route(name: entry.key, stages: stages)
    }
  }
}

extension Stage {
  private static let names = [
    "stage", "body", "action", "kinds", "deadline", "meetings", "time", "submit-before", "notice-before", "closing",
  ]

  fileprivate static func read(_ item: Fields.Value, kinds: [String], _ reader: inout RulesReader) -> Stage? {
    guard let section = reader.section(item, "a stage of a route", names: names) else { return nil }
    let name = reader.text(section["stage"], "stage")
    let body = reader.text(section["body"], "body") ?? name
    let action = reader.choice(section["action"], "action", as: Action.self)
    guard let body, let action else {
      let missing = body == nil ? "body" : "action"
      if section[missing] == nil {
        reader.report(
          "rules-missing", section.span, "This stage does not say its \(missing).",
          missing == "body"
            ? "Add a line: body: Riverside branch" : "Add a line: action: pass (or submit, amend, notice)")
      }
      return nil
    }
    var stage = Stage(name: name ?? body, body: body, action: action)
    for value in reader.list(section["kinds"], "kinds") {
      if let kind = kind(value, kinds, &reader) { stage.kinds.append(kind) }
    }
    stage.limits = limits(section["deadline"], kinds, &reader)
    let clock = "a time in quotes: \"19:30\""
    stage.time = reader.phrase(section["time"], "time", clock) { CivilTime(reading: $0) }
    stage.closing = reader.phrase(section["closing"], "closing", clock) { CivilTime(reading: $0) } ?? stage.closing
    let length = "14 clear days (\(Notice.forms))"
    stage.submission = reader.phrase(section["submit-before"], "submit-before", length) { Notice(reading: $0) }
    stage.notice = reader.phrase(section["notice-before"], "notice-before", length) { Notice(reading: $0) }
    for value in reader.list(section["meetings"], "meetings") { stage.addMeeting(value, &reader) }
    let meets = !stage.meetings.isEmpty || !stage.patterns.isEmpty
    if stage.limits.isEmpty, !meets, action != .pass {
      reader.report(
        "rules-missing", section.span, "This stage of \(body) has no deadline.",
        "Add a line: deadline: until 2027-09-13 12:00")
    }
    return stage
  }

  private mutating func addMeeting(_ value: Fields.Value, _ reader: inout RulesReader) {
    let forms = "a day in quotes, \"2027-09-02\" or \"2027-09-02 19:30\", or first Thursday of the month"
    let text = value.string ?? ""
    if let pattern = MeetingPattern(reading: text) {
      patterns.append(pattern)
    } else if let meeting = reader.phrase(value, "meetings", forms, { Meeting(reading: $0) }) {
      meetings.append(meeting)
    }
  }

  /// One moment for all kinds, or one for each.
  private static func limits(_ value: Fields.Value?, _ kinds: [String], _ reader: inout RulesReader) -> [Limit] {
    let form = "until 2027-09-13 12:00, or before 2027-09-13 12:00"
    guard let value, value.content != .none else { return [] }
    guard let entries = value.entries else {
      return [reader.phrase(value, "deadline", form) { Limit(reading: $0) }].compactMap(\.self)
    }
    return entries.compactMap { entry in
      let name = MotionKind.normalized(entry.key)
      if name != "all", !kinds.contains(name) {
        reader.report(
          "rules-value", entry.keySpan, "“\(entry.key)” is not one of this body’s kinds.",
          "Kinds are \(PlainWords.list(kinds)); all is for every other.")
        return nil
      }
      return reader.phrase(entry.value, "deadline", form) { Limit(reading: $0, kind: name == "all" ? nil : name) }
    }
  }

  private static func kind(_ value: Fields.Value, _ kinds: [String], _ reader: inout RulesReader) -> String? {
    reader.phrase(value, "kinds", PlainWords.list(kinds, "or")) { text in
      let name = MotionKind.normalized(text)
      return kinds.contains(name) ? name : nil
    }
  }
}

extension Stage.Meeting {
  /// Reads `2027-09-02` and `2027-09-02 19:30`; `nil` for anything else.
  public init?(reading text: String) {
    let text = PlainWords.trim(text)
    guard let date = CivilDate(reading: String(text.prefix(10))) else { return nil }
    let clock = PlainWords.trim(String(text.dropFirst(10)))
    if clock.isEmpty {
      self.init(date: date)
    } else {
      guard let time = CivilTime(reading: clock) else { return nil }
      self.init(date: date, time: time)
    }
  }
}
