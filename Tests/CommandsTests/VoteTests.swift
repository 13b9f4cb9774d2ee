import CanonicalJSON
import Testing

@Suite("Votes")
struct VoteTests {
  @Test("One command writes the question, the count and the declaration")
  func threeFacts() throws {
    let session = try Session.meeting()
    session("amend M1 --instruction \"In clause 1, delete '12%' and insert '15%'.\"")
    let types = try session.recorded("vote M1/A1 --for 41 --against 12 --abstain 3 --present 56")
    #expect(types == ["question.put", "votes.counted", "result.declared"])
    #expect(session("show M1").output.contains("rose by 15%"))
  }

  @Test("A figure that nobody counted is null in the record, never 0")
  func uncountedIsNull() throws {
    let session = try Session.meeting()
    session("vote M1 --for 30 --against 10")
    let count = try #require(try session.ledger.first { $0.contains("votes.counted") })
    #expect(count.contains("\"abstain\":null"))
    #expect(!count.contains("\"abstain\":0"))
  }

  @Test("A tie waits for the chair's casting vote")
  func tie() throws {
    let session = try Session.meeting()
    let vote = session("vote M1 --for 20 --against 20")
    #expect(vote.output.contains("casting vote"))
    #expect(session("now").output.contains("motions casting M1"))
    #expect(session("casting M1 --against").output.contains("M1 is lost by the chair's casting vote"))
    #expect(session("verify").status == 0)
  }

  @Test("A result without a count is recorded as it was declared")
  func withoutCount() throws {
    let session = try Session.meeting()
    #expect(try session.recorded("vote M1 --declared carried --manner hands") == ["question.put", "result.declared"])
    #expect(session("verify").output.contains("1 was declared without figures"))
  }

  @Test(
    "The irregular is said, and recorded only with the chair's reason",
    arguments: [
      ("vote M1 --for 40 --against 30", "more-votes-than-present"),
      ("vote M1 --for 10 --against 30 --declared carried", "against-the-figures"),
    ])
  func irregular(line: String, code: String) throws {
    let session = try Session.meeting()
    try session.refused(line, code)
    #expect(session(line + " --reason \"members came in during the count\"").status == 0)
    let result = try #require(try session.ledger.last)
    #expect(result.contains(code))
    #expect(session("verify").status == 0)
  }

  @Test("A second vote on something decided is said, then recorded with the flag")
  func decidedBefore() throws {
    let session = try Session.meeting()
    session("vote M1 --for 30 --against 10")
    try session.refused("vote M1 --for 10 --against 30", "already-decided")
    #expect(session("vote M1 --for 10 --against 30 --reason \"the chair allowed it\"").status == 0)
    #expect(session("list").output.contains("lost"))
  }

  @Test("A result against the figures is listed by verify and is no damage")
  func againstFigures() throws {
    let session = try Session.meeting()
    session("vote M1 --for 10 --against 30 --declared carried --reason \"the figures were swapped\"")
    let verified = session("verify")
    #expect(verified.status == 0)
    #expect(verified.output.contains("Declared against the figures: M1"))
  }

  @Test("Of two counts of one question both stay and the later decides")
  func recount() throws {
    let session = try Session.meeting()
    session("amend M1 --instruction \"Delete clause 3.\"")
    session("vote M1/A1 --for 25 --against 24")
    #expect(!session("show M1").output.contains("fares freeze"))
    #expect(
      try session.recorded("recount M1/A1 --for 20 --against 29 --reason doubted")
        == ["votes.counted", "result.declared"])
    #expect(session("show M1").output.contains("fares freeze"))
    #expect(session("verify").status == 0)
  }

  @Test("A recorded vote is counted from its roll, which is kept by digest")
  func roll() throws {
    let session = try Session.meeting()
    try session.write("name,vote\nAnn,for\nBea,against\nCai,for\nDee,abstain\n", to: "votes.csv")
    let answer = session("vote M1 --roll votes.csv")
    #expect(answer.output.contains("2 for, 1 against, 1 abstaining"))
    #expect(try !session.read("ledger.jsonl").contains("Bea"))
  }

  @Test("An emergency motion takes two thirds")
  func twoThirds() throws {
    let session = try Session.meeting()
    try session.write(Session.motion.replacing("kind: ordinary", with: "kind: emergency"), to: "flood.md")
    session("receive flood.md --received \"2027-03-01 10:00\"")
    #expect(session("vote E1 --for 19 --against 10").output.contains("E1 is lost"))
  }

  @Test("What a majority other than half needs and nobody counted is recorded with a flag")
  func noFigures() throws {
    let session = try Session.meeting()
    try session.write(Session.motion.replacing("kind: ordinary", with: "kind: emergency"), to: "flood.md")
    session("receive flood.md --received \"2027-03-01 10:00\"")
    #expect(session("vote E1 --declared carried --manner hands").status == 0)
    #expect(try session.ledger.last?.contains("no-figures") == true)
  }

  @Test("A declaration that nothing supports is refused", arguments: ["--for -1 --against 2", "--declared perhaps"])
  func impossible(options: String) throws {
    let session = try Session.meeting()
    let before = try session.read("ledger.jsonl")
    #expect(session("vote M1 \(options)").status == 64)
    #expect(try session.read("ledger.jsonl") == before)
  }
}

extension String {
  func replacing(_ old: String, with new: String) -> String {
    guard let range = firstRange(of: old) else { return self }
    return replacingSubrange(range, with: new)
  }

  private func firstRange(of words: String) -> Range<Index>? {
    var start = startIndex
    while start < endIndex {
      if self[start...].hasPrefix(words) { return start..<index(start, offsetBy: words.count) }
      start = index(after: start)
    }
    return nil
  }

  private func replacingSubrange(_ range: Range<Index>, with words: String) -> String {
    String(self[..<range.lowerBound]) + words + String(self[range.upperBound...])
  }
}
