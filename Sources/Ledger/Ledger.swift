/// An append-only log of canonical lines under a Merkle tree.
public struct Ledger: Sendable {}
