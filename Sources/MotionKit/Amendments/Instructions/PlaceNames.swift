/// What places are called in sentences: names that lead back to the same place.
struct PlaceNames: Sendable {
  private let base: BaseText
  private let resolver: PlaceResolver
  private let headings: [(words: [String], node: Int)]

  init(_ document: Document) {
    base = BaseText(document)
    resolver = PlaceResolver(base: base)
    headings = PlaceReader.headings(of: base)
  }

  /// The name after "in": `2.1`, `2.1(a)`, `resolves 2`, `the motion`.
  func name(_ path: Path) -> String {
    if path == .whole { return "the motion" }
    if path == .title { return "the title" }
    for name in [Self.spoken(path.text), path.text, "clause \(path.text)", "the \(path.text) section"]
    where leads(name, to: path) { return name }
    return path.text
  }

  /// The name as what is acted on: `clause 3`, `resolves 2`.
  func object(_ path: Path) -> String {
    let name = name(path)
    guard let index = base.node(at: path.text), base.isClause(index), InstructionLine.isLabel(name.utf8) else {
      return name
    }
    return "clause \(name)"
  }

  func range(_ path: Path, _ to: Path) -> String { "clauses \(path.text) to \(to.text)" }

  /// The name of the place of quoted words: "2 itself" where what is below it has the same words.
  func place(ofWords old: String, _ path: Path) -> String {
    let name = name(path)
    guard let index = base.node(at: path.text), base.entries[index].end > index + 1 else { return name }
    let finder = AnchorFinder(base: base)
    let below = finder.hits(of: old, in: index + 1..<base.entries[index].end)
    guard !below.isEmpty, !AnchorFinder.exact(Array(old.utf8), in: base.entries[index].text).isEmpty else {
      return name
    }
    return name + " itself"
  }

  private static func spoken(_ path: String) -> String {
    let steps = path.split(separator: "/").map(String.init)
    guard steps.count > 1 else { return path }
    let isSection = InstructionVocabulary.sections.contains { $0.0 == steps[0] }
    var name = isSection ? steps[0] + " " + steps[1] : steps[0]
    for step in steps.dropFirst(isSection ? 2 : 1) { name += "(\(step))" }
    return name
  }

  private func leads(_ name: String, to path: Path) -> Bool {
    let tokens = InstructionLexer.tokens(of: Array("In \(name), delete".utf8))
    let reader = PlaceReader(tokens: tokens, base: base, headings: headings)
    guard let found = reader.place(at: 1), tokens.indices.contains(found.next), tokens[found.next].kind == .comma,
      let spots = try? resolver.resolve(found.place, context: []), spots.count == 1,
      case .node(let index, nil) = spots[0]
    else { return false }
    return base.entries[index].path == path.text
  }
}
