internal import CanonicalJSON
internal import Ledger

extension JSON {
  /// `motions.verification/1`.
  init(verification found: Verification) {
    self = [
      "schema": "motions.verification/1", "verdict": found.isVerified ? "verified" : "failed",
      "entries": .integer(found.entries), "root": .string(found.root.base64),
      "checkpoint": found.checkpoint.map { JSON(checkpoint: $0, signers: found.signers) } ?? nil,
      "problems": .array(found.problems.map { JSON(damage: $0) }), "unsealed": .integer(found.unsealed),
      "seal": .string(found.seal.letters), "key": JSON(found.key?.text),
    ]
  }

  private init(checkpoint: Checkpoint, signers: [String]) {
    self = [
      "size": .integer(checkpoint.size), "origin": .string(checkpoint.origin),
      "signatures": .array(
        checkpoint.signatures.map { signature in
          ["name": .string(signature.name), "verified": .bool(signers.contains(signature.name))]
        }),
    ]
  }

  private init(damage: Damage) {
    self = [
      "seq": JSON(damage.seq), "code": .string(damage.code.rawValue), "message": .string(damage.message),
      "line": JSON(damage.line), "column": JSON(damage.column), "offset": JSON(damage.offset),
    ]
  }
}
