import CanonicalJSON
import Ledger
import Platform
import Testing

@Suite("A published record")
struct PublishTests {
  /// A motion whose words would end the page's script, were they not escaped; decided, and published.
  private func published() throws -> Session {
    let session = try Session.meeting()
    try session.write(
      Session.motion.replacing("12%", with: "</script><script>alert(1)</script><!-- 12%")
        .replacing("Riverside branch", with: "Zebediah Quill"), to: "odd.md")
    #expect(session("receive odd.md --from \"Zebediah Quill\"").status == 0)
    session("amend M1 --from \"Harbour branch\" --instruction \"In 3, delete 'freeze' and insert '</script>cut'.\"")
    session("vote M1/A1 --for 30 --against 12")
    session("vote M1 --for 41 --against 9")
    let answer = session("publish public")
    #expect(answer.status == 0, "\(answer.error)")
    return session
  }

  @Test("Whoever has the folder alone recomputes all of the record")
  func verifies() throws {
    let session = try published()
    let answer = session("verify public")
    #expect(answer.status == 0, "\(answer.output)")
    #expect(answer.output.contains("The adopted text of M1 follows from A1."), "\(answer.output)")
    #expect(answer.output.contains("are not in this copy"))
    let names = try session.disk.list("/body/public/texts")
    for name in names {
      let path = "/body/public/texts/\(name)"
      let bytes = try session.disk.read(path)
      try session.disk.write(bytes + [0x78], to: path, mode: 0o644)
      #expect(session("verify public").status == 1)
      try session.disk.write(bytes, to: path, mode: 0o644)
    }
    #expect(session("verify public").status == 0)
  }

  @Test("Publishing again writes the same bytes, and after a further entry only what is new")
  func again() throws {
    let session = try published()
    let page = try session.read("public/index.html")
    #expect(session("publish public").output.contains("0 files written"))
    #expect(try session.read("public/index.html") == page)
    session("note \"The hall is booked.\"")
    #expect(session("publish public").status == 0)
    #expect(try session.read("public/index.html") != page)
    #expect(session("verify public").output.contains("13 entries unbroken"), "\(session("verify public").output)")
  }

  @Test("A folder that is named is the one that is meant: no record further up stands in for it")
  func namedFolder() throws {
    let session = try published()
    for line in ["verify nowhere", "verify texts", "continue nowhere"] {
      let answer = session(line)
      #expect(answer.status == 66 && answer.output.isEmpty, "\(line): \(answer.output)")
      #expect(answer.error.contains("[no-body]"), "\(answer.error)")
    }
    for line in ["publish .", "publish texts", "publish ../body/motions", "publish texts/"] {
      try session.refused(line, "own-folder", status: 64)
    }
    #expect(try session.disk.list("/body/texts").allSatisfy { $0.utf8.count == 64 })
  }

  @Test("No name is published, and the files as they came in only where that is asked for")
  func names() throws {
    let session = try published()
    func all() throws -> String {
      var all = try session.read("public/index.html")
      for name in try session.disk.list("/body/public/texts") { all += try session.read("public/texts/\(name)") }
      return all
    }
    #expect(try !all().contains("Zebediah"))
    #expect(session("publish public --all-texts").status == 0)
    #expect(try all().contains("Zebediah"))
  }

  @Test("The page holds every line of the record as it stands, and nothing in it is taken for markup")
  func page() throws {
    let session = try published()
    let page = try session.read("public/index.html")
    #expect(page.matches(of: /<script/).count == 2)
    #expect(page.matches(of: /<\/script>/).count == 2)
    let data = try #require(page.firstMatch(of: /id="record">(.*?)<\/script>/)).output.1
    let json = try JSON(parsing: Array(String(data).utf8), limits: .answer)
    guard case .array(let lines)? = json["lines"] else {
      Issue.record("no lines")
      return
    }
    #expect(try lines == session.ledger.map { .string($0) })
    let script = try #require(page.firstMatch(of: /<script>((?s:.*?))<\/script>/)).output.1
    let digest = Digest(of: Array(String(script).utf8)).base64
    #expect(page.contains("script-src &#39;sha256-\(digest)&#39;"))
  }
}
