import Foundation
import Testing

@Suite("Checks", .serialized)
struct CheckPageTests {
  @Test("Every check has a page made of its comment, and the index lists them", .timeLimit(.minutes(5)))
  func pages() async throws {
    let pages = try CheckPage.all()
    #expect(pages.count > 30)
    for page in pages {
      guard Repository.records else {
        let published = Page((try? Repository.text(page.path)) ?? "")
        let bare = published.recording(published.commands.map { _ in [] })
        #expect(bare == page.text, "\(page.path) is not what the comment says: MOTIONS_RECORD_DOCS=1 records it anew")
        continue
      }
      let skeleton = Page(page.text)
      let outputs = try await PageRun(skeleton).outputs.map { $0 ?? [] }
      try write(skeleton.recording(outputs), to: page.path)
    }
    let index = CheckPage.index(of: pages)
    let path = "\(CheckPage.folder)/README.md"
    if Repository.records { try write(index, to: path) }
    #expect(try Repository.text(path) == index)
    let files = Repository.files(under: CheckPage.folder, ending: ".md")
    #expect(Set(files) == Set(pages.map(\.path) + [path]), "a page without a check")
  }

  @Test("On its page a check finds the wrong text, and nothing is left to say of the mended one")
  func examples() throws {
    for page in try CheckPage.all() {
      let commands = Page(try Repository.text(page.path)).commands.filter { $0.text.hasPrefix("motions check") }
      #expect(commands.first?.expected.contains { $0.contains("[\(page.code)]") } == true, "\(page.path)")
      #expect(commands.count == (page.mended == nil ? 1 : 2))
      if page.mended != nil { #expect(commands.last?.expected.filter { !$0.isEmpty } == [], "\(page.path)") }
    }
  }

  @Test("Each check stands in the list that a draft is held against, and has a test of its name")
  func listed() throws {
    let list = try Repository.text("Sources/MotionKit/Drafting/Check.swift")
    for path in Repository.files(under: "Sources/MotionKit/Drafting/Checks", ending: ".swift") {
      let name = path.split(separator: "/").last.map { $0.dropLast(".swift".count) } ?? ""
      #expect(list.contains("\(name).self"), "\(name)")
      #expect(!Repository.files(under: "Tests", ending: "/\(name)Tests.swift").isEmpty, "\(name) has no test")
    }
  }

  private func write(_ text: String, to path: String) throws {
    let place = Repository.root.appending(path: path)
    try FileManager.default.createDirectory(at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: place)
  }
}
