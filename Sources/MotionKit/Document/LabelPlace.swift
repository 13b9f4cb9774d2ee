/// Decides whether what looks like a label is one, which number it is, and below what it stands.
///
/// A label follows an open one (`2` after `1`, `(aa)` after `(z)`), begins a run (`1`, `a`, `i`), or stands where a
/// paragraph begins. In the middle of a paragraph only the first two count, and a near number of the same run after the
/// end of a sentence, so that a gap is a gap and "in⏎2019. It was" stays text.
struct LabelPlace {
  let page: SourcePage
  /// The open items, outermost first.
  let items: [OpenItem]
  /// What was read so far.
  let nodes: [Node]
  let candidate: LabelCandidate
  let line: SourceLine
  let index: Int
  /// A paragraph begins here.
  let fresh: Bool
  /// The last label at the top, in whatever section.
  let lastTop: LabelShape?

  struct Place {
    var shape: LabelShape
    /// How many open items stay open; the last of them is the parent.
    var keep: Int
  }

  func find() -> Place? {
    let readings = candidate.readings
    guard let first = readings.first else { return nil }
    if candidate.isTight { return tight(readings) }
    if first.closing == UInt8(ascii: "]") { return tight(readings) ?? afterGap(readings) }
    // "It opened on⏎12. May": a date, even where 12 would be next.
    if !fresh, first.style == .decimal, first.closing == UInt8(ascii: "."), first.depth == 1, namesMonth(),
      !page.endsSentence(before: index)
    {
      return nil
    }
    if first.depth > 1 { return compound(of: readings, or: first) }
    if first.style == .code { return code(first) }
    if let place = successor(readings) { return place }
    if let doubled = readings.first(where: \.beginsDoubled), let place = doubledBelowNumerals(doubled) { return place }
    if let begin = readings.first(where: { $0.isFirst && $0.isRoman }) ?? readings.first(where: \.isFirst),
      let place = beginning(begin)
    {
      return place
    }
    return outOfTurn(readings)
  }

  /// "a.To write" and "b.To speak", "[1] Buses" and "[2] Fares": only beside each other, or after a.
  private func tight(_ readings: [LabelShape]) -> Place? {
    if let place = successor(readings) { return place }
    guard let first = readings.first(where: \.isFirst), nextLabel().contains(where: { $0.follows(first) }) else {
      return nil
    }
    return Place(shape: first, keep: level(of: first) ?? nesting(first))
  }

  /// [4] after [2]: the number between is missing.
  private func afterGap(_ readings: [LabelShape]) -> Place? {
    for depth in stride(from: items.count, to: 0, by: -1) {
      guard let open = items[depth - 1].shape,
        let shape = readings.first(where: { $0.isLike(open) && $0.number > open.number && $0.number <= open.number + 3 }
        )
      else { continue }
      return Place(shape: shape, keep: depth - 1)
    }
    return nil
  }

  // MARK: 2.1 and 3(b)

  /// `3(i)` is a letter after 3(h), else a numeral.
  private func compound(of readings: [LabelShape], or first: LabelShape) -> Place? {
    let next = readings.first { reading in items.contains { $0.shape.map { reading.follows($0) } ?? false } }
    return compound(next ?? readings.first { $0.isRoman && $0.isFirst } ?? first)
  }

  private func compound(_ shape: LabelShape) -> Place? {
    let last = shape.number
    if let place = afterHead([shape]) { return place }
    for depth in stride(from: items.count, to: 0, by: -1) {
      guard let open = items[depth - 1].shape else { continue }
      if open.style == shape.style, open.hasPrefix(of: shape) {
        guard shape.follows(open) || accepts(shape, near: open) else { continue }
        return Place(shape: shape, keep: depth - 1)
      }
      if open.style == .decimal, shape.holds(open) {
        guard last <= 1 || shape.isInserted || isBelieved(shape) else { return nil }
        return Place(shape: shape, keep: depth)
      }
    }
    guard last <= 1 || shape.isInserted || fresh && isBelieved(shape) else { return nil }
    // A new head (`3.1` after `2.2` with no `3`): level with the others of its depth.
    for depth in stride(from: items.count, to: 0, by: -1) {
      if let open = items[depth - 1].shape, open.style == shape.style, open.depth >= shape.depth {
        if depth == 1 || items[depth - 2].shape.map({ $0.depth < shape.depth }) ?? true {
          return Place(shape: shape, keep: depth - 1)
        }
      }
    }
    return Place(shape: shape, keep: deeper())
  }

  /// `2.5 million` at the start of a paragraph is a number of things; a compound label is small or delimited, or its
  /// run goes on.
  private func isBelieved(_ shape: LabelShape) -> Bool {
    if shape.closing != 0 && shape.number < 100 && !shape.joint.isEmpty { return true }
    return neighbours().contains { next in next.follows(shape) || next.parts.dropLast() == shape.parts[...] }
  }

  // MARK: EC501

  private func code(_ shape: LabelShape) -> Place? {
    for depth in stride(from: items.count, to: 0, by: -1) {
      if let open = items[depth - 1].shape, open.style == .code { return Place(shape: shape, keep: depth - 1) }
    }
    guard fresh else { return nil }
    return Place(shape: shape, keep: items.contains { $0.indent < line.indent } ? deeper() : 0)
  }

  // MARK: The next of a run

  private func successor(_ readings: [LabelShape]) -> Place? {
    var best: (place: Place, distance: Int)?
    for pass in 0..<2 {
      for shape in readings {
        for depth in stride(from: items.count, to: 0, by: -1) {
          guard let open = items[depth - 1].shape, shape.follows(open),
            pass == 0 ? shape.isLike(open) : shape.isLikeButForDelimiters(open)
          else { continue }
          // (a) comes after (za), but further in it begins a list below it.
          if shape.isFirst, shape.opened != open.opened || items[depth - 1].indent + 1 < line.indent { continue }
          if candidate.isBare, !shape.isInserted { continue }
          let distance = abs(items[depth - 1].indent - line.indent)
          if best.map({ distance < $0.distance }) ?? true {
            best = (Place(shape: shape, keep: depth - 1), distance)
          }
        }
      }
      if best != nil { break }
    }
    guard let best else { return afterHead(readings) }
    if best.distance > 1, let level = sameLevel(as: best.place.shape) { return level }
    // (i) after (h): a letter, unless (ii) comes next. (aa) after (ii) begins a deeper run.
    if let roman = readings.first(where: { $0.isRoman && $0.isFirst }), !best.place.shape.isRoman,
      nextLabel().contains(where: { $0.follows(roman) }),
      !nextLabel().contains(where: { !$0.isRoman && $0.number == best.place.shape.number + 1 })
    {
      return nil
    }
    if best.place.shape.number == 27, best.place.shape.style == .lower || best.place.shape.style == .upper,
      let top = items.last, let shape = top.shape, best.place.keep < items.count - 1 || shape.number < 26,
      shape.isRoman && line.indent + 1 >= top.indent || line.indent > top.indent + 1
    {
      return Place(shape: best.place.shape, keep: items.count)
    }
    return best.place
  }

  /// 2 after 1(b), 2.2 after 2.1(a), where nothing above says the 1 alone.
  private func afterHead(_ readings: [LabelShape]) -> Place? {
    for depth in stride(from: items.count, to: 0, by: -1) {
      guard let head = items[depth - 1].shape?.head, !candidate.isBare || head.depth > 1,
        let shape = readings.first(where: { $0.follows(head) }),
        !items[..<(depth - 1)].contains(where: { $0.shape?.parts == head.parts })
      else { continue }
      return Place(shape: shape, keep: depth - 1)
    }
    return nil
  }

  /// A list of the same style at this line's own indentation: a gap or a repeat there is likelier than the next number
  /// of a list further in or out.
  private func sameLevel(as shape: LabelShape) -> Place? {
    for depth in stride(from: items.count, to: 0, by: -1) where abs(items[depth - 1].indent - line.indent) <= 1 {
      guard let open = items[depth - 1].shape, shape.isLike(open), accepts(shape, near: open) else { continue }
      return Place(shape: shape, keep: depth - 1)
    }
    return nil
  }

  // MARK: The first of a run

  /// (aa) right below (ii) begins a list of its own.
  private func doubledBelowNumerals(_ shape: LabelShape) -> Place? {
    // Further out than the numeral it goes on with the letters there.
    guard let top = items.last, line.indent + 1 >= top.indent, let open = top.shape, open.isRoman,
      open.opened == shape.opened, open.closing == shape.closing,
      shape.opened || fresh || page.endsSentence(before: index)
    else { return nil }
    return Place(shape: shape, keep: items.count)
  }

  private func beginning(_ shape: LabelShape) -> Place? {
    var shape = shape
    if candidate.isBare { return nil }
    if shape.isRoman, candidate.readings.count > 1, let letter = candidate.readings.first(where: { !$0.isRoman }) {
      let next = nextLabel()
      if next.contains(where: { $0.follows(letter) }), !next.contains(where: { $0.follows(shape) }) { shape = letter }
    }
    if shape.style != .decimal,
      shape.closing == UInt8(ascii: ".") || shape.style == .upper || shape.style == .upperRoman
    {
      // "A. Smith" and "I. It was": one letter and a dot is a label only where a second one follows.
      let isDeeper = items.last.map { $0.indent + 1 < line.indent } ?? false
      let isSmall = shape.style == .lower || shape.style == .lowerRoman
      guard
        isSmall && (fresh || isDeeper) || isDeeper && (page.endsSentence(before: index) || isShort(index - 1))
          || shape.closing == UInt8(ascii: ")") && (fresh || shape.opened) || isFollowed(shape)
      else { return nil }
    }
    if let depth = level(of: shape) { return Place(shape: shape, keep: depth) }
    return Place(shape: shape, keep: nesting(shape))
  }

  /// Too short for a line that was wrapped.
  private func isShort(_ line: Int) -> Bool {
    page.lines.indices.contains(line) && page.lines[line].textEnd - page.lines[line].textStart < 45
  }

  /// The open item of the same style at the same indentation: numbering begins again beside it.
  private func level(of shape: LabelShape) -> Int? {
    for depth in stride(from: items.count, to: 0, by: -1) {
      let item = items[depth - 1]
      guard let open = item.shape, abs(item.indent - line.indent) <= 1, shape.isLike(open) else { continue }
      return depth - 1
    }
    return nil
  }

  /// How many items stay open above the first of a new run.
  private func nesting(_ shape: LabelShape) -> Int {
    if let top = items.last, top.indent + 1 < line.indent { return items.count }
    for depth in stride(from: items.count, to: 0, by: -1) {
      let item = items[depth - 1]
      if item.indent + 1 < line.indent { return depth }
      if item.indent > line.indent + 1 { continue }
      // The same indentation: another style lies below, unless it ranks above.
      guard let open = item.shape else { continue }
      // A number among letters stands there by its indentation alone, and what is set like it is beside it.
      if depth < items.count, depth > 1, let outer = items[depth - 2].shape, outer.rank > open.rank { return depth - 1 }
      if open.rank < shape.rank || page.endsInColon(nodes[item.node]) { return depth }
    }
    return 0
  }

  private func deeper() -> Int {
    for depth in stride(from: items.count, to: 0, by: -1) where items[depth - 1].indent < line.indent { return depth }
    return 0
  }

  // MARK: Gaps, repeats and first numbers that are not 1

  private func outOfTurn(_ readings: [LabelShape]) -> Place? {
    for shape in readings {
      for pass in 0..<2 {
        var nearest: (keep: Int, distance: Int)?
        for depth in stride(from: items.count, to: 0, by: -1) {
          let item = items[depth - 1]
          let distance = abs(item.indent - line.indent)
          guard let open = item.shape, pass == 0 ? shape.isLike(open) : shape.isLikeButForDelimiters(open),
            distance <= 3, nearest.map({ distance < $0.distance }) ?? true, accepts(shape, near: open)
          else { continue }
          nearest = (depth - 1, distance)
        }
        if let nearest { return Place(shape: shape, keep: nearest.keep) }
      }
    }
    guard !candidate.isBare, fresh || beginsBelow() else { return nil }
    let shape = readings.first { $0.isRoman && $0.number <= 10 && isPlainRoman } ?? readings[0]
    let runsOn = lastTop.map { shape.follows($0) } ?? false
    guard shape.number < 200 || runsOn || fresh && isFollowed(shape), !namesMonth(), isAtHome(shape) else {
      return nil
    }
    if shape.style == .decimal, !items.contains(where: { $0.indent + 1 < line.indent }) {
      return Place(shape: shape, keep: 0)
    }
    return Place(shape: shape, keep: nesting(shape))
  }

  /// An indented `b)` right under a clause that has ended a sentence, or further out than that: a list that lost its
  /// beginning. So is `(aa)` where labels are frozen and (a) went. Where no sentence ended, the line above is too short
  /// for one that was wrapped, and the list goes on.
  private func beginsBelow() -> Bool {
    guard let top = items.last, let shape = candidate.readings.first,
      page.endsSentence(before: index) || shape.opened && isShort(index - 1) && (holdsList || isFollowed(shape)),
      top.indent + 1 < line.indent
        || line.indent + 1 < top.indent && items.contains(where: { $0.indent + 1 < line.indent })
    else { return false }
    // "7." is one where a list stands below it, else it may be a number in a sentence.
    if shape.closing != UInt8(ascii: ")") { return holdsList }
    return candidate.readings.contains { $0.number <= 26 } || isFollowed(shape)
  }

  /// One letter and a dot that begins no run is an initial.
  private func isAtHome(_ shape: LabelShape) -> Bool {
    if shape.style == .decimal || shape.isRoman && shape.number > 1 && shape.number < 40 && !candidateIsOneLetter {
      return true
    }
    if shape.closing == UInt8(ascii: ")"), candidateIsOneLetter || shape.isRoman || shape.opened && holdsList {
      return true
    }
    return isFollowed(shape)
  }

  /// The next label is further in and begins a list.
  private var holdsList: Bool {
    guard let next = page.lines[(index + 1)...].first(where: { line in !line.isBlank && page.label(at: line) != nil })
    else { return false }
    return line.indent + 1 < next.indent && page.label(at: next)?.readings.contains(where: \.isFirst) ?? false
  }

  private var candidateIsOneLetter: Bool {
    candidate.span.count - (candidate.readings[0].opened ? 2 : 1) == 1
  }

  private var isPlainRoman: Bool { !candidateIsOneLetter || neighbours().contains { $0.isRoman } }

  /// The next label of this style that is not below it goes on from it.
  private func isFollowed(_ shape: LabelShape) -> Bool {
    for label in labelsAhead(8, within: line.indent + 1) where label.contains(where: { $0.style == shape.style }) {
      if label.contains(where: { $0.follows(shape) }) { return true }
      // (I) may be a numeral of another list.
      if label.count == 1 { return false }
    }
    return false
  }

  /// Near the number before it, where a paragraph begins or a sentence has ended.
  private func accepts(_ shape: LabelShape, near open: LabelShape?) -> Bool {
    guard !candidate.isBare || shape.depth > 1 else { return false }
    // (c) and (ba) after (aa) are not far on, nor (ba) after (a) where (b) went; (ii) after (a) is no letter.
    let isLetters = shape.number > 26 && !shape.beginsDoubled && candidate.readings.allSatisfy { !$0.isRoman }
    let isInserted = open.map { $0.number > 26 || isLetters } ?? false
    let distance =
      open.map {
        isInserted ? abs(shape.numberInRun - $0.numberInRun) : abs(shape.number - $0.number)
      } ?? shape.number
    guard distance <= 20, !namesMonth() else { return false }
    if fresh || page.endsSentence(before: index) { return true }
    if let open, shape.numberInRun > open.numberInRun, isBelowShortItem { return true }
    // The next number goes on from this one: a list with a gap.
    return nextLabel().contains { next in next.follows(shape) && open.map { !next.follows($0) } ?? true }
  }

  /// "1. Chair⏎3. Treasurer": no more stands above than an item too short for a line that was wrapped, which names
  /// nothing by its number.
  private var isBelowShortItem: Bool {
    guard let top = items.last, isShort(index - 1), line.indent <= top.indent + 1 else { return false }
    let above = page.lines[index - 1]
    guard nodes[top.node].span.lowerBound >= above.start else { return false }
    let last = page.bytes[above.textStart..<above.textEnd].reversed().prefix { !Letters.isBlank($0) }.reversed()
    let word = String(decoding: Array(last), as: UTF8.self)
    return NumberedThing(word.lowercased(), isCapital: true) == nil && !NumberedThing.plainBefore.contains(word)
  }

  /// `12. May`: a date, as people of many countries write it.
  private func namesMonth() -> Bool {
    let start = candidate.textStart
    var end = start
    while end < line.textEnd, isLetter(page.bytes[end]) || page.bytes[end] >= 0x80 { end += 1 }
    guard end - start >= 3, end - start <= 9 else { return false }
    return LabelPlace.months.contains(page.string(start..<end))
  }

  private static let months: Set<String> = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December", "Januar", "Februar", "März", "Mai", "Juni", "Juli", "Oktober", "Dezember",
  ]

  /// The next labels down the page with the same delimiters; a handful is enough to tell letters from numerals.
  private func neighbours() -> [LabelShape] { following(8) }

  private func nextLabel() -> [LabelShape] { following(1) }

  private func following(_ limit: Int) -> [LabelShape] { labelsAhead(limit).flatMap(\.self) }

  /// What each of the next labels that are not further in may say.
  private func labelsAhead(_ limit: Int, within indent: Int = .max) -> [[LabelShape]] {
    guard let mine = candidate.readings.first else { return [] }
    var found: [[LabelShape]] = []
    var next = index + 1
    while next < page.lines.count, next < index + 200, found.count < limit {
      let line = page.lines[next]
      next += 1
      if line.isBlank || line.indent > indent { continue }
      if page.bytes[line.textStart] == UInt8(ascii: "#") { break }
      guard let other = page.label(at: line) else {
        continue
      }
      let like = other.readings.filter { $0.opened == mine.opened && $0.closing == mine.closing }
      if like.isEmpty { continue }
      found.append(like)
    }
    return found
  }
}

extension LabelShape {
  var isRoman: Bool { style == .lowerRoman || style == .upperRoman }

  /// How deep a style usually lies: 1, then a, then i, then A.
  var rank: Int {
    switch style {
    case .code: 0
    case .upperRoman: opened ? 7 : 0
    case .upper: opened ? 6 : 1
    case .decimal: opened ? 3 : 2
    case .lower: number > 26 && !comesBeforeFirst ? 6 : 4
    case .lowerRoman: 5
    }
  }
}
