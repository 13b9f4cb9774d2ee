extension Imported {
  /// What a person should look at, summed up: one line for each kind of guess that may have lost or changed something,
  /// in the order of `Guess.Code`, then what the finished text shows.
  ///
  /// Each guess with its line is in `guesses`.
  public var warnings: [String] {
    var lines: [String] = []
    for code in Guess.Code.allCases {
      var totals: [(subject: String, count: Int)] = []
      for guess in guesses where guess.code == code {
        if let place = totals.firstIndex(where: { $0.subject == guess.subject }) {
          totals[place].count += guess.count
        } else {
          totals.append((guess.subject, guess.count))
        }
      }
      for total in totals {
        if let line = Imported.warning(code, total.subject, total.count) { lines.append(line) }
      }
    }
    return lines + structure
  }

  /// Nil for what only changed the layout or is seen in the file itself.
  private static func warning(_ code: Guess.Code, _ subject: String, _ count: Int) -> String? {
    switch code {
    case .decoded: "read as \(subject)"
    case .word: "read as a Word document"
    case .mail: "read as a saved e-mail"
    case .signature: "cut off a signature"
    case .tracked, .plain, .damaged: "\(subject) x\(count)"
    case .leftOut: "left out \(subject) x\(count)"
    case .number: "numbers written otherwise or left out x\(count)"
    case .table: "table written in lines x\(count)"
    case .garbled: "put garbled letters right x\(count)"
    case .web: "read as a web page"
    case .removed: "removed \(subject) x\(count)"
    case .space: "made \(subject) plain x\(count)"
    case .ligature: "expanded ligatures x\(count)"
    case .quoting: "dropped e-mail quoting x\(count)"
    case .furniture: "dropped page furniture x\(count)"
    case .lineNumber: "dropped printed line number x\(count)"
    case .hyphen: "hyphen kept or dropped by guess x\(count)"
    case .bullet: "bullets made plain x\(count)"
    case .outside: "may not belong to the motion x\(count)"
    case .unclosed: "never closed: \(subject) x\(count)"
    case .joined, .label, .indent, .title, .kind, .person: nil
    }
  }

  /// What the finished text shows, once for each kind; of restarts each, with the number of the block.
  private var structure: [String] {
    let document = Document(parsing: text)
    var lines: [String] = []
    var said: Set<String> = []
    for finding in findings {
      let line: String
      switch finding.code {
      case "number-restart":
        line = "numbering restarts at block \(block(of: finding, in: document)) without a heading"
      case "number-gap": line = "numbering has a gap at block \(block(of: finding, in: document))"
      case "number-repeated": line = "number repeated at block \(block(of: finding, in: document))"
      case "mixed-markers": line = "mixed marker styles"
      case "inline-list":
        guard
          let list = finding.path.flatMap({ document.node(at: Path($0)) }).flatMap({
            InlineList(in: document.text(of: $0))
          })
        else { continue }
        line = "inline list (\(list.first))-(\(list.last)) could be split"
      default: continue
      }
      if said.insert(line).inserted { lines.append(line) }
    }
    return lines
  }

  private func block(of finding: Finding, in document: Document) -> Int {
    (finding.path.flatMap { document.node(at: Path($0)) } ?? 0) + 1
  }
}
