import CanonicalJSON
import Testing

@Suite("Being wrong")
struct MendingTests {
  @Test("Undo takes back everything that one command recorded, and leaves it in the record")
  func undo() throws {
    let session = try Session.meeting()
    session("vote M1 --for 30 --against 10")
    let before = try session.ledger.count
    #expect(try session.recorded("undo --reason slip") == ["entry.undone"])
    #expect(try session.ledger.count == before + 1)
    #expect(session("list").output.contains("in order"))
    #expect(session("log").output.contains("(taken back)"))
    #expect(session("verify").status == 0)
  }

  @Test("A number that was taken back is never given again")
  func numberNeverTwice() throws {
    let session = try Session.meeting()
    session("amend M1 --instruction \"Delete clause 3.\"")
    session("undo")
    session("amend M1 --instruction \"Delete clause 1.\"")
    #expect(session("list").output.contains("M1/A2"))
    #expect(!session("list").output.contains("M1/A1"))
  }

  @Test("The opening of the record can't be taken back")
  func nothingToUndo() throws {
    let session = try Session()
    session("init")
    try session.refused("undo", "nothing-to-undo")
  }

  @Test("A correction keeps the first figures and acts from its own place on")
  func correct() throws {
    let session = try Session.meeting()
    session("amend M1 --instruction \"In clause 1, delete '12%' and insert '15%'.\"")
    session("vote M1/A1 --for 14 --against 12")
    #expect(try session.recorded("correct M1/A1 --for 40 --reason misheard") == ["entry.corrected"])
    #expect(try session.read("ledger.jsonl").contains("\"for\":14"))
    #expect(session("verify").status == 0)
  }

  @Test("A correction that turns a result puts later decisions on that text in question, and recomputes none")
  func correctionTurns() throws {
    let session = try Session.meeting()
    session("amend M1 --instruction \"In clause 1, delete '12%' and insert '15%'.\"")
    session("amend M1 --instruction \"Delete clause 3.\"")
    session("vote M1/A1 --for 25 --against 12")
    session("vote M1/A2 --for 30 --against 12")
    let answer = session("correct M1/A1 --for 5 --reason misheard")
    #expect(answer.output.contains("In question for the chair"))
    #expect(answer.output.contains("M1/A2"))
    #expect(session("show M1").output.contains("rose by 12%"))
    #expect(session("now").output.contains("In question after a correction: M1/A2"))
    #expect(session("verify").status == 0)
  }

  @Test("A correction without its reason is refused")
  func needsReason() throws {
    let session = try Session.meeting()
    session("vote M1 --for 30 --against 10")
    try session.refused("correct M1 --for 31", "no-reason")
  }

  @Test(
    "What would be recorded is said, and nothing is recorded",
    arguments: [
      "vote M1 --for 30 --against 10",
      "amend M1 --instruction \"Delete clause 3.\"", "meeting close", "note Noted", "moved M1", "put M1", "undo",
    ])
  func dryRun(line: String) throws {
    let session = try Session.meeting()
    let before = try session.read("ledger.jsonl")
    let answer = session(line + " --dry-run")
    #expect(answer.status == 0, "\(answer.error)")
    #expect(answer.output.contains("Nothing was recorded"))
    #expect(try session.read("ledger.jsonl") == before)
  }
}
