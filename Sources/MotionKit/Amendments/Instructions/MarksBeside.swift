/// Marks that a change leaves side by side, and final marks that go with it: both are done as asked, and said.
struct MarksBeside {
  private(set) var notes: [Finding] = []
  private let base: LaidOutText
  private let names: PlaceNames

  private struct Edit {
    var range: Range<Int>
    var new: [UInt8]
    /// "to the end": what stands there was not quoted.
    var isToEnd = false
  }

  init(of operations: [Operation], in base: LaidOutText, naming names: PlaceNames) {
    self.base = base
    self.names = names
    var edits: [Int: [Edit]] = [:]
    var order: [Int] = []
    for operation in operations {
      guard let (node, edit) = self.edit(operation) else { continue }
      if edits[node] == nil { order.append(node) }
      edits[node, default: []].append(edit)
    }
    for node in order { look(at: node, (edits[node] ?? []).sorted { $0.range.lowerBound < $1.range.lowerBound }) }
  }

  /// What an operation does to the words of the clause where it begins.
  private func edit(_ operation: Operation) -> (node: Int, edit: Edit)? {
    let covered: Range<Int>
    if operation.path == .whole {
      covered = base.entries.indices
    } else {
      guard let node = base.node(at: operation.path.text) else { return nil }
      covered = node..<base.entries[node].end
    }
    let new = Array((operation.new ?? "").utf8)
    switch operation.kind {
    case .deleteText, .replaceText:
      guard let old = operation.old, let node = covered.first,
        let range = place(of: old, in: node, operation.occurrence)
      else { return nil }
      let text = base.entries[node].text
      if operation.kind == .deleteText || new.isEmpty {
        return (node, Edit(range: Spacing.whole(deleting: range, from: text), new: []))
      }
      let fitted = Spacing.replacing(range, of: text, with: new)
      return (node, Edit(range: fitted.range, new: fitted.new))
    case .deleteRange, .replaceRange:
      guard let old = operation.old, new.isEmpty || !Spacing.looksLikeClauses(new),
        let node = covered.first(where: { place(of: old, in: $0, nil) != nil }),
        operation.occurrence == nil, let from = place(of: old, in: node, nil)
      else { return nil }
      let text = base.entries[node].text
      var range = (operation.placement == .after ? from.upperBound : from.lowerBound)..<text.count
      if let until = operation.until, let to = place(of: until, in: node, nil), to.lowerBound >= from.upperBound {
        range = range.lowerBound..<(operation.untilStays ? to.lowerBound : to.upperBound)
      }
      let isToEnd = operation.until == nil
      if new.isEmpty {
        return (node, Edit(range: Spacing.whole(deleting: range, from: text), new: [], isToEnd: isToEnd))
      }
      return (node, Edit(range: range, new: Spacing.fitted(new, into: text, replacing: range), isToEnd: isToEnd))
    default: return nil
    }
  }

  private func place(of words: String, in node: Int, _ occurrence: Int?) -> Range<Int>? {
    let places = Phrase.places(of: Array(words.utf8), in: base.entries[node].text)
    if let occurrence { return places.indices.contains(occurrence - 1) ? places[occurrence - 1] : nil }
    return places.count == 1 ? places.first : nil
  }

  private mutating func look(at node: Int, _ edits: [Edit]) {
    let text = base.entries[node].text
    var result: [UInt8] = []
    var seams: [Int] = []
    var at = 0
    for edit in edits {
      guard edit.range.lowerBound >= at, edit.range.upperBound <= text.count else { return }
      result += text[at..<edit.range.lowerBound]
      seams.append(result.count)
      result += edit.new
      seams.append(result.count)
      at = edit.range.upperBound
    }
    result += text[at...]
    guard result.contains(where: Letters.isWordByte) else { return }
    let place = names.name(Path(base.entries[node].path))
    for seam in seams {
      guard let marks = marks(around: seam, in: result), !Self.stands(marks, in: text) else { continue }
      note(
        "marks-together",
        "That leaves “\(String(decoding: marks, as: UTF8.self))” in \(place).",
        fix: "If one of the marks is to go too, quote it with the words.")
      break
    }
    let endsInComma = result.last == UInt8(ascii: ",")
    if edits.last?.isToEnd ?? false, let mark = text.last, Self.isFinal(mark), base.entries[node].kind != .section,
      endsInComma || ClauseEnd.wordsEnd(result[...]) == nil
    {
      let left = endsInComma ? ", and a comma is left there" : ""
      note(
        "final-mark-goes", "The \(ClauseEnd.name(mark)) at the end of \(place) goes too\(left).",
        fix: "To keep it, name the words without it.")
    }
  }

  /// Two marks with no word between them at a point, as they would stand there.
  private func marks(around seam: Int, in text: [UInt8]) -> [UInt8]? {
    var lower = seam
    while lower > 0, Self.isMark(text[lower - 1]) || text[lower - 1] == 0x20 { lower -= 1 }
    var upper = seam
    while upper < text.count, Self.isMark(text[upper]) || text[upper] == 0x20 { upper += 1 }
    let found = Spacing.trimmed(text[lower..<upper])
    return found.count { Self.isMark($0) } > 1 && lower < seam ? found : nil
  }

  private static func stands(_ marks: [UInt8], in text: [UInt8]) -> Bool {
    text.indices.contains { text[$0...].starts(with: marks) }
  }

  private mutating func note(_ code: String, _ message: String, fix: String) {
    notes.append(Finding(code: code, severity: .note, message: message, fix: fix))
  }

  private static func isMark(_ byte: UInt8) -> Bool { ",.;:!?".utf8.contains(byte) }
  private static func isFinal(_ byte: UInt8) -> Bool { ".;:!?".utf8.contains(byte) }
}
