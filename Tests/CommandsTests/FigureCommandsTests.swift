import CanonicalJSON
import Commands
import Foundation
import Platform
import Testing

/// One command line in a world without a disk.
private func motions(
  _ line: [String], files: [String: String] = [:], zones: Bool = true, now: String = "2027-03-01T19:00:00Z"
) throws -> (status: Int32, output: String, error: String) {
  let disk = MemoryDisk()
  for (path, text) in files { try disk.write(Array(text.utf8), to: path, mode: 0o644) }
  let (world, output) = World.test(files: disk, now: now) { name in
    zones ? FileManager.default.contents(atPath: "/usr/share/zoneinfo/\(name)").map { Array($0) } : nil
  }
  let status = run(line, in: world)
  return (status.code, output.text, output.errorText)
}

@Suite("The commands decide and notice")
struct FigureCommandsTests {
  @Test(
    "decide answers, and its exit status says whether it is carried",
    arguments: [
      ("--for 41 --against 12 --abstain 3", 0, "Carried. 41 for of 53 votes: more than half.\n"),
      ("--for 31 --against 0 --abstain 4", 0, "Carried (nem con). 31 for of 31 votes: more than half.\n"),
      ("--for 19 --against 10 --threshold 2/3 --at-least", 1, "Lost. 19 for of 29 votes: fewer than two thirds.\n"),
      ("--for 0 --against 0 --at-least", 1, "Lost. 0 for of 0 votes: nothing is carried without a vote for it.\n"),
      (
        "--for 10 --against 10 --tie casting --casting for", 0,
        "Carried. 10 for, 10 against: a tie, broken by the chair’s casting vote for.\n"
      ),
      (
        "--for 10 --against 10 --tie casting", 1,
        "Undecided. 10 for, 10 against: a tie; the chair’s casting vote decides and is not given.\n"
      ),
      (
        "--for 12 --against 9 --of present", 1,
        "Undecided. The number present is not known, and more than half of those present can’t be decided without.\n"
      ),
      (
        "--for 12 --against 9 --present 21 --quorum 22", 1, "Inquorate. 21 present: the quorum is 22.\n"
      ),
      (
        "--for 9223372036854775807 --against 9223372036854775806", 0,
        "Carried. 9223372036854775807 for of 18446744073709551613 votes: more than half.\n"
      ),
    ])
  func decide(_ arguments: String, _ status: Int32, _ output: String) throws {
    let result = try motions(["decide"] + arguments.split(separator: " ").map(String.init))
    #expect(result == (status, output, ""))
  }

  @Test(
    "what is not a figure is a usage error",
    arguments: [
      "--for -3 --against 2", "--for 3 --against 2.5", "--for x --against 2", "--for 3 --against 99999999999999999999",
      "--for 3 --against 2 --threshold 3/2", "--for 3 --against 2 --threshold 0", "--for 3 --against 2 --quorum -1",
      "--for 3 --against 2 --quorum 1/0", "--for 3 --against 2 --of moon", "--for 3 --against 2 --tie perhaps",
      "--for= --against 2", "--for 3 --against 2 --minimum-for -1",
    ])
  func usage(_ arguments: String) throws {
    let result = try motions(["decide"] + arguments.split(separator: " ").map(String.init) + ["--json"])
    #expect(result.status == 64)
    #expect(result.output.isEmpty && result.error.hasPrefix("{\"schema\":\"motions.error/1\""))
  }

  @Test("more votes than present is said on standard error, and decided")
  func warning() throws {
    let result = try motions(["decide", "--for", "30", "--against", "12", "--present", "40"])
    #expect(result.status == 0)
    #expect(result.error.contains("[more-votes-than-present]"))
    let json = try motions(["decide", "--for", "30", "--against", "12", "--present", "40", "--json"])
    #expect(json.error.isEmpty && json.output.contains("\"code\":\"more-votes-than-present\""))
  }

  @Test("notice answers with the day, the rule and the holidays passed over")
  func notice() throws {
    let result = try motions(["notice", "5 working days", "--before", "2026-12-03", "--region", "scotland", "--json"])
    #expect(result.status == 0)
    #expect(result.output.contains("\"latest\":\"2026-11-25\""))
    #expect(result.output.contains("\"skipped\":[\"2026-11-30\"]"))
    #expect(
      try motions(["notice", "14 clear days", "--before", "2026-06-30"]).output.hasPrefix("Monday 15 June 2026\n"))
  }

  @Test("a calendar file alone replaces the bank holidays; with a region both count")
  func holidays() throws {
    let ics = "BEGIN:VEVENT\nDTSTART;VALUE=DATE:20261224\nSUMMARY:Closed\nEND:VEVENT\n"
    let line = ["notice", "1 working day", "--before", "2026-12-29", "--holidays", "own.ics"]
    #expect(try motions(line, files: ["/own.ics": ics]).output.hasPrefix("Monday 28 December 2026\n"))
    let both = try motions(line + ["--region", "england-and-wales"], files: ["/own.ics": ics])
    #expect(both.output.hasPrefix("Wednesday 23 December 2026\n"))
    #expect(
      both.output.hasSuffix(
        "2026-12-24 (Closed), 2026-12-25 (Christmas Day), 2026-12-28 (Boxing Day (substitute day)).\n"))
    #expect(try motions(line).status == 66)
    #expect(try motions(line, files: ["/own.ics": "nothing"]).status == 65)
  }
}

private let hasZones = FileManager.default.fileExists(atPath: "/usr/share/zoneinfo/Europe/London")

@Suite("The command deadlines", .enabled(if: hasZones, "the system has no zone data in /usr/share/zoneinfo"))
struct DeadlinesCommandTests {
  private static let rules = """
    name: Riverside branch
    time-zone: Europe/London
    routes:
      conference:
        - stage: conference
          body: conference, the annual
          action: submit
          deadline: until 2027-09-13 12:00
    """

  @Test("moments are told by the body’s clock, and late by the moment given")
  func json() throws {
    let files = ["/rules.yaml": Self.rules]
    let open = try motions(["deadlines", "--json"], files: files)
    #expect(open.status == 0)
    #expect(open.output.contains("\"on\":\"2027-03-01T19:00:00+00:00\""))
    #expect(open.output.contains("\"at\":\"2027-09-13T12:00:00+01:00\",\"inclusive\":true"))
    #expect(open.output.contains("\"status\":\"open\",\"days_left\":196"))
    let today = try motions(["deadlines", "--on", "2027-09-13", "--json"], files: files)
    #expect(today.output.contains("\"status\":\"today\",\"days_left\":0"))
    let late = try motions(["deadlines", "--on", "2027-09-13T12:00:01+01:00", "--json"], files: files)
    #expect(late.output.contains("\"status\":\"late\",\"days_left\":0"))
    #expect(
      try motions(["deadlines", "/rules.yaml", "--on", "2027-09-13 12:00", "--json"], files: files).output.contains(
        "today"))
  }

  @Test("the calendar file has CRLF, lines of at most 75 bytes, and names that do not change with the moment")
  func ics() throws {
    let first = try motions(["deadlines", "--ics"], files: ["/rules.yaml": Self.rules]).output
    #expect(first.hasPrefix("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n") && first.hasSuffix("END:VCALENDAR\r\n"))
    #expect(first.utf8.split(separator: 10).allSatisfy { $0.last == 13 && $0.count <= 76 })
    #expect(first.contains("DTSTART:20270913T110000Z\r\n"))
    #expect(first.contains("SUMMARY:Conference\\, the annual must have received motions\r\n"))
    let later = try motions(
      ["deadlines", "--ics"], files: ["/rules.yaml": Self.rules.replacing("2027-09-13", with: "2027-09-20")]
    ).output
    let uid = "UID:conference.conference.submit.all@riverside-branch\r\n"
    #expect(first.contains(uid) && later.contains(uid))
  }

  @Test("without zone data the package to install is named")
  func noZones() throws {
    let result = try motions(["deadlines"], files: ["/rules.yaml": Self.rules], zones: false)
    #expect(result.status == 74)
    #expect(result.error.contains("install the package tzdata"))
  }

  @Test("a fault in the rules is one object with its place under --json")
  func fault() throws {
    let text = Self.rules + "\nquorm: 20\nvotes: 3\n"
    let result = try motions(["deadlines", "--json"], files: ["/rules.yaml": text])
    #expect(result.status == 65)
    #expect(result.error.utf8.count { $0 == 10 } == 1)
    #expect(result.error.contains("\"file\":\"rules.yaml\",\"line\":9,\"column\":1"))
  }
}
