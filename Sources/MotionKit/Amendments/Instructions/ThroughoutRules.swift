/// What "throughout" does beyond the words that are quoted, and what it leaves; and what is done already.
extension ActRules {
  /// Says which first words of sentences follow with their capitals, and which forms of the words stay.
  mutating func noteForms(of old: String, _ new: String, in spot: Spot, _ span: Range<Int>) {
    let sought = Array(old.utf8)
    var following: [String] = []
    var staying: [String] = []
    for node in WordPlaces.nodes(spot, in: base) {
      let entry = base.entries[node]
      let capitals = new.isEmpty ? [] : CapitalsFollow.places(of: sought, in: entry.text)
      if !capitals.isEmpty, following.last != placeName(node) {
        following.append(placeName(node))
      }
      let taken = Phrase.places(of: sought, in: entry.text) + capitals
      for range in OtherForms.places(of: sought, in: entry.text) where !taken.contains(where: { $0.overlaps(range) }) {
        let form = "“\(String(decoding: entry.text[range], as: UTF8.self))” in \(placeName(node))"
        if !staying.contains(form) { staying.append(form) }
      }
    }
    if spot == .whole, let title = base.title, !OtherForms.places(of: sought, in: Array(title.utf8)).isEmpty,
      base.document.titleNode == nil
    {
      staying.append("the title “\(title)”")
    }
    if !following.isEmpty {
      let capital = String(decoding: CapitalsFollow.capitalised(sought), as: UTF8.self)
      let becomes = String(decoding: CapitalsFollow.capitalised(Array(new.utf8)), as: UTF8.self)
      notes.append(
        Finding(
          code: "capitals-follow", severity: .note, span: span,
          message: "At the start of a sentence “\(capital)” becomes “\(becomes)”: \(Self.list(following))."))
    }
    if !staying.isEmpty {
      let shown = staying.prefix(6) + (staying.count > 6 ? ["\(staying.count - 6) more"] : [])
      notes.append(
        Finding(
          code: "throughout-missed", severity: .note, span: span,
          message: "Other forms stay as they are: \(Self.list(Array(shown))).",
          fix: "If they are to change too, say so in a line of their own."))
    }
  }

  private static func list(_ names: [String]) -> String {
    guard let last = names.last, names.count > 1 else { return names.first ?? "" }
    return names.dropLast().joined(separator: ", ") + " and " + last
  }

  /// Words that are not there, while the new ones are: nothing is left to do, and where is said.
  mutating func takeAlreadyDone(
    _ quoted: QuotedWords, _ new: String, _ spot: Spot, _ problem: Misreading
  ) -> Bool {
    guard problem.finding.code == "words-not-found", quoted.isQuoted, quoted.occurrence == nil, spot != .title,
      words.hits(quoted, in: .whole).isEmpty, Self.saysMuch(new)
    else { return false }
    let there = words.hits(QuotedWords(text: new, span: quoted.span), in: spot)
    guard there.count == 1, let hit = there.first else { return false }
    // Words much like the quoted ones may be those that were meant.
    let near = NearestWords(base: base).near(quoted.text, in: WordPlaces.nodes(spot, in: base))
    guard !near.contains(where: { $0.likeness >= 75 && !($0.node == hit.node && $0.range.overlaps(hit.range)) }) else {
      return false
    }
    let entry = base.entries[hit.node]
    let old = Letters.flowed(quoted.text.utf8)
    operations.append(Operation(.replaceText, path: Path(entry.path), old: old, new: new))
    notes.append(
      Finding(
        code: "already-done", severity: .note, span: quoted.span, path: entry.path,
        message: "“\(old)” is not there, and “\(new)” stands in \(placeName(hit.node)): this is done already."
      ))
    return true
  }

  /// "the" may stand anywhere.
  private static func saysMuch(_ words: String) -> Bool {
    words.split(separator: " ").contains { word in
      let word = Letters.folded(String(word))
      return word.utf8.contains(where: Letters.isDigit)
        || word.utf8.count > 3 && !InstructionVocabulary.noise.contains(word)
    }
  }
}
