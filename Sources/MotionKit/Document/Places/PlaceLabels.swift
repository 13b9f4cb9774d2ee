/// Places that are named by their labels: `2.1(a)`, "clauses 3 to 5", `UR2`, "in seven".
extension PlaceReader {
  /// Whether a word is an amendment's name, such as `A1`, and no clause here has that label.
  func isAmendmentOnly(_ text: String) -> Bool {
    guard let first = text.utf8.first, Letters.lower(first) == 0x61, text.utf8.count > 1,
      text.utf8.dropFirst().allSatisfy(Letters.isDigit)
    else { return false }
    return !base.entries.contains { $0.label == Letters.folded(text) }
  }

  /// `OP3` and `PP2`, as resolutions of the United Nations count.
  private func counted(_ text: String) -> PlacePhrase.Step? {
    let folded = Letters.folded(text)
    guard let number = Int(folded.dropFirst(2)), folded.hasPrefix("pp") || folded.hasPrefix("op"),
      !base.entries.contains(where: { $0.label == folded })
    else { return nil }
    return .ordinal([number], folded.hasPrefix("pp") ? .recital : .clause)
  }

  /// `UR2` and `CB1`: the first letters of a heading's words, and a number.
  private func initials(_ text: String) -> (section: String, label: String)? {
    let letters = text.prefix { $0.isLetter }
    let label = text.dropFirst(letters.count)
    guard letters.utf8.count >= 2, letters.utf8.count <= 4, !label.isEmpty, label.utf8.allSatisfy(Letters.isDigit)
    else {
      return nil
    }
    let found = headings.filter { String($0.words.compactMap(\.first)) == letters }
    guard found.count == 1, let only = found.first else { return nil }
    return (base.entries[only.node].path, String(label))
  }

  /// "in seven", "swap four and five": a number in words where only a clause can be meant.
  private func spokenNumber(_ at: Int) -> String? {
    guard !isAddress, at > 0,
      Self.beforeNumbers.contains(word(at - 1)) || PlaceVocabulary.sections.contains(where: { $0.0 == word(at - 1) }),
      let number = PlaceVocabulary.numbers[word(at)], base.labels.holds(number)
    else { return nil }
    let next = at + 1
    return kind(next) != .word || Self.afterNumbers.contains(word(next)) ? number : nil
  }

  private static let beforeNumbers: Set<String> = [
    "in", "of", "swap", "scrap", "delete", "remove", "after", "before", "from", "move", "and", "to", "drop", "lose",
  ]
  private static let afterNumbers: Set<String> = [
    "and", "after", "before", "to", "with", "round", "over", "please", "should", "be", "out", "delete", "insert", "add",
    "change", "replace", "from", "then",
  ]

  func labelled(_ at: Int) -> Steps? {
    let text = tokens[at].text
    if let (section, label) = initials(Letters.folded(text)), let node = base.node(at: section) {
      let range = PlacePhrase.LabelRange(from: label, to: nil, span: tokens[at].span)
      return ([.node(node), .labels([range], nil)], at + 1)
    }
    if let number = spokenNumber(at) {
      return ([.labels([PlacePhrase.LabelRange(from: number, to: nil, span: tokens[at].span)], nil)], at + 1)
    }
    if let step = counted(text) { return ([step], at + 1) }
    if !isPlainLabel(text), let node = base.node(at: text), isDistinct(text, node) {
      let saysSection = base.entries[node].kind == .section && ["section", "part"].contains(word(at + 1))
      return ([.node(node)], saysSection && label(at + 2, afterNoun: true) == nil ? at + 2 : at + 1)
    }
    guard let list = labelList(at, afterNoun: isAddress) else { return nil }
    return ([.labels(list.ranges, nil)], list.next)
  }

  /// A path of letters alone could be any word ("a"), unless it is a section's name.
  private func isDistinct(_ text: String, _ node: Int) -> Bool {
    text.utf8.contains { !Letters.isASCIILetter($0) } || base.entries[node].kind == .section
  }

  /// Steps of a path that are words by themselves (`resolves`, `p1`) are read as paths, `2` and `A1` as labels.
  private func isPlainLabel(_ text: String) -> Bool {
    !text.utf8.contains(0x2F) && !text.utf8.contains(0x7E) && LabelWord.isOne(text.utf8)
      && !isGeneratedStep(text)
  }

  private func isGeneratedStep(_ text: String) -> Bool {
    guard let first = text.utf8.first, [0x70, 0x62, 0x72, 0x71, 0x78, 0x73].contains(first) else { return false }
    return text.utf8.count > 1 && text.utf8.dropFirst().allSatisfy(Letters.isDigit)
  }

  func labelList(_ at: Int, afterNoun: Bool) -> (ranges: [PlacePhrase.LabelRange], next: Int)? {
    guard var range = label(at, afterNoun: afterNoun) else { return nil }
    var ranges: [PlacePhrase.LabelRange] = []
    var next = at + 1
    while true {
      if kind(next) == .dash || ["to", "through", "until", "-"].contains(word(next)),
        !isAddress || range.to == nil,
        let end = label(next + 1, afterNoun: afterNoun)
      {
        range.to = end.from
        range.span = range.span.lowerBound..<end.span.upperBound
        next += 2
      }
      ranges.append(range)
      var after = next
      if kind(after) == .comma { after += 1 }
      if ["and", "&", "or"].contains(word(after)) { after += 1 }
      if afterNoun, after > next, let row = nounRow(after), label(row.next, afterNoun: true) != nil {
        // "clause 7, line 1": the lines are not more clauses.
        if row.noun == .line || row.noun == .page { break }
        // "clause 2, sub-clause (a)" goes down, it does not go on.
        let goesDown = !range.from.hasPrefix("(") || word(row.next - 1) != word(at - 1)
        if after == next + 1, kind(next) == .comma, tokens[row.next].text.hasPrefix("("), goesDown { break }
        after = row.next
      }
      guard after > next, let following = label(after, afterNoun: afterNoun), !tokens[after].startsLine else { break }
      range = following
      next = after + 1
    }
    return (ranges, next)
  }

  func label(_ at: Int, afterNoun: Bool) -> PlacePhrase.LabelRange? {
    guard kind(at) == .word else { return nil }
    let token = tokens[at]
    var text = token.text
    let span = token.span
    if let dash = hyphen(text) {
      return PlacePhrase.LabelRange(
        from: String(text[..<dash]), to: String(text[text.index(after: dash)...]), span: span)
    }
    while text.hasSuffix(".") { text.removeLast() }
    if afterNoun, let number = PlaceVocabulary.numbers[token.word] {
      return PlacePhrase.LabelRange(from: number, to: nil, span: span)
    }
    if text.utf8.count > 2, text.hasPrefix("SO") || text.hasPrefix("so"), !base.labels.holds(text),
      LabelWord.isOne(text.dropFirst(2).utf8)
    {
      text.removeFirst(2)
    }
    let isLabel = LabelWord.isOne(text.utf8) || !afterNoun && isPrintedLetter(at, text)
    let isPath = text.utf8.contains(0x2F) && base.node(at: text) != nil
    let isLetter =
      afterNoun && text.utf8.count <= 5
      && (text.utf8.count == 1
        || text.utf8.allSatisfy { [0x69, 0x76, 0x78, 0x49, 0x56, 0x58].contains($0) })
      && text.utf8.allSatisfy(Letters.isASCIILetter)
    guard isLabel || isLetter || isPath else { return nil }
    let bytes = Array(text.utf8)
    let couldBeAmendment =
      !afterNoun && bytes.count > 1 && Letters.lower(bytes[0]) == 0x61
      && bytes.dropFirst().allSatisfy(Letters.isDigit)
    return PlacePhrase.LabelRange(from: text, to: nil, span: span, couldBeAmendment: couldBeAmendment)
  }

  /// "In C, delete", "After II insert": capitals that a clause here has, where only a clause can be meant.
  private func isPrintedLetter(_ at: Int, _ text: String) -> Bool {
    guard text.utf8.count <= 5, text.utf8.allSatisfy({ (0x41...0x5A).contains($0) }), base.labels.holds(text) else {
      return false
    }
    let next = at + 1
    if kind(next) == .word, !Self.afterNumbers.contains(word(next)), !Self.afterLetters.contains(word(next)),
      !LabelWord.isOne(tokens[next].text.utf8)
    {
      return false
    }
    return at == 0 || tokens[at].startsLine || kind(at - 1) != .word || Self.beforeNumbers.contains(word(at - 1))
      || Self.beforeLetters.contains(word(at - 1)) || base.labels.sectionSteps.contains(word(at - 1))
      || PlaceVocabulary.sections.contains { $0.0 == word(at - 1) }
  }

  private static let afterLetters: Set<String> = [
    "be", "is", "leave", "omit", "strike", "remove", "becomes", "as", "so", "at", "in", "of", "under", "substitute",
    "amend", "append", "a", "the", "new", "please",
  ]
  private static let beforeLetters: Set<String> = [
    "that", "under", "replace", "omit", "strike", "out", "amend", "between", "for", "on", "with", "insert", "add",
    "new",
  ]

  private func hyphen(_ text: String) -> String.Index? {
    guard let index = text.firstIndex(where: { $0 == "-" || $0 == "–" }) else { return nil }
    let left = text[..<index]
    let right = text[text.index(after: index)...]
    guard LabelWord.isOne(left.utf8), LabelWord.isOne(right.utf8),
      left.utf8.contains(where: Letters.isDigit)
    else { return nil }
    return index
  }
}
