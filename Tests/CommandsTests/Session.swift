import CanonicalJSON
import Commands
import Platform
import Testing

/// A person at a terminal, in a world made for the test: a disk in memory, a clock that stands where it is put.
final class Session {
  let disk = MemoryDisk()
  var now: String
  var folder: String

  struct Answer {
    var status: Int32
    var output: String
    var error: String

    var json: JSON? { try? JSON(parsing: Array(output.utf8.filter { $0 != 10 })) }
  }

  init(now: String = "2027-02-05T18:00:00Z", folder: String = "/body") throws {
    self.now = now
    self.folder = folder
    try disk.makeFolder(folder, mode: 0o755)
  }

  @discardableResult
  func run(_ words: [String], input: String = "") -> Answer {
    let (world, output) = World.test(
      files: disk, folder: folder, input: input, now: now,
      zoneFile: { name in try? Disk().read("/usr/share/zoneinfo/\(name)") })
    let status = Commands.run(words, in: world)
    return Answer(status: status.code, output: output.text, error: output.errorText)
  }

  /// One command line, its words parted at blanks; what stands in double quotes is one word.
  @discardableResult
  func callAsFunction(_ line: String, input: String = "") -> Answer {
    var words: [String] = []
    for (index, part) in line.split(separator: "\"", omittingEmptySubsequences: false).enumerated() {
      if index % 2 == 1 { words.append(String(part)) } else { words += part.split(separator: " ").map(String.init) }
    }
    return run(words, input: input)
  }

  func write(_ text: String, to name: String) throws {
    try disk.write(Array(text.utf8), to: "\(folder)/\(name)", mode: 0o644)
  }

  func read(_ name: String) throws -> String {
    String(decoding: try disk.read("\(folder)/\(name)"), as: UTF8.self)
  }

  var ledger: [String] {
    get throws { try read("ledger.jsonl").split(separator: "\n").map(String.init) }
  }
}

extension Session {
  static let motion = """
    ---
    title: Bus fares
    kind: ordinary
    mover: Riverside branch
    seconder: Harbour branch
    ---
    This branch notes:

    1. Bus fares rose by 12% in April.
    2. Many members rely on buses to:

       a) get to work;
       b) attend branch meetings.

    This branch resolves:

    3. To campaign for a fares freeze (see 2 above).

    """

  /// A body with one motion, received in time, and a meeting open with fifty present.
  static func meeting() throws -> Session {
    let session = try Session()
    #expect(session("init --preset members-organisation --name \"Riverside branch\"").status == 0)
    try session.write(motion, to: "bus.md")
    #expect(session("receive bus.md --from \"Riverside branch\"").status == 0)
    session.now = "2027-03-04T19:30:00Z"
    #expect(session("meeting open --room 40 --online 10").status == 0)
    return session
  }

  /// The entries that a command recorded, by type.
  func recorded(_ line: String) throws -> [String] {
    let before = try ledger.count
    let answer = self(line)
    #expect(answer.status == 0, "\(line): \(answer.error)")
    return try ledger.dropFirst(before).compactMap { line in
      guard case .string(let type)? = try JSON(parsing: Array(line.utf8))["type"] else { return nil }
      return type
    }
  }

  /// Runs a line that must be refused, with nothing recorded.
  func refused(_ line: String, _ code: String, status: Int32 = 65) throws {
    let before = try read("ledger.jsonl")
    let answer = self(line)
    #expect(answer.status == status, "\(line): \(answer.output)\(answer.error)")
    #expect(answer.error.contains("[\(code)]"), "\(line): \(answer.error)")
    #expect(try read("ledger.jsonl") == before, "\(line) recorded something")
  }
}
