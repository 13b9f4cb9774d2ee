/// A list inside a sentence: "to: (a) write; (b) meet".
package struct InlineList: Hashable, Sendable {
  /// The labels without their brackets.
  package var first: String
  package var last: String
  package var count: Int
  /// All of them, in order.
  private var labels: [String]

  /// The list in a text, of (a), (b) … or (1), (2) … or (i), (ii) …, at least two in order; nil where there is none.
  package init?(in text: String) {
    let scalars = Array(text.unicodeScalars)
    var letters = 0
    var figures = 0
    var romans = 0
    for place in scalars.indices where scalars[place] == "(" {
      let core = scalars[(place + 1)...].prefix(6).prefix { $0 != ")" }
      guard place + core.count + 1 < scalars.count, scalars[place + core.count + 1] == ")" else { continue }
      let label = core.text
      if label == OrdinalText.letters(letters + 1) { letters += 1 }
      if label == String(figures + 1) { figures += 1 }
      if label == OrdinalText.roman(romans + 1) { romans += 1 }
    }
    if romans >= 2, romans > letters {
      labels = (1...romans).map(OrdinalText.roman)
    } else if letters >= 2 {
      labels = (1...letters).map(OrdinalText.letters)
    } else if figures >= 2 {
      labels = (1...figures).map { String($0) }
    } else {
      return nil
    }
    first = labels[0]
    last = labels[labels.count - 1]
    count = labels.count
  }

  /// The bytes of a node with each item on a line of its own; nil where it is not plain where an item ends.
  ///
  /// Plain is: the list stands behind a colon, every item but the last ends in a semicolon or comma (with "and" or "or"),
  /// the last one ends the text, and no sentence ends before that.
  func split(_ node: Node, of document: Document) -> String? {
    // Only of one line: where a label stands in a broken line is somebody's layout.
    guard node.textSpans.count == 1, let span = node.textSpans.first, node.kind == .clause || node.kind == .bullet,
      let label = node.label
    else { return nil }
    let text = Array(document.bytes[span])
    var starts: [Int] = []
    for label in labels {
      let mark = Array("(\(label))".utf8)
      let from = starts.last.map { $0 + mark.count } ?? 0
      guard let at = (from..<max(from, text.count - mark.count)).first(where: { text[$0...].starts(with: mark) }),
        at > 0,
        text[at - 1] == 32, text[at + mark.count] == 32
      else { return nil }
      starts.append(at)
    }
    guard let first = starts.first, starts.count == count else { return nil }
    let lead = trimmed(text[..<first])
    guard lead.last == UInt8(ascii: ":"), !lead.isEmpty else { return nil }
    var items: [ArraySlice<UInt8>] = []
    for (place, start) in starts.enumerated() {
      let item = trimmed(text[start..<(place + 1 < starts.count ? starts[place + 1] : text.count)])
      guard place + 1 == starts.count || ends(item) else { return nil }
      // A full stop inside: the sentence that follows may belong to the whole list.
      guard !item.dropLast().indices.contains(where: { item[$0] == UInt8(ascii: ".") && item[$0 + 1] == 32 }) else {
        return nil
      }
      items.append(item)
    }
    let line = document.lines.span(ofLineAt: node.span.lowerBound, in: document.bytes)
    guard label.span.lowerBound >= line.lowerBound else { return nil }
    let before = document.bytes[line.lowerBound..<label.span.lowerBound]
    guard before.allSatisfy({ $0 == 32 || $0 == 9 }) else { return nil }
    let width = max(span.lowerBound - label.span.lowerBound, 1)
    let indent = Array(before) + Array(repeating: 32, count: min(width, 8))
    let next = document.bytes[line.upperBound...].prefix(2)
    let end: [UInt8] = next.first == 13 ? (next.last == 10 && next.count == 2 ? [13, 10] : [13]) : [10]
    var result = Array(document.bytes[node.span.lowerBound..<span.lowerBound]) + lead
    for item in items { result += end + end + indent + item }
    return String(decoding: result, as: UTF8.self)
  }

  private func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var slice = bytes
    while slice.last == 32 || slice.last == 9 { slice.removeLast() }
    return slice
  }

  /// `; `, `,`, `; and`, `, or`.
  private func ends(_ item: ArraySlice<UInt8>) -> Bool {
    var rest = item
    for word in [" and", " or"] where rest.reversed().starts(with: word.utf8.reversed()) {
      rest = rest.dropLast(word.utf8.count)
    }
    return rest.last == UInt8(ascii: ";") || rest.last == UInt8(ascii: ",")
  }
}
