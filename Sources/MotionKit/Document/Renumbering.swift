/// Labels brought into order: what changes, and the edits that make it so.
public struct Renumbering: Hashable, Sendable {
  /// Old and new of every label that changes, in the order of the text: at adoption, the table old → new.
  public var changes: [Numbering.Change]
  /// Labels, and the references in the text that follow them; sorted and disjoint.
  public var edits: [SourceEdit]
  /// References for whose sake some labels stay out of order: with new numbers their words would mean another clause,
  /// or several.
  public var kept: [CrossReference]

  public init(changes: [Numbering.Change], edits: [SourceEdit], kept: [CrossReference] = []) {
    self.changes = changes
    self.edits = edits
    self.kept = kept
  }
}

extension Document {
  /// What bringing the labels into order changes, whatever the mode of the text: only the bytes of labels and of the
  /// references to them.
  ///
  /// Every reference goes on to point at the clause that it pointed at. Where its new number alone would mean another
  /// one it gets the name of the section too ("3 of resolves"); where that does not help, the numbers stay as they are.
  public func renumbering() -> Renumbering {
    var draft = RenumberingDraft(self)
    return draft.settled()
  }

  /// The text with its labels in order, where its mode is live; as it is where labels are frozen or adopted.
  ///
  /// Nothing but labels and references to them changes. Doing it twice is doing it once.
  public func renumbered() -> Document {
    guard numbering == .live else { return self }
    var document = self
    // New numbers may bring together what the old ones kept apart; in a few rounds it is settled, or best left alone.
    for _ in 0..<4 {
      let edits = document.renumbering().edits
      if edits.isEmpty { return document }
      let next = Document(parsing: SourceEdit.apply(edits, to: document.bytes))
      guard next.nodes.count == nodes.count,
        zip(next.nodes, nodes).allSatisfy({
          $0.kind == $1.kind && $0.parent == $1.parent && ($0.label == nil) == ($1.label == nil)
        }), document.begins(as: next, after: edits)
      else { return self }
      document = next
    }
    return document.renumbering().edits.isEmpty ? document : self
  }

  /// Whether every node begins where the edits have moved it: then none has won or lost words.
  private func begins(as next: Document, after edits: [SourceEdit]) -> Bool {
    var moved = 0
    var at = 0
    for (node, new) in zip(nodes, next.nodes) {
      while at < edits.count, edits[at].span.lowerBound < node.span.lowerBound {
        moved += edits[at].replacement.utf8.count - edits[at].span.count
        at += 1
      }
      if new.span.lowerBound != node.span.lowerBound + moved { return false }
    }
    return true
  }
}

extension SourceEdit {
  /// The bytes with sorted, disjoint edits made; an edit that overlaps one before it is left out.
  package static func apply(_ edits: [SourceEdit], to bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var at = 0
    for edit in edits where edit.span.lowerBound >= at && edit.span.upperBound <= bytes.count {
      result += bytes[at..<edit.span.lowerBound]
      result += edit.replacement.utf8
      at = edit.span.upperBound
    }
    return result + bytes[at...]
  }
}
