internal import ArgumentParser
internal import CanonicalJSON
internal import Ledger
internal import Meeting
internal import Platform
internal import Publishing

struct ReceiptCommand: MotionsCommand {
  static let configuration = CommandConfiguration(
    commandName: "receipt",
    abstract: "A file that proves what was decided, or that something came in, without the record and offline.",
    discussion: """
      Of a motion or an amendment, it proves the entry that decided it last; of one not yet decided, the entry that it \
      came in. The file is a C2SP tlog-proof with the entry itself in it. Whoever has the body's public key checks it \
      with: motions check-receipt.

      EXAMPLES
        motions receipt M1 > M1.receipt
        motions receipt M1/A2 --into a2.receipt
        motions receipt 17
      """)

  @Argument(help: "The motion, the amendment, or the number of an entry.")
  var item: String

  @Option(name: .long, help: "The file to write; it must not be there yet.")
  var into: String?

  @OptionGroup var format: Format

  func run(in world: World) throws -> ExitStatus {
    let path = into?.path(in: world.folder)
    if let path, world.files.kind(of: path) != nil { throw Failure(existing: into ?? path) }
    let body = try Body.open(in: world)
    let seq = try entry(in: body)
    let ledger = LedgerFile(body.folder.ledger, lock: body.folder.lock, in: world)
    let found: Receipt?
    do throws(LedgerError) { found = try ledger.receipt(of: seq, holdingEntry: true) } catch {
      throw Failure(error, in: world)
    }
    guard let receipt = found else {
      throw Failure(
        .badInput, "not-sealed", "Entry \(seq) is not sealed yet, so nothing proves it.",
        help: "Where the key is (.motions/ledger.key), the next thing that is recorded seals it.")
    }
    if let path { try world.files.create(receipt.bytes, at: path, mode: 0o644) }
    if format.json {
      world.write(receiptAnswer(receipt, try CheckedReceipt(receipt).page.members) + [10])
    } else if let into {
      for line in try CheckedReceipt(receipt).page.lines { world.say(line) }
      world.say(
        "\(into) is written; whoever has \(body.folder.verifier.lastStep) checks it with: motions check-receipt \(into) --key \(body.folder.verifier.lastStep)"
      )
    } else {
      world.write(receipt.bytes)
    }
    return .done
  }

  private func entry(in body: Body) throws -> Int {
    if let seq = Int(item) {
      guard body.state.entry(seq) != nil else {
        throw Failure(
          .badInput, "no-such-entry", "There is no entry \(seq): the last one is \(body.state.next - 1).",
          help: "What each says: motions log")
      }
      return seq
    }
    let name = try body.item(item).name
    guard let entry = body.state.settlingEntry(of: name) else {
      throw Failure(
        .badInput, "no-such-entry", "No entry says where \(name) stands.", help: "What each says: motions log")
    }
    return entry.seq
  }
}

struct CheckReceiptCommand: MotionsCommand {
  static let configuration = CommandConfiguration(
    commandName: "check-receipt",
    abstract: "Check a receipt of “motions receipt”: offline, without the record.",
    discussion: """
      The key is the body's public one (ledger.jsonl.vkey), from somewhere you trust: its minutes, its website, a teller. \
      The exit status is 1 where the receipt does not prove what it says.

      EXAMPLES
        motions check-receipt M1.receipt --key ledger.jsonl.vkey
        motions check-receipt M1.receipt --key ledger.jsonl.vkey --text M1-adopted.md
      """)

  @Argument(help: "The receipt.")
  var receipt: String

  @Option(name: .long, help: ArgumentHelp("The body's public key, or the file with it.", valueName: "vkey"))
  var key: [String]

  @Option(name: .long, help: "A text that you hold: is it the one that the entry names?")
  var text: String?

  @OptionGroup var format: Format

  func run(in world: World) throws -> ExitStatus {
    let source = try SourceFile(reading: receipt, in: world)
    let keys = try key.map { try VerifierKey(argument: $0, in: world) }
    guard let proof = Receipt(parsing: source.bytes) else {
      throw Failure(
        .badInput, "bad-receipt", "This is no receipt.", file: receipt,
        help: "A receipt begins with a line c2sp.org/tlog-proof@v1.")
    }
    guard let held = proof.heldEntry else {
      throw Failure(
        .badInput, "no-entry-in-receipt", "This receipt does not hold its entry.", file: receipt,
        help: "With the entry's line beside it: motions ledger check-receipt ENTRY \(receipt) --key …")
    }
    if let fault = proof.fault(for: held.line, keys: keys) {
      if format.json {
        world.write(CheckedReceipt.answer(proof, fault, nil) + [10])
      } else {
        world.print("Not proved: \(fault.message) [\(fault.rawValue)].")
      }
      return .no
    }
    var checked = try CheckedReceipt(proof)
    if let text { checked.page.isItsText = checked.names(try SourceFile(reading: text, in: world).bytes) }
    if format.json {
      world.write(CheckedReceipt.answer(proof, nil, checked.page) + [10])
    } else {
      checked.page.lines.forEach(world.print)
    }
    return checked.page.isItsText == false ? .no : .done
  }
}

/// What the entry in a receipt says.
struct CheckedReceipt {
  var page: ReceiptPage

  init(_ receipt: Receipt) throws {
    guard let held = receipt.heldEntry else {
      throw Failure(.badInput, "no-entry-in-receipt", "This receipt does not hold its entry.")
    }
    let head = Checkpoint(parsing: receipt.checkpoint)
    do throws(EventError) {
      page = ReceiptPage(
        event: try RecordedEvent(held.entry), size: head?.size ?? 0, origin: head?.origin ?? "",
        seal: head?.seal.text ?? "")
    } catch {
      throw Failure(.badInput, error.code, error.message, help: "The entry in this receipt is none of a body's record.")
    }
  }

  /// Whether bytes are the text that the entry names: as they are, or below a front matter as `show` writes it.
  func names(_ bytes: [UInt8]) -> Bool {
    guard let name = page.text else { return false }
    return TextName(of: bytes) == name || TextName(of: MotionText.body(of: bytes)) == name
  }

  /// `motions.receipt-check/1`.
  static func answer(_ receipt: Receipt, _ fault: Receipt.Fault?, _ page: ReceiptPage?) -> [UInt8] {
    let head = Checkpoint(parsing: receipt.checkpoint)
    return JSON.object(
      [
        JSON.Member("schema", "motions.receipt-check/1"),
        JSON.Member("verdict", fault == nil && page?.isItsText != false ? "verified" : "failed"),
        JSON.Member("seq", .integer(receipt.index)), JSON.Member("origin", JSON(head?.origin)),
        JSON.Member("size", JSON(head?.size)), JSON.Member("code", JSON(fault?.rawValue)),
        JSON.Member("message", JSON(fault?.message)),
      ] + (page?.members ?? [])
    ).answer
  }
}
