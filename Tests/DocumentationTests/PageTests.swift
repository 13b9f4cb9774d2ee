import Foundation
import Testing

@Suite("Pages")
struct PageTests {
  @Test("Every example of a page does what the page shows", .timeLimit(.minutes(5)), arguments: Repository.pages)
  func examples(path: String) async throws {
    let page = Page(try Repository.text(path))
    let run = try await PageRun(page)
    if Repository.records {
      // Pages of checks are written whole, from the sources.
      if path.hasPrefix(CheckPage.folder) { return }
      let outputs = zip(page.commands, run.outputs).map { command, output in
        let expectation = Expectation(command.expected)
        guard let output, !expectation.matches(output) else { return command.expected }
        // A blank line before the next command is the author's layout.
        return expectation.recorded(output) + command.expected.reversed().prefix { $0.isEmpty }
      }
      let text = page.recording(outputs)
      try Data(text.utf8).write(to: Repository.root.appending(path: path))
      return
    }
    for (command, output) in zip(page.commands, run.outputs) {
      let location = SourceLocation(
        fileID: "motions/\(path)", filePath: Repository.root.appending(path: path).path(percentEncoded: false),
        line: command.line, column: 1)
      guard let output else {
        Issue.record("the shell ended before or in: \(command.text)", sourceLocation: location)
        return
      }
      let expectation = Expectation(command.expected)
      if !expectation.matches(output) {
        Issue.record(
          "\(path):\(command.line): $ \(command.text)\n--- the page\n+++ the command\n\(expectation.difference(output))",
          sourceLocation: location)
      }
    }
  }

  @Test("A page gives its files and commands in order, with what is shown under each")
  func steps() {
    let page = Page(
      """
      Text.

      ```markdown file=a/b.md
      1. One

      2. Two
      ```

      - in a list:

        ~~~console fresh
        $ echo one \\
        two
        one two
        $ true
        ~~~

      ````markdown
      ```console
      $ not a command: shown inside another block
      ```
      ````
      """)
    #expect(
      page.steps == [
        .file(name: "a/b.md", text: "1. One\n\n2. Two\n"), .fresh,
        .command(
          .init(line: 12, text: "echo one \\\ntwo", expected: ["one two"], place: 13..<14, indentation: "  ")),
        .command(.init(line: 15, text: "true", expected: [], place: 15..<15, indentation: "  ")),
      ])
    #expect(page.recording([["1", "", "2"], ["3"]]).contains("  two\n  1\n\n  2\n  $ true\n  3\n  ~~~"))
  }

  @Test("Shown and printed output agree exactly, but for what an ellipsis stands for")
  func expectations() {
    #expect(Expectation(["one", "two", ""]).matches(["one", "two"]))
    #expect(Expectation(["on…e", "…"]).matches(["on the bridge", "three", "four"]))
    #expect(Expectation(["…", "last"]).matches(["last"]))
    #expect(Expectation(["a … c … e"]).matches(["a b c d e"]))
    #expect(!Expectation(["a … c … e"]).matches(["a b d e"]))
    #expect(!Expectation(["ab…bc"]).matches(["abc"]))
    #expect(!Expectation(["one"]).matches(["one", "two"]))
    #expect(!Expectation(["one", "two"]).matches(["one"]))
    #expect(!Expectation(["…", "last"]).matches(["last", "more"]))
    #expect(!Expectation(["caf\u{E9}"]).matches(["cafe\u{301}"]), "two spellings of é are two texts")
    #expect(Expectation(["a", "b", "c"]).difference(["a", "x", "c"]) == " a\n-b\n+x\n c")
    #expect(Expectation(["seal: …", "old"]).recorded(["seal: K7QD", "new"]) == ["seal: …", "new"])
  }

  @Test("The runner keeps folder and variables between commands, joins both streams and tells the exit status")
  func running() async throws {
    let page = Page(
      """
      ```text file=hello.txt
      hello
      ```
      ```console
      $ mkdir sub && cd sub && export WORD=kept
      $ cat ../hello.txt; echo to errors >&2; echo $WORD
      $ false
      $ cat
      $ echo "$MOTIONS_NOW"
      ```
      ```console fresh
      $ ls
      $ exit 3
      $ echo never
      ```
      """)
    let run = try await PageRun(page)
    #expect(
      run.outputs == [
        [], ["hello", "to errors", "kept"], ["[exit 1]"], [], [Sandbox.moment], [], nil, nil,
      ])
  }

  @Test("The command under test is the one that was just built")
  func version() async throws {
    let run = try await PageRun(Page("```console\n$ motions --version\n```"))
    #expect(run.outputs == [["0.1.0"]])
  }
}
