/// "I. Background": parts of a motion under Roman numerals, with paragraphs or lists below them.
extension DocumentParser {
  mutating func takeRomanHeading(_ candidate: LabelCandidate, _ line: SourceLine) -> Bool {
    guard let shape = romanHeading(candidate, at) else { return false }
    guard fresh && pending == nil || page.endsSentence(before: at) else { return false }
    // The next of a list of clauses that is open, or of a list by letters: (H.) I.
    let goesOnAList = items.contains { item in
      candidate.readings.contains { reading in item.shape.map { reading.follows($0) } ?? false }
    }
    if goesOnAList { return false }
    let above = sections.last { shapes[$0.node]?.style == .upperRoman }.flatMap { shapes[$0.node] }
    guard above.map({ shape.follows($0) }) ?? false || shape.number == 1 && isFollowedByAnother(shape) else {
      return false
    }
    var below = at + 1
    while below < lines.count, lines[below].isBlank { below += 1 }
    // With nothing but other labels below them such lines are clauses.
    guard below < lines.count else { return false }
    if above.map({ shape.follows($0) }) != true, !isInCapitals(bytes[candidate.textStart..<line.textEnd]),
      startsOwnBlock(lines[below].textStart, lines[below].textEnd)
    {
      return false
    }
    finish()
    var labelled = candidate
    labelled.readings = [shape]
    addSection(7, line.textStart..<line.textEnd, at..<at + 1, labelled: labelled)
    at += 1
    return true
  }

  /// What a line says as such a heading: a numeral in capitals and a few words that end no sentence.
  private func romanHeading(_ candidate: LabelCandidate, _ index: Int) -> LabelShape? {
    let line = lines[index]
    guard let shape = candidate.readings.first(where: { $0.style == .upperRoman }), !shape.opened,
      shape.closing == UInt8(ascii: "."), !candidate.isTight, candidate.boldEnd == nil, line.indent < 4,
      candidate.textStart < line.textEnd, line.textEnd - candidate.textStart <= 80, isUpper(bytes[candidate.textStart])
    else { return nil }
    let text = bytes[candidate.textStart..<line.textEnd]
    switch bytes[line.textEnd - 1] {
    case UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"), UInt8(ascii: "!"),
      UInt8(ascii: "?"):
      return nil
    default: break
    }
    let words = text.split { isBlank($0) }
    // "To campaign for buses" is what is resolved.
    guard words.count <= 9, let first = words.first, !first.elementsEqual("To".utf8), !first.elementsEqual("That".utf8)
    else { return nil }
    let next = index + 1
    guard next == lines.count || lines[next].isBlank || isInCapitals(text) || !isPlainText(lines[next]) else {
      return nil
    }
    return shape
  }

  private func isInCapitals(_ text: ArraySlice<UInt8>) -> Bool {
    !text.contains { isLetter($0) && !isUpper($0) } && text.filter(isUpper).count >= 4
  }

  /// Whether the next numeral heads another part further down.
  private mutating func isFollowedByAnother(_ shape: LabelShape) -> Bool {
    if let known = nextNumeral, known.line > at { return known.shape.map { $0.follows(shape) } ?? false }
    var index = at + 1
    while index < lines.count {
      let line = lines[index]
      if !line.isBlank, isUpper(bytes[line.textStart]), let candidate = page.label(at: line),
        let other = romanHeading(candidate, index)
      {
        nextNumeral = (index, other)
        return other.follows(shape)
      }
      index += 1
    }
    nextNumeral = (index, nil)
    return false
  }
}
