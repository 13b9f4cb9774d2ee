import CanonicalJSON
import Ledger
import Platform
import Testing

@Suite("The record of a body")
struct RecordTests {
  /// A meeting with an amendment carried, one fallen and the motion adopted.
  private func decided() throws -> Session {
    let session = try Session.meeting()
    session("amend M1 --from \"Harbour branch\" --instruction \"Delete clause 3.\"")
    session("amend M1 --instruction \"In clause 3, delete 'freeze' and insert 'cut'.\"")
    session("vote M1/A1 --for 30 --against 12")
    session("vote M1 --for 41 --against 9")
    #expect(session("verify").status == 0)
    return session
  }

  @Test("Every byte that is changed in the ledger is found, with its place")
  func everyByte() throws {
    let session = try decided()
    let path = "/body/ledger.jsonl"
    let bytes = try session.disk.read(path)
    for index in stride(from: 0, to: bytes.count, by: 7) {
      var damaged = bytes
      damaged[index] ^= 1
      try session.disk.write(damaged, to: path, mode: 0o644)
      let answer = session("verify")
      #expect(answer.status == 1, "byte \(index): \(answer.output)")
      #expect(answer.output.contains("The record is damaged"), "byte \(index): \(answer.output)")
    }
  }

  @Test("A line taken out, doubled or exchanged is found")
  func lines() throws {
    let session = try decided()
    let lines = try session.ledger
    var wrong: [[String]] = []
    for index in lines.indices {
      var without = lines
      without.remove(at: index)
      var doubled = lines
      doubled.insert(lines[index], at: index)
      wrong += [without, doubled]
      if index > 0 {
        var exchanged = lines
        exchanged.swapAt(index, index - 1)
        wrong.append(exchanged)
      }
    }
    for lines in wrong {
      try session.write(lines.joined(separator: "\n") + "\n", to: "ledger.jsonl")
      #expect(session("verify").status == 1)
    }
  }

  @Test("A text that is missing is withheld, one that is changed is found")
  func texts() throws {
    let session = try decided()
    let names = try session.disk.list("/body/texts")
    for name in names {
      let path = "/body/texts/\(name)"
      let bytes = try session.disk.read(path)
      try session.disk.write(bytes + [0x78], to: path, mode: 0o644)
      let changed = session("verify")
      if changed.status == 0 { continue }
      #expect(changed.output.contains("text-changed"))
      try session.disk.remove(path)
      let missing = session("verify")
      #expect(missing.status == 0, "\(missing.output)")
      #expect(missing.output.contains("not in this copy"))
      try session.disk.write(bytes, to: path, mode: 0o644)
    }
    #expect(session("verify").status == 0)
  }

  @Test("No name stands in the record, and it verifies without them")
  func names() throws {
    let session = try decided()
    #expect(try !session.read("ledger.jsonl").contains("Harbour branch"))
    #expect(session("minutes").output.contains("Harbour branch"))
    try session.disk.remove("/body/.motions/names.jsonl")
    #expect(session("verify").status == 0)
    #expect(session("minutes").output.contains("name kept apart"))
  }

  @Test(
    "An entry that says what does not follow is found, though the chain is whole",
    arguments: [
      ("\"decision\":\"lost\"", "\"decision\":\"carried\"", "text-differs"),
      ("\"rules_give\":\"lost\"", "\"rules_give\":\"carried\"", "figures-differ"),
      ("\"item\":\"M2\"", "\"item\":\"M3\"", "number-differs"),
      ("\"words\":34", "\"words\":33", "words-differ"),
      ("\"deadline\":\"2027-02-18", "\"deadline\":\"2027-02-19", "deadline-differs"),
      ("\"meeting\":\"2027-03-04\"", "\"meeting\":\"2027-05-06\"", "deadline-differs"),
      ("\"fraction\":\"1/2\"", "\"fraction\":\"1/3\"", "threshold-differs"),
      ("\"against\":4", "\"against\":3", "figures-differ"),
    ])
  func forged(old: String, new: String, code: String) throws {
    let session = try Session.meeting()
    session("amend M1 --instruction \"Delete clause 3.\"")
    session("vote M1/A1 --for 10 --against 32")
    #expect(session("receive bus.md --for 2027-03-04").status == 0)
    session("amend M1 --instruction \"In 2, delete 'Many'.\"")
    try session.write("name,vote\nA,for\nB,for\nC,against\nD,against\nE,against\nF,against\n", to: "roll.csv")
    #expect(session("vote M1/A2 --roll roll.csv").status == 0)
    #expect(session("verify").status == 0)
    let record = try session.read("ledger.jsonl")
    #expect(record.contains(old), "\(record.split(separator: "\n")[1])")
    let lines = try session.ledger
    // Somebody with the key writes the record anew, with one result turned.
    let (world, _) = World.test(files: session.disk, folder: "/forged", now: session.now)
    try session.disk.makeFolder("/forged", mode: 0o755)
    let opening = try JSON(parsing: Array(lines[0].utf8))
    let ledger = LedgerFile("/forged/ledger.jsonl", in: world)
    try ledger.create(
      origin: "riverside-branch", key: nil, by: "secretary",
      fields: [JSON.Member("rules", try #require(opening["rules"]))])
    try ledger.withLock { open in
      for line in lines.dropFirst() {
        let text = line.contains(old) ? line.replacing(old, with: new) : line
        guard case .object(let members) = try JSON(parsing: Array(text.utf8)) else { return }
        let envelope: Set<String> = ["at", "by", "prev", "seq", "type", "v"]
        guard case .string(let type)? = JSON.object(members)["type"] else { return }
        _ = try open.append([
          NewEntry(type: type, by: "secretary", fields: members.filter { !envelope.contains($0.name) })
        ])
      }
    }
    for name in try session.disk.list("/body/texts") {
      try session.disk.makeFolder("/forged/texts", mode: 0o755)
      try session.disk.write(
        try session.disk.read("/body/texts/\(name)"), to: "/forged/texts/\(name)", mode: 0o644)
    }
    try session.disk.write(try session.disk.read("/body/rules.yaml"), to: "/forged/rules.yaml", mode: 0o644)
    session.folder = "/forged"
    let answer = session("verify")
    #expect(answer.status == 1)
    #expect(answer.output.contains(code), "\(answer.output)")
  }

  @Test("A receipt proves a decision and its text by the public key alone, and nothing else")
  func receipts() throws {
    let session = try decided()
    #expect(session("receipt M1 --into M1.receipt").status == 0)
    try session.write(session("show M1 --as adopted").output, to: "adopted.md")
    for name in ["M1.receipt", "adopted.md", "ledger.jsonl.vkey"] {
      try session.disk.makeFolder("/member", mode: 0o755)
      try session.disk.write(Array(try session.read(name).utf8), to: "/member/\(name)", mode: 0o644)
    }
    session.folder = "/member"
    let check = "check-receipt M1.receipt --key ledger.jsonl.vkey"
    let proved = session(check + " --text adopted.md")
    #expect(proved.status == 0)
    #expect(proved.output.contains("M1 was declared carried as amended: 41 for of 50 votes"), "\(proved.output)")
    #expect(proved.output.contains("byte for byte"))
    try session.write(try session.read("adopted.md").replacing("12%", with: "13%"), to: "adopted.md")
    #expect(session(check + " --text adopted.md").status == 1)
    let receipt = Array(try session.read("M1.receipt").utf8)
    for index in receipt.indices {
      var changed = receipt
      changed[index] ^= 1
      try session.disk.write(changed, to: "/member/M1.receipt", mode: 0o644)
      let answer = session(check)
      #expect(answer.status != 0, "byte \(index): \(answer.output)")
    }
  }

  @Test("A receipt of what is not decided proves that it came in")
  func receiptOfArrival() throws {
    let session = try Session.meeting()
    try session.write(session("receipt M1").output, to: "M1.receipt")
    let proved = session("check-receipt M1.receipt --key ledger.jsonl.vkey")
    #expect(proved.status == 0)
    #expect(proved.output.contains("M1 was received: “Bus fares”, on 2027-02-05T18:00:00+00:00."), "\(proved.output)")
  }

  @Test("Who only reads is warned where the record is not the one that was sealed")
  func readingCutRecord() throws {
    let session = try decided()
    #expect(session("now").error.isEmpty)
    let lines = try session.ledger
    try session.write(lines.dropLast(2).joined(separator: "\n") + "\n", to: "ledger.jsonl")
    let answer = session("list")
    #expect(answer.status == 0)
    #expect(answer.error.contains("not the one that was sealed"), "\(answer.error)")
  }

  @Test("A damaged record is said by status, and nothing is recorded in it")
  func damagedStatus() throws {
    let session = try decided()
    #expect(session("status").status == 0)
    let text = try session.read("ledger.jsonl").replacing("\"for\":30", with: "\"for\":31")
    try session.write(text, to: "ledger.jsonl")
    let status = session("status")
    #expect(status.status == 1)
    #expect(status.output.contains("The record is damaged"))
    try session.refused("note \"More.\"", "ledger-damaged")
  }

  @Test("Without the key it is recorded, and said that it is not sealed")
  func withoutKey() throws {
    let session = try decided()
    try session.disk.remove("/body/.motions/ledger.key")
    #expect(session("note \"More.\"").error.contains("not sealed"))
    #expect(session("verify").output.contains("1 not yet"))
  }

  @Test("The same body goes on from a copy at another path")
  func copied() throws {
    let session = try decided()
    for folder in ["", "/texts", "/.motions", "/motions"] {
      try session.disk.makeFolder("/stick\(folder)", mode: 0o755)
      for name in try session.disk.list("/body\(folder)") where session.disk.kind(of: "/body\(folder)/\(name)") == .file
      {
        try session.disk.write(
          try session.disk.read("/body\(folder)/\(name)"), to: "/stick\(folder)/\(name)",
          mode: try session.disk.mode(of: "/body\(folder)/\(name)"))
      }
    }
    session.folder = "/stick"
    let answer = session("continue")
    #expect(answer.status == 0, "\(answer.output)\(answer.error)")
    #expect(answer.output.contains("The last entry is"))
    #expect(session("note \"Taken on.\"").status == 0)
    #expect(session("verify").status == 0)
  }

  @Test("The same commands at the same moments give the same record, byte for byte")
  func deterministic() throws {
    #expect(try decided().read("ledger.jsonl") == decided().read("ledger.jsonl"))
  }
}

@Suite("Long amendments")
struct LongAmendmentTests {
  @Test("An amendment too long for a line of the ledger is recorded, applied and verified")
  func long() throws {
    let session = try Session.meeting()
    let words = (1...3_000).map { "word\($0)" }.joined(separator: " ")
    try session.write("---\namends: M1\n---\nReplace clause 3 with:\n> 3. \(words)\n", to: "long.md")
    let answer = session("amend M1 long.md")
    #expect(answer.status == 0, "\(answer.error)")
    #expect(session("vote M1/A1 --for 30 --against 4").status == 0)
    #expect(session("show M1").output.contains("word3000"))
    #expect(session("verify").status == 0)
  }

  @Test("A correction after the motion is adopted leaves its adopted text as it was recorded")
  func adoptedStays() throws {
    let session = try Session.meeting()
    session("amend M1 --instruction \"In clause 1, delete '12%' and insert '15%'.\"")
    session("vote M1/A1 --for 25 --against 12")
    session("vote M1 --for 30 --against 12")
    #expect(session("correct M1/A1 --for 5 --reason misheard").output.contains("In question for the chair"))
    #expect(session("show M1 --as adopted").output.contains("15%"))
    #expect(session("show M1 --as amended").output.contains("12%"))
    #expect(session("verify").status == 0)
  }
}

@Suite("Copies")
struct CopyTests {
  @Test("Every entry is written to the further places that the rules name, and verifies there")
  func copies() throws {
    let session = try Session()
    session("init")
    let rules = try session.read("rules.yaml")
    try session.write(rules + "\ncopies: [/stick]\n", to: "rules.yaml")
    #expect(session("rules adopt --reason \"a stick\"").status == 0)
    #expect(session("note Kept.").status == 0)
    #expect(try session.disk.read("/stick/ledger.jsonl") == session.disk.read("/body/ledger.jsonl"))
    #expect(try session.disk.list("/stick/texts") == session.disk.list("/body/texts"))
    session.folder = "/stick"
    #expect(session("verify").status == 0)
    #expect(session.disk.kind(of: "/stick/.motions/ledger.key") == nil)
  }
}

@Suite("Labels that are announced")
struct AnnouncedLabelTests {
  @Test("A label is announced and recorded only for a clause that is printed with it")
  func printedOnly() throws {
    let session = try Session.meeting()
    try session.write(Session.motion + "\nSome closing words stand here.\n", to: "closing.md")
    session("receive closing.md --received \"2027-02-12 10:00\"")
    let clause = session("amend M2 --instruction \"After clause 1 insert: To ride.\"")
    #expect(clause.output.contains("The new clause is 1A."))
    let paragraph = session("amend M2 --instruction \"At the end of the motion add: To report back.\"")
    #expect(paragraph.status == 0, "\(paragraph.error)")
    #expect(!paragraph.output.contains("The new clause"), "\(paragraph.output)")
  }
}
