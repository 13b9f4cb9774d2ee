internal import CanonicalJSON
internal import Ledger

/// `motions.receipt/1`.
func receiptAnswer(_ receipt: Receipt) -> [UInt8] {
  let answer: JSON = [
    "schema": "motions.receipt/1", "seq": .integer(receipt.index),
    "hashes": .array(receipt.hashes.map { .string($0.base64) }),
    "receipt": .string(String(decoding: receipt.bytes, as: UTF8.self)),
  ]
  return answer.answer
}
