/// What a place reads once operations are applied, for "so that it reads" and for showing a reading.
struct CheckedText {
  private let base: Document
  private let result: Composer.Result
  private let document: Document

  /// The operations are taken into the text by themselves.
  init(after operations: [Operation], in base: Document) {
    self.base = base
    let composer = Composer(base: base, known: [], allotted: [], rulings: [], policy: .baseStands)
    result = composer.compose([Amendment(name: "A1", operations: operations)])
    document = Document(parsing: result.text.bytes)
  }

  func result(of check: Amendment.Check) -> Reading.CheckResult {
    let actual = text(at: check.path)
    return Reading.CheckResult(expected: CheckedText.expected(check.expected, actual), actual: actual)
  }

  /// The place's own words, as one line; empty where it is gone.
  func text(at path: Path) -> String {
    guard path != .title, let index = base.node(at: path) else { return document.title ?? "" }
    let node = NodeReference(space: .base, index: index)
    let replacing = result.tree.items.first { $0.arrival?.replaced == node }?.node
    guard let place = result.text.places.first(where: { $0.node == node || $0.node == replacing }),
      let found = document.nodes.first(where: { place.range.contains($0.span.lowerBound) })
    else { return "" }
    return Letters.flowed(OwnText(of: found, in: document.bytes).bytes)
  }

  /// A label that the mover typed before the text is no difference.
  private static func expected(_ typed: String, _ actual: String) -> String {
    let bytes = Array(typed.utf8)
    guard InstructionLine.hasLabel(bytes), let blank = bytes.firstIndex(of: 0x20) else { return typed }
    let rest = String(decoding: bytes[(blank + 1)...], as: UTF8.self)
    return rest.utf8.elementsEqual(actual.utf8) ? rest : typed
  }
}
