/// The short line for live use: `2.1 s/12%/15%/`, `+2.1 To publish …`, `-3`, `=3 New text`, `move 3 after 5`.
package enum ShortLine {
  /// Whether a line is in the short form.
  package static func looksLikeOne(_ line: String) -> Bool {
    let bytes = Letters.trimmed(Array(line.utf8)[...])
    guard let first = bytes.first else { return false }
    if first == 0x2B || first == 0x2D || first == 0x3D {
      var rest = bytes.dropFirst()
      if first == 0x2B, rest.first == 0x5E { rest = rest.dropFirst() }
      guard let label = rest.first, !Letters.isBlank(label), label != first else { return false }
      let address = rest.prefix { !Letters.isBlank($0) }
      let hasText = address.count < rest.count
      if first == 0x2D { return !hasText && isAddress(address) }
      return hasText && isAddress(address)
    }
    return substitution(bytes) != nil
  }

  private static func isAddress(_ bytes: ArraySlice<UInt8>) -> Bool {
    let text = String(decoding: bytes, as: UTF8.self)
    if LabelWord.isOne(bytes) || text.utf8.contains(0x2F) { return true }
    if text.utf8.count == 1, let only = text.utf8.first { return Letters.isASCIILetter(only) }
    return PlaceVocabulary.sections.contains { $0.0 == text }
      || text.utf8.contains(where: Letters.isDigit)
        && text.utf8.allSatisfy { Letters.isWordByte($0) || $0 == 0x7E || $0 == 0x2D }
  }

  /// `PLACE s/old/new/flags` with any mark that is no letter, digit or blank as the delimiter.
  private struct Substitution {
    var address: ArraySlice<UInt8>
    var old: ArraySlice<UInt8>
    var new: ArraySlice<UInt8>
    var isGlobal: Bool
  }

  private static func substitution(_ line: ArraySlice<UInt8>) -> Substitution? {
    var at = line.startIndex
    var address = line[at..<at]
    if line.first != 0x73 || !(line.count > 1 && isDelimiter(line[line.startIndex + 1])) {
      address = line.prefix { !Letters.isBlank($0) }
      at = address.endIndex
      // `6: s/old/new/` is as good.
      if address.last == 0x3A { address = address.dropLast() }
      while at < line.endIndex, Letters.isBlank(line[at]) { at += 1 }
      guard at < line.endIndex, at > address.endIndex, isAddress(address) else { return nil }
    }
    guard at + 1 < line.endIndex, line[at] == 0x73, isDelimiter(line[at + 1]) else { return nil }
    let delimiter = line[at + 1]
    let parts = line[(at + 2)...].split(separator: delimiter, omittingEmptySubsequences: false)
    guard parts.count == 2 || parts.count == 3, !parts[0].isEmpty else { return nil }
    let flags = parts.count == 3 ? Letters.trimmed(parts[2]) : []
    guard flags.isEmpty || flags.elementsEqual([0x67]) else { return nil }
    return Substitution(address: address, old: parts[0], new: parts[1], isGlobal: !flags.isEmpty)
  }

  private static func isDelimiter(_ byte: UInt8) -> Bool {
    byte > 0x20 && byte < 0x7F && !Letters.isDigit(byte) && !Letters.isASCIILetter(byte)
      && ![0x22, 0x27, 0x2E, 0x2C, 0x28, 0x29].contains(byte)
  }

  // MARK: Reading

  /// The act that a short line asks for.
  static func reading(_ line: ArraySlice<UInt8>, at offset: Int, base: LaidOutText) throws(Misreading) -> [Act] {
    let trimmed = Letters.trimmed(line)
    var act = Act(at: trimmed.startIndex)
    act.span = trimmed.startIndex..<trimmed.endIndex
    act.startsSentence = true
    if let substitution = substitution(trimmed) {
      if !substitution.address.isEmpty { act.inside = [place(substitution.address, base)] }
      act.words = [QuotedWords(text: text(substitution.old), span: span(substitution.old))]
      let new = stripped(substitution.new)
      act.verb = .init(action: new.isEmpty ? .delete : .replace, form: .active)
      if !new.isEmpty { act.new = Act.NewText(text: text(new), span: span(new), isBlock: false) }
      act.throughout = substitution.isGlobal
      return [act]
    }
    guard let sign = trimmed.first else { return [] }
    var rest = trimmed.dropFirst()
    var side = Act.Position.Side.after
    if sign == 0x2B, rest.first == 0x5E {
      side = .before
      rest = rest.dropFirst()
    }
    let address = rest.prefix { !Letters.isBlank($0) }
    let place = place(address, base)
    let new = stripped(rest[address.endIndex...])
    if !new.isEmpty { act.new = Act.NewText(text: text(new), span: span(new), isBlock: true, isClause: true) }
    switch sign {
    case 0x2B:
      act.verb = .init(action: .insert, form: .active)
      act.position = Act.Position(side: side, place: place, span: span(address))
    case 0x2D:
      act.verb = .init(action: .delete, form: .active)
      act.objects = [place]
    default:
      act.verb = .init(action: .replace, form: .active)
      act.objects = [place]
    }
    return [act]
  }

  private static func place(_ address: ArraySlice<UInt8>, _ base: LaidOutText) -> PlacePhrase {
    let text = text(address)
    let span = span(address)
    if let node = base.node(at: text) { return PlacePhrase(steps: [.node(node)], span: span) }
    if PlaceVocabulary.sections.contains(where: { $0.0 == text }) {
      return PlacePhrase(steps: [.section(text)], span: span)
    }
    if let dash = text.firstIndex(of: "-") {
      let range = PlacePhrase.LabelRange(
        from: String(text[..<dash]), to: String(text[text.index(after: dash)...]), span: span)
      return PlacePhrase(steps: [.labels([range], .clause)], span: span)
    }
    var label = text
    while label.hasSuffix(".") { label.removeLast() }
    return PlacePhrase(steps: [.labels([.init(from: label, to: nil, span: span)], .clause)], span: span)
  }

  private static func text(_ bytes: ArraySlice<UInt8>) -> String {
    String(decoding: stripped(bytes), as: UTF8.self)
  }

  /// Without blanks of any kind at either end, as in other instructions.
  private static func stripped(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let plain = Letters.trimmed(InstructionLexer.plain(Array(bytes))[...])
    return bytes[bytes.startIndex + plain.startIndex..<bytes.startIndex + plain.endIndex]
  }

  private static func span(_ bytes: ArraySlice<UInt8>) -> Range<Int> { bytes.startIndex..<bytes.endIndex }
}
