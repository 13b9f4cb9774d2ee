import CanonicalJSON
import Commands
import Platform
import Testing

@Suite("Amendments from the command line")
struct AmendmentCommandsTests {
  private static let base = """
    ---
    title: Bus fares
    ---
    # Bus fares

    1. Bus fares rose by 12% in April.
    2. Bus lanes may be shared.

    """

  private func session() throws -> Session {
    let motions = try Session()
    try motions.write(Self.base, to: "fares.md")
    return motions
  }

  @Test("a text that begins with a heading comes back byte for byte but for what changed")
  func heading() throws {
    let answer = try session().run(["merge", "fares.md", "--instruction", "In 1 delete \"12%\" and insert \"15%\"."])
    #expect(answer.status == 0)
    #expect(answer.output == Self.base.replacing("12%", with: "15%"))
  }

  @Test("a title is written so that every YAML parser reads it as it is meant")
  func title() throws {
    let answer = try session().run(["merge", "fares.md", "--instruction", "Change the title to “Buses: the fares”."])
    #expect(answer.output.hasPrefix("---\ntitle: \"Buses: the fares\"\n---\n"))
  }

  @Test("at a conflict nothing is printed or written, the answer holds the base's words, and the status is 1")
  func conflict() throws {
    let motions = try session()
    let words = [
      "merge", "fares.md", "--instruction", "In 1 replace \"12%\" with \"15%\".", "--instruction", "Delete 1.",
      "--into",
      "out.md",
    ]
    let plain = motions.run(words)
    #expect(plain.status == 1)
    #expect(plain.output.isEmpty)
    #expect((try? motions.read("out.md")) == nil)
    let answer = motions.run(words + ["--json"])
    #expect(answer.status == 1)
    #expect(answer.json?["verdict"]?.text == "conflict")
    #expect(answer.json?["text"]?.text == Self.base)
  }

  @Test("one amendment that is not understood is refused, the others are taken")
  func refused() throws {
    let answer = try session().run([
      "merge", "fares.md", "--instruction", "Sing a song.", "--instruction", "Delete 2.", "--json",
    ])
    #expect(answer.status == 1)
    #expect(answer.json?["verdict"]?.text == "refused")
    #expect(answer.json?["text"]?.text == Self.base.replacing("2. Bus lanes may be shared.\n", with: ""))
  }

  @Test("what a place will read is compared with what it would read")
  func check() throws {
    let answer = try session().run([
      "read", "fares.md", "--instruction",
      "In 2 delete \"may be\" and insert \"are\" so that it reads: \"Bus lanes are shared.\"",
      "--json",
    ])
    #expect(answer.status == 0)
    #expect(answer.json?["check"]?["matches"] == true)
  }
}
