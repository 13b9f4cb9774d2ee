/// A list stands inside a sentence.
///
/// An amendment can name "(b)" only if (b) is a clause of its own. `motions check --fix` puts each item on a line of its
/// own where it is plain how: the list stands behind a colon, and each item ends in a semicolon or comma.
///
/// ```markdown
/// 1. To ask the council to: (a) freeze fares; (b) publish its figures.
/// ```
///
/// ```markdown
/// 1. To ask the council to:
///
///    (a) freeze fares;
///
///    (b) publish its figures.
/// ```
enum InlineListCheck: Check {
  static let code = "inline-list"

  static func findings(in draft: Draft) -> [Finding] {
    let document = draft.document
    var added = 0
    let findings = document.nodes.indices.compactMap { index -> Finding? in
      let node = document.nodes[index]
      guard node.kind != .section, node.kind != .raw, let list = InlineList(in: document.text(of: index)) else {
        return nil
      }
      let text = document.numbering == .live ? list.split(node, of: document) : nil
      if text != nil { added += list.count }
      return finding(
        .note, .inline(list), at: node.span, path: node.path.text, replacement: text)
    }
    return draft.safe(findings) { $0.nodes.count == document.nodes.count + added }
  }
}

extension CheckMessage {
  fileprivate static func inline(_ list: InlineList) -> CheckMessage {
    CheckMessage(
      "The list (\(list.first)) to (\(list.last)) stands inside a sentence; its items can’t be amended one by one.",
      instead: "Put each item on a line of its own.")
  }
}
