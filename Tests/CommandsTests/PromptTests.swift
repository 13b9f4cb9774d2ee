import Commands
import Platform
import Synchronization
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

  /// The record as a meeting has it and with one more amendment or another, each with the checkpoint.
  private static func records() throws -> (session: Session, bytes: [[String: [UInt8]]]) {
    let session = try Session.meeting()
    let names = ["/body/ledger.jsonl", "/body/ledger.jsonl.checkpoint"]
    func record() throws -> [String: [UInt8]] {
      var record: [String: [UInt8]] = [:]
      for name in names { record[name] = try session.disk.read(name) }
      return record
    }
    var records = [try record()]
    for clause in [1, 3] {
      for (name, bytes) in records[0] { try session.disk.write(bytes, to: name, mode: 0o644) }
      #expect(session("amend M1 --instruction \"Delete clause \(clause).\"").status == 0)
      records.append(try record())
    }
    session("note \"The lights went out.\"")
    records.append(try record())
    return (session, records)
  }

  @Test("Each line sees the record as it is, whether others have added to it or it was put back as it was before")
  func others() throws {
    let (session, records) = try Self.records()
    let order = [0, 1, 2, 3, 0, 3, 3, 2, 1, 1, 0]
    var expected = ""
    for index in order {
      for (name, bytes) in records[index] { try session.disk.write(bytes, to: name, mode: 0o644) }
      expected += session("list").output + session("now").output
    }
    let (quiet, output) = World.test(
      files: session.disk, folder: "/body", now: session.now,
      zoneFile: { name in try? Disk().read("/usr/share/zoneinfo/\(name)") })
    var world = quiet
    let (disk, shared) = (session.disk, Shared(Mutex(0)))
    world.readLine = {
      shared.value.withLock { line in
        defer { line += 1 }
        if line == 0 { output.clear() }
        guard order.indices.contains(line / 2) else { return nil }
        for (name, bytes) in records[order[line / 2]] { try? disk.write(bytes, to: name, mode: 0o644) }
        return line % 2 == 0 ? "list" : ""
      }
    }
    #expect(Commands.run(["meeting"], in: world).code == 0)
    #expect(output.text == expected)
    #expect(output.errorText.isEmpty)
  }
}

private final class Shared: Sendable {
  let value: Mutex<Int>
  init(_ value: consuming sending Mutex<Int>) { self.value = value }
}
