internal import Foundation
internal import Ledger
internal import Testing

@Suite struct MerkleTests {
  struct Tree: Decodable {
    struct Node: Decodable {
      var leafIdx: Int
      var treeSize: Int
      var root: String
      var proof: [String]
    }
    struct Growth: Decodable {
      var size1: Int
      var size2: Int
      var root1: String
      var root2: String
      var proof: [String]
    }
    var leaves: [String]
    var nodeHashes: [[String]]
    var rootsBySize: [String]
    var inclusion: [Node]
    var consistency: [Growth]
  }

  static func leaves(_ tree: Tree) -> [Digest] { tree.nodeHashes[0].compactMap { Digest(hex: $0) } }

  static func root(_ leaves: some Sequence<Digest>) -> Digest {
    var tree = MerkleFrontier()
    for leaf in leaves { tree.append(leaf: leaf) }
    return tree.root
  }

  @Test("a growing tree has RFC 6962's root at every size")
  func roots() throws {
    let tree = try Fixtures.read("rfc6962-ct/merkle8.json", as: Tree.self)
    let leaves = Self.leaves(tree)
    #expect(leaves.count == 8)
    for size in 0...8 { #expect(Self.root(leaves.prefix(size)).hex == tree.rootsBySize[size]) }
  }

  @Test("proofs are made as the reference makes them")
  func made() throws {
    let tree = try Fixtures.read("rfc6962-ct/merkle8.json", as: Tree.self)
    let leaves = Self.leaves(tree)
    for case let node in tree.inclusion {
      #expect(
        MerkleProof.inclusion(of: node.leafIdx, in: Array(leaves.prefix(node.treeSize))).map(\.hex) == node.proof)
    }
    for growth in tree.consistency {
      let proof = MerkleProof.consistency(from: growth.size1, in: Array(leaves.prefix(growth.size2)))
      #expect(proof.map(\.hex) == growth.proof)
    }
  }

  @Test("every proof that is made verifies, and none for another place, size or root")
  func every() {
    let leaves = (0..<20).map { Digest(of: [UInt8($0)]) }
    for size in 1...20 {
      let tree = Array(leaves.prefix(size))
      let root = Self.root(tree)
      for index in 0..<size {
        let proof = MerkleProof.inclusion(of: index, in: tree)
        #expect(MerkleProof.verifies(inclusion: proof, of: tree[index], at: index, size: size, root: root))
        #expect(!MerkleProof.verifies(inclusion: proof, of: tree[index], at: index + 1, size: size, root: root))
        #expect(!MerkleProof.verifies(inclusion: proof, of: tree[index], at: index, size: size, root: .zero))
        #expect(!MerkleProof.verifies(inclusion: proof + [.zero], of: tree[index], at: index, size: size, root: root))
      }
      for first in 1...size {
        let proof = MerkleProof.consistency(from: first, in: tree)
        let old = (first, Self.root(tree.prefix(first)))
        #expect(MerkleProof.verifies(consistency: proof, from: old, to: (size, root)))
        #expect(!MerkleProof.verifies(consistency: proof + [.zero], from: old, to: (size, root)))
        #expect(!MerkleProof.verifies(consistency: proof, from: (first, .zero), to: (size, root)))
      }
    }
  }

  struct Inclusion: Decodable {
    var leafIdx: UInt64
    var treeSize: UInt64
    var root: String
    var leafHash: String
    var proof: [String]?
    var wantErr: Bool
  }

  @Test("the published inclusion proofs hold, the broken ones do not")
  func inclusions() throws {
    let files = Fixtures.files(below: "merkle-proofs/testdata/inclusion")
    #expect(files.count > 80)
    for file in files {
      let proof = try Fixtures.read(file, as: Inclusion.self)
      let hashes = (proof.proof ?? []).map { Digest(base64: $0) }
      var holds = false
      if let root = Digest(base64: proof.root), let leaf = Digest(base64: proof.leafHash), !hashes.contains(nil),
        let index = Int(exactly: proof.leafIdx), let size = Int(exactly: proof.treeSize)
      {
        holds = MerkleProof.verifies(
          inclusion: hashes.compactMap { $0 }, of: leaf, at: index, size: size, root: root)
      }
      #expect(holds != proof.wantErr, "\(file)")
    }
  }

  struct Consistency: Decodable {
    var size1: UInt64
    var size2: UInt64
    var root1: String
    var root2: String
    var proof: [String]?
    var wantErr: Bool
  }

  @Test("the published consistency proofs hold, the broken ones do not")
  func consistencies() throws {
    let files = Fixtures.files(below: "merkle-proofs/testdata/consistency")
    #expect(files.count > 80)
    for file in files {
      let proof = try Fixtures.read(file, as: Consistency.self)
      let hashes = (proof.proof ?? []).map { Digest(base64: $0) }
      var holds = false
      // Some roots are words instead of digests, where only their being equal matters.
      let old = Digest(base64: proof.root1) ?? Digest(of: Array(proof.root1.utf8))
      let new = Digest(base64: proof.root2) ?? Digest(of: Array(proof.root2.utf8))
      if !hashes.contains(nil), let first = Int(exactly: proof.size1), let second = Int(exactly: proof.size2) {
        holds = MerkleProof.verifies(
          consistency: hashes.compactMap { $0 }, from: (first, old), to: (second, new))
      }
      #expect(holds != proof.wantErr, "\(file)")
    }
  }
}
