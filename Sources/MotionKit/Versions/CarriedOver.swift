/// An amendment to one text said of another that has the clauses it changes.
public struct CarriedOver: Hashable, Sendable {
  /// The same change, anchored in the other text; nil where a clause is not there.
  public var amendment: Amendment?
  /// The clauses that it names and that the other text does not have in the same words, or has more than once.
  public var missing: [Path]

  /// Clauses are found by their words, never by their numbers: clause 3 of the one text can be clause 5 of the other.
  /// Figures in the words do not count, for references follow the numbers.
  public init(_ amendment: Amendment, from base: Document, to other: Document) {
    let places = Places(base, other)
    var missing: [Path] = []
    var carried = amendment
    carried.layout = []
    carried.readAgainst = []
    carried.operations = amendment.operations.map { operation in
      var operation = operation
      // What is said of the whole text is said of that text alone, but for a clause that comes at its start or end.
      if operation.path == .whole, operation.kind != .insertBlock {
        missing.append(.whole)
        return operation
      }
      if let path = places.path(operation.path) { operation.path = path } else { missing.append(operation.path) }
      if let to = operation.to {
        if let path = places.path(to) { operation.to = path } else { missing.append(to) }
      }
      return operation
    }
    self.missing = missing
    self.amendment = missing.isEmpty ? carried : nil
  }

  private struct Places {
    private let base: Document
    private let other: Document
    private let theirs: [String]

    init(_ base: Document, _ other: Document) {
      self.base = base
      self.other = other
      theirs = other.nodes.indices.map { Places.words(of: $0, in: other) }
    }

    func path(_ path: Path) -> Path? {
      if path == .whole { return path }
      if path == .title { return base.title == other.title ? path : nil }
      guard let node = base.node(at: path) else { return nil }
      let words = Places.words(of: node, in: base)
      let found = theirs.indices.filter { theirs[$0] == words && other.nodes[$0].kind == base.nodes[node].kind }
      return found.count == 1 ? other.nodes[found[0]].path : nil
    }

    /// With all below it, so that a clause that leads in is not taken for another one that begins alike.
    private static func words(of node: Int, in document: Document) -> String {
      if document.nodes[node].kind == .section { return plain(document.heading(of: node)) }
      return document.subtree(of: node).map { plain(document.text(of: $0)) }.joined(separator: " ")
    }

    private static func plain(_ text: String) -> String {
      String(decoding: text.utf8.filter { !(0x30...0x39).contains($0) }, as: UTF8.self)
    }
  }
}
