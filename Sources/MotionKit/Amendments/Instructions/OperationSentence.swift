/// The sentence of one operation.
struct OperationSentence {
  private(set) var text = ""
  private let names: PlaceNames

  init(_ operation: Operation, _ names: PlaceNames) {
    self.names = names
    let old = operation.old.map { Self.numbered(operation.occurrence) + Self.quoted($0) } ?? ""
    let place = operation.old.map { names.place(ofWords: $0, operation.path) } ?? names.name(operation.path)
    switch operation.kind {
    case .replaceText: text = "In \(place), delete \(old) and insert" + Self.new(operation.new)
    case .deleteText where names.isAll(operation.old ?? "", operation.path):
      text = "In \(place), delete only the words \(old)" + HouseQuotation.stop(after: operation.old ?? "")
    case .deleteText: text = "In \(place), delete \(old)" + HouseQuotation.stop(after: operation.old ?? "")
    case .insertText:
      // Words that look like a clause are called words.
      let verb = NewText.holdsClauses(operation.new ?? "") ? "insert the words" : "insert"
      switch operation.placement ?? .end {
      case .start where operation.old == nil: text = "In \(place), at the start \(verb)" + Self.new(operation.new)
      case .before, .start: text = "In \(place), before \(old) \(verb)" + Self.new(operation.new)
      case .after where operation.old != nil: text = "In \(place), after \(old) \(verb)" + Self.new(operation.new)
      default: text = "In \(names.own(operation.path)), \(end(operation)) \(verb)" + Self.new(operation.new)
      }
    case .deleteRange: text = "In \(names.name(operation.path)), delete \(range(operation))."
    case .replaceRange:
      text =
        "In \(names.name(operation.path)), delete \(pausing(range(operation))) and insert"
        + Self.new(operation.new)
    case .insertBlock: text = insertion(operation)
    case .deleteBlock: text = "Delete \(object(operation))."
    case .replaceBlock:
      let noun = operation.asWritten ? " the unnumbered paragraph" : ""
      text = "Replace \(object(operation)) with\(noun)" + Self.new(operation.new)
    case .moveBlock: text = move(operation)
    case .replaceAll: text = "Delete all and insert" + Self.new(operation.new)
    case .setHeading: text = "Change the heading of \(names.name(operation.path)) to" + Self.new(operation.new)
    case .setTitle: text = "Change the title to" + Self.new(operation.new)
    case .renumber: text = "Renumber the clauses."
    case .globalReplace:
      let place = operation.path == .whole ? " the motion" : " " + names.name(operation.path)
      if (operation.new ?? "").isEmpty {
        text = "Delete \(Self.quoted(operation.old ?? "")) throughout\(place)."
      } else {
        let new = Self.quoted(operation.new ?? "")
        text = "Replace \(Self.quoted(operation.old ?? "")) with \(new) throughout\(place)."
      }
    }
  }

  /// New words that would go before the final mark stand after it here.
  private func end(_ operation: Operation) -> String {
    ClauseEnd.isBeforeMark(operation.new ?? "", in: names.text(operation.path)) ? "at the very end" : "at the end"
  }

  private func object(_ operation: Operation) -> String {
    operation.to.map { names.range(operation.path, $0) } ?? names.object(operation.path)
  }

  private func pausing(_ range: String) -> String { range.hasPrefix("all between") ? range : range + "," }

  private func range(_ operation: Operation) -> String {
    let stays = operation.placement == .after
    let until = operation.until.map(Self.quoted)
    guard let words = operation.old else {
      let until = operation.until.map { first(of: $0, operation) + Self.quoted($0) }
      return "all before \(until ?? "“”"), \(operation.untilStays ? "which stays" : "these words included")"
    }
    let old =
      (operation.occurrence == nil ? first(of: words, operation) : Self.numbered(operation.occurrence))
      + Self.quoted(words)
    guard let until else {
      return stays ? "all after \(old), which stays" : "from \(old) to the end, these words included"
    }
    switch (stays, operation.untilStays) {
    case (false, false): return "from \(old) to \(until), both included"
    case (true, true): return "all between \(old) and \(until)"
    case (true, false): return "from \(old), which stays, to \(until), these words included"
    case (false, true): return "from \(old), these words included, to \(until), which stays"
    }
  }

  /// What is below a clause may have the words that a range in it begins with.
  private func first(of words: String, _ operation: Operation) -> String {
    names.place(ofWords: words, operation.path) == names.name(operation.path) ? "" : Self.numbered(1)
  }

  private func insertion(_ operation: Operation) -> String {
    let place = names.object(operation.path)
    let where_: String
    switch operation.placement ?? .end {
    case .before: where_ = "Before \(place)"
    case .after: where_ = operation.path == .whole ? "At the end of the motion" : "After \(place)"
    case .start: where_ = "At the start of \(place)"
    case .end: where_ = "At the end of \(place)"
    }
    let new = operation.new ?? ""
    let isLong = new.utf8.contains(0x0A)
    let noun = operation.asWritten ? "unnumbered paragraph" : "clause"
    return where_ + ", insert the \(noun)\(isLong ? "s" : "")" + Self.new(new)
  }

  private func move(_ operation: Operation) -> String {
    let place = names.object(operation.to ?? .whole)
    let destination: String
    switch operation.placement ?? .end {
    case .before: destination = "before \(place)"
    case .after: destination = "after \(place)"
    case .start: destination = "to the start of \(place)"
    case .end: destination = "to the end of \(place)"
    }
    return "Move \(names.object(operation.path)) \(destination)."
  }

  /// New text: quoted on the line, or in a block of lines with `>`.
  private static func new(_ new: String?) -> String {
    let new = new ?? ""
    if !new.utf8.contains(0x0A), let quoted = HouseQuotation.quoted(new) {
      return " " + quoted + HouseQuotation.stop(after: new)
    }
    let lines = new.utf8.split(separator: 0x0A, omittingEmptySubsequences: false).map {
      $0.isEmpty ? ">" : "> " + String(decoding: $0, as: UTF8.self)
    }
    return ":\n" + lines.joined(separator: "\n") + "\n"
  }

  private static func quoted(_ words: String) -> String { HouseQuotation.quoted(words) ?? "“\(words)”" }

  private static func numbered(_ occurrence: Int?) -> String {
    guard let occurrence else { return "" }
    let words = PlaceVocabulary.ordinalWords
    return words.indices.contains(occurrence - 1) ? "the \(words[occurrence - 1]) " : "the \(occurrence)th "
  }
}

/// Curly double quotation marks, or, where the words hold such, marks from which the words read back.
enum HouseQuotation {
  private static let marks = [("“", "”"), ("‘", "’"), ("«", "»"), ("``", "``"), ("\"", "\"")]

  /// The full stop of a sentence that ends with a quotation: one that is quoted does for both.
  static func stop(after words: String) -> String {
    guard let last = words.utf8.last, last == 0x2E || last == 0x21 || last == 0x3F else { return "." }
    return ""
  }

  /// Whether no mark in the words could be taken for the end of the quotation.
  private static func isPlain(_ words: String) -> Bool {
    let bytes = words.utf8
    guard let first = bytes.first, let last = bytes.last, !Letters.isBlank(first), !Letters.isBlank(last) else {
      return false
    }
    return bytes.allSatisfy { byte in
      switch byte {
      case 0x20, 0x21, 0x23...0x26, 0x28...0x3B, 0x3D...0x5F, 0x61...0x7E, 0xC3...0xDF: true
      case 0x80...0xBF: true
      default: false
      }
    }
  }

  static func quoted(_ words: String) -> String? {
    if isPlain(words) { return "“\(words)”" }
    for (opening, closing) in marks {
      let text = opening + words + closing
      let tokens = InstructionLexer.tokens(of: Array("In 1, delete \(text) and insert \(text).".utf8))
      let quotations = tokens.filter { $0.kind == .quotation }
      if quotations.count == 2, tokens.count == 9,
        quotations.allSatisfy({ !$0.isUnclosed && $0.text.utf8.elementsEqual(words.utf8) })
      {
        return text
      }
    }
    return nil
  }
}
