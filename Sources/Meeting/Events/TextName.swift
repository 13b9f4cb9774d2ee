internal import CanonicalJSON
internal import Ledger

/// A text named by what it is: the SHA-256 of its bytes, in hexadecimal, and how many they are.
package struct TextName: Hashable, Sendable {
  package var sha256: String
  package var bytes: Int

  package init(sha256: String, bytes: Int) {
    self.sha256 = sha256
    self.bytes = bytes
  }

  package init(of bytes: [UInt8]) {
    self.init(sha256: Digest(of: bytes).hex, bytes: bytes.count)
  }
}
