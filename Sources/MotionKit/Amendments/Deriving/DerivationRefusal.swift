/// Why a file is not taken for an edited copy of a text: it keeps next to nothing of it.
///
/// A file that keeps under a tenth of the base's words is far more often the wrong file than an amendment, so a person
/// is asked before it replaces everything.
public struct DerivationRefusal: Error, Hashable, Sendable {
  /// Words of the base that the copy still has, and those of the base.
  public var kept: Int
  public var total: Int

  /// Nil where the copy keeps a tenth of the base's words or more.
  public init?(of copy: Document, from base: Document) {
    var vocabulary = Vocabulary()
    var counts: [Int] = []
    var total = 0
    for node in base.nodes {
      let tokens = Tokens(of: base.bytes, in: node.textSpans, vocabulary: &vocabulary)
      for index in 0..<tokens.count where tokens.isWord(index) {
        let id = Int(tokens.id(index))
        while counts.count <= id { counts.append(0) }
        counts[id] += 1
        total += 1
      }
    }
    var kept = 0
    for node in copy.nodes {
      let tokens = Tokens(of: copy.bytes, in: node.textSpans, vocabulary: &vocabulary)
      for index in 0..<tokens.count where tokens.isWord(index) {
        let id = Int(tokens.id(index))
        if id < counts.count, counts[id] > 0 {
          counts[id] -= 1
          kept += 1
        }
      }
    }
    guard kept * 10 < total else { return nil }
    self.kept = kept
    self.total = total
  }
}
