internal import MotionKit
internal import Meeting
internal import Platform
internal import Publishing

extension Body {
  /// A motion of the record with its amendments taken together: those named, else all that are open or carried; nil
  /// where the name is no motion of a body here.
  static func merge(
    _ name: String, _ amendments: [String], _ instructions: [String], in world: World
  ) throws -> Merge? {
    guard let reference = ItemReference(name), reference.amendment == nil, reference.version == nil,
      BodyFolder.around(world) != nil
    else {
      return nil
    }
    let body = try Body.open(in: world)
    let motion = try body.motion(reference.motion)
    guard let base = motion.base else {
      throw Failure(.badInput, "text-withheld", "The text of \(motion.number) is not in this copy of the record.")
    }
    var chosen = try amendments.map { try body.amendment($0, of: motion) }
    if amendments.isEmpty { chosen = motion.amendments.filter { $0.isOpen || motion.carried.contains($0.name) } }
    let reader = InstructionReader(base: base, settings: body.state.orders.readingSettings)
    let read = instructions.enumerated().map { AmendmentSource.read($1, name: "I\($0 + 1)", reader: reader) }
    let merge = Merge(base: base, taking: read) { typed in
      Composition(
        of: base, with: chosen.map(\.amendment) + typed, allotted: motion.labels,
        rulings: motion.rulings.map(\.ruling),
        knowing: motion.amendments.filter { !chosen.contains($0) }.map(\.amendment))
    }
    body.sayWords(of: merge.composition.bytes, motion)
    return merge
  }

  private func amendment(_ name: String, of motion: MotionState) throws -> AmendmentState {
    let full = name.contains("/") ? name : "\(motion.number)/\(name)"
    guard case .amendment(let amendment, let own) = try item(full), own.number == motion.number else {
      throw Failure(.badInput, "no-such-item", "\(name) is no amendment to \(motion.number).")
    }
    return amendment
  }

  private func sayWords(of file: [UInt8], _ motion: MotionState) {
    let words = state.orders.words(of: Document(parsing: file))
    let limit = state.orders.wordLimit(forKind: motion.received.kind)
    world.say("Words: \(words)\(limit.map { " of \($0)" } ?? "").")
  }
}
