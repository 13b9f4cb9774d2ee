/// What is kept as it came, and said: words around the motion that may be advice, brackets that are never closed.
enum OutsideText {
  static func note(in paste: inout Paste) {
    noteParagraphs(&paste)
    noteUnclosed(&paste)
  }

  /// Paragraphs before the first clause or lead-in, and after the last clause with a blank line between. A page of the
  /// web has such text around a model motion; a motion has a preamble there. Only a person knows.
  private static func noteParagraphs(_ paste: inout Paste) {
    let blocks = blocks(paste)
    // From both ends: most blocks of a long motion lie between, and need not be looked at.
    guard let first = blocks.indices.first(where: { isPartOfMotion(blocks, $0, paste) }),
      let last = blocks.indices.last(where: { isPartOfMotion(blocks, $0, paste) }),
      blocks.indices.contains(where: {
        paste.lines[blocks[$0].lowerBound].trimmed.first != "#" && isPartOfMotion(blocks, $0, paste)
      })
    else { return }
    for index in blocks.indices where index < first || index > last {
      let line = paste.lines[blocks[index].lowerBound]
      paste.guesses.append(
        Guess(
          .outside, line: line.number,
          message: "kept, but it may not be part of the motion: it stands outside the clauses", before: line.text,
          after: line.text))
    }
  }

  /// A clause, a heading, or a lead-in that says what it does or has a clause below it.
  private static func isPartOfMotion(_ blocks: [Range<Int>], _ index: Int, _ paste: Paste) -> Bool {
    let text = paste.lines[blocks[index].lowerBound].trimmed
    if isMarked(paste.lines[blocks[index].lowerBound]) { return true }
    let isLeadIn = paste.lines[blocks[index].upperBound - 1].trimmed.last == ":"
    // A sentence says nothing of its place.
    guard isLeadIn || text.count <= 160 else { return false }
    let words = SectionWords.words(of: text.text)
    func isVerb(_ word: String) -> Bool { SectionWords.acting.contains(word) || SectionWords.noting.contains(word) }
    // A heading such as "This branch notes" often comes without its colon.
    if words.count <= 6, words.last.map(isVerb) ?? false { return true }
    guard isLeadIn else { return false }
    if words.contains(where: isVerb) { return true }
    return index + 1 < blocks.count && isMarked(paste.lines[blocks[index + 1].lowerBound])
  }

  private static func isMarked(_ line: PastedLine) -> Bool {
    let text = line.trimmed
    if text.first == "#" { return true }
    if let mark = text.first, "-*•–>".unicodeScalars.contains(mark) { return true }
    guard let label = PrintedLabel(text) else { return false }
    return label.isDelimited || label.number == nil
  }

  private static func blocks(_ paste: Paste) -> [Range<Int>] {
    var blocks: [Range<Int>] = []
    var start: Int?
    for (index, line) in paste.lines.enumerated() {
      if line.isBlank {
        if let from = start { blocks.append(from..<index) }
        start = nil
      } else if start == nil || isMarked(line) {
        if let from = start { blocks.append(from..<index) }
        start = index
      }
    }
    if let from = start { blocks.append(from..<paste.lines.count) }
    return blocks
  }

  private static func noteUnclosed(_ paste: inout Paste) {
    for block in blocks(paste) {
      // Each kind of mark has its own, so that a closing one finds its opening one at the end.
      var open: [Unicode.Scalar: [(place: Int, line: Int)]] = [:]
      var place = 0
      for index in block {
        let line = paste.lines[index].scalars
        let label = PrintedLabel(line[...]).flatMap { $0.isDelimited ? $0.length : nil } ?? 0
        for scalar in line[label...] {
          switch scalar {
          case "(", "[", "“":
            open[scalar, default: []].append((place, index))
            place += 1
          case ")": _ = open["("]?.popLast()
          case "]": _ = open["["]?.popLast()
          case "”": _ = open["“"]?.popLast()
          default: break
          }
        }
      }
      sayUnclosed(open, in: &paste)
    }
  }

  /// One guess for each line and mark, in the order in which they stand.
  private static func sayUnclosed(_ open: [Unicode.Scalar: [(place: Int, line: Int)]], in paste: inout Paste) {
    var found: [(place: Int, line: Int, mark: Unicode.Scalar, count: Int)] = []
    for (mark, places) in open {
      for (place, line) in places {
        if let last = found.indices.last, found[last].line == line, found[last].mark == mark {
          found[last].count += 1
        } else {
          found.append((place, line, mark, 1))
        }
      }
    }
    for (_, index, mark, count) in found.sorted(by: { $0.place < $1.place }) {
      let line = paste.lines[index]
      paste.guesses.append(
        Guess(
          .unclosed, line: line.number, subject: String(Character(mark)),
          message: "kept: this \(mark == "“" ? "quotation" : "bracket") \(mark) is never closed", before: line.text,
          after: line.text, count: count))
    }
  }
}
