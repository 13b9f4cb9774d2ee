internal import CanonicalJSON
internal import Ledger

/// `motions.receipt/1`; of a body's record with what the entry says.
func receiptAnswer(_ receipt: Receipt, _ said: [JSON.Member] = []) -> [UInt8] {
  JSON.object(
    [
      JSON.Member("schema", "motions.receipt/1"), JSON.Member("seq", .integer(receipt.index)),
      JSON.Member("hashes", .array(receipt.hashes.map { .string($0.base64) })),
      JSON.Member("receipt", .string(String(decoding: receipt.bytes, as: UTF8.self))),
    ] + said
  ).answer
}
