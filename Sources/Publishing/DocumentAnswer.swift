package import CanonicalJSON
package import MotionKit

extension JSON {
  /// `motions.document/1`: a text as a tree.
  package init(_ document: Document) {
    self = [
      "schema": "motions.document/1", "title": JSON(document.title), "kind": .string(document.kind),
      "fields": JSON(document.fields), "nodes": .array(document.nodes.indices.map { JSON(node: $0, of: document) }),
      "words": .integer(document.words()),
      "findings": .array(document.allFindings().map { JSON($0, in: document) }),
    ]
  }

  /// One node of a text.
  package init(node index: Int, of document: Document) {
    let node = document.nodes[index]
    self = [
      "index": .integer(index), "parent": JSON(node.parent), "kind": .string(node.kind.rawValue),
      "label": JSON(node.label?.printed), "path": .string(node.path.text), "depth": .integer(node.depth),
      "heading": node.kind == .section ? .string(document.heading(of: index)) : .null,
      "text": .string(document.text(of: index)), "span": JSON(node.span),
    ]
  }

  /// Front matter as it is written: every scalar a string; of a key that is there twice the first.
  package init(_ fields: Fields) { self = .object(JSON.members(of: fields.entries)) }

  private static func members(of entries: [Fields.Entry]) -> [Member] {
    var seen: Set<String> = []
    return entries.filter { seen.insert($0.key).inserted }.map { Member($0.key, JSON($0.value)) }
  }

  package init(_ value: Fields.Value) {
    switch value.content {
    case .none: self = ""
    case .list(let values): self = .array(values.map { JSON($0) })
    case .mapping(let entries): self = .object(JSON.members(of: entries))
    case .text, .integer, .boolean: self = .string(value.string ?? "")
    }
  }
}
