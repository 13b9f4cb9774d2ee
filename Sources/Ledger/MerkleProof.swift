/// Proofs about a Merkle tree (RFC 6962 §2.1.1 and §2.1.2).
public enum MerkleProof {
  /// The hashes that lead from a leaf to the root; `index` must be within the leaves.
  public static func inclusion(of index: Int, in leaves: [Digest]) -> [Digest] {
    inclusion(of: index, in: leaves[...])
  }

  private static func inclusion(of index: Int, in leaves: ArraySlice<Digest>) -> [Digest] {
    guard leaves.count > 1, index >= 0, index < leaves.count else { return [] }
    let half = largestPower(below: leaves.count)
    let (left, right) = (leaves.prefix(half), leaves.dropFirst(half))
    return index < half
      ? inclusion(of: index, in: left) + [root(of: right)]
      : inclusion(of: index - half, in: right) + [root(of: left)]
  }

  /// The hashes that show a tree of the first `size` leaves to be the beginning of the tree of all.
  public static func consistency(from size: Int, in leaves: [Digest]) -> [Digest] {
    guard size > 0, size < leaves.count else { return [] }
    return consistency(from: size, in: leaves[...], whole: true)
  }

  private static func consistency(from size: Int, in leaves: ArraySlice<Digest>, whole: Bool) -> [Digest] {
    if size == leaves.count { return whole ? [] : [root(of: leaves)] }
    let half = largestPower(below: leaves.count)
    let (left, right) = (leaves.prefix(half), leaves.dropFirst(half))
    return size <= half
      ? consistency(from: size, in: left, whole: whole) + [root(of: right)]
      : consistency(from: size - half, in: right, whole: false) + [root(of: left)]
  }

  static func root(of leaves: ArraySlice<Digest>) -> Digest {
    var frontier = MerkleFrontier()
    for leaf in leaves { frontier.append(leaf: leaf) }
    return frontier.root
  }

  private static func largestPower(below count: Int) -> Int {
    var power = 1
    while power * 2 < count { power *= 2 }
    return power
  }

  /// Whether the hashes lead from a leaf to the root of a tree of `size` leaves.
  public static func verifies(
    inclusion proof: [Digest], of leaf: Digest, at index: Int, size: Int, root: Digest
  ) -> Bool {
    guard index >= 0, index < size else { return false }
    var (place, last, hash) = (index, size - 1, leaf)
    for sibling in proof {
      guard last > 0 else { return false }
      if place & 1 == 1 || place == last {
        hash = .node(sibling, hash)
        while place & 1 == 0 && place != 0 {
          place >>= 1
          last >>= 1
        }
      } else {
        hash = .node(hash, sibling)
      }
      place >>= 1
      last >>= 1
    }
    return last == 0 && hash == root
  }

  /// Whether the hashes show the first tree to be the beginning of the second.
  ///
  /// Nothing is shown about an empty tree: everything begins with nothing.
  public static func verifies(
    consistency proof: [Digest], from first: (size: Int, root: Digest), to second: (size: Int, root: Digest)
  ) -> Bool {
    guard first.size > 0, first.size <= second.size else { return false }
    if first.size == second.size { return proof.isEmpty && first.root == second.root }
    var path = proof[...]
    if first.size & (first.size - 1) == 0 { path.insert(first.root, at: path.startIndex) }
    guard let start = path.popFirst() else { return false }
    var (place, last) = (first.size - 1, second.size - 1)
    while place & 1 == 1 {
      place >>= 1
      last >>= 1
    }
    var (old, new) = (start, start)
    for sibling in path {
      guard last > 0 else { return false }
      if place & 1 == 1 || place == last {
        old = .node(sibling, old)
        new = .node(sibling, new)
        while place & 1 == 0 && place != 0 {
          place >>= 1
          last >>= 1
        }
      } else {
        new = .node(new, sibling)
      }
      place >>= 1
      last >>= 1
    }
    return last == 0 && old == first.root && new == second.root
  }
}
