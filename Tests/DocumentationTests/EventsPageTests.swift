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
}
