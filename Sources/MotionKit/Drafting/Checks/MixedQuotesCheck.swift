/// Straight and curly quotation marks are mixed.
///
/// Word processors write “curly” ones, other programs "straight" ones; both in one text come of a paste. A page that shows
/// the text looks careless, and whoever searches for the words finds half of them. `motions check --fix` makes curly ones
/// of the straight ones wherever it is plain which is which. Inches (`6"`) are left alone.
///
/// ```markdown
/// 1. The council calls it a “review”.
/// 2. We call it a "cut".
/// ```
///
/// ```markdown
/// 1. The council calls it a “review”.
/// 2. We call it a “cut”.
/// ```
enum MixedQuotesCheck: Check {
  static let code = "mixed-quotes"

  static func findings(in draft: Draft) -> [Finding] {
    let document = draft.document
    let marks = DoubleQuote.all(in: document)
    let singles = SingleQuote.all(in: document)
    guard !singles.isEmpty || marks.contains(where: { $0.role == .straight }) else { return [] }
    guard marks.contains(where: { $0.role != .straight }) || SingleQuote.hasCurly(document) else { return [] }
    return doubles(marks, in: document)
      + singles.map { quote in
        finding(
          .note, .mixedSingle, at: quote.opening..<quote.closing + 1, path: document.nodes[quote.node].path.text,
          replacement: curled(quote, in: document))
      }
  }

  /// The quotation with ‘ and ’; a straight apostrophe inside it becomes ’ with them.
  private static func curled(_ quote: SingleQuote, in document: Document) -> String? {
    let inner = document.bytes[quote.opening + 1..<quote.closing]
    return String(validating: inner, as: UTF8.self).map { words in
      "‘" + String(String.UnicodeScalarView(words.unicodeScalars.map { $0 == "'" ? "’" : $0 })) + "’"
    }
  }

  private static func doubles(_ marks: [DoubleQuote], in document: Document) -> [Finding] {
    let isEnglish = !marks.contains { $0.role == .low }
    var byNode: [(node: Int, marks: [DoubleQuote])] = []
    for mark in marks where mark.role == .straight {
      if byNode.last?.node == mark.node {
        byNode[byNode.count - 1].marks.append(mark)
      } else {
        byNode.append((mark.node, [mark]))
      }
    }
    return byNode.map { node, marks in
      let span = marks[0].span.lowerBound..<marks[marks.count - 1].span.upperBound
      return finding(
        .note, .mixed, at: span, path: document.nodes[node].path.text,
        replacement: isEnglish ? DoubleQuote.curled(marks, in: document) : nil)
    }
  }
}

extension CheckMessage {
  fileprivate static let mixed = CheckMessage(
    "Straight quotation marks (\") stand here, and curly ones (“ ”) elsewhere in the text.",
    instead: "Write “ and ” throughout.")
  fileprivate static let mixedSingle = CheckMessage(
    "Straight quotation marks (') stand here, and curly ones (‘ ’) elsewhere in the text.",
    instead: "Write ‘ and ’ throughout.")
}
