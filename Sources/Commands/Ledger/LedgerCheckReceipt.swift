internal import ArgumentParser
internal import CanonicalJSON
internal import Ledger
internal import Platform

struct LedgerCheckReceipt: MotionsCommand {
  static let configuration = CommandConfiguration(
    commandName: "check-receipt",
    abstract: "Check that an entry is in a ledger, by its receipt alone.",
    discussion: """
      Neither the ledger nor a network is needed. The exit status is 1 where the
      receipt does not prove it.

      EXAMPLE
        motions ledger check-receipt entry.json 17.receipt --key notes.jsonl.vkey
      """)

  @Argument(help: "The file with the entry's line as it stands in the ledger; - is standard input.")
  var entry: String

  @Argument(help: "The file with the receipt.")
  var receipt: String

  @Option(name: .long, help: ArgumentHelp("The ledger's verifier key, or a file with it.", valueName: "vkey"))
  var key: [String]

  @OptionGroup var format: Format

  func run(in world: World) throws -> ExitStatus {
    var line = try entry == "-" ? world.readInput() : world.files.read(entry.path(in: world.folder))
    if line.last == 10 { line.removeLast() }
    let bytes = try world.files.read(receipt.path(in: world.folder))
    let keys = try key.map { try VerifierKey(argument: $0, in: world) }
    guard let proof = Receipt(parsing: bytes) else {
      throw Failure(
        .badInput, "bad-receipt", "this is no receipt", file: receipt,
        help: "a receipt begins with a line c2sp.org/tlog-proof@v1")
    }
    let fault = proof.fault(for: line, keys: keys)
    let head = Checkpoint(parsing: proof.checkpoint)
    if format.json {
      let answer: JSON = [
        "schema": "motions.receipt-check/1", "verdict": fault == nil ? "verified" : "failed",
        "seq": .integer(proof.index), "origin": JSON(head?.origin), "size": JSON(head?.size),
        "code": JSON(fault?.rawValue), "message": JSON(fault?.message),
      ]
      world.write(answer.answer + [10])
    } else if let fault {
      world.print("Not proved: \(fault.message) [\(fault.rawValue)].")
    } else if let head {
      world.print("This is entry \(proof.index) of the \(head.size) that \(head.origin) has sealed.")
      world.print("Seal: \(head.seal.text)")
    }
    return fault == nil ? .done : .no
  }
}
