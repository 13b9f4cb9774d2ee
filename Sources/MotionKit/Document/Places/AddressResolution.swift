/// A place that may have been meant, with its first words.
public struct AddressCandidate: Hashable, Sendable {
  public var path: Path
  public var excerpt: String

  public init(path: Path, excerpt: String) {
    self.path = path
    self.excerpt = excerpt
  }
}

/// What a person's way of naming a place means in a text.
public struct AddressResolution: Hashable, Sendable {
  /// What of the nodes is meant.
  public enum Part: Hashable, Sendable {
    case node, heading, title
    /// The whole text ("the motion").
    case whole
  }

  /// One place that was named.
  public struct Place: Hashable, Sendable {
    public var node: Int
    /// UTF-8 offsets in the node's own text (a section's: in its heading), 0-based and half-open: a sentence, or the
    /// words above a list. Nil where the node is meant with all below it.
    public var range: Range<Int>?

    public init(node: Int, range: Range<Int>? = nil) {
      self.node = node
      self.range = range
    }
  }

  public var part: Part
  /// What was named, in the order it was named; empty where nothing fits or several might.
  public var places: [Place]
  /// Where several places may be meant: all of them, and `places` is empty.
  public var candidates: [AddressCandidate]
  /// Where nothing is there: what comes nearest.
  public var nearest: [AddressCandidate]
  /// Why nothing was found, or, as a note, what in the address was taken as a hint only. Its span lies in the address.
  public var finding: Finding?

  public init(
    part: Part = .node, places: [Place] = [], candidates: [AddressCandidate] = [], nearest: [AddressCandidate] = [],
    finding: Finding? = nil
  ) {
    self.part = part
    self.places = places
    self.candidates = candidates
    self.nearest = nearest
    self.finding = finding
  }

  /// The nodes of `places`, each once.
  public var nodes: [Int] {
    var nodes: [Int] = []
    for place in places where nodes.last != place.node { nodes.append(place.node) }
    return nodes
  }

  public var isFound: Bool { !places.isEmpty || part == .whole || part == .title }
  public var isAmbiguous: Bool { candidates.count > 1 }
}

extension Document {
  /// Resolves a place as people name it: `2.1(a)`, "clause 4", "clauses 3 to 5 and 7", "point 2 of resolves",
  /// "This conference believes 3", "the second paragraph", "the last sentence of 3", "third bullet under Next steps",
  /// "the paragraph beginning ‘Buses …’", "the heading of resolves", "title", and every path.
  ///
  /// Case, no-break and full-width characters, and the kind of quotation marks are no difference. More than one place
  /// that fits is said as candidates, never guessed; of what is not there the nearest is shown, never taken.
  /// Complexity: linear in the text.
  public func resolve(address: String) -> AddressResolution { AddressReader(self).resolve(address) }
}
