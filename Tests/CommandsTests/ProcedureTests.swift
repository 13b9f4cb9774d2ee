import CanonicalJSON
import Testing

@Suite("Questions of procedure, and what ends a question")
struct ProcedureTests {
  @Test("A procedural motion is put, voted on under its own majority and closed")
  func procedural() throws {
    let session = try Session.meeting()
    session("amend M1 --instruction \"Delete clause 3.\"")
    session("put M1/A1")
    #expect(session("put --procedural \"That the vote be now taken\"").output.contains("FOR means that"))
    #expect(session("now").output.contains("The question: P1, That the vote be now taken"))
    try session.refused("vote M1/A1 --for 20 --against 10", "another-question-open")
    #expect(try session.recorded("vote P1 --for 30 --against 10") == ["votes.counted", "result.declared"])
    #expect(!session("now").output.contains("P1"))
    #expect(session("vote M1/A1 --for 20 --against 10").status == 0)
    #expect(session("minutes").output.contains("P1: carried"))
    #expect(session("verify").status == 0)
  }

  @Test(
    "A challenge takes its own majority, and it is said what stands", arguments: [(30, "overturned"), (26, "stands")])
  func challenge(votes: Int, said: String) throws {
    let session = try Session.meeting()
    session("put --challenge \"That the ruling be overturned\" --for-means \"the amendment is taken\"")
    #expect(session("now").output.contains("FOR means that the amendment is taken"))
    #expect(session("vote P1 --for \(votes) --against 15").output.contains(said))
    #expect(session("verify").status == 0)
  }

  @Test("A question of procedure takes a casting vote, another count and a correction like any other")
  func mended() throws {
    let session = try Session.meeting()
    session("put --procedural \"Next business\"")
    #expect(session("vote P1 --for 20 --against 20").output.contains("casting P1"))
    #expect(session("casting P1 --against").output.contains("P1 is lost"))
    #expect(session("recount P1 --for 21 --against 20").output.contains("P1 is carried"))
    #expect(session("correct P1 --for 19 --reason misheard").output.contains("The result changes: lost"))
    #expect(session("verify").status == 0)
  }

  @Test(
    "Nothing but a vote is done with a question of procedure",
    arguments: [
      "amend P1 --instruction \"Delete clause 1.\"", "withdraw P1", "accept P1", "order P1 A1 --reason x", "explain P1",
    ])
  func noMotion(line: String) throws {
    let session = try Session.meeting()
    session("put --procedural \"Next business\"")
    try session.refused(line, "not-a-motion")
  }

  @Test(
    "A question ends when its item is gone",
    arguments: [
      "withdraw M1/A1", "not-moved M1/A1", "remit M1/A1",
      "rule-out M1/A1 --reason negative", "ruling M1/A1 --falls --reason inconsistent", "accept M1/A1", "withdraw M1",
    ])
  func ended(line: String) throws {
    let session = try Session.meeting()
    session("amend M1 --instruction \"Delete clause 3.\"")
    session("put M1/A1")
    #expect(session(line).status == 0)
    #expect(session("now --json").json?["questions"] == .array([]))
    #expect(session("verify").status == 0)
  }

  @Test("An amendment that is withdrawn after it was carried is no part of the text any more")
  func withdrawnLate() throws {
    let session = try Session.meeting()
    session("amend M1 --instruction \"Delete clause 3.\"")
    session("vote M1/A1 --for 30 --against 10")
    try session.refused("withdraw M1/A1", "already-decided")
    #expect(session("withdraw M1/A1 --reason \"by leave\"").status == 0)
    #expect(session("show M1").output.contains("fares freeze"))
    #expect(session("verify").status == 0)
  }

  @Test("Without a quorum nothing is decided: the amendment can be taken again and nothing falls with it")
  func inquorate() throws {
    let session = try Session.meeting()
    session("amend M1 --instruction \"Delete clause 3.\"")
    session("amend M1 --instruction \"If A1 is carried, delete clause 1.\"")
    session("meeting present --room 4 --online 2")
    #expect(session("vote M1/A1 --for 2 --against 3").output.contains("for want of a quorum"))
    let list = session("list").output
    #expect(!list.contains("fell"))
    #expect(list.contains("M1/A1 (to be taken)"))
    session("meeting present --room 40 --online 2")
    #expect(session("vote M1/A1 --for 30 --against 3").status == 0)
    #expect(session("verify").status == 0)
  }

  @Test("Who is present must be known where a quorum is looked at; the chair may declare all the same")
  func presentUnknown() throws {
    let session = try Session()
    session("init --preset members-organisation")
    try session.write(Session.motion, to: "bus.md")
    session("receive bus.md")
    session("meeting open")
    #expect(session("vote M1 --for 20 --against 3").output.contains("Not decided"))
    #expect(session("vote M1 --declared carried").output.contains("as the chair declares"))
    #expect(session("verify").status == 0)
  }

  @Test("A result that another count turns puts later decisions on that text in question")
  func recountTurns() throws {
    let session = try Session.meeting()
    session("amend M1 --instruction \"After clause 3 insert: To write to the council.\"")
    session("vote M1/A1 --for 30 --against 10")
    session("amend M1 --instruction \"In clause 3A, delete 'council' and insert 'county'.\"")
    session("vote M1/A2 --for 30 --against 10")
    #expect(
      session("recount M1/A1 --for 10 --against 30 --reason miscounted").output.contains("In question for the chair"))
    let now = session("now").output
    #expect(now.contains("M1/A2 was carried, but"))
    #expect(now.contains("In question after a correction: M1/A2"))
    session("correct M1/A1 --for 35 --against 5 --reason \"the figures were swapped\"")
    #expect(session("show M1").output.contains("To write to the county."))
    session("vote M1/A2 --for 30 --against 10 --reason \"put again, the text has changed\"")
    #expect(!session("now").output.contains("In question"))
    #expect(session("verify").status == 0)
  }

  @Test("What fell with a result that a correction turns is open again")
  func revived() throws {
    let session = try Session.meeting()
    session("amend M1 --instruction \"Delete clause 3.\"")
    session("amend M1 --instruction \"If A1 is carried, delete clause 1.\"")
    session("vote M1/A1 --for 10 --against 30")
    #expect(session("list").output.contains("M1/A2 (fell with A1"))
    session("correct M1/A1 --for 40 --against 3 --reason misheard")
    #expect(session("list").output.contains("M1/A2 (to be taken)"))
    #expect(session("verify").status == 0)
  }

  @Test("A correction that carries a motion adopts its text")
  func correctedMotion() throws {
    let session = try Session.meeting()
    session("vote M1 --for 10 --against 30")
    session("correct M1 --for 40 --against 3 --reason misheard")
    #expect(session("show M1 --as adopted").output.contains("fares freeze"))
    #expect(session("verify").status == 0)
  }

  @Test("Another count of an admission is decided under the majority for admissions")
  func admissionRecounted() throws {
    let session = try Session.meeting()
    try session.write(Session.motion, to: "late.md")
    session("receive late.md")
    session("admit M2 --vote 30 10")
    #expect(session("list").output.contains("M2 Bus fares (ordinary): in order"))
    #expect(session("recount M2 --for 21 --against 20").output.contains("not admitted"))
    #expect(session("list").output.contains("late, not admitted"))
    #expect(session("verify").status == 0)
  }

  @Test("A card vote decides after a declaration without a count")
  func cardAfterHands() throws {
    let session = try Session.meeting()
    session("amend M1 --instruction \"Delete clause 3.\"")
    session("vote M1/A1 --declared carried --manner hands")
    #expect(try session.recorded("card M1/A1 --for 900 --against 1100") == ["votes.counted", "result.declared"])
    #expect(session("list").output.contains("M1/A1 (lost)"))
    #expect(session("verify").status == 0)
  }

  @Test(
    "Where two carried amendments clash the place is unsettled until the chair rules",
    arguments: [
      ("--take A2", "rose by 20%"), ("--take A1", "rose by 15%"), ("--text 17%", "rose by 17%"),
    ])
  func clash(ruling: String, text: String) throws {
    let session = try Session.meeting()
    session("amend M1 --instruction \"In clause 1, delete '12%' and insert '15%'.\"")
    session("amend M1 --instruction \"In clause 1, delete '12%' and insert '20%'.\"")
    session("vote M1/A1 --for 30 --against 10")
    #expect(session("vote M1/A2 --for 30 --against 10").output.contains("For the chair to rule"))
    #expect(session("now").output.contains("Unsettled"))
    #expect(session("show M1").output.contains("rose by 15%"))
    #expect(session("ruling M1 \(ruling)").status == 0)
    #expect(!session("now").output.contains("Unsettled"))
    #expect(session("show M1").output.contains(text))
    #expect(session("verify").status == 0)
    session("undo")
    #expect(session("now").output.contains("Unsettled"))
  }

  @Test("The chair's order is kept, what was not named follows, and what is decided is refused")
  func order() throws {
    let session = try Session.meeting()
    for clause in [1, 2, 3] { session("amend M1 --instruction \"Delete clause \(clause).\"") }
    try session.refused("order M1 A3", "no-reason")
    try session.refused("order M1 A3 M2/A1 --reason x", "no-such-item")
    let answer = session("order M1 A3 A2 A3 --by chair --reason \"furthest first\"")
    #expect(answer.output.contains("in the order A3, A2, A1"))
    session("vote M1/A3 --for 10 --against 20")
    try session.refused("order M1 A3 A1 --reason x", "not-to-be-taken")
  }
}
