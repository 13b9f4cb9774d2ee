import Testing

@Suite("The standing orders in a meeting")
struct StandingOrdersTests {
  /// A meeting whose rules.yaml has been changed at one place, adopted or not.
  private func meeting(_ old: String, _ new: String, adopted: Bool = true) throws -> Session {
    let session = try Session.meeting()
    try session.write(try session.read("rules.yaml").replacing(old, with: new), to: "rules.yaml")
    if adopted { #expect(session("rules adopt --reason \"the annual meeting\"").status == 0) }
    return session
  }

  @Test("A change to rules.yaml has no effect until it is adopted")
  func edited() throws {
    let session = try meeting("quorum: 10", "quorum: 60", adopted: false)
    #expect(session("status").output.contains("motions rules adopt"))
    #expect(!session("rules show").output.contains("quorum: 60"))
    #expect(session("vote M1 --for 20 --against 10").output.contains("is carried"))
    #expect(session("rules adopt").status == 0)
    #expect(session("rules show").output.contains("quorum: 60"))
    try session.refused("rules adopt", "rules-unchanged")
    try session.write(Session.motion, to: "other.md")
    session("receive other.md --received \"2027-02-05 12:00\"")
    #expect(session("vote M2 --for 20 --against 10").output.contains("for want of a quorum"))
    #expect(session("verify").status == 0)
  }

  @Test("Standing orders with an error are not adopted")
  func wrong() throws {
    let session = try meeting("quorum: 10", "quorum: plenty", adopted: false)
    let before = try session.read("ledger.jsonl")
    #expect(session("rules adopt").status == 65)
    #expect(try session.read("ledger.jsonl") == before)
  }

  @Test("Where the meeting decides on what the mover accepts, the chair must say why it does not")
  func acceptance() throws {
    let session = try meeting("acceptance: mover", "acceptance: meeting")
    session("amend M1 --instruction \"Delete clause 3.\"")
    try session.refused("accept M1/A1", "meeting-decides")
    #expect(session("accept M1/A1 --reason \"the meeting agreed\"").output.contains("Recorded with a flag"))
  }

  @Test("That a seconder is asked for is said")
  func seconder() throws {
    let session = try Session.meeting()
    session("amend M1 --instruction \"Delete clause 3.\"")
    #expect(session("moved M1/A1").output.contains("ask for a seconder"))
    #expect(session("put M1/A1").output.contains("has not been seconded"))
    session("undo")
    session("seconded M1/A1")
    #expect(!session("put M1/A1").output.contains("seconded"))
  }

  @Test("An amendment from the floor is not in order where the standing orders take none, and can be admitted")
  func floor() throws {
    let session = try meeting("from-floor: true", "from-floor: false")
    session("moved M1")
    #expect(session("amend M1 --instruction \"Delete clause 3.\"").output.contains("from the floor"))
    try session.refused("put M1/A1", "not-admitted")
    #expect(session("admit M1/A1 --by chair --reason \"nobody objects\"").status == 0)
    #expect(session("put M1/A1").status == 0)
  }

  @Test("The words of the motion are said with each amendment, and when they pass the limit")
  func words() throws {
    let session = try meeting("word-limit: 250", "word-limit: 36")
    #expect(session("amend M1 --instruction \"Delete clause 3.\"").output.contains("of 36 with it."))
    let long = session("amend M1 --instruction \"In 1, delete 'April' and insert 'April and in May'.\"")
    #expect(long.output.contains("with it, over the limit"))
    #expect(session("vote M1/A2 --for 30 --against 10").output.contains("over the limit of 36"))
  }

  @Test("Minutes without names or figures have none")
  func minutes() throws {
    let session = try meeting("names: true\n  figures: true", "names: false\n  figures: false")
    session("vote M1 --for 30 --against 10")
    let minutes = session("minutes").output
    #expect(!minutes.contains("30 for"))
    #expect(!minutes.contains("Mover"))
    #expect(minutes.contains("**carried**"))
  }
}
