internal import CanonicalJSON
internal import MotionKit
internal import Meeting
internal import Platform
internal import Publishing

/// A text as `show` prints it.
struct ShownText {
  var item: String
  var form: String
  var version: Int?
  var bytes: [UInt8]
  /// Of a pending amendment with `--as now`: how it stands to the text as it now is.
  var rebased: Rebased?
  /// Of an adopted text: the numbers that its clauses had and have.
  var concordance: [Renumbered] = []

  var json: JSON {
    [
      "schema": "motions.show/1", "item": .string(item), "as": .string(form), "version": JSON(version),
      "text": .string(String(decoding: bytes, as: UTF8.self)),
      "concordance": .array(concordance.map { ["old": .string($0.old), "new": .string($0.new)] }),
      "now": rebased?.answer ?? .null,
    ]
  }

  /// The table of old and new numbers, for beside the text; empty where none changed.
  var concordanceLines: [String] {
    concordance.isEmpty
      ? [] : ["The clauses are numbered anew:"] + concordance.map { "  \($0.old) is now \($0.new)" }
  }
}

extension Body {
  /// The text of an item in a form, or a version of it.
  func shown(_ text: String, version: Int?, form: TextForm?) throws -> ShownText {
    let item = try item(ItemReference(text)?.item ?? text)
    let version = version ?? ItemReference(text)?.version
    switch item {
    case .question(let question):
      let words = question.put.words ?? ""
      return ShownText(item: item.name, form: "words", bytes: Array(words.utf8))
    case .amendment(let amendment, let motion): return shown(amendment, of: motion, form)
    case .motion(let motion):
      if let version {
        let number = version
        let version = try Body.version(number, of: motion)
        guard let bytes = motion.shown(as: form ?? .clean, version) else {
          if form == .adopted, !version.isAdopted {
            throw Failure(
              .badInput, "not-adopted", "\(motion.name(of: version)) was not adopted: \(version.words).",
              help: "Which was, is said by: motions log \(motion.number) --versions")
          }
          throw Failure(
            .badInput, "text-withheld", "The text of \(motion.number) is not in this copy of the record.")
        }
        return ShownText(item: motion.number, form: form?.rawValue ?? "clean", version: number, bytes: bytes)
      }
      let form = form ?? (motion.carried.isEmpty ? .clean : .amended)
      guard let bytes = motion.shown(as: form) else {
        if form == .adopted, motion.base != nil {
          throw Failure(
            .badInput, "not-adopted", "\(motion.number) is not adopted: \(motion.words).",
            help: "See it as it now stands: motions show \(motion.number) --as amended")
        }
        throw Failure(
          .badInput, "text-withheld", "The text of \(motion.number) is not in this copy of the record.")
      }
      return ShownText(
        item: motion.number, form: form.rawValue, bytes: bytes,
        concordance: form == .adopted ? motion.renumbered : [])
    }
  }

  /// An amendment as submitted; `now`, what it comes to on the text as it now stands.
  private func shown(_ amendment: AmendmentState, of motion: MotionState, _ form: TextForm?) -> ShownText {
    let standing = "\(amendment.item): \(amendment.words)."
    guard form == .now else {
      let lines = [amendment.received.sentence, "", standing] + motion.asItNowStands(amendment.name)
      return ShownText(item: amendment.item, form: "words", bytes: Array(lines.joined(separator: "\n").utf8))
    }
    let rebased = motion.rebased(amendment.name)
    let words = rebased.map { rebased in
      if rebased.standing == .clean, let sentence = rebased.sentence { return sentence }
      return "\(rebased.words.first?.uppercased() ?? "")\(rebased.words.dropFirst())".ended
    }
    let lines = [
      words ?? amendment.received.sentence, "", standing,
      rebased.map { "On \($0.against); as submitted: \(amendment.received.sentence)" } ?? "As submitted.",
    ]
    return ShownText(
      item: amendment.item, form: "now", bytes: Array(lines.joined(separator: "\n").utf8), rebased: rebased)
  }

  /// The text of a reference such as `M1` or `M1@2`, for commands that take files; nil where it is no reference, or
  /// where there is no body here.
  static func text(named name: String, in world: World) throws -> [UInt8]? {
    guard let reference = ItemReference(name), reference.amendment == nil, BodyFolder.around(world) != nil else {
      return nil
    }
    let body = try Body.open(in: world)
    let motion = try body.motion(reference.motion)
    guard let version = reference.version else {
      if let file = motion.fileNow { return file }
      throw Failure(.badInput, "text-withheld", "The text of \(motion.number) is not in this copy of the record.")
    }
    return try file(of: motion, version)
  }

  static func version(_ number: Int, of motion: MotionState) throws -> MotionVersion {
    if let version = motion.version(number) { return version }
    let refusal = motion.noSuchVersion(number)
    throw Failure(.badInput, refusal.code, refusal.message, help: refusal.help)
  }

  private static func file(of motion: MotionState, _ number: Int) throws -> [UInt8] {
    if let file = motion.file(of: try version(number, of: motion)) { return file }
    throw Failure(.badInput, "text-withheld", "The text of \(motion.number) is not in this copy of the record.")
  }

  /// Who moves a motion of the record, where its name is in this copy.
  static func mover(of name: String, in world: World) throws -> String? {
    guard let reference = ItemReference(name), reference.amendment == nil, BodyFolder.around(world) != nil else {
      return nil
    }
    let body = try Body.open(in: world)
    return try body.motion(reference.motion).received.mover.flatMap { body.names.name(of: $0) }
  }

  /// Files written for reading that differ from the record.
  var differing: [String] {
    state.motions.compactMap { motion in
      guard let now = motion.fileNow,
        let there = try? world.files.read("\(motion.number).md".path(in: folder.motions)), there != now
      else { return nil }
      return "motions/\(motion.number).md"
    }
  }

  var statusLines: [String] {
    var lines = ["\(name): \(state.next) \(state.next == 1 ? "entry" : "entries"). Seal: \(seal)"]
    if rulesDiffer {
      lines.append(
        "rules.yaml differs from the standing orders on record, which are the ones that count. To adopt it: motions rules adopt"
      )
    }
    lines += differing.map { "\($0) differs from the record; it is for reading and is never read back." }
    if lines.count == 1 { lines.append("The files agree with the record.") }
    return lines
  }
}
