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

  init() {}

  init(_ old: TextTree, _ new: TextTree, _ alignment: ClauseAlignment, edited: [Int], _ vocabulary: inout Vocabulary) {
    let oldReferences = Dictionary(grouping: old.document.crossReferences(), by: \.node)
    let newReferences = Dictionary(grouping: new.document.crossReferences(), by: \.node)
    for index in edited {
      let oldIndex = alignment.oldOf[index]
      guard let before = oldReferences[oldIndex], let after = newReferences[index] else { continue }
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
