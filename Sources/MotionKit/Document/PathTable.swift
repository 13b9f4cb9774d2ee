/// Finds nodes by their paths: an open table of node numbers, a fraction of a dictionary of paths.
struct PathTable: Sendable {
  /// Node numbers, or -1; never more than half of them taken.
  private var slots: [Int32]
  private let mask: Int

  init(capacity: Int) {
    var size = 16
    while size < capacity * 2 { size *= 2 }
    slots = Array(repeating: -1, count: size)
    mask = size - 1
  }

  /// The node of a text that has this path.
  func node(at path: String, in texts: (Int) -> String) -> Int? {
    let found = slots[slot(of: path, texts)]
    return found < 0 ? nil : Int(found)
  }

  /// Enters a node that has this path, unless another has; that other one.
  mutating func enter(_ node: Int, at path: String, in texts: (Int) -> String) -> Int? {
    let slot = slot(of: path, texts)
    if slots[slot] >= 0 { return Int(slots[slot]) }
    slots[slot] = Int32(node)
    return nil
  }

  private func slot(of path: String, _ texts: (Int) -> String) -> Int {
    // FNV-1a, its end stirred: paths differ in their last bytes.
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in path.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    hash = (hash ^ hash >> 33) &* 0xFF51_AFD7_ED55_8CCD
    var slot = Int(truncatingIfNeeded: hash >> 32) & mask
    while slots[slot] >= 0, !texts(Int(slots[slot])).utf8.elementsEqual(path.utf8) { slot = (slot + 1) & mask }
    return slot
  }
}
