/// What a place reads once operations are applied, for "so that it reads".
enum CheckedText {
  static func result(
    of check: Amendment.Check, after operations: [Operation], in base: Document
  ) -> Reading.CheckResult {
    let actual = text(at: check.path, after: operations, in: BaseText(base))
    let expected = expected(check.expected, actual)
    return Reading.CheckResult(expected: expected, actual: actual)
  }

  /// The text of a place once operations on it are applied.
  static func text(at path: Path, after operations: [Operation], in base: BaseText) -> String {
    var text = base.node(at: path.text).map { base.entries[$0].text } ?? Array((base.title ?? "").utf8)
    for operation in operations
    where operation.path == path || (operation.kind == .globalReplace && operation.path == .whole) {
      apply(operation, to: &text)
    }
    return Letters.flowed(text)
  }

  /// Puts new words in the place of old ones, with one blank to either side unless a mark of punctuation follows.
  private static func splice(_ new: [UInt8], _ range: Range<Int>, _ text: inout [UInt8]) {
    let marks: Set<UInt8> = [0x2C, 0x2E, 0x3B, 0x3A, 0x21, 0x3F, 0x29]
    var before = text[..<range.lowerBound]
    var after = text[range.upperBound...]
    if new.isEmpty {
      while before.last == 0x20, after.first.map({ $0 == 0x20 || marks.contains($0) }) ?? true { before.removeLast() }
      if before.isEmpty { while after.first == 0x20 { after.removeFirst() } }
    }
    var result = Array(before)
    if let last = result.last, let first = new.first, last != 0x20, range.isEmpty, !marks.contains(first) {
      result.append(0x20)
    }
    result += new
    if !new.isEmpty, range.isEmpty, let first = after.first, first != 0x20, !marks.contains(first) {
      result.append(0x20)
    }
    text = result + after
  }

  /// A label that the mover typed before the text, and a full stop that belongs to the sentence around it, are no
  /// difference.
  private static func expected(_ typed: String, _ actual: String) -> String {
    let bytes = Array(typed.utf8)
    guard InstructionLine.hasLabel(bytes), let blank = bytes.firstIndex(of: 0x20) else { return typed }
    let rest = String(decoding: bytes[(blank + 1)...], as: UTF8.self)
    return rest.utf8.elementsEqual(actual.utf8) ? rest : typed
  }

  private static func apply(_ operation: Operation, to text: inout [UInt8]) {
    let new = Array((operation.new ?? "").utf8)
    switch operation.kind {
    case .replaceBlock, .setHeading, .setTitle: text = new
    case .globalReplace:
      for range in AnchorFinder.exact(Array((operation.old ?? "").utf8), in: text).reversed() {
        splice(new, range, &text)
      }
    case .insertText where operation.old == nil:
      let at = operation.placement == .start ? 0 : text.count
      splice(new, at..<at, &text)
    case .replaceText, .deleteText, .insertText, .deleteRange, .replaceRange:
      guard let range = range(operation, in: text) else { return }
      switch operation.kind {
      case .insertText:
        let isBefore = operation.placement == .before
        text.insert(
          contentsOf: isBefore ? new + [0x20] : [0x20] + new, at: isBefore ? range.lowerBound : range.upperBound)
      default: text.replaceSubrange(range, with: new)
      }
    default: break
    }
  }

  private static func range(_ operation: Operation, in text: [UInt8]) -> Range<Int>? {
    var start = 0..<0
    if let old = operation.old {
      let found = AnchorFinder.exact(Array(old.utf8), in: text)
      let index = (operation.occurrence ?? 1) - 1
      guard found.indices.contains(index) else { return nil }
      start = found[index]
    }
    guard operation.kind == .deleteRange || operation.kind == .replaceRange else { return start }
    let lower = operation.placement == .after ? start.upperBound : start.lowerBound
    guard let until = operation.until else { return lower..<text.count }
    guard let end = AnchorFinder.exact(Array(until.utf8), in: text).first(where: { $0.lowerBound >= start.upperBound })
    else { return nil }
    return lower..<max(lower, operation.untilStays ? end.lowerBound : end.upperBound)
  }
}
