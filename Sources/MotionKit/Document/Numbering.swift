/// How labels are given: a function of style, position and mode.
public enum Numbering {
  public enum Mode: String, Hashable, Sendable, CaseIterable {
    /// A draft: labels follow the order.
    case live
    /// Submitted or circulated: labels are law, and what comes between gets `2A`.
    case frozen
    /// Renumbered once when adopted.
    case adopted
  }

  /// A label and what it has become.
  public struct Change: Hashable, Sendable {
    public var node: Int
    /// Without delimiters, as in a path.
    public var old: String
    public var new: String

    public init(node: Int, old: String, new: String) {
      self.node = node
      self.old = old
      self.new = new
    }
  }

  /// The label after this one in its run, as printed: `2.` after `1.`, `(b)` after `(a)`, `iv)` after `iii)`.
  ///
  /// Letters that may be numerals are taken as letters unless `roman` is given. A marker of a bullet is its own
  /// successor; nil where the text is no label.
  public static func successor(of printed: String, roman: Bool = false) -> String? {
    guard let shape = shape(of: printed, roman: roman) else {
      let isSign = printed.unicodeScalars.count == 1 && !printed.utf8.contains { isLetter($0) || isDigit($0) }
      return isSign ? printed : nil
    }
    var next = shape
    if shape.last.hasStem, shape.style == .decimal {
      next.last.stem = ""
    } else {
      next.last.number += 1
      next.last.insertion = ""
    }
    return next.printed
  }

  /// The frozen label of a clause put in after `previous` and before `next`, neither moving: `2A` after 2, `2B` after
  /// 2A, `2AA` after 2Z, `2ZA` between 2 and 2A, `A1` before 1, `(aa)` after (a), `(ab)` after that.
  ///
  /// Labels are as printed and give the new one its delimiters. `taken` are the bare labels that were ever used at this
  /// level; none of them is given again.
  public static func inserted(after previous: String?, before next: String?, taken: Set<String> = []) -> String? {
    guard let model = shape(of: previous ?? next ?? "") else { return nil }
    guard let after = previous.flatMap({ shape(of: $0) }) else { return before(model, taken: taken) }
    if model.style == .lower || model.style == .upper { return insertedLetters(after, taken: taken) }
    guard model.style == .decimal, let part = after.parts.last else { return successor(of: previous ?? "") }
    let following = next.flatMap { shape(of: $0) }?.parts.last
    var new = after
    for insertion in insertions(after: part, before: following) {
      new.parts[new.parts.count - 1] = LabelShape.Part(stem: part.stem, number: part.number, insertion: insertion)
      if !taken.contains(new.bare) { return new.printed }
    }
    return nil
  }

  /// What may stand between: after 2 and before 2A come 2ZA, 2ZB …; after 2A come 2B … 2Z, 2AA …
  private static func insertions(after part: LabelShape.Part, before next: LabelShape.Part?) -> [String] {
    let letters = (UInt8(ascii: "A")...UInt8(ascii: "Z")).map { String(UnicodeScalar($0)) }
    let all = letters + letters.map { "A" + $0 }
    if let next, next.number == part.number, !next.insertion.isEmpty {
      // Between 2 and 2A: 2ZA; between 2A and 2B: 2AZA.
      return letters.map { part.insertion + "Z" + $0 }
    }
    guard let place = all.firstIndex(of: part.insertion) else {
      return part.insertion.isEmpty ? all : letters.map { part.insertion + $0 }
    }
    return Array(all[(place + 1)...])
  }

  private static func before(_ first: LabelShape, taken: Set<String>) -> String? {
    var shape = first
    guard let part = shape.parts.last else { return nil }
    guard first.style == .decimal else {
      // Nothing comes before (a): what is put there is marked the same way.
      return nil
    }
    for letter in UInt8(ascii: "A")...UInt8(ascii: "Z") {
      shape.parts[shape.parts.count - 1] = LabelShape.Part(
        stem: String(UnicodeScalar(letter)) + part.stem, number: part.number)
      if !taken.contains(shape.bare) { return shape.printed }
    }
    return nil
  }

  private static func insertedLetters(_ after: LabelShape, taken: Set<String>) -> String? {
    var shape = after
    guard let part = after.parts.last else { return nil }
    let letters = Array(LabelShape(style: after.style, opened: false, closing: 0, parts: [part]).bare.utf8)
    guard let first = letters.first, letters.count <= 2 else { return nil }
    let base = first & 0xE0
    let start = letters.count == 2 ? (letters[1] & 0x1F) &+ 1 : 1
    for letter in start..<27 {
      let text = String(decoding: [first, base | letter], as: UTF8.self)
      shape.parts[shape.parts.count - 1].insertion = text
      if !taken.contains(shape.bare) { return shape.printed }
    }
    return nil
  }

  package static func shape(of printed: String, roman: Bool = false) -> LabelShape? {
    let bytes = Array(printed.utf8)
    guard let candidate = LabelReading.candidate(in: bytes, from: 0, to: bytes.count),
      candidate.span.count == bytes.count
    else { return plainShape(bytes, roman: roman) }
    if roman { return candidate.readings.last }
    return candidate.readings.first { !$0.isRoman } ?? candidate.readings.first
  }

  /// A bare number or letter, as in a path.
  private static func plainShape(_ bytes: [UInt8], roman: Bool) -> LabelShape? {
    let dotted = bytes + [UInt8(ascii: ".")]
    guard let first = bytes.first, isDigit(first) || isLetter(first),
      let candidate = LabelReading.candidate(in: dotted, from: 0, to: dotted.count),
      candidate.span.count == dotted.count, var shape = roman ? candidate.readings.last : candidate.readings.first
    else { return nil }
    shape.closing = 0
    return shape
  }
}

extension LabelShape {
  /// Without delimiters, as in a path.
  package var bare: String {
    words(joint: joint == "(" ? "/" : joint)
  }

  /// With its delimiters.
  package var printed: String {
    (opened ? "(" : "") + words(joint: joint) + (closing == 0 ? "" : String(UnicodeScalar(closing)))
  }

  private func words(joint: String) -> String {
    let own = text(of: last, as: style)
    guard let above else { return own }
    return above.map { text(of: $0, as: .decimal) }.joined(separator: ".") + joint + own
  }

  private func text(of part: Part, as style: Style) -> String {
    switch style {
    case .decimal, .code:
      part.hasStem || part.hasInsertion ? part.stem + String(part.number) + part.insertion : String(part.number)
    case .lower:
      !part.hasInsertion ? LabelLetters.alphabetic(part.number, doubled: true) : part.insertion
    case .upper:
      !part.hasInsertion ? LabelLetters.alphabetic(part.number, doubled: true).uppercased() : part.insertion
    case .lowerRoman: LabelLetters.roman(part.number)
    case .upperRoman: LabelLetters.roman(part.number).uppercased()
    }
  }
}
