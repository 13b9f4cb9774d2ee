/// Labels of clauses that are put between others whose labels are law.
///
/// A series goes on through all labels that can be read again: 2A … 2Z, 2AA, 2AB … 2AZ, 2BA. What comes before the first of a
/// series has a Z before it, as in Acts of Parliament: 2ZA between 2 and 2A.
extension Numbering {
  /// The frozen label of a clause put in after `previous` and before `next`, neither moving: `2A` after 2, `2B` after
  /// 2A, `2AA` after 2Z, `2ZA` between 2 and 2A, `A1` before 1, `(aa)` after (a), `(ab)` after that, `(ia)` after the
  /// numeral (i).
  ///
  /// Labels are as printed and give the new one its delimiters. `taken` are the bare labels that were ever used at this
  /// level; none of them is given again. Whether letters are numerals is decided from both neighbours unless `roman`
  /// says so; nil where neither neighbour is a label, and where no label is left that would be read as one.
  public static func inserted(
    after previous: String?, before next: String?, taken: Set<String> = [], roman: Bool? = nil
  ) -> String? {
    let isRoman = roman ?? areNumerals(previous, next)
    let before = next.flatMap { shape(of: $0, roman: isRoman) }
    let taken = taken.union([previous, next].compactMap { $0.flatMap { shape(of: $0, roman: isRoman)?.bare } })
    guard let after = previous.flatMap({ shape(of: $0, roman: isRoman) }) else {
      return before.flatMap { first($0, taken) }
    }
    if after.style == .decimal || after.style == .code { return numbered(after, before, taken) }
    return lettered(after, before, taken)
  }

  /// (ii) and (iii) are numerals, (h) and (i) are letters; one that stands alone is what its letters look like.
  private static func areNumerals(_ previous: String?, _ next: String?) -> Bool {
    let one = previous.flatMap { shape(of: $0, roman: true) }
    let other = next.flatMap { shape(of: $0, roman: true) }
    if let one, let other, one.isRoman, other.isRoman {
      return other.number == one.number || other.number == one.number + 1
    }
    guard let only = one ?? other, only.isRoman, one == nil || other == nil else { return false }
    return only.bare.utf8.count > 1 || only.number == 1
  }

  // MARK: Numbers

  private static func numbered(_ after: LabelShape, _ next: LabelShape?, _ taken: Set<String>) -> String? {
    let part = after.last
    var new = after
    new.style = .decimal
    let following = next.flatMap { $0.depth == after.depth ? $0.last : nil }
    if part.insertion.isEmpty, !part.stem.isEmpty, after.style == .decimal, following?.stem != part.stem {
      // After A1 and before 1 comes B1.
      let inside = following.map { $0.number == part.number ? $0.stem : "" } ?? ""
      return insertion(after: part.stem, before: inside) { stem in
        new.last = LabelShape.Part(stem: stem, number: part.number)
        return isReadable(new.printed) && !taken.contains(new.bare)
      }.map { _ in new.printed }
    }
    let inside = following.map { $0.number == part.number && $0.stem == part.stem ? $0.insertion : "" } ?? ""
    return insertion(after: part.insertion, before: inside) { insertion in
      new.last = LabelShape.Part(stem: part.stem, number: part.number, insertion: insertion)
      return isReadable(new.printed) && !taken.contains(new.bare)
    }.map { _ in new.printed }
  }

  /// The first that may stand between two insertions of one number and is free; `next` is empty where nothing of the
  /// number follows.
  ///
  /// No more letters than are read again as a label; where these are used up, any that are left, so that none is ever
  /// given twice.
  private static func insertion(
    after previous: String, before next: String, letters: Int = 5, where isFree: (String) -> Bool
  ) -> String? {
    func first(_ head: String, of elements: ArraySlice<String>) -> String? {
      for element in elements where head.utf8.count + element.utf8.count <= letters {
        if isFree(head + element) { return head + element }
      }
      return nil
    }
    let (head, element) = split(previous)
    let (nextHead, nextElement) = split(next)
    var between: ArraySlice<String> = []
    if next.isEmpty || head.utf8.count > nextHead.utf8.count {
      between = series(after: element)
    } else if head == nextHead, !element.isEmpty {
      between = series(after: element).prefix { $0 != nextElement }
      if between.count == limit { between = [] }
    }
    // 2ZA, and before that 2ZZA.
    var deeper = previous + "Z"
    if next.utf8.starts(with: deeper.utf8) {
      deeper = previous + String(next.dropFirst(previous.count).prefix { $0 == "Z" }) + "Z"
    }
    return first(head, of: between) ?? first(deeper, of: series(after: "")) ?? first("", of: series(after: ""))
  }

  /// Whether a text that has this label is read with it: one that is not would be words of the clause before.
  private static func isReadable(_ printed: String) -> Bool {
    let isOpen = printed.utf8.last.map { isDigit($0) || isLetter($0) } ?? true
    let whole = isOpen ? printed + ")" : printed
    let bytes = Array(whole.utf8)
    guard let candidate = LabelReading.candidate(in: bytes, from: 0, to: bytes.count) else { return false }
    return candidate.span.count == bytes.count
      && candidate.readings.contains { $0.printed.utf8.elementsEqual(whole.utf8) }
  }

  /// `ZA` is Z and A; `AZ` is one element, the one after AY.
  private static func split(_ insertion: String) -> (head: String, element: String) {
    guard let z = insertion.dropLast().lastIndex(of: "Z") else { return ("", insertion) }
    let after = insertion.index(after: z)
    return (String(insertion[..<after]), String(insertion[after...]))
  }

  private static let limit = 5000

  /// A … Z, AA … AZ, BA … YZ, AAA …: the elements after one, or all.
  private static func series(after element: String) -> ArraySlice<String> {
    guard !element.isEmpty else { return elements[...] }
    return elements.firstIndex(of: element).map { elements[($0 + 1)...] } ?? []
  }

  private static let elements: [String] = {
    let letters = (UInt8(ascii: "A")...UInt8(ascii: "Z")).map { String(UnicodeScalar($0)) }
    // A Z in front marks what comes before the first.
    let two = letters.dropLast().flatMap { first in letters.map { first + $0 } }
    let three = letters.dropLast().flatMap { first in two.map { first + $0 } }
    return Array((letters + two + three).prefix(limit))
  }()

  // MARK: Letters and numerals

  private static func lettered(_ after: LabelShape, _ next: LabelShape?, _ taken: Set<String>) -> String? {
    let label = after.bare
    let isUpper = after.style == .upper || after.style == .upperRoman
    func element(_ text: String) -> String { isUpper ? text : text.lowercased() }
    let stem = after.stemOfLetters
    let tail = String(label.dropFirst(stem.count)).uppercased()
    let following = next?.bare ?? ""
    // Of letters (a) and (aa) go together, of numerals (i) and (ia).
    let goesWith = following.hasPrefix(stem) && (!after.isRoman || next?.number == after.number)
    let inside = goesWith ? String(following.dropFirst(stem.count)) : ""
    var unread: String?
    let found = insertion(after: tail, before: inside.uppercased(), letters: 2) { insertion in
      let bare = stem + element(insertion)
      // (i) and v is the numeral four.
      if after.isRoman, LabelLetters.roman(Array(bare.utf8)[...]) != nil { return false }
      let printed = after.printed(as: bare)
      if taken.contains(bare) { return false }
      if isReadable(printed) { return true }
      if unread == nil { unread = printed }
      return false
    }
    // "iia." is no label to the reader, but still none that was given before.
    return found.map { after.printed(as: stem + element($0)) } ?? unread
  }

  private static func first(_ next: LabelShape, _ taken: Set<String>) -> String? {
    let part = next.last
    if next.style == .decimal {
      var shape = next
      func isFree(_ stem: String) -> Bool {
        shape.last = LabelShape.Part(stem: stem, number: part.number)
        return isReadable(shape.printed) && !taken.contains(shape.bare)
      }
      // Before 1 comes A1, and before A1 ZA1.
      let found =
        part.stem.isEmpty
        ? series(after: "").first(where: isFree) : insertion(after: "", before: part.stem, where: isFree)
      return found.map { _ in shape.printed }
    }
    guard !next.isRoman, next.style != .code else { return nil }
    // Before (a) comes (za), and (zb) when that is taken.
    let isUpper = next.style == .upper
    for element in series(after: "").prefix(26) {
      let bare = isUpper ? "Z" + element : "z" + element.lowercased()
      let printed = next.printed(as: bare)
      if isReadable(printed), !taken.contains(bare) { return printed }
    }
    return nil
  }
}

extension LabelShape {
  /// The letter or numeral that insertions are hung on: `a` of (ab), `ii` of (iia).
  fileprivate var stemOfLetters: String {
    if isRoman {
      var plain = self
      plain.last.insertion = ""
      return plain.bare
    }
    // (aa) without more is what was put in after (a).
    return String(bare.prefix(1))
  }

  fileprivate func printed(as bare: String) -> String {
    (opened ? "(" : "") + bare + (closing == 0 ? "" : String(UnicodeScalar(closing)))
  }
}
