package import MotionKit

/// What mending changed in a text, for a person.
package struct MendingPage {
  /// What the text is called.
  package var name: String
  package var mending: Mending

  package init(name: String, mending: Mending) {
    self.name = name
    self.mending = mending
  }

  /// A line for each change.
  package var plainText: String {
    mending.changes.map { change in
      let place = mending.original.place(of: change.span.lowerBound)
      return "\(name):\(place.line):\(place.column): \(sentence(of: change)) [\(change.code)]\n"
    }.joined()
  }

  /// The lines that change, old and new, under the number they have now.
  package var lines: String {
    let old = rows(of: mending.original.bytes)
    let new = rows(of: mending.draft.document.bytes)
    var vocabulary = Vocabulary()
    func ids(_ rows: [ArraySlice<UInt8>]) -> [Int32] {
      rows.map { row in
        let bytes = Array(row)
        return vocabulary.intern(bytes, 0..<bytes.count)
      }
    }
    let (before, after) = (ids(old), ids(new))
    return SequenceDiff(from: before, to: after).changes.map { change in
      let last = change.old.count > 1 ? " to \(change.old.upperBound)" : ""
      let place = change.old.isEmpty ? "before line" : change.old.count > 1 ? "lines" : "line"
      return "\(place) \(change.old.lowerBound + 1)\(last)\n" + old[change.old].map { shown($0, "-") }.joined()
        + new[change.new].map { shown($0, "+") }.joined()
    }.joined()
  }

  /// Lines with their ends, so that a changed end shows as a change.
  private func rows(of bytes: [UInt8]) -> [ArraySlice<UInt8>] {
    let starts = LineIndex(bytes).starts + [bytes.count]
    return zip(starts, starts.dropFirst()).filter { $0 < $1 }.map { bytes[$0..<$1] }
  }

  private func shown(_ row: ArraySlice<UInt8>, _ sign: String) -> String {
    let text = String(decoding: row.filter { $0 != 10 && $0 != 13 }, as: UTF8.self)
    return "  \(sign)\(text.isEmpty ? "" : " " + HiddenCharacter.shown(text))\n"
  }

  private func sentence(of change: Mending.Change) -> String {
    let old = HiddenCharacter.shown(change.old)
    if change.new.isEmpty { return (old.hasPrefix("<U+") ? old : "“\(old)”") + " is taken out" }
    switch change.code {
    // Where whole lines changed, the words would fill the page.
    case "inline-list": return "each item of the list is on a line of its own now"
    case "markdown-merge": return "there is a blank line before each clause now"
    case "code-block": return "the lines begin further to the left now"
    case "mixed-quotes": return "the quotation marks are curly now"
    default: return "“\(old)” is now “\(HiddenCharacter.shown(change.new))”"
    }
  }
}
