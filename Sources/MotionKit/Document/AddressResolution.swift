/// What a person's way of naming a place means in a text.
public struct AddressResolution: Hashable, Sendable {
  /// What of the nodes is meant.
  public enum Part: Hashable, Sendable {
    case node, heading, title
    /// The whole text ("the motion").
    case whole
  }

  public var part: Part
  /// What was named, in the order it was named; empty where nothing fits or several might.
  public var nodes: [Int]
  /// Where several places may be meant: all of them, and `nodes` is empty.
  public var candidates: [Int]

  public init(part: Part = .node, nodes: [Int] = [], candidates: [Int] = []) {
    self.part = part
    self.nodes = nodes
    self.candidates = candidates
  }

  public var isFound: Bool { !nodes.isEmpty || part == .whole || part == .title }
  public var isAmbiguous: Bool { candidates.count > 1 }
}

extension Document {
  /// Resolves a place as people name it: `2.1(a)`, "clause 4", "clauses 2 and 3", "point 2 of resolves", "Believes 2",
  /// "the second paragraph", "last bullet under Next steps", "the paragraph beginning ‘Buses …’", "the heading of
  /// resolves", "title", and every path.
  ///
  /// More than one place that fits is said as candidates, never guessed; nothing that fits is an empty resolution.
  public func resolve(address: String) -> AddressResolution {
    var reader = AddressReader(self, address)
    return reader.resolve()
  }
}
