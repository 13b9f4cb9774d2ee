/// "(a) …; (b) …" inside a sentence: an amendment cannot name such an item as a clause of its own.
enum InlineListCheck: Check {
  static func findings(in draft: Draft) -> [Finding] {
    let document = draft.document
    return document.nodes.indices.compactMap { index in
      let node = document.nodes[index]
      guard node.kind != .section, node.kind != .raw, let last = lastItem(document.text(of: index)) else { return nil }
      return Finding(
        code: "inline-list", severity: .note, span: node.span, path: node.path.text,
        message:
          "inline list (\(last.first))-(\(last.last)) could be split, so that its items can be amended one by one",
        fix: "Put each item on a line of its own.")
    }
  }

  /// The first and last label of a list inside a text: (a), (b) … or (1), (2) … or (i), (ii) …, at least two in order.
  private static func lastItem(_ text: String) -> (first: String, last: String)? {
    let scalars = Array(text.unicodeScalars)
    var letters = 0
    var figures = 0
    var romans = 0
    for place in scalars.indices where scalars[place] == "(" {
      let core = scalars[(place + 1)...].prefix { $0 != ")" }.prefix(6)
      guard place + core.count + 1 < scalars.count, scalars[place + core.count + 1] == ")" else { continue }
      let label = core.text
      if label == OrdinalText.letters(letters + 1) { letters += 1 }
      if label == String(figures + 1) { figures += 1 }
      if label == OrdinalText.roman(romans + 1) { romans += 1 }
    }
    if romans >= 2 && romans > letters { return ("i", OrdinalText.roman(romans)) }
    if letters >= 2 { return ("a", OrdinalText.letters(letters)) }
    return figures >= 2 ? ("1", String(figures)) : nil
  }
}
