import Commands
import Foundation
import Testing

@Suite("Reference")
struct ReferenceTests {
  @Test(
    "The published reference is what the commands say of themselves",
    arguments: [("Docs/reference.md", Reference.page), ("Docs/motions.1", Reference.manual)])
  func reference(path: String, text: String) throws {
    if Repository.records {
      try Data(text.utf8).write(to: Repository.root.appending(path: path))
      return
    }
    let published = (try? Repository.text(path)) ?? ""
    if published != text {
      let difference = Expectation(published.split(separator: "\n").map(String.init))
        .difference(text.split(separator: "\n").map(String.init))
      let changed = difference.split(separator: "\n").filter { !$0.hasPrefix(" ") }.joined(separator: "\n")
      Issue.record("\(path) is not what the commands say: record it anew, MOTIONS_RECORD_DOCS=1\n\(changed)")
    }
  }

  @Test(
    "Help, version and completion are printed as results and end with 0",
    arguments: [
      ["--help"], ["help"], ["help", "decide"], ["decide", "--help"], ["--version"],
      ["--generate-completion-script", "bash"],
      ["--generate-completion-script", "zsh"], ["--generate-completion-script", "fish"],
    ])
  func answers(arguments: [String]) async throws {
    let line = (["motions"] + arguments).joined(separator: " ")
    let run = try await PageRun(Page("```console\n$ \(line) 2>errors | wc -l; cat errors\n$ \(line) > /dev/null\n```"))
    #expect(run.outputs.count == 2)
    #expect((run.outputs.first ?? nil)?.first.flatMap { Int($0.filter(\.isNumber)) } ?? 0 >= 1)
    #expect((run.outputs.first ?? nil)?.count == 1, "nothing on standard error")
    #expect((run.outputs.last ?? nil) == [], "exit status 0")
  }

  @Test("The completion script is one that the shell accepts")
  func completion() async throws {
    let run = try await PageRun(Page("```console\n$ motions --generate-completion-script bash > c && bash -n c\n```"))
    #expect(run.outputs == [[]])
  }
}
