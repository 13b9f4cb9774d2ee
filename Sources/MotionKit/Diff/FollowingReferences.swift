/// References whose numbers changed only because the clause they point at has another number now.
///
/// "See 2 above" that became "see 1 above" when clause 1 went asks for nothing: references follow by themselves.
struct FollowingReferences {
  private struct Pair {
    var old: Range<Int>
    var new: Range<Int>
    /// As they are printed.
    var words: (old: String, new: String)
  }

  /// By new node: the tokens of each reference, before and after.
  private var pairs: [Int: [Pair]] = [:]
  /// By new node in which nothing else differs: its references, before and after.
  private var whole: [Int: [(old: String, new: String)]] = [:]

  init() {}

  init(_ old: TextTree, _ new: TextTree, _ alignment: ClauseAlignment, edited: [Int], _ vocabulary: inout Vocabulary) {
    let olds = edited.map { alignment.oldOf[$0] }.filter { $0 >= 0 }.sorted()
    let oldReferences = Dictionary(grouping: old.document.crossReferences(in: olds), by: \.node)
    guard !oldReferences.isEmpty else { return }
    let newReferences = Dictionary(grouping: new.document.crossReferences(in: edited), by: \.node)
    for index in edited {
      let oldIndex = alignment.oldOf[index]
      guard let before = oldReferences[oldIndex], let after = newReferences[index] else { continue }
      if let followed = FollowingReferences.followed(old, new, alignment, before, index) { whole[index] = followed }
      let oldTokens = Tokens(of: old.document.bytes, in: old.nodes[oldIndex].textSpans, vocabulary: &vocabulary)
      let newTokens = Tokens(of: new.document.bytes, in: new.nodes[index].textSpans, vocabulary: &vocabulary)
      for reference in before {
        guard let target = reference.target, alignment.newOf[target] >= 0 else { continue }
        for other in after where other.target == alignment.newOf[target] {
          pairs[index, default: []].append(
            Pair(
              old: oldTokens.tokens(within: reference.span), new: newTokens.tokens(within: other.span),
              words: (old.words(reference.span), new.words(other.span))))
        }
      }
    }
  }

  /// The references of a clause in which nothing differs but their numbers; nil where more does.
  func all(in index: Int) -> [(old: String, new: String)]? { whole[index] }

  /// The old words with every number as it is now: "clauses 1 and 2" as "clauses 2 and 3".
  private static func followed(
    _ old: TextTree, _ new: TextTree, _ alignment: ClauseAlignment, _ references: [CrossReference], _ index: Int
  ) -> [(old: String, new: String)]? {
    let bytes = old.document.bytes
    var followed: [(old: String, new: String)] = []
    var steps: [(span: Range<Int>, label: [UInt8])] = []
    for reference in references {
      var words: [UInt8] = []
      var place = reference.span.lowerBound
      for step in reference.steps {
        guard let target = step.target, alignment.newOf[target] >= 0, step.span.lowerBound >= place,
          let label = new.label(alignment.newOf[target])
        else { return nil }
        steps.append((step.span, Array(label.utf8)))
        words += bytes[place..<step.span.lowerBound] + label.utf8
        place = step.span.upperBound
      }
      words += bytes[place..<max(place, reference.span.upperBound)]
      let before = old.words(reference.span)
      let after = String(decoding: words, as: UTF8.self)
      if Array(before.utf8) != words { followed.append((before, after)) }
    }
    let node = old.nodes[alignment.oldOf[index]]
    var line: [UInt8] = []
    for span in node.textSpans {
      if !line.isEmpty { line.append(0x20) }
      var place = span.lowerBound
      for step in steps where step.span.lowerBound >= place && step.span.upperBound <= span.upperBound {
        line += bytes[place..<step.span.lowerBound] + step.label
        place = step.span.upperBound
      }
      line += bytes[place..<span.upperBound]
    }
    let now = ClauseText.line(of: new.nodes[index], in: new.document.bytes)
    return !followed.isEmpty && ClauseText.folded(line) == ClauseText.folded(now) ? followed : nil
  }

  /// Whether a change of an edited clause is a number that followed.
  func holds(_ change: SequenceChange, in index: Int) -> Bool { pair(change, in: index) != nil }

  /// The reference, as it was and as it is printed, whose number the change is.
  func words(_ change: SequenceChange, in index: Int) -> (old: String, new: String)? {
    pair(change, in: index)?.words
  }

  private func pair(_ change: SequenceChange, in index: Int) -> Pair? {
    guard !change.old.isEmpty, !change.new.isEmpty else { return nil }
    return pairs[index]?.first { pair in
      pair.old.lowerBound <= change.old.lowerBound && change.old.upperBound <= pair.old.upperBound
        && pair.new.lowerBound <= change.new.lowerBound && change.new.upperBound <= pair.new.upperBound
    }
  }
}

extension TextTree {
  fileprivate func words(_ span: Range<Int>) -> String { String(decoding: document.bytes[span], as: UTF8.self) }
}
