internal import ArgumentParser
internal import CanonicalJSON
internal import MotionKit
internal import Platform
internal import Publishing

/// `motions notice`: the last day on which notice can be given.
struct NoticeCommand: MotionsCommand {
  static let configuration = CommandConfiguration(
    commandName: "notice",
    abstract: "Say by which day notice of a meeting must be given.",
    discussion: """
      Clear days leave out the day of the meeting and the day on which notice is given. Working days leave out \
      Saturdays, Sundays and bank holidays: those of England and Wales unless --region names another, or those of a \
      calendar file alone, or of both.

      EXAMPLES
        motions notice "14 clear days" --before 2026-06-30
        motions notice "5 working days" --before 2026-12-03 --region scotland
        motions notice "10 working days" --before 2026-12-03 --holidays council.ics
      """)

  @Argument(help: ArgumentHelp("How long: \(Notice.forms).", valueName: "notice"))
  var phrase: String

  @Option(help: ArgumentHelp("The day of the meeting, such as 2026-06-30.", valueName: "date"))
  var before: String

  @Option(help: ArgumentHelp("Whose bank holidays: \(RegionNames.all).", valueName: "region"), transform: choice)
  var region: HolidayRegion?

  @Option(help: ArgumentHelp("A calendar file (.ics) with an event for each holiday.", valueName: "file"))
  var holidays: String?

  @OptionGroup var format: Format

  func run(in world: World) throws -> ExitStatus {
    guard let notice = Notice(reading: phrase) else {
      throw Failure(
        .usage, "notice-invalid", "“\(phrase)” is not a length of notice.", help: "Write \(Notice.forms).")
    }
    guard let meeting = CivilDate(reading: before) else {
      throw Failure(
        .usage, "date-invalid", "“\(before)” is not a day of the calendar.",
        help: "Write the day as year, month and day: 2026-06-30.")
    }
    let calendar = try WorkingCalendar(region: region, holidays: holidays, quiet: format.json, in: world)
    let latest = notice.latest(before: meeting, calendar: calendar)
    if format.json {
      world.write(JSON(notice: notice, latest: latest, before: meeting).answer + [10])
    } else {
      world.print(latest.date.words)
      world.print(latest.rule)
      if !latest.skipped.isEmpty {
        let names = latest.skipped.map { day in
          calendar.holiday(on: day).map { "\(day) (\($0.name))" } ?? day.description
        }
        world.print("Passed over: \(names.joined(separator: ", ")).")
      }
    }
    return .done
  }
}

private enum RegionNames {
  static let all = HolidayRegion.allCases.map(\.rawValue).joined(separator: ", ")
}

extension WorkingCalendar {
  /// The bank holidays of a region, of a calendar file, or of both; of England and Wales where nothing is named.
  init(region: HolidayRegion?, holidays path: String?, quiet: Bool, in world: World) throws {
    guard let path else {
      self.init(region: region ?? .englandAndWales)
      return
    }
    let source = try SourceFile(reading: path, in: world)
    let calendar = HolidayCalendar(reading: source.bytes)
    for finding in calendar.findings {
      let line = finding.span.map { span in 1 + source.bytes[..<span.lowerBound].count { $0 == 10 } }
      if finding.severity == .error {
        throw Failure(
          .badInput, "holidays-none", finding.message, file: path, line: line, help: finding.fix)
      }
      if !quiet { world.say("\(path)\(line.map { ":\($0)" } ?? ""): \(finding.severity.rawValue): \(finding.message)") }
    }
    self.init(region: region, holidays: calendar.holidays)
  }
}
