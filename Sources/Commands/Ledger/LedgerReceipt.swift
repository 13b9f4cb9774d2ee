internal import ArgumentParser
internal import Ledger
internal import Platform

struct LedgerReceipt: MotionsCommand {
  static let configuration = CommandConfiguration(
    commandName: "receipt",
    abstract: "Print the proof that an entry is in a ledger.",
    discussion: """
      Whoever has the entry, its receipt and the ledger's public key can check it
      with nothing else: motions ledger check-receipt.

      EXAMPLE
        motions ledger receipt notes.jsonl 17 > 17.receipt
      """)

  @Argument(help: "The ledger; it has to be sealed.")
  var file: String

  @Argument(help: "The place of the entry, its “seq”.")
  var seq: Int

  @OptionGroup var format: Format

  func run(in world: World) throws -> ExitStatus {
    guard let receipt = try LedgerFile(file, in: world).receipt(of: seq) else {
      throw Failure(
        .badInput, "not-sealed", "no checkpoint covers an entry \(seq)", file: file,
        help: "seal the ledger first: motions ledger checkpoint \(file)")
    }
    if format.json {
      let answer = receiptAnswer(receipt)
      world.write(answer + [10])
    } else {
      world.write(receipt.bytes)
    }
    return .done
  }
}
