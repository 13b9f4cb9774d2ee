import Foundation
import Testing

@Suite("Links")
struct LinkTests {
  @Test("Every link of a page to another file of the project leads to one", arguments: Repository.pages)
  func links(path: String) throws {
    let folder = Repository.root.appending(path: path).deletingLastPathComponent()
    for target in targets(in: try Repository.text(path)) {
      let file = folder.appending(path: String(target.prefix { $0 != "#" })).path(percentEncoded: false)
      #expect(FileManager.default.fileExists(atPath: file), "\(path) links to \(target)")
    }
  }

  @Test("The index of the documentation leads to every page of it, and the README to the index")
  func index() throws {
    // A folder of pages has an index of its own.
    let indexes = Repository.files(under: "Docs", ending: "README.md")
    var linked: Set<String> = []
    for index in indexes {
      let folder = String(index.dropLast("README.md".count))
      for target in targets(in: try Repository.text(index)) {
        linked.insert(folder + String(target.prefix { $0 != "#" }))
      }
    }
    for index in indexes where index != "Docs/README.md" { #expect(linked.contains(index), "\(index) is not linked") }
    let pages = Repository.files(under: "Docs", ending: ".md").filter { $0 != "Docs/README.md" }
    #expect(pages.filter { !linked.contains($0) } == [])
    #expect(targets(in: try Repository.text("README.md")).contains("Docs/README.md"))
  }

  @Test("Links are found in text, not in code, and only those to files")
  func readsLinks() {
    let text =
      "See [a](a.md#part) and [b](../b.md).\n```\n[c](c.md)\n```\n[d](https://e.org) [f](#g) `[h](h.md)` [i](i)"
    #expect(targets(in: text) == ["a.md#part", "../b.md", "i"])
  }

  private func targets(in text: String) -> [Substring] {
    var isCode = false
    var result: [Substring] = []
    for line in text.split(separator: "\n") {
      if line.drop(while: { $0 == " " }).hasPrefix("```") { isCode.toggle() }
      guard !isCode else { continue }
      // The even parts between backticks are text.
      for (index, part) in line.split(separator: "`", omittingEmptySubsequences: false).enumerated()
      where index.isMultiple(of: 2) {
        for link in part.split(separator: "](", omittingEmptySubsequences: false).dropFirst() {
          let target = link.prefix { $0 != ")" && $0 != " " }
          if !target.contains("://"), !target.hasPrefix("#"), !target.hasPrefix("mailto:") { result.append(target) }
        }
      }
    }
    return result
  }
}
