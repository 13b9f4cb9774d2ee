internal import MotionKit

/// How a pending amendment stands to the text as it is now: derived from the record, never stored. What was submitted
/// is never touched.
package struct Rebased: Hashable, Sendable {
  package enum Standing: String, Hashable, Sendable, CaseIterable {
    /// It can be taken as it now reads.
    case clean
    /// It and what was carried cannot both stand; the chair rules if it is carried.
    case conflicted
    /// Its words are gone.
    case falls
    /// What it asks for is in the text already.
    case alreadyDone = "already_done"
  }

  package var standing: Standing
  /// The version it is compared with: `M1@3`.
  package var against: String
  /// The same change said of the text as it now stands; where both cannot stand and it was itself amended, what it says
  /// since; nil where there is none that could be said.
  package var sentence: String?
  /// Why it is not clean.
  package var reasons: [String]

  /// After "As it now stands:", one line.
  package var words: String {
    switch standing {
    case .clean: sentence ?? "it reads as submitted"
    case .conflicted:
      "\(sentence.map { "\($0) It " } ?? "")cannot stand beside what was carried: \(reasons.joined(separator: " "))"
    case .falls: "its words are gone: \(reasons.joined(separator: " "))"
    case .alreadyDone: "what it asks for is in the text already"
    }
  }
}

extension MotionState {
  /// Whether the text is another one than that which an amendment was read against.
  func hasMovedOn(since amendment: AmendmentState) -> Bool {
    let read = amendment.received.readAgainst ?? []
    return read != carried || !rulings.isEmpty && !carried.isEmpty
  }

  /// What a pending amendment comes to on the text as it now stands; nil where it is not pending, where the text is
  /// the one it was read against, or where the text is withheld.
  package func rebased(_ name: String) -> Rebased? {
    guard let amendment = amendment(name), amendment.isOpen, hasMovedOn(since: amendment) else { return nil }
    // An amendment to an amendment changes words that come with that one.
    let above = ancestors(of: name)
    let around = carried + above.filter { !carried.contains($0) }
    guard let now = composition(of: around), let after = composition(of: around + [name]),
      let version = versions.last
    else { return nil }
    var rebased = Rebased(standing: .clean, against: self.name(of: version), reasons: [])
    let falls = after.wouldFall.filter { $0.amendment == name && (around.contains($0.because) || $0.because == name) }
    let clashes = after.unsettled.filter { $0.amendments.contains(name) }
    if let refusal = after.outcomes.first(where: { $0.name == name && $0.verdict == .refused })?.refusal {
      rebased.standing = .falls
      rebased.reasons = [refusal]
    } else if !falls.isEmpty {
      rebased.standing = .falls
      rebased.reasons = falls.map { "\($0.because): \($0.reason)." }
    } else if !clashes.isEmpty {
      rebased.standing = .conflicted
      rebased.reasons = clashes.map(\.finding.message)
      rebased.sentence = amended(amendment)
    } else if after.bytes == now.bytes {
      // Where what it amends cannot stand beside what was carried, its own words are not seen in the text.
      let parents = after.unsettled.filter { $0.amendments.contains(where: above.contains) }
      rebased.standing = parents.isEmpty ? .alreadyDone : .conflicted
      rebased.reasons = parents.map(\.finding.message)
    } else {
      rebased.sentence = sentence(from: now.bytes, to: after.bytes, amendment)
    }
    return rebased
  }

  /// The line that says so, where the text has moved on and the amendment does not read as it was submitted.
  package func asItNowStands(_ name: String) -> [String] {
    guard let rebased = rebased(name) else { return [] }
    if rebased.standing == .clean, rebased.sentence == nil || rebased.sentence == amendment(name)?.received.sentence {
      return []
    }
    return [
      rebased.standing == .clean ? "As it now reads: \(rebased.words)" : "As it now stands: \(rebased.words)".ended
    ]
  }

  /// What an amendment says with the amendments to it that are carried, of the text it was written for.
  private func amended(_ amendment: AmendmentState) -> String? {
    let own = carried.filter { $0.hasPrefix(amendment.name + ".") }
    let read = amendment.received.readAgainst ?? []
    guard !own.isEmpty, let before = composition(of: read), let after = composition(of: read + own + [amendment.name])
    else { return nil }
    return sentence(from: before.bytes, to: after.bytes, amendment)
  }

  private func ancestors(of name: String) -> [String] {
    var names: [String] = []
    var item = ItemReference("\(number)/\(name)")
    while let parent = item?.parentAmendment {
      names.insert(parent, at: 0)
      item = ItemReference("\(number)/\(parent)")
    }
    return names
  }

  private func sentence(from now: [UInt8], to after: [UInt8], _ amendment: AmendmentState) -> String? {
    let base = Document(parsing: now)
    let asSubmitted = Composition(
      of: base, with: [Amendment(name: amendment.name, operations: amendment.received.operations)],
      allotted: amendment.received.labels)
    if asSubmitted.bytes == after { return amendment.received.sentence }
    var derived = Amendment(name: amendment.name, deriving: Document(parsing: after), from: base)
    derived.operations = amendment.withoutLabels(derived.operations)
    guard !derived.operations.isEmpty else { return nil }
    let received = amendment.received
    return Wording(of: derived.operations, in: base, requires: received.requires, fallsIf: received.fallsIf).sentence
  }
}
