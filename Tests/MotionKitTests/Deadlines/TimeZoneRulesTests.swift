import Foundation
import MotionKit
import Testing

/// Zones with different histories: two half-hour ones, one with summer time the other way round, one without.
private let names = [
  "Europe/London", "Europe/Dublin", "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu", "Africa/Casablanca",
  "America/St_Johns", "Pacific/Apia", "Asia/Gaza", "America/Nuuk", "Antarctica/Troll", "UTC",
]

private func zoneBytes(_ name: String) -> [UInt8]? {
  FileManager.default.contents(atPath: "/usr/share/zoneinfo/\(name)").map { Array($0) }
}

private let hasZones = zoneBytes("Europe/London") != nil

@Suite("Zones of the tz database", .enabled(if: hasZones, "the system has no zone data in /usr/share/zoneinfo"))
struct TimeZoneRulesTests {
  private func zone(_ name: String) throws -> TimeZoneRules {
    try TimeZoneRules(name: name, zoneFile: #require(zoneBytes(name), "no zone file for \(name)"))
  }

  /// Asks the C library, in another process, for the offset at each moment.
  private func systemOffsets(_ name: String, at seconds: [Int64]) throws -> [String] {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["TZ=\(name)", "LC_ALL=C", "date", "-f", "-", "+%s %z %Z"]
    let input = Pipe()
    let output = Pipe()
    process.standardInput = input
    process.standardOutput = output
    try process.run()
    let lines = Data(seconds.map { "@\($0)\n" }.joined().utf8)
    let writer = Thread {
      try? input.fileHandleForWriting.write(contentsOf: lines); try? input.fileHandleForWriting.close()
    }
    writer.start()
    let data = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return String(decoding: data, as: UTF8.self).split(separator: "\n").map(String.init)
  }

  #if os(Linux)
    @Test("offsets and names agree with the C library from 1900 to 2400", arguments: names)
    func cLibrary(_ name: String) throws {
      let zone = try zone(name)
      var moments: [Int64] = []
      var moment: Int64 = -2_000_000_000
      while moment < 13_000_000_000 {
        moments.append(moment)
        moment += 9_876_543
      }
      // Hour by hour through the changes of 2026 and 2060.
      for start in [Int64(1_774_000_000), 1_792_000_000, 2_845_000_000, 2_866_000_000] {
        moments += (0..<300).map { start + Int64($0) * 3_600 }
      }
      let expected = try systemOffsets(name, at: moments)
      try #require(expected.count == moments.count)
      for (moment, line) in zip(moments, expected) {
        let local = zone.local(at: Instant(seconds: moment))
        let minutes = abs(local.offset) / 60
        // The library writes an unknown local time, "-00", with a minus.
        let sign = local.offset < 0 || local.abbreviation == "-00" ? "-" : "+"
        let offset =
          sign + (minutes / 60 < 10 ? "0" : "") + "\(minutes / 60)" + (minutes % 60 < 10 ? "0" : "") + "\(minutes % 60)"
        try #require("\(moment) \(offset) \(local.abbreviation)" == line)
      }
    }
  #endif

  @Test("a local time becomes the moment at which it is shown", arguments: names)
  func roundTrip(_ name: String) throws {
    let zone = try zone(name)
    var moment: Int64 = -2_000_000_000
    while moment < 7_000_000_000 {
      let instant = Instant(seconds: moment)
      let (date, time) = zone.civil(at: instant)
      switch zone.resolve(date, time) {
      case .once(let found): #expect(found == instant)
      case .twice(let first, let second): #expect((first == instant || second == instant) && first < second)
      case .never: Issue.record("\(date) \(time) in \(name) is shown at \(moment)")
      }
      moment += 7_654_321
    }
  }

  @Test("in the hour that is repeated there are two moments, in the hour that is left out none")
  func overlapAndGap() throws {
    let zone = try zone("Europe/London")
    let autumn = try #require(CivilDate(reading: "2026-10-25"))
    let spring = try #require(CivilDate(reading: "2027-03-28"))
    let half = try #require(CivilTime(reading: "01:30"))
    #expect(zone.resolve(autumn, half) == .twice(Instant(seconds: 1_792_888_200), Instant(seconds: 1_792_891_800)))
    #expect(zone.resolve(spring, half) == .never(Instant(seconds: 1_806_197_400)))
    #expect(zone.rfc3339(zone.resolve(spring, half).forDeadline) == "2027-03-28T02:30:00+01:00")
    // Beyond the table, by the closing rule.
    let far = try #require(CivilDate(reading: "2090-10-29"))
    guard case .twice = zone.resolve(far, half) else {
      Issue.record("29 October 2090 is a change of clocks")
      return
    }
  }

  @Test("noon on a day of summer time is eleven o’clock UTC")
  func noon() throws {
    let zone = try zone("Europe/London")
    let resolution = zone.resolve(try #require(CivilDate(reading: "2026-09-18")), .noon)
    #expect(resolution == .once(Instant(seconds: 1_789_729_200)))
    #expect(resolution.forDeadline.rfc3339 == "2026-09-18T11:00:00Z")
  }

  @Test("no bytes crash the reader")
  func damage() throws {
    let bytes = try #require(zoneBytes("Europe/London"))
    #expect(throws: ZoneFileError.notZoneData) { try TimeZoneRules(name: "x", zoneFile: []) }
    #expect(throws: ZoneFileError.notZoneData) { try TimeZoneRules(name: "x", zoneFile: Array("hello".utf8)) }
    for length in stride(from: 4, to: bytes.count, by: 7) {
      #expect(throws: ZoneFileError.self, "cut at \(length)") {
        try TimeZoneRules(name: "x", zoneFile: Array(bytes.prefix(length)))
      }
    }
    for place in stride(from: 0, to: min(bytes.count, 2000), by: 3) {
      var changed = bytes
      changed[place] ^= 0xFF
      let zone = try? TimeZoneRules(name: "x", zoneFile: changed)
      _ = zone?.resolve(CivilDate(dayNumber: 20_000), .noon)
    }
  }
}
