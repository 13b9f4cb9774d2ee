import CanonicalJSON
import Testing

@Suite("Composites of the record")
struct CompositeTests {
  static let other = """
    ---
    title: Fares on the buses
    mover: Harbour branch
    seconder: Quay branch
    ---
    This branch notes:

    1. Many members rely on buses to:

       a) get to work;
       b) attend branch meetings.
    2. The last bus from the harbour leaves at six.
    3. Bus fares rose by 12% in April.

    This branch resolves:

    4. To ask for a later bus, for the reason in 2 above.

    """

  /// M1 and M2 with an amendment each, to a clause that has another number in the composite.
  private func two() throws -> Session {
    let session = try Session.meeting()
    try session.write(Self.other, to: "other.md")
    session("receive other.md --received \"2027-02-05 10:00\"")
    session("amend M1 --instruction \"In clause 2(b), delete 'branch'.\"")
    session("amend M2 --from \"Quay branch\" --instruction \"In clause 2, delete 'six' and insert 'seven'.\"")
    return session
  }

  private static let record = "composite M1 M2 --record --withdraw M1/A1 --carry-over M2/A1 --agreed \"Ann Jones\""

  @Test("A composite is received in the place of its originals, which are not decided by themselves any more")
  func received() throws {
    let session = try two()
    #expect(
      try session.recorded(Self.record) == ["motion.received", "amendment.received", "motion.composited"])
    let list = session("list").output
    #expect(list.contains("M1 Bus fares (ordinary): part of the composite C1"))
    #expect(list.contains("M1/A1 (withdrawn with the composite)"))
    #expect(list.contains("M2/A1 (carried over as C1/A1)"))
    try session.refused("vote M2 --for 30 --against 10", "composited")
    try session.refused("vote M2/A1 --for 30 --against 10", "composited")
    #expect(session("log C1 --versions").output.contains("from M1@1 and M2@1"))
    #expect(session("minutes").output.contains("Made from M1 and M2; agreed by Ann Jones."))
    #expect(session("explain C1").output.contains("agreed by Ann Jones"))
    #expect(session("verify").status == 0)
  }

  @Test("An amendment is carried over to the clause with its words, whatever its number is there")
  func carriedOver() throws {
    let session = try two()
    #expect(session(Self.record).output.contains("C1/A1: In 3, delete “six” and insert “seven”."))
    #expect(session("vote C1/A1 --for 30 --against 10").status == 0)
    #expect(session("show C1").output.contains("leaves at seven."))
    #expect(session("vote C1 --for 30 --against 10").status == 0)
    let blame = session("blame C1").output
    #expect(blame.contains("[M2] The last bus from the harbour leaves at [C1/A1] seven"), "\(blame)")
    #expect(blame.contains("[M1] To campaign"))
    #expect(session("verify").status == 0)
  }

  @Test("A broken composite gives its originals back with their amendments, and takes them again when it is restored")
  func broken() throws {
    let session = try two()
    let before = session("list").output
    session(Self.record)
    let composited = session("list").output
    for line in ["withdraw C1", "not-moved C1", "rule-out C1 --reason x"] {
      #expect(session(line).output.contains("The composite is broken: M1 and M2 are before the meeting again"))
      #expect(session("list").output.hasPrefix(before), "\(line)")
      session("undo")
      #expect(session("list").output == composited)
    }
    session("withdraw C1")
    #expect(session("restore C1 --reason agreed").output.contains("M1 and M2 go on in it again."))
    #expect(session("list").output == composited)
    #expect(session("verify").status == 0)
  }

  @Test("It is taken back as one")
  func undone() throws {
    let session = try two()
    let before = session("list").output
    session(Self.record)
    session("undo")
    #expect(session("list").output == before)
    #expect(session("verify").status == 0)
  }

  @Test("The settled text is what is recorded")
  func settled() throws {
    let session = try two()
    try session.write("---\ntitle: One text\n---\n1. To have cheap buses.\n", to: "settled.md")
    let line = "composite M1 M2 --record --text settled.md --include M1/A1 --include M2/A1"
    #expect(session(line).output.contains("Who agreed to it is not said"))
    #expect(session("show C1").output == "1. To have cheap buses.\n")
    #expect(session("blame C1").output.contains("[C1] To have cheap buses."))
  }

  @Test(
    "What speaks of all of an original is not carried over to a text that holds others, too",
    arguments: ["Delete all and insert: 1. All is well.", "Replace \"from\" with \"at\" throughout."])
  func whole(instruction: String) throws {
    let session = try two()
    session("withdraw M2/A1")
    #expect(session.run(["amend", "M2", "--instruction", instruction]).status == 0)
    let answer = session("composite M1 M2 --record --withdraw M1/A1 --carry-over M2/A2")
    #expect(answer.error.contains("it changes all of M2. [not-carried-over]"), "\(answer.output)\(answer.error)")
  }

  @Test(
    "What is not settled, or can't be, is refused",
    arguments: [
      ("composite M1 M2 --record", "amendments-open"),
      ("composite M1 M2 --record --withdraw M1/A1", "amendments-open"),
      ("composite M1 M1 --record --withdraw M1/A1", "one-motion"),
      ("composite M1 M2/A1 --record", "not-a-motion"),
      ("composite M1 M9 --record", "no-such-item"),
      ("composite M1 M2 --record --text settled.md --withdraw M1/A1 --carry-over M2/A1", "not-carried-over"),
    ])
  func refused(line: String, code: String) throws {
    let session = try two()
    try session.write("1. To have cheap buses.\n", to: "settled.md")
    try session.refused(line, code)
  }

  @Test("Drafting records nothing, and takes nothing that only recording knows")
  func drafted() throws {
    let session = try two()
    #expect(try session.recorded("composite M1 M2") == [])
    #expect(session("composite M1 M2 --agreed \"Ann Jones\"").status == 64)
  }
}

@Suite("Amendments when the text has moved on")
struct RebasedTests {
  @Test(
    "A pending amendment says how it stands to the text as it now is",
    arguments: [
      ("In clause 1, delete '12%' and insert '20%'.", "conflicted"),
      ("In clause 1, delete 'April' and insert 'May'.", "clean"),
      ("In clause 1, delete 'rose by 12%' and insert 'rose by 15%'.", "already_done"),
      ("Delete clause 1.", "conflicted"),
    ])
  func standing(instruction: String, standing: String) throws {
    let session = try Session.meeting()
    session("amend M1 --instruction \"In clause 1, delete '12%' and insert '15%'.\"")
    session("amend M1 --instruction \"\(instruction)\"")
    let before = session("show M1/A2 --json").json
    session("vote M1/A1 --for 30 --against 10")
    let now = session("show M1/A2 --as now --json").json?["now"]
    #expect(now?["standing"] == .string(standing), "\(String(describing: now))")
    #expect(now?["against"] == "M1@2")
    #expect(session("show M1/A2 --json").json?["item"] == before?["item"])
    #expect(session("put M1/A2").status == 0)
    #expect(session("verify").status == 0)
  }

  @Test("It is said again in the words of the text as it stands, and put so")
  func reads() throws {
    let session = try Session.meeting()
    session("amend M1 --instruction \"After clause 3 insert: To write to the council.\"")
    session("vote M1/A1 --for 30 --against 10")
    session("amend M1 --instruction \"In clause 3A, delete 'council' and insert 'county'.\"")
    session("amend M1 --instruction \"In clause 3A, delete 'write' and insert 'speak'.\"")
    session("vote M1/A2 --for 30 --against 10")
    #expect(!session("order M1").output.contains("As it now"))
    session("withdraw M1/A1 --reason \"by leave\"")
    #expect(session("order M1 --json").status == 0)
    #expect(session("verify").status == 0)
  }

  @Test("An amendment to an amendment waits for it, and what it says since is said where both cannot stand")
  func nested() throws {
    let session = try Session.meeting()
    session("amend M1 --instruction \"In clause 1, delete '12%' and insert '15%'.\"")
    session("amend M1 --instruction \"In clause 1, delete '12%' and insert 'a tenth'.\"")
    session("amend M1/A2 --instruction \"Delete 'tenth' and insert 'fifth'.\"")
    session("vote M1/A2.1 --for 30 --against 10")
    var now = session("now").output
    #expect(now.contains("As it now reads: In 1, delete “12%” and insert “a fifth”."), "\(now)")
    #expect(!now.contains("Amended so far") && !now.contains("for the chair"), "\(now)")
    session("vote M1/A1 --for 30 --against 10")
    session("amend M1/A2 --instruction \"Delete 'a' and insert 'about a'.\"")
    now = session("now").output
    #expect(now.contains("Amended so far by A1."), "\(now)")
    let clash = "cannot stand beside what was carried: A1 and A2 put different words in the same place of 1."
    #expect(now.contains("  As it now stands: \(clash)"), "\(now)")
    #expect(now.contains("  As it now stands: In 1, delete “12%” and insert “a fifth”. It \(clash)"), "\(now)")
    #expect(session("show M1/A2 --as now").output.contains("“a fifth”. It cannot stand"))
    session("put M1/A2.2")
    session("vote M1/A2.2 --for 30 --against 10")
    #expect(session("vote M1/A2 --for 30 --against 10").status == 0)
    #expect(session("minutes").output.contains("- When put it could not stand beside what had been carried."))
    #expect(session("verify").status == 0)
  }

  @Test("A standing that does not follow from the record is found")
  func checked() throws {
    let session = try Session.meeting()
    session("amend M1 --instruction \"In clause 1, delete '12%' and insert '15%'.\"")
    session("amend M1 --instruction \"In clause 1, delete '12%' and insert '20%'.\"")
    session("vote M1/A1 --for 30 --against 10")
    #expect(try session.recorded("put M1/A2") == ["question.put"])
    #expect(try session.ledger.last?.contains("\"as_now\":{\"standing\":\"conflicted\"}") ?? false)
  }
}

@Suite("Where a phrase came from")
struct BlameTests {
  @Test("Every phrase of an adopted text has its amendment, with mover and figures, and what went is listed")
  func blame() throws {
    let session = try Session.meeting()
    session("amend M1 --from \"Quay branch\" --instruction \"In clause 1, delete '12%' and insert '15%'.\"")
    session("amend M1 --instruction \"Before clause 1 insert: That buses matter.\"")
    session("vote M1/A1 --for 30 --against 10")
    session("accept M1/A2")
    session("vote M1 --for 30 --against 10")
    let lines = session("blame M1").output.split(separator: "\n").map(String.init)
    #expect(lines.contains { $0.hasPrefix("  [M1/A1] Quay branch, carried: 30 for, 10 against") }, "\(lines)")
    #expect(lines.contains { $0.hasPrefix("  [M1/A2] accepted by the mover") })
    #expect(lines.contains("1. [M1/A2] That buses matter."))
    #expect(lines.contains("2. [M1] Bus fares rose by [M1/A1] 15% [M1] in April."))
    #expect(lines.contains("  1  “12%” by M1/A1"))
    let first = session("blame M1@1").output
    #expect(first.contains("1. [M1] Bus fares rose by 12% in April."))
    #expect(!first.contains("M1/A"))
  }

  @Test("The phrases of every version, put together, are its words")
  func whole() throws {
    let session = try Session.meeting()
    for instruction in ["In clause 2(a), delete 'get'.", "Move 3 before 1.", "Delete clause 1."] {
      session("amend M1 --instruction \"\(instruction)\"")
    }
    for name in ["A1", "A2", "A3"] { session("vote M1/\(name) --for 30 --against 10") }
    session("vote M1 --for 30 --against 10")
    for version in 1...5 {
      guard case .array(let clauses)? = session("blame M1@\(version) --json").json?["clauses"] else {
        Issue.record("version \(version) has no clauses")
        continue
      }
      var words = ""
      for case .array(let phrases)? in clauses.map({ $0["phrases"] }) {
        for case .string(let text)? in phrases.map({ $0["text"] }) { words += text.filter(\.isLetter) }
      }
      let text = session("show M1@\(version)").output
      // Labels are letters, too, and belong to no phrase.
      let plain = text.split(separator: "\n").map { line in
        line.replacing(/^\s*[a-z]\)\s/, with: "").filter(\.isLetter)
      }.joined()
      #expect(words == plain, "version \(version)")
    }
  }
}
