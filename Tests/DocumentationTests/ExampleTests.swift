import Foundation
import Testing

@Suite("Examples")
struct ExampleTests {
  @Test("A whole meeting runs to its end: every step does what the next one needs", .timeLimit(.minutes(5)))
  func meeting() async throws {
    let run = try await run("meeting.sh body")
    #expect(run.status == 0, "\(run.printed)")
    for line in [
      "M1/A4 falls: it stands only if A2 is carried.", "M1/A3 is carried by the chair's casting vote.",
      "Until somebody outside has this seal, the holder of the key could write the record anew.",
    ] {
      #expect(run.printed.contains(line), "\(line)\n\(run.printed)")
    }
  }

  @Test("A meeting runs on texts as they come", .timeLimit(.minutes(5)))
  func rawTexts() async throws {
    let texts = ["paste.txt", "library.md", "emergency.md"].map { "\"$REPOSITORY/Examples/texts/\($0)\"" }
    let run = try await run("raw-texts.sh \(texts.joined(separator: " "))")
    #expect(run.status == 0, "\(run.printed)")
    #expect(run.printed.contains("entries unbroken"))
  }

  @Test(
    "A meeting runs on motions as branches really circulated them", .timeLimit(.minutes(5)),
    .enabled(if: !circulated.isEmpty, "the texts are not beside this checkout"))
  func circulatedTexts() async throws {
    let run = try await run("raw-texts.sh \(Self.circulated.map { "'\($0)'" }.joined(separator: " "))")
    #expect(run.status == 0, "\(run.printed)")
    #expect(run.printed.contains("entries unbroken"))
  }

  private static let circulated: [String] = {
    let folder = Repository.root.appending(path: "../shared/data/motions").standardizedFileURL
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path(percentEncoded: false))) ?? []
    return names.filter { $0.hasSuffix(".txt") }.sorted().map { folder.appending(path: $0).path(percentEncoded: false) }
  }()

  private func run(_ line: String) async throws -> (status: Int32, printed: String) {
    try await Sandbox.with { sandbox in
      try sandbox.write(
        "export MOTIONS=\"$(command -v motions)\" FOLDER=\"$PWD/body\"\n\"$REPOSITORY\"/Examples/\(line) > printed 2>&1\n",
        to: "script/example")
      let status = try await sandbox.shell("script/example")
      return (status, String(decoding: sandbox.read("work/printed") ?? [], as: UTF8.self))
    }
  }
}
