import Meeting
import Testing

@Suite("Events page")
struct EventsPageTests {
  @Test("Docs/events.md names every kind of entry that can be recorded, once, and no other")
  func everyEvent() throws {
    let page = try Repository.text("Docs/events.md")
    let rows = page.split(separator: "\n").filter { $0.hasPrefix("| `") }
    let named = rows.flatMap { row in
      row.dropFirst(2).prefix { $0 != "|" }.matches(of: /`([a-z_]+\.[a-z_]+)`/).map { String($0.output.1) }
    }
    #expect(named.sorted() == Event.types.sorted())
  }

  @Test("Docs/events.md names every code of what does not follow")
  func everyDisagreement() throws {
    let page = try Repository.text("Docs/events.md")
    var codes: Set<String> = []
    for path in Repository.files(under: "Sources/Meeting", ending: ".swift") {
      let text = try Repository.text(path)
      codes.formUnion(text.matches(of: /disagree\(\s*entry,\s*"([a-z-]+)"/).map { String($0.output.1) })
    }
    #expect(codes.count > 8)
    for code in codes.sorted() { #expect(page.contains("`\(code)`"), "\(code)") }
  }
}
