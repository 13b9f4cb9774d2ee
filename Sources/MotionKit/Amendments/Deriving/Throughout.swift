/// Phrases that a copy replaced alike wherever they stood.
struct Throughout {
  private struct Pair: Hashable {
    var old: [UInt8]
    var new: [UInt8]
  }

  private var pairs: Set<Pair> = []
  private(set) var operations: [Operation] = []

  /// `texts` are the words of every clause of the base, `title` what is above them; changes for which `ignoring` holds
  /// are none.
  init(
    _ edits: [(index: Int, edit: ClauseEdit)], texts: [[UInt8]], title: String?,
    ignoring: (SequenceChange, Int) -> Bool
  ) {
    var counts: [Pair: Int] = [:]
    var order: [Pair] = []
    for (index, edit) in edits {
      for change in edit.diff.changes where !ignoring(change, index) {
        guard let pair = Throughout.pair(change, edit) else { continue }
        if counts[pair] == nil { order.append(pair) }
        counts[pair, default: 0] += 1
      }
    }
    for pair in order where counts[pair] ?? 0 > 1 {
      var places = 0
      var insideWords = false
      for text in texts {
        let place = WordPlace(text: text)
        let counted = place.counted(pair.old).count
        places += counted
        if place.everywhere(pair.old).count != counted { insideWords = true }
        // "Throughout" would take the capitals of first words with it.
        if !CapitalsFollow.places(of: pair.old, in: text).isEmpty { insideWords = true }
      }
      let inTitle = title.map { !WordPlace(text: Array($0.utf8)).everywhere(pair.old).isEmpty } ?? false
      guard places == counts[pair], !insideWords, !inTitle else { continue }
      pairs.insert(pair)
      operations.append(
        Operation(
          .globalReplace, old: String(decoding: pair.old, as: UTF8.self), new: String(decoding: pair.new, as: UTF8.self)
        ))
    }
  }

  /// Whether a change is one of them.
  func holds(_ change: SequenceChange, of edit: ClauseEdit) -> Bool {
    Throughout.pair(change, edit).map(pairs.contains) ?? false
  }

  private static func pair(_ change: SequenceChange, _ edit: ClauseEdit) -> Pair? {
    guard let words = edit.plainReplacement(change) else { return nil }
    return Pair(old: Array(words.old.utf8), new: Array(words.new.utf8))
  }
}
