/// The title, the kind and the people that the first and last lines of a paste name.
struct TitleGuess: Hashable, Sendable {
  var title: String?
  var kind = "ordinary"
  var mover: String?
  var seconder: String?

  /// Reads them, and takes the lines out that hold nothing else.
  ///
  /// - Parameter subject: What a mail says it is about: the title where the text has none of its own.
  init(takingFrom paste: inout Paste, subject: String? = nil) {
    takePeople(&paste)
    takeTitle(&paste)
    guard title == nil, let subject else { return }
    let heading = Heading(Array("subject: \(subject)".unicodeScalars)[...])
    if let found = heading.kind { kind = found }
    guard let found = heading.title else { return }
    title = found.text
    paste.guesses.append(
      Guess(
        .title, line: 1, message: "the subject of the e-mail is read as the title", before: subject,
        after: found.text))
  }

  private mutating func takeTitle(_ paste: inout Paste) {
    guard let index = titleLine(paste) else { return }
    let line = paste.lines[index]
    let heading = Heading(line.trimmed, isTitle: line.isTitle)
    if let found = heading.kind {
      kind = found
      paste.guesses.append(
        Guess(.kind, line: line.number, message: "the kind is read as “\(found)”", before: line.text, after: found))
    }
    guard let found = heading.title,
      line.isTitle
        ? !introduces(found)
        : motionFollows(index, paste)
          && (heading.isNamed || (standsAlone(index, paste) && !introduces(found) && !greets(found)))
    else { return }
    title = found.text
    paste.guesses.append(
      Guess(
        .title, line: line.number,
        message: line.isTitle ? "the heading of the whole is read as the title" : "the first line is read as the title",
        before: line.text, after: found.text))
    paste.drop([index])
  }

  /// What the file marks as its title, where nothing of the motion stands above it; else the first line.
  private func titleLine(_ paste: Paste) -> Int? {
    let first = paste.lines.firstIndex { !$0.isBlank }
    guard let marked = paste.lines.firstIndex(where: \.isTitle), let first else { return first }
    return motionFollows(first - 1, paste, before: marked) ? first : marked
  }

  /// "This branch notes", "We resolve to": the heading of a part, not of the whole.
  private func introduces(_ title: [Unicode.Scalar]) -> Bool {
    var words = SectionWords.words(of: title.text)
    if words.last == "that" || words.last == "to" { words.removeLast() }
    return words.last.map { SectionWords.acting.contains($0) || SectionWords.noting.contains($0) } ?? false
  }

  /// "Dear all", "Hi Ada": the beginning of a letter.
  private func greets(_ title: [Unicode.Scalar]) -> Bool {
    let words = SectionWords.words(of: title.text)
    return words.count <= 4
      && ["dear", "hi", "hello", "hey", "friends", "comrades", "colleagues"].contains(words.first ?? "")
  }

  private func standsAlone(_ index: Int, _ paste: Paste) -> Bool {
    index + 1 < paste.lines.count && paste.lines[index + 1].isBlank
  }

  /// Something below is a clause or introduces some: the first line of a mere fragment is no title.
  private func motionFollows(_ index: Int, _ paste: Paste, before end: Int? = nil) -> Bool {
    paste.lines[(index + 1)..<(end ?? paste.lines.count)].contains { line in
      let text = line.trimmed
      guard let first = text.first else { return false }
      if text.last == ":" || first == "#" { return true }
      if "-*•–".unicodeScalars.contains(first) && text.dropFirst().first?.isBlank == true { return true }
      return PrintedLabel(text)?.isDelimited == true
    }
  }

  /// "Mover: Riverside branch", "Seconded by Ada Byron": a short line of its own.
  private mutating func takePeople(_ paste: inout Paste) {
    var doomed: [Int] = []
    for index in paste.lines.indices {
      var text = paste.lines[index].trimmed
      guard text.count <= 120, text.last != "." else { continue }
      let isMover: Bool
      if takeAny(["moved by", "mover", "proposed by", "proposer", "submitted by"], &text) {
        isMover = true
      } else if takeAny(["seconded by", "seconder"], &text) {
        isMover = false
      } else {
        continue
      }
      guard let colon = text.first, colon == ":" || (colon == " " && byFollowed(paste.lines[index])) else { continue }
      text.removeFirst()
      text = text.trimmed
      if text.first == ":" { text = text.dropFirst().trimmed }
      guard !text.isEmpty, text.count <= 80 else { continue }
      if isMover, mover == nil {
        mover = text.text
      } else if !isMover, seconder == nil {
        seconder = text.text
      } else {
        continue
      }
      paste.guesses.append(
        Guess(
          .person, line: paste.lines[index].number,
          message: isMover ? "the mover is read from this line" : "the seconder is read from this line",
          before: paste.lines[index].text, after: text.text))
      doomed.append(index)
    }
    paste.drop(doomed)
  }

  private func byFollowed(_ line: PastedLine) -> Bool {
    line.trimmed.prefix(12).folded.text.contains(" by")
  }

  private func takeAny(_ words: [String], _ text: inout ArraySlice<Unicode.Scalar>) -> Bool {
    for word in words where text.take(word) { return true }
    return false
  }
}

/// A first line taken apart: "Emergency motion on fares" is the kind emergency and the title "fares" with a capital.
struct Heading: Hashable, Sendable {
  /// Nil where the line cannot be a title.
  var title: [Unicode.Scalar]?
  var kind: String?
  /// The line says of itself that it is a motion or a title.
  var isNamed = false

  /// - Parameter isTitle: The file says that the line is the title, whatever it looks like.
  init(_ line: ArraySlice<Unicode.Scalar>, isTitle: Bool = false) {
    var text = line
    let isHeading = text.first == "#"
    if isHeading {
      text = text.drop(while: { $0 == "#" }).trimmed
    } else if text.count > 4, text.prefix(2).elementsEqual("**".unicodeScalars),
      text.suffix(2).elementsEqual("**".unicodeScalars)
    {
      text = text.dropFirst(2).dropLast(2).trimmed
    }
    for word in ["title:", "subject:", "re:"] where text.take(word) {
      text = text.trimmed
      isNamed = true
    }
    for word in ["fw:", "fwd:", "re:"] where isNamed && text.take(word) { text = text.trimmed }
    let whole = text
    if let rest = takeKind(text) { text = rest }
    guard !isHeading || isTitle, !text.isEmpty, text.count <= 120, text.contains(where: \.isLetter) else { return }
    guard let last = text.last, !".;:,".unicodeScalars.contains(last) else { return }
    guard PrintedLabel(whole).map({ !$0.isDelimited && $0.number != nil }) ?? true else { return }
    guard let first = text.first, !"-*•–>|".unicodeScalars.contains(first) else { return }
    var result = Array(text)
    if isNamed, first.isLowercase, let capital = first.properties.uppercaseMapping.unicodeScalars.first,
      first.properties.uppercaseMapping.unicodeScalars.count == 1
    {
      result[0] = capital
    }
    title = result
  }

  /// What stands after "Emergency motion on", "Model motion to conference:", "Motion 12 –"; nil where the line does not
  /// begin so. The kind is set whenever it is named.
  private mutating func takeKind(_ line: ArraySlice<Unicode.Scalar>) -> ArraySlice<Unicode.Scalar>? {
    var text = line
    var found: String?
    let words: [(String, String)] = [
      ("emergency", "emergency"), ("urgent", "emergency"), ("urgency", "emergency"), ("contemporary", "contemporary"),
      ("contemporaneous", "contemporary"), ("rule change", "rule change"), ("rule amendment", "rule change"),
      ("rules revision", "rule change"), ("constitutional amendment", "rule change"), ("composite", "composite"),
      ("draft", "ordinary"), ("model", "ordinary"), ("ordinary", "ordinary"),
    ]
    for (word, kind) in words where text.take(word) {
      found = kind
      break
    }
    if found != nil { text = text.trimmed }
    let isMotion = ["proposed motion", "motion", "resolution", "proposal"].contains { text.take($0) }
    let isStatement = !isMotion && found == nil && text.take("statement")
    guard isMotion || isStatement || found == "rule change" || found == "composite" else { return nil }
    guard text.first.map({ !$0.isLetter }) ?? true else { return nil }
    let named = isStatement ? "statement" : found
    if let named, named != "ordinary" { kind = named }
    text = text.trimmed
    if text.first?.isASCIIDigit == true {
      _ = text.takeNumber()
      text = text.trimmed
    }
    for word in ["on ", "about ", "regarding ", "concerning "] where text.take(word) {
      isNamed = true
      return text.trimmed
    }
    if let mark = text.firstIndex(where: { ":–—".unicodeScalars.contains($0) }), mark - text.startIndex <= 60,
      mark + 1 < text.endIndex
    {
      isNamed = true
      return text[(mark + 1)...].trimmed
    }
    if text.take("- ") {
      isNamed = true
      return text.trimmed
    }
    return nil
  }
}
