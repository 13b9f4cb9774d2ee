package import MotionKit

/// What changed from one text to another, for people: clause by clause, with the words that went and came marked.
///
/// Nothing is said by colour or strike-through alone: every form marks both sides of what went and of what came.
package struct DiffPage: Sendable {
  /// What the two texts are called: file names, or references such as `M1@2`.
  let old: String
  let new: String
  let diff: DocumentDiff
  let entries: [DiffEntry]
  private let unchanged: Int
  /// What is said at the end: numbers that changed by themselves.
  let remarks: [String]
  /// Whether the two files are the same byte for byte.
  private let isIdentical: Bool

  /// `isWhole` shows the clauses that stayed too, instead of how many they are.
  package init(
    _ diff: DocumentDiff, from before: Document, to after: Document, old: String, new: String, isWhole: Bool = false
  ) {
    self.diff = diff
    self.old = old
    self.new = new
    let told = DiffEntries(diff, old: before, new: after, isWhole: isWhole)
    entries = told.entries
    unchanged = told.unchanged
    let places = DiffPlaces(document: after)
    var remarks: [String] = []
    if let numbers = NewNumbers.line(diff.renumbered, DiffPlaces(document: before), places) {
      remarks.append("New numbers: \(numbers).")
    }
    if !diff.references.isEmpty {
      let followed = diff.references.map { "\($0.old) → \($0.new) in \(places.name($0.path))" }
      remarks.append("References that follow: \(followed.joined(separator: ", ")).")
    }
    self.remarks = remarks
    isIdentical = diff.old.bytes == diff.new.bytes
  }

  var title: String { "\(old) → \(new)" }

  /// What changed, in figures: `2 changed, 1 new; 14 clauses unchanged.`
  var summary: String {
    let sorts = entries.compactMap { entry in
      if case .change(let told) = entry { return told.sort }
      return nil
    }
    let counts = DiffEntry.Sort.allCases.compactMap { sort in
      let count = sorts.count { $0 == sort }
      return count == 0 ? nil : sort.count(count)
    }
    return counts.joined(separator: ", ") + "; \(DiffPage.unchanged(unchanged))."
  }

  static func unchanged(_ count: Int) -> String {
    count == 1 ? "1 clause unchanged" : "\(count) clauses unchanged"
  }

  /// What is said where no clause changed.
  var nothing: String? {
    guard diff.changes.isEmpty else { return nil }
    if isIdentical { return "The two texts are the same." }
    if !diff.fields.isEmpty { return "No words of the text differ; only the fields." }
    return remarks.isEmpty
      ? "No words differ; only the layout." : "No words differ; only the numbers."
  }

  /// White space at the ends of a marked run stays outside the marks.
  static func parts(_ text: String) -> (before: String, inner: String, after: String) {
    let bytes = Array(text.utf8)
    let inner = inner(bytes)
    func part(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
    return (part(0..<inner.lowerBound), part(inner), part(inner.upperBound..<bytes.count))
  }

  /// Where the words of a marked run stand between white space; all of it where it is nothing but that.
  static func inner(_ bytes: [UInt8]) -> Range<Int> {
    func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
    guard let first = bytes.firstIndex(where: { !isBlank($0) }), let last = bytes.lastIndex(where: { !isBlank($0) })
    else { return 0..<bytes.count }
    return first..<(last + 1)
  }
}

/// The list of clauses that have another number, neighbours that went the same way told together.
private enum NewNumbers {
  static func line(_ list: [DocumentDiff.Renumbering], _ old: DiffPlaces, _ new: DiffPlaces) -> String? {
    var runs: [(first: DocumentDiff.Renumbering, last: DocumentDiff.Renumbering)] = []
    for item in list {
      if let last = runs.last?.last, follows(last.old, item.old), follows(last.new, item.new) {
        runs[runs.count - 1].last = item
      } else {
        runs.append((item, item))
      }
    }
    guard !runs.isEmpty else { return nil }
    return runs.map { run in
      let (from, to) = (old.name(run.first.old), new.name(run.first.new))
      if run.first == run.last { return "\(from) → \(to)" }
      return "\(from) to \(old.name(run.last.old)) → \(to) to \(new.name(run.last.new))"
    }.joined(separator: ", ")
  }

  /// `2` and `3`, `resolves/2` and `resolves/3`, `b1` and `b2`.
  private static func follows(_ one: Path, _ other: Path) -> Bool {
    func parts(_ path: Path) -> (stem: ArraySlice<UInt8>, number: Int)? {
      let bytes = Array(path.text.utf8)
      let start = bytes.lastIndex { !(0x30...0x39).contains($0) }.map { $0 + 1 } ?? 0
      return Int(String(decoding: bytes[start...], as: UTF8.self)).map { (bytes[..<start], $0) }
    }
    guard let one = parts(one), let other = parts(other) else { return false }
    return one.stem == other.stem && one.number < Int.max && one.number + 1 == other.number
  }
}
