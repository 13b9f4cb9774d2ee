/// What a reading does to the clauses it touches: their text before and after.
public struct ReadingPreview: Hashable, Sendable {
  /// One place; nothing before where a clause is new, nothing after where it goes.
  public struct Change: Hashable, Sendable {
    public var path: Path
    /// What the place is called.
    public var name: String
    public var before: String?
    public var after: String?
  }

  /// In the order of the operations, each place once.
  public let changes: [Change]

  public init(of operations: [Operation], in document: Document) {
    let base = LaidOutText(document)
    let names = PlaceNames(document)
    let checked = CheckedText(after: operations, in: document)
    var changes: [Change] = []
    for operation in operations where operation.kind == .globalReplace {
      guard operation.path != .title else { continue }
      let scope = base.node(at: operation.path.text).map { $0..<base.entries[$0].end } ?? 0..<base.entries.count
      for node in scope {
        let path = Path(base.entries[node].path)
        let before = String(decoding: base.entries[node].text, as: UTF8.self)
        let after = checked.text(at: path)
        if !before.utf8.elementsEqual(after.utf8), !changes.contains(where: { $0.path == path }) {
          changes.append(Change(path: path, name: names.name(path), before: before, after: after))
        }
      }
    }
    for operation in operations {
      let text = base.node(at: operation.path.text).map { String(decoding: base.entries[$0].text, as: UTF8.self) }
      var change = Change(path: operation.path, name: names.name(operation.path), before: text, after: nil)
      switch operation.kind {
      case .replaceText, .deleteText, .insertText, .replaceBlock, .setHeading, .deleteRange, .replaceRange:
        guard text != nil else { continue }
        if operation.to != nil { continue }
        change.after = checked.text(at: operation.path)
      case .setTitle:
        change.before = document.title
        change.after = operation.new
      case .insertBlock:
        change.name = Self.gap(operation, names)
        change.before = nil
        change.after = operation.new
      case .deleteBlock:
        // Of a run of clauses the first alone would mislead.
        if operation.to != nil { continue }
      case .moveBlock, .renumber, .replaceAll, .globalReplace: continue
      }
      if !changes.contains(where: { $0.path == change.path && $0.name == change.name && $0.before == change.before })
        || text == nil
      {
        changes.append(change)
      }
    }
    self.changes = changes
  }

  private static func gap(_ operation: Operation, _ names: PlaceNames) -> String {
    let place = names.name(operation.path)
    return switch operation.placement ?? .end {
    case .before: "before \(place)"
    case .after: "after \(place)"
    case .start: "at the start of \(place)"
    case .end: "at the end of \(place)"
    }
  }
}
