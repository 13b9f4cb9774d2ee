extension Document {
  /// A node's id in the text it came with: the text's name and the 1-based index there, such as `M1#4`.
  ///
  /// It is recomputed from the stored text and never random.
  public func id(of index: Int, in text: String) -> String { "\(text)#\(index + 1)" }

  /// A fast 64-bit hash of the node's text without label and line layout (a section's: of its heading, a raw node's
  /// verbatim), for alignment: equal texts have equal hashes on every machine and in every run.
  public func hash(of index: Int) -> UInt64 {
    guard nodes.indices.contains(index) else { return 0 }
    // FNV-1a, 64 bits (draft-eastlake-fnv), its end stirred as in MurmurHash3's fmix64.
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for (piece, span) in nodes[index].textSpans.enumerated() {
      if piece > 0 { hash = (hash ^ 32) &* 0x100_0000_01B3 }
      for byte in bytes[span] { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    }
    hash ^= hash >> 33
    hash = hash &* 0xFF51_AFD7_ED55_8CCD
    return hash ^ hash >> 33
  }
}
