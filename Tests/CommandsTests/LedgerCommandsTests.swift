import CanonicalJSON
import Commands
import Ledger
import Platform
import Testing

@Suite("The keys of a ledger")
struct LedgerCommandsTests {
  private let disk = MemoryDisk()

  /// Every command has other random bytes, as they have in the world.
  @discardableResult
  private func run(_ line: String, chance: UInt8 = 1, folder: String = "/") -> (status: Int32, output: CapturedOutput) {
    let (world, output) = World.test(
      files: disk, folder: folder, seed: chance,
      zoneFile: { name in try? Disk().read("/usr/share/zoneinfo/\(name)") })
    return (Commands.run(line.split(separator: " ").map(String.init), in: world).code, output)
  }

  private func entries() throws -> [Entry] {
    try LedgerFile("/notes.jsonl", in: World.test(files: disk).world).entries()
  }

  @Test("A key is for its owner alone from the first moment, what verifies it is for everybody")
  func modes() throws {
    #expect(run("ledger create notes.jsonl --origin riverside.example/notes").status == 0)
    #expect(try disk.mode(of: "/notes.jsonl.key") == 0o600)
    #expect(try disk.mode(of: "/notes.jsonl.vkey") == 0o644)
    #expect(run("ledger rotate notes.jsonl", chance: 2).status == 0)
    #expect(try disk.mode(of: "/notes.jsonl.key") == 0o600)
    #expect(disk.kind(of: "/notes.jsonl.key.new") == nil)
  }

  @Test("Handing a ledger over leaves every checkpoint of before and after to whoever has the first key")
  func rotate() throws {
    run("ledger create notes.jsonl --origin riverside.example/notes")
    run("ledger checkpoint notes.jsonl")
    let (vkey, head) = (try disk.read("/notes.jsonl.vkey"), try disk.read("/notes.jsonl.checkpoint"))
    try disk.write(vkey, to: "/first.vkey", mode: 0o644)
    try disk.write(head, to: "/first.checkpoint", mode: 0o644)
    #expect(run("ledger rotate notes.jsonl --dry-run", chance: 2).status == 0)
    #expect(try disk.read("/notes.jsonl.checkpoint") == head && entries().count == 1)
    for chance: UInt8 in 2...4 { #expect(run("ledger rotate notes.jsonl --by Ada", chance: chance).status == 0) }
    #expect(try entries().map(\.type) == ["ledger.opened"] + Array(repeating: "ledger.rotated", count: 3))
    #expect(run("ledger verify notes.jsonl --key first.vkey").status == 0)
    #expect(run("ledger verify notes.jsonl --key first.vkey --checkpoint first.checkpoint").status == 0)
    #expect(run("ledger verify notes.jsonl --checkpoint first.checkpoint").status == 0)
    #expect(run("ledger publish notes.jsonl public").status == 0)
    #expect(run("ledger verify public --key first.vkey").status == 0)
  }

  @Test("Cut off before its entry or before the keys are in their places, it is finished by doing it again")
  func cutOff() throws {
    run("ledger create notes.jsonl --origin riverside.example/notes")
    let old = try disk.read("/notes.jsonl.key")
    run("ledger rotate notes.jsonl", chance: 2)
    let new = try disk.read("/notes.jsonl.key")
    // The entry is there; the keys are as they were before.
    try disk.write(old, to: "/notes.jsonl.key", mode: 0o600)
    try disk.write(new, to: "/notes.jsonl.key.new", mode: 0o600)
    let sealing = run("ledger checkpoint notes.jsonl")
    #expect(sealing.status == 65 && sealing.output.errorText.contains("finish that with: motions ledger rotate"))
    #expect(run("ledger rotate notes.jsonl", chance: 3).status == 0)
    #expect(try entries().count == 2 && disk.read("/notes.jsonl.key") == new)
    // The key is made, and nothing else is done.
    let third = try #require(SigningKey(name: "riverside.example/notes", seed: Array(9..<41)))
    try disk.write(Array(third.text.utf8), to: "/notes.jsonl.key.new", mode: 0o600)
    #expect(run("ledger rotate notes.jsonl", chance: 4).status == 0)
    #expect(try entries().count == 3 && entries()[2]["key"] == .string(third.verifier.text))
    #expect(run("ledger verify notes.jsonl").status == 0)
  }

  @Test("In a body's folder the body's own key is replaced, under its own lock, and the record goes on")
  func body() throws {
    try disk.makeFolder("/body", mode: 0o755)
    #expect(run("init --preset members-organisation --name Riverside", folder: "/body").status == 0)
    let rotated = run("ledger rotate ledger.jsonl", chance: 2, folder: "/body")
    #expect(rotated.status == 0, "\(rotated.output.errorText)")
    #expect(disk.kind(of: "/body/ledger.jsonl.lock") == nil)
    #expect(run("meeting open --room 40", folder: "/body").status == 0)
    let verified = run("verify", folder: "/body")
    #expect(verified.status == 0 && verified.output.text.contains("All entries are sealed"), "\(verified.output.text)")
    #expect(run("log", folder: "/body").output.text.contains("another key seals the record from here on"))
  }

  @Test("A teller cosigns what the ledger bears out, or what a proof shows to go on from there, and nothing else")
  func cosign() throws {
    run("ledger create notes.jsonl --origin riverside.example/notes")
    run("ledger create teller.jsonl --origin teller.example", chance: 9)
    run("ledger checkpoint notes.jsonl")
    let first = try disk.read("/notes.jsonl.checkpoint")
    try disk.write(first, to: "/first", mode: 0o644)
    #expect(run("ledger cosign first --key teller.jsonl.key").status == 65)
    #expect(run("ledger cosign first --key teller.jsonl.key --ledger-key teller.jsonl.vkey").status == 1)
    #expect(try disk.read("/first") == first)
    #expect(run("ledger cosign notes.jsonl.checkpoint --key teller.jsonl.key").status == 0)
    let cosigned = try #require(Checkpoint(parsing: try disk.read("/notes.jsonl.checkpoint")))
    #expect(cosigned.signatures.map(\.name) == ["riverside.example/notes", "teller.example"])
    try disk.write(Array("{\"type\":\"note.made\"}\n".utf8), to: "/events", mode: 0o644)
    #expect(run("ledger append notes.jsonl events --checkpoint").status == 0)
    let addition = run("ledger consistency notes.jsonl --from first").output.bytes
    try disk.write(addition, to: "/addition", mode: 0o644)
    let known = "--key teller.jsonl.key --ledger-key notes.jsonl.vkey"
    let shown = run("ledger cosign addition \(known)")
    #expect(shown.status == 0 && Checkpoint(parsing: shown.output.bytes)?.signatures.count == 2)
    #expect(try disk.read("/addition") == addition)
    #expect(run("ledger cosign first \(known)").status == 1)
    #expect(run("ledger cosign first --key teller.jsonl.key --ledger notes.jsonl").status == 1)
    #expect(try disk.read("/first") == first)
  }
}
