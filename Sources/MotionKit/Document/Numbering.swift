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
    words(joint: joint == "(" || joint == ".(" ? "/" : joint)
  }

  /// With its delimiters.
  package var printed: String {
    (opened ? closing == UInt8(ascii: "]") ? "[" : "(" : "") + words(joint: joint)
      + (closing == 0 ? "" : String(UnicodeScalar(closing)))
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
    case .lowerRoman: LabelLetters.roman(part.number) + part.insertion
    case .upperRoman: LabelLetters.roman(part.number).uppercased() + part.insertion
    }
  }
}
