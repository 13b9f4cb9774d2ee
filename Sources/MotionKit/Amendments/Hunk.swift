/// The text whose bytes a hunk's ranges count.
///
/// Most hunks lie in the base. One that was read against a text with other amendments in it may lie in words that one
/// of them supplied.
public enum Space: Hashable, Sendable {
  case base
  /// The words that an operation of an amendment supplied; `part` counts its places where it has several.
  case text(of: String, operation: Int, part: Int)

  package var isBase: Bool { if case .base = self { true } else { false } }

  /// The amendment that supplied the text; nil for the base.
  public var amendment: String? {
    if case .text(let name, _, _) = self { return name }
    return nil
  }
}

/// One node of the base or of a supplied text.
package struct NodeReference: Hashable, Sendable {
  package var space: Space
  package var index: Int
}

/// A point between two neighbours under one parent, where whole clauses can come.
package struct Gap: Hashable, Sendable {
  package enum Container: Hashable, Sendable {
    case top(Space)
    case node(NodeReference)
  }

  package var container: Container
  /// The text of the container.
  package var space: Space {
    switch container {
    case .top(let space): space
    case .node(let node): node.space
    }
  }
  /// How many of the parent's children stand before it.
  package var index: Int
}

/// A resolved operation, or a part of one: a place, and what replaces it.
package struct Hunk: Hashable, Sendable {
  package enum Change: Hashable, Sendable {
    /// Bytes of the space become the bytes of the hunk's own supplied text; both may be empty.
    case words(Range<Int>)
    /// The node goes with all below it.
    case delete
    /// The node with all below it becomes the supplied clauses.
    case replace
    /// The supplied clauses come at the gap.
    case insert(Gap)
    /// The node with all below it goes to the gap.
    case move(Gap)
    /// The whole text becomes the supplied clauses.
    case replaceAll
  }

  package var amendment: String
  /// Index of the operation in the amendment.
  package var operation: Int
  /// Counts the places of an operation that has several.
  package var part: Int
  package var space: Space
  /// The node whose own words change, or that goes, moves or is replaced; nil for insertions and the title field.
  package var node: Int?
  package var change: Change
  /// What comes: the bytes themselves for words, the text of whole clauses otherwise.
  package var supplied: [UInt8] = []
  /// One of many places of a "throughout": it gives way where another amendment takes the words away.
  package var isThroughout = false
  /// Paragraphs that come are paragraphs, also where their neighbours are numbered.
  package var asWritten = false
  /// In a "throughout": the words it looks for.
  package var sought: [UInt8] = []
  /// In a "throughout": the node of its space it is confined to; nil for the whole text.
  package var scope: Int?
  /// What other insertions at the same point brought before this one when it was read, as their texts.
  package var follows: [Space] = []
  /// What other insertions at the same point brought after this one when it was read.
  package var precedes: [Space] = []

  /// The amendment that had moved the node already when this one moved it on.
  package var movesOn: String?

  /// Where its own supplied text lies.
  package var text: Space { .text(of: amendment, operation: operation, part: part) }

  /// Whether it brings whole clauses.
  package var bringsClauses: Bool {
    switch change {
    case .replace, .insert, .replaceAll: true
    case .words, .delete, .move: false
    }
  }

  package var range: Range<Int>? {
    if case .words(let range) = change { return range }
    return nil
  }

  /// Where clauses come to, or where one moves to.
  package var gap: Gap? {
    switch change {
    case .insert(let gap), .move(let gap): gap
    case .words, .delete, .replace, .replaceAll: nil
    }
  }

  /// Whether a clause goes, with or without others in its place.
  package var takesOut: Bool {
    switch change {
    case .delete, .replace: true
    case .words, .insert, .move, .replaceAll: false
    }
  }

  package var isWhole: Bool { if case .replaceAll = change { true } else { false } }

  /// The same change of the same place, whoever asks for it.
  package func asksTheSame(as other: Hunk) -> Bool {
    space == other.space && node == other.node && change == other.change
      && (bringsClauses
        ? FragmentText.withoutLabels(supplied) == FragmentText.withoutLabels(other.supplied)
        : supplied == other.supplied)
  }
}
