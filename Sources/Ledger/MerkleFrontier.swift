/// A Merkle tree (RFC 6962 §2.1) that grows at its right edge, of which only the roots of its full subtrees are kept.
///
/// Appending costs one hash on average and at most log₂ n; the root costs at most log₂ n.
public struct MerkleFrontier: Hashable, Sendable {
  /// Leaves in the tree.
  public private(set) var count = 0
  /// Roots of the full subtrees, the largest first: one for each bit that is set in `count`.
  private(set) var peaks: [Digest] = []

  public init() {}

  /// A tree of that many leaves by its peaks; nil where these are not as many as it has.
  init?(count: Int, peaks: [Digest]) {
    guard count >= 0, count.nonzeroBitCount == peaks.count else { return nil }
    self.count = count
    self.peaks = peaks
  }

  public mutating func append(leaf: Digest) {
    var subtree = leaf
    var rest = count
    while rest & 1 == 1, let left = peaks.popLast() {
      subtree = .node(left, subtree)
      rest >>= 1
    }
    peaks.append(subtree)
    count += 1
  }

  /// The root; of an empty tree the digest of no bytes.
  public var root: Digest {
    guard var root = peaks.last else { return Digest(of: []) }
    for peak in peaks.dropLast().reversed() { root = .node(peak, root) }
    return root
  }
}
