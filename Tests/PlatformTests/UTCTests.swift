internal import Platform
internal import Testing

@Suite struct UTCTests {
  @Test(
    "instants are read and written as RFC 3339 has them",
    arguments: [
      ("1970-01-01T00:00:00Z", Int64(0)), ("2026-09-13T11:00:00Z", 1_789_297_200),
      ("2000-02-29T23:59:59Z", 951_868_799),
      ("1969-12-31T23:59:59Z", -1), ("0000-01-01T00:00:00Z", -62_167_219_200),
      ("9999-12-31T23:59:59Z", 253_402_300_799),
    ])
  func both(text: String, seconds: Int64) {
    #expect(UTC.seconds(text) == seconds)
    #expect(UTC.text(seconds) == text)
  }

  @Test("an offset is taken and a fraction cut off")
  func offsets() {
    #expect(UTC.seconds("2026-09-13T12:00:00+01:00") == UTC.seconds("2026-09-13T11:00:00Z"))
    #expect(UTC.seconds("2026-09-13t06:30:00.999-04:30") == UTC.seconds("2026-09-13T11:00:00Z"))
  }

  @Test(
    "what is no instant is none",
    arguments: [
      "", "2026-09-13", "2026-09-13T11:00Z", "2026-02-29T00:00:00Z", "2026-13-01T00:00:00Z", "2026-09-13T24:00:00Z",
      "2026-09-13T11:00:00", "2026-09-13T11:00:00.Z", "2026-09-13T11:00:00+0100", "2026-09-13T11:00:00Zx", "soon",
    ])
  func bad(text: String) {
    #expect(UTC.seconds(text) == nil)
  }

  @Test("days all over eight centuries comes back")
  func days() {
    for day in stride(from: Int64(-146_097), through: 146_097, by: 13) {
      #expect(UTC.seconds(UTC.text(day * 86_400 + 3723)) == day * 86_400 + 3723)
    }
  }
}
