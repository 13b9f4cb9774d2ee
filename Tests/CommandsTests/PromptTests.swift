import Testing

@Suite("The prompt of a meeting")
struct PromptTests {
  @Test("Enter shows, y records, and an empty line is now")
  func records() throws {
    let session = try Session.meeting()
    let before = try session.ledger.count
    let answer = session("meeting", input: "\nIn clause 1, delete \"12%\" and insert \"15%\".\ny\nA1 30 10\ny\nquit\n")
    #expect(answer.status == 0)
    #expect(answer.output.contains("Recorded."))
    #expect(try session.ledger.count == before + 4)
    #expect(session("show M1").output.contains("15%"))
  }

  @Test(
    "What is not confirmed is not recorded, and no wrong line records anything",
    arguments: [
      "-3", "-3\nn", "-3\n\n", "put M1\nno", "frobnicate", "vote", "vote M1 --for", "M9 3 4", "M1 1 2 3 4 5", "y",
      "y\ny",
      "\"", "\" \"", "s/", "put M1/A9", "casting M1 --for\ny", "-99\ny", "+\ny", "meeting nonsense\ny", "--", "A1",
    ])
  func wrong(lines: String) throws {
    let session = try Session.meeting()
    let before = try session.read("ledger.jsonl")
    let answer = session("meeting", input: lines + "\nquit\n")
    #expect(answer.status == 0)
    #expect(try session.read("ledger.jsonl") == before, "\(lines): \(answer.output)")
  }

  @Test("A line typed instead of y is the next line")
  func nextLine() throws {
    let session = try Session.meeting()
    let answer = session("meeting", input: "-3\n-1\ny\nquit\n")
    #expect(answer.output.contains("Not recorded."))
    #expect(session("list").output.contains("Delete clause 1."))
    #expect(!session("list").output.contains("Delete clause 3."))
  }

  @Test("An amendment read at the prompt says what it collides with and the words of the limit")
  func collides() throws {
    let session = try Session.meeting()
    session("amend M1 --instruction \"In clause 1, delete '12%' and insert '15%'.\"")
    let answer = session("meeting", input: "1 s/12%/20%/\nn\nquit\n")
    #expect(answer.output.contains("Cannot both stand: A1 and A2"))
    #expect(answer.output.contains("Words: 34 of 250 with it."))
  }

  @Test("A verb with wrong words shows how it is used")
  func friendly() throws {
    let session = try Session.meeting()
    let answer = session("meeting", input: "vote M1 --for x\nfrobnicate\nquit\n")
    #expect(answer.error.contains("help: For example: vote M1/A1"))
    #expect(answer.error.contains("help lists the verbs"))
  }
}
