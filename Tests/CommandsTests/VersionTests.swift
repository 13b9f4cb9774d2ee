import CanonicalJSON
import Testing

@Suite("Versions of a text")
struct VersionTests {
  /// Two amendments carried, the second set aside by restoring the version before it.
  private func restored() throws -> Session {
    let session = try Session.meeting()
    session("amend M1 --instruction \"In clause 1, delete '12%' and insert '15%'.\"")
    session("amend M1 --instruction \"After clause 3 insert: To write to the council.\"")
    session("vote M1/A1 --for 30 --against 10")
    session("vote M1/A2 --for 30 --against 10")
    #expect(try session.recorded("restore M1@2 --by chair --reason \"put by mistake\"") == ["version.restored"])
    return session
  }

  @Test("Every change of a text makes a version with its parents, and none is renumbered later")
  func history() throws {
    let session = try restored()
    session("vote M1 --for 30 --against 10")
    session("correct M1/A1 --for 5 --reason misheard")
    let lines = session("log M1 --versions").output.split(separator: "\n").map(String.init)
    let expected = [
      ("M1@1  as received", ""), ("M1@2  A1 carried", "from M1@1"), ("M1@3  A2 carried", "from M1@2"),
      ("M1@4  version 2 restored", "from M1@3"), ("M1@5  as adopted", "from M1@4"),
      ("M1@6  A1 is in it no more", "from M1@5"),
    ]
    #expect(lines.count == expected.count, "\(lines)")
    for (line, (begins, contains)) in zip(lines, expected) {
      #expect(line.hasPrefix(begins), "\(line)")
      #expect(contains.isEmpty || line.contains(contains), "\(line)")
    }
    #expect(session("show M1@3").output.contains("3A. To write to the council."))
    #expect(!session("show M1@5").output.contains("council"))
    #expect(session("show M1 --version 1").output.contains("12%"))
    #expect(session("diff M1@1 M1@3").output.contains("15%"))
    #expect(session("verify").status == 0)
  }

  @Test("A version restored is the text again; what it sets aside stays out until it is taken again")
  func setAside() throws {
    let session = try restored()
    #expect(!session("show M1").output.contains("council"))
    #expect(session("list").output.contains("M1/A2 (carried, and set aside by M1@4)"))
    #expect(session("correct M1/A2 --for 31 --reason misheard").status == 0)
    #expect(!session("show M1").output.contains("council"))
    session("restore M1/A2 --by chair --reason \"by leave\"")
    session("vote M1/A2 --for 30 --against 10")
    #expect(session("show M1").output.contains("council"))
    #expect(session("verify").status == 0)
  }

  @Test("A version is shown in every form, its changes beside the text as received")
  func forms() throws {
    let session = try restored()
    #expect(session("show M1@3 --as tracked").output.contains("[-12%-]{+15%+}"))
    #expect(session("show M1@2 --as words").output.contains("In 1, delete: “12%”; insert: “15%”"))
    #expect(!session("show M1@2 --as tracked").output.contains("council"))
    #expect(session("show M1@2 --as adopted").error.contains("[not-adopted]"))
    session("vote M1 --for 30 --against 10")
    #expect(session("show M1@5 --as adopted").output.contains("15%"))
  }

  @Test(
    "A version is no item: nothing is decided of it",
    arguments: ["withdraw M1@2", "vote M1@2 --for 30 --against 10", "amend M1@1 --instruction \"Delete clause 1.\""])
  func noItem(line: String) throws {
    try restored().refused(line, "no-such-item")
  }

  @Test("A title that an amendment changed is the title from then on, in every version that has it")
  func title() throws {
    let session = try Session.meeting()
    session("amend M1 --instruction \"In the title, delete 'fares' and insert 'lanes'.\"")
    session("vote M1/A1 --for 30 --against 10")
    #expect(session("list").output.hasPrefix("M1 Bus lanes (ordinary)"))
    session("restore M1@1 --reason \"by leave\"")
    #expect(session("list").output.hasPrefix("M1 Bus fares (ordinary)"))
    session("restore M1@2 --reason \"by leave\"")
    session("vote M1 --for 30 --against 10")
    #expect(session("policy").output.contains("M1 Bus lanes, adopted"))
  }

  @Test("Restoring is taken back like anything else")
  func undone() throws {
    let session = try restored()
    session("undo")
    #expect(session("show M1").output.contains("council"))
    #expect(!session("log M1 --versions").output.contains("M1@4"))
    #expect(session("verify").status == 0)
  }

  @Test(
    "A version is restored with a reason, where there is one that reads otherwise",
    arguments: [
      ("restore M1@2 --reason x", "nothing-to-restore"), ("restore M1@1", "no-reason"),
      ("restore M1@9 --reason x", "no-such-version"), ("restore M9@1 --reason x", "no-such-item"),
    ])
  func refused(line: String, code: String) throws {
    try restored().refused(line, code)
  }

  @Test("After adoption the restored version is the adopted text, its labels run through")
  func adopted() throws {
    let session = try restored()
    session("vote M1 --for 30 --against 10")
    let answer = session("restore M1@3 --by chair --reason \"the meeting so decided\"")
    #expect(answer.output.contains("M1@6 reads as M1@3 did"))
    #expect(answer.output.contains("Renumbered: 3A → 4."))
    #expect(session("show M1 --as adopted").output.contains("4. To write to the council."))
    #expect(session("verify").status == 0)
  }
}

@Suite("What is in force")
struct PolicyTests {
  /// M1 and M2 adopted, a day between them.
  private func adopted() throws -> Session {
    let session = try Session.meeting()
    session("vote M1 --for 30 --against 10")
    session.now = "2027-03-05T19:30:00Z"
    try session.write(Session.motion.replacing("title: Bus fares", with: "title: Cheaper buses"), to: "later.md")
    session("receive later.md --received \"2027-02-05 10:00\"")
    session("vote M2 --for 30 --against 10")
    return session
  }

  @Test("A later motion takes an adopted one out of force, from the day it is recorded")
  func superseded() throws {
    let session = try adopted()
    #expect(try session.recorded("supersede M1 --by M2") == ["motion.superseded"])
    let now = session("policy").output
    #expect(now.contains("M2 Cheaper buses, adopted 2027-03-05 19:30, moved by Riverside branch, in the place of M1"))
    #expect(now.contains("M1 Bus fares was superseded by M2"))
    #expect(session("policy --on 2027-03-04").output.contains("M1 Bus fares, adopted"))
    #expect(session("policy --on 2027-03-03").output == "Nothing is in force at the end of Wednesday 3 March 2027.\n")
    #expect(session("verify").status == 0)
  }

  @Test("A motion that turns out not to be carried takes nothing out of force")
  func laterLost() throws {
    let session = try adopted()
    session("supersede M1 --by M2")
    session("correct M2 --for 3 --against 30 --reason \"the figures were swapped\"")
    let now = session("policy").output
    #expect(now.contains("M1 Bus fares, adopted"))
    #expect(!now.contains("M2"))
    #expect(session("verify").status == 0)
  }

  @Test("What was taken back never was, on no day")
  func undone() throws {
    let session = try adopted()
    session.now = "2027-03-06T19:30:00Z"
    session("rescind M1 --reason \"minute 14\"")
    session.now = "2027-03-08T19:30:00Z"
    session("undo")
    #expect(session("policy --on 2027-03-07").output.contains("M1 Bus fares, adopted"))
  }

  @Test("A version restored puts a rescinded motion in force again")
  func inForceAgain() throws {
    let session = try adopted()
    session("rescind M1 --reason \"minute 14\"")
    #expect(!session("policy").output.contains("M1 Bus fares, adopted"))
    #expect(session("restore M1@2 --by chair --reason \"minute 20\"").status == 0)
    #expect(session("policy").output.contains("M1 Bus fares, adopted"))
    #expect(session("verify").status == 0)
  }

  @Test(
    "What can't be is refused",
    arguments: [
      ("supersede M1", "no-later-motion"), ("rescind M1", "no-reason"), ("supersede M1 --by M1", "itself"),
      ("supersede M2 --by M1", "earlier-motion"), ("supersede M1 --by M9", "no-such-item"),
      ("rescind M3 --reason x", "not-adopted"), ("supersede M1 --by M3", "not-adopted"),
    ])
  func refused(line: String, code: String) throws {
    let session = try adopted()
    session("receive later.md --received \"2027-02-05 10:00\"")
    try session.refused(line, code)
  }

  @Test("What is not in force any more is not ended again")
  func twice() throws {
    let session = try adopted()
    session("rescind M1 --reason \"minute 14\"")
    try session.refused("supersede M1 --by M2", "already-ended")
  }
}
