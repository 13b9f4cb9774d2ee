/// What places are called in findings: as people call them, each looked up once and only where it is spoken of.
final class PlaceWords {
  private let base: Document
  private var known: [String: String] = [:]
  private lazy var names = PlaceNames(base)

  init(_ base: Document) { self.base = base }

  /// The name after "in": `2`, `2(a)`, `the title`.
  func name(_ path: String?) -> String {
    guard let path, !path.isEmpty else { return "the text" }
    if path == Path.title.text { return "the title" }
    if path.utf8.allSatisfy({ (0x30...0x39).contains($0) || $0 == 0x2E }) { return path }
    if let name = known[path] { return name }
    let name = names.name(Path(path))
    known[path] = name
    return name
  }

  func name(_ node: Int) -> String { base.nodes.indices.contains(node) ? name(base.nodes[node].path.text) : "the text" }
}
