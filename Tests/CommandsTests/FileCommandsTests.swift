import CanonicalJSON
import Commands
import Testing

/// The commands on files alone, as a person types them.
@Suite("Commands on files")
struct FileCommandsTests {
  @Test("A command that is none is said to be none, and which one was nearly typed")
  func noSuchCommand() throws {
    let session = try Session()
    let answer = session("pars fares.md --json")
    #expect(answer.status == 64)
    #expect(answer.output.isEmpty)
    #expect(answer.error.contains("there is no command “pars”"))
    #expect(answer.error.contains("did you mean motions parse?"))
  }

  @Test("A label of a number and its letter is printed whole, and its path has both")
  func mixedLabels() throws {
    let session = try Session()
    let answer = session("parse - --json", input: "3. Buses\n3(a) Fares\n3(b) Routes (see 3(a) above)\n")
    #expect(answer.status == 0)
    #expect(answer.output.contains(#""kind":"clause","label":"3(b)","path":"3/b","depth":1"#))
    #expect(answer.output.contains(#""findings":[]"#))
  }

  @Test("format leaves numbers alone that a reference needs, and says so")
  func keptNumbers() throws {
    let session = try Session()
    let text = "## Buses\n1. a.\n2. b.\n## Trains\n1. c.\n3. d.\n## Other\nAs clause 3 says.\n"
    let answer = session("format -", input: text)
    #expect(answer.status == 0)
    #expect(answer.output == text)
    #expect(answer.error.contains("standard input:8: with other numbers “3” would mean another clause"))
  }

  @Test("check reads the rules it is given, and says where an error in them is")
  func rulesOfCheck() throws {
    let session = try Session()
    try session.write("1. One.\n", to: "fares.md")
    try session.write("name: Riverside\nkinds: 3\n", to: "rules.yaml")
    let answer = session("check fares.md --rules rules.yaml --json")
    #expect(answer.status == 65)
    #expect(answer.error.contains(#""code":"rules-invalid""#))
    #expect(answer.error.contains(#""file":"rules.yaml","line":2"#))
    #expect(session("check fares.md --rules none.yaml --json").status == 66)
  }
}
