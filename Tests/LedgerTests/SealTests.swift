internal import Ledger
internal import Testing

@Suite struct SealTests {
  @Test("a seal is the first hundred bits of the root in Crockford's base32")
  func letters() throws {
    let root = try #require(Digest(hex: "00443214c74254b635cf84653a56d7c675be77df" + String(repeating: "f", count: 24)))
    #expect(Seal(root: root, entries: 63).letters == "0123-4567-89AB-CDEF-GHJK")
    #expect(Seal(root: root, entries: 63).text == "0123-4567-89AB-CDEF-GHJK (63 entries)")
    #expect(Seal(root: .zero, entries: 1).text == "0000-0000-0000-0000-0000 (1 entry)")
  }

  @Test("digests are read and written in both forms")
  func digests() {
    let digest = Digest(of: Array("abc".utf8))
    #expect(digest.hex == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    #expect(digest.base64 == "ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=")
    #expect(Digest(hex: digest.hex) == digest && Digest(base64: digest.base64) == digest)
    #expect(Digest(bytes: digest.bytes) == digest)
    #expect(Digest(base64: "ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa1=") == nil)
    #expect(Digest(hex: String(digest.hex.dropLast())) == nil)
  }
}
