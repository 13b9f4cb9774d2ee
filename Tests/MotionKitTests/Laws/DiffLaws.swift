import MotionKit

/// What holds of any two texts that are compared.
enum DiffLaws {
  static func broken(by old: [UInt8], _ new: [UInt8]) -> String? {
    var broken = Broken()
    broken.unless(texts(Document(parsing: old), Document(parsing: new)))
    broken.unless(words(old, new))
    return broken.law
  }

  /// Clause by clause.
  static func texts(_ old: Document, _ new: Document) -> String? {
    let diff = DocumentDiff(from: old, to: new)
    var broken = Broken()
    broken.unless(before(diff.segments) == old.bytes, "what stayed and what went is the old file byte for byte")
    broken.unless(after(diff.segments) == new.bytes, "what stayed and what came is the new file byte for byte")
    broken.unless(wellFormed(diff.segments))
    for change in diff.changes {
      broken.unless(change.oldPath != nil || change.newPath != nil, "a change has a place")
      broken.unless(!change.segments.contains { $0.bytes.isEmpty }, "a change has no empty run")
      if let path = change.oldPath, path != .title {
        broken.unless(own(old, path) == folded(before(change.segments)), "a change has its old clause word for word")
      }
      if let path = change.newPath, path != .title {
        broken.unless(own(new, path) == folded(after(change.segments)), "a change has its new clause word for word")
      }
    }
    broken.unless(DocumentDiff(from: old, to: new) == diff, "two texts are compared alike twice")
    for text in [old, new] {
      let same = DocumentDiff(from: text, to: text)
      broken.unless(
        same.isSame && same.renumbered.isEmpty && same.segments.allSatisfy { $0.kind == .same },
        "a text does not differ from itself")
    }
    let back = DocumentDiff(from: new, to: old)
    broken.unless(
      before(back.segments) == new.bytes && after(back.segments) == old.bytes, "the way back leads back")
    return broken.law
  }

  /// Word by word, as in one clause.
  static func words(_ old: [UInt8], _ new: [UInt8]) -> String? {
    var vocabulary = Vocabulary()
    let (before, after) = (Tokens(of: old, vocabulary: &vocabulary), Tokens(of: new, vocabulary: &vocabulary))
    var broken = Broken()
    broken.unless(tokens(before, of: old) ?? tokens(after, of: new))
    let raw = SequenceDiff(from: before.ids, to: after.ids)
    broken.unless(sequences(raw.changes, before.ids, after.ids))
    broken.unless(applying(raw.inverse.changes, to: after.ids, from: before.ids) == before.ids, "inverse leads back")
    let diff = WordDiff(from: before, to: after)
    broken.unless(applying(diff.changes, to: before.ids, from: after.ids) == after.ids, "tidied changes lead to new")
    let back = SequenceDiff(from: after.ids, to: before.ids)
    broken.unless(applying(back.changes, to: after.ids, from: before.ids) == before.ids, "the way back leads back")
    broken.unless(WordDiff(from: before, to: before).changes.isEmpty, "words do not differ from themselves")
    return broken.law
  }

  /// Changes of sequences lead from old to new, lie in order and apart, and none puts a stretch in its own place.
  static func sequences(_ changes: [SequenceChange], _ old: [Int32], _ new: [Int32]) -> String? {
    var broken = Broken()
    broken.unless(isWellFormed(changes, from: old, to: new), "changes are in order, apart, and never x by x")
    broken.unless(applying(changes, to: old, from: new) == new, "changes lead from old to new")
    return broken.law
  }

  /// Tokens lie in order and apart, and between them is white space alone.
  static func tokens(_ tokens: Tokens, of bytes: [UInt8]) -> String? {
    var broken = Broken()
    var place = 0
    for index in 0..<tokens.count {
      let range = tokens.range(index)
      guard range.lowerBound >= place, !range.isEmpty, range.upperBound <= bytes.count else {
        return "tokens are in order, apart and never empty"
      }
      broken.unless(isSpace(bytes[place..<range.lowerBound]), "between tokens is white space alone")
      place = range.upperBound
    }
    broken.unless(isSpace(bytes[place...]), "behind the last token is white space alone")
    return broken.law
  }

  private static func isSpace(_ bytes: ArraySlice<UInt8>) -> Bool {
    String(decoding: bytes, as: UTF8.self).unicodeScalars.allSatisfy { $0.properties.isWhitespace }
  }

  private static func wellFormed(_ segments: [TextSegment]) -> String? {
    var broken = Broken()
    broken.unless(!segments.contains { $0.bytes.isEmpty }, "no run is empty")
    broken.unless(
      !zip(segments, segments.dropFirst()).contains {
        $0.kind == .delete && $1.kind == .insert && $0.bytes == $1.bytes
      },
      "nothing is put in its own place")
    broken.unless(
      zip(segments, segments.dropFirst()).allSatisfy { $0.kind != $1.kind }, "runs of one kind do not touch")
    return broken.law
  }

  static func before(_ segments: [TextSegment]) -> [UInt8] { segments.filter { $0.kind != .insert }.flatMap(\.bytes) }

  static func after(_ segments: [TextSegment]) -> [UInt8] { segments.filter { $0.kind != .delete }.flatMap(\.bytes) }

  private static func own(_ document: Document, _ path: Path) -> [UInt8]? {
    guard let node = document.node(at: path) else { return nil }
    return folded(Array(document.nodes[node].textSpans.map { document.bytes[$0] }.joined(separator: [0x20])))
  }

  /// White space of any length as one blank: a clause that only moved is told as one that has not changed.
  private static func folded(_ bytes: [UInt8]) -> [UInt8] {
    Array(bytes.split { $0 == 0x20 || (0x09...0x0D).contains($0) }.joined(separator: [0x20]))
  }

  /// Puts the changes into the old sequence.
  static func applying(_ changes: [SequenceChange], to old: [Int32], from new: [Int32]) -> [Int32] {
    var result: [Int32] = []
    var position = 0
    for change in changes {
      result += old[position..<change.old.lowerBound]
      result += new[change.new]
      position = change.old.upperBound
    }
    return result + old[position...]
  }

  /// Sorted, disjoint, not touching, never a stretch by itself.
  static func isWellFormed(_ changes: [SequenceChange], from old: [Int32], to new: [Int32]) -> Bool {
    var (oldEnd, newEnd) = (-1, -1)
    for change in changes {
      if change.old.isEmpty && change.new.isEmpty { return false }
      if change.old.lowerBound <= oldEnd || change.new.lowerBound <= newEnd { return false }
      if old[change.old] == new[change.new] { return false }
      (oldEnd, newEnd) = (change.old.upperBound, change.new.upperBound)
    }
    return true
  }
}
