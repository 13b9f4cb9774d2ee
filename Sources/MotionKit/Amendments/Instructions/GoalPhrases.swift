/// "Make 3(c) a separate clause", "make D the first point": a clause that moves, said by what it becomes.
extension PhraseReader {
  mutating func takeGoal() -> Bool {
    guard ["make", "making", "turn", "turning"].contains(word(at)), let found = clause(at: at + 1),
      let (goal, next) = goal(at: found.next)
    else { return false }
    take(.verb(.init(action: .move, form: .active)), 1)
    take(.place(found.place), found.next - at)
    take(.goal(goal), next - at)
    return true
  }

  /// The clause: also by a letter alone, which nothing else can be here.
  private func clause(at index: Int) -> PlaceReader.Found? {
    if let found = places.place(at: index) { return found }
    guard kind(index) == .word, tokens[index].text.utf8.count == 1,
      tokens[index].text.utf8.allSatisfy(Letters.isASCIILetter)
    else { return nil }
    let label = PlacePhrase.LabelRange(from: tokens[index].text, to: nil, span: tokens[index].span)
    return (PlacePhrase(steps: [.labels([label], nil)], span: tokens[index].span), index + 1)
  }

  private func goal(at start: Int) -> (MoveGoal, next: Int)? {
    var index = start
    while ["into", "be", "a", "an", "the", "its", "new"].contains(word(index)) { index += 1 }
    let isNew = index > start && word(index - 1) == "new"
    if ["separate", "distinct", "stand-alone", "standalone"].contains(word(index)) || isNew {
      let noun = isNew ? index : index + 1
      guard index > start, let row = places.nounRow(noun), row.noun == .clause || row.noun == .paragraph else {
        return nil
      }
      return (.separate, row.next)
    }
    if let row = places.nounRow(index), row.noun == .clause || row.noun == .paragraph, word(row.next) == "of",
      ["its", "their"].contains(word(row.next + 1)), word(row.next + 2) == "own"
    {
      return (.separate, row.next + 3)
    }
    guard word(start) == "the", let number = PlaceVocabulary.ordinals[word(index)], let row = places.nounRow(index + 1),
      [.clause, .paragraph, .bullet].contains(row.noun)
    else { return nil }
    return (.ordinal(number), row.next)
  }
}
