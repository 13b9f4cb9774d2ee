/// What places are called in sentences: names that lead back to the same place.
struct PlaceNames: Sendable {
  private let base: LaidOutText
  private let resolver: PlaceResolver
  private let headings: [(words: [String], node: Int)]

  init(_ document: Document) { self.init(LaidOutText(document)) }

  init(_ base: LaidOutText) {
    self.base = base
    resolver = PlaceResolver(base: base)
    headings = PlaceReader.headings(of: base)
  }

  /// The name after "in": `2.1`, `2.1(a)`, `resolves 2`, `the motion`.
  func name(_ path: Path) -> String {
    if path == .whole { return "the motion" }
    if path == .title { return "the title" }
    let last = path.text.split(separator: "/").last.map(String.init) ?? ""
    for name in [
      counted(path), Self.spoken(path.text), isSection(path) ? last : "", path.text, "clause \(path.text)",
      "the \(path.text) section",
    ]
    where !name.isEmpty && leads(name, to: path) { return name }
    return path.text
  }

  /// The name as what is acted on: `clause 3`, `resolves 2`.
  func object(_ path: Path) -> String {
    let name = name(path)
    guard let index = base.node(at: path.text), base.isClause(index),
      LabelWord.isOne(name.utf8) || base.entries[index].label.utf8.elementsEqual(Letters.folded(name).utf8)
    else {
      return name
    }
    return "clause \(name)"
  }

  /// The name of a clause's own words where a list stands below them: "2 itself".
  func own(_ path: Path) -> String {
    guard let index = base.node(at: path.text), base.entries[index].end > index + 1,
      base.entries[index].kind != .section
    else { return name(path) }
    return name(path) + " itself"
  }

  func text(_ path: Path) -> [UInt8] { base.node(at: path.text).map { base.entries[$0].text } ?? [] }

  /// "clauses 5 to 7", "2.2(a) to (c)", "resolves 1 to 3".
  func range(_ path: Path, _ to: Path) -> String {
    guard path.text.utf8.contains(0x2F), let last = to.text.split(separator: "/").last else {
      return "clauses \(path.text) to \(to.text)"
    }
    for name in ["\(name(path)) to (\(last))", "\(name(path)) to \(last)"] where leads(name, to: path, to) {
      return name
    }
    return "clauses \(path.text) to \(to.text)"
  }

  /// Whether words are all that a clause without others below it has.
  func isAll(_ old: String, _ path: Path) -> Bool {
    guard let index = base.node(at: path.text),
      base.entries[index].end == index + 1 || base.entries[index].kind == .section,
      let range = Phrase.places(of: Array(old.utf8), in: base.entries[index].text).first
    else { return false }
    let text = base.entries[index].text
    return !(text[..<range.lowerBound] + text[range.upperBound...]).contains(where: Letters.isWordByte)
  }

  /// The name of the place of quoted words: "2 itself" where what is below it has the same words.
  func place(ofWords old: String, _ path: Path) -> String {
    let name = name(path)
    guard let index = base.node(at: path.text), base.entries[index].end > index + 1 else { return name }
    let finder = AnchorFinder(base: base)
    let below = finder.hits(of: old, in: index + 1..<base.entries[index].end)
    guard !below.isEmpty, !Phrase.places(of: Array(old.utf8), in: base.entries[index].text).isEmpty else {
      return name
    }
    return name + " itself"
  }

  /// What has no number is counted: "the second bullet under Next steps"; a section is called by its heading.
  private func counted(_ path: Path) -> String {
    guard let index = base.node(at: path.text) else { return "" }
    let entry = base.entries[index]
    let noun: String
    switch entry.kind {
    case .section:
      let heading = HeadingWords.of(entry.text)
      guard heading.count <= 4, Self.isGenerated(path.text) else { return "" }
      return String(decoding: entry.text, as: UTF8.self)
    case .bullet: noun = "bullet"
    case .recital: noun = "recital"
    case .paragraph: noun = "paragraph"
    default: return ""
    }
    let siblings = base.children(of: entry.parent).filter { base.entries[$0].kind == entry.kind }
    guard let number = siblings.firstIndex(of: index), PlaceVocabulary.ordinalWords.indices.contains(number) else {
      return ""
    }
    let name = "the \(PlaceVocabulary.ordinalWords[number]) \(noun)"
    guard let parent = entry.parent else { return name }
    let outer = self.name(Path(base.entries[parent].path))
    return base.entries[parent].kind == .section ? "\(name) under \(outer)" : "\(name) of \(outer)"
  }

  /// A path that was made up where nothing is printed, such as `s2`.
  private static func isGenerated(_ path: String) -> Bool {
    path.utf8.first == 0x73 && path.utf8.dropFirst().prefix { $0 != 0x7E }.allSatisfy(Letters.isDigit)
  }

  /// `2.1(a)` for 2.1/a, `resolves 2` for resolves/2.
  static func spoken(_ path: String) -> String {
    let steps = path.split(separator: "/").map(String.init)
    guard steps.count > 1 else { return path }
    let isSection = PlaceVocabulary.sections.contains { $0.0 == steps[0] }
    var name = isSection ? steps[0] + " " + steps[1] : steps[0]
    for step in steps.dropFirst(isSection ? 2 : 1) { name += "(\(step))" }
    return name
  }

  private func isSection(_ path: Path) -> Bool {
    base.node(at: path.text).map { base.entries[$0].kind == .section } ?? false
  }

  private func leads(_ name: String, to path: Path, _ far: Path? = nil) -> Bool {
    let tokens = InstructionLexer.tokens(of: Array("In \(name), delete".utf8))
    let reader = PlaceReader(tokens: tokens, base: base, headings: headings)
    guard let found = reader.place(at: 1), tokens.indices.contains(found.next), tokens[found.next].kind == .comma,
      let spots = try? resolver.resolve(found.place, context: []), spots.count == 1,
      case .node(let index, let to) = spots[0]
    else { return false }
    return base.entries[index].path == path.text && to.map { Path(base.entries[$0].path) } == far
  }
}
