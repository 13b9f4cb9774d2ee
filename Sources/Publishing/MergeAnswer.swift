package import CanonicalJSON
package import MotionKit

/// Amendments to one text taken together, and those that could not be read: what `motions merge` answers.
package struct Merge: Sendable {
  /// An amendment that was not understood, or is not one to this text.
  package struct Unread: Sendable {
    package var name: String
    package var finding: Finding
    package var candidates: [Reading.Candidate]

    package init(name: String, finding: Finding, candidates: [Reading.Candidate] = []) {
      self.name = name
      self.finding = finding
      self.candidates = candidates
    }
  }

  package var base: Document
  package var composition: Composition
  package var unread: [Unread]
  /// What readings had to say of single amendments: a "so that it reads" that differs, say.
  package var remarks: [Unread]

  package init(base: Document, composition: Composition, unread: [Unread] = [], remarks: [Unread] = []) {
    self.base = base
    self.composition = composition
    self.unread = unread
    self.remarks = remarks
  }

  package var verdict: Composition.Verdict { unread.isEmpty ? composition.verdict : .refused }

  /// Every amendment, in the natural order of names.
  package var outcomes: [Composition.Outcome] {
    let missing = unread.map { unread -> Composition.Outcome in
      var outcome = Composition.Outcome(
        name: unread.name, verdict: .refused, operations: [], wordsAdded: 0, wordsRemoved: 0)
      outcome.refusal = unread.finding.message
      return outcome
    }
    return (composition.outcomes + missing).sorted { NaturalOrder.precedes($0.name, $1.name) }
  }

  /// Everything found: what could not be read first.
  package var clashes: [Composition.Clash] {
    (unread + remarks).map { Composition.Clash(finding: $0.finding, amendments: [$0.name]) } + composition.clashes
  }
}

extension JSON {
  /// `motions.merge/1`.
  package init(_ merge: Merge) {
    let composition = merge.composition
    self = [
      "schema": "motions.merge/1",
      "verdict": .string(merge.verdict.rawValue),
      "text": .string(String(decoding: composition.bytes, as: UTF8.self)),
      "amendments": .array(merge.outcomes.map { JSON($0, in: merge.base) }),
      "findings": .array(merge.clashes.map { JSON($0, in: merge.base) }),
      "would_fall": .array(composition.wouldFall.map { JSON($0) }),
      "order": JSON(composition.order),
      "provenance": .array(composition.provenance.map { JSON($0) }),
    ]
  }

  /// What became of one amendment.
  package init(_ outcome: Composition.Outcome, in base: Document) {
    self = [
      "name": .string(outcome.name),
      "verdict": .string(outcome.verdict.rawValue),
      "operations": .array(outcome.operations.map { JSON(answering: $0) }),
      "sentence": .string(Wording(of: outcome.operations, in: base).sentence),
      "words_added": .integer(outcome.wordsAdded),
      "words_removed": .integer(outcome.wordsRemoved),
    ]
  }

  /// A finding between amendments, with the words of every side and the ways out.
  package init(_ clash: Composition.Clash, in base: Document) {
    self = .object(
      JSON.members(of: clash.finding) { base.place(of: $0) } + [
        Member("amendments", JSON(clash.amendments)),
        Member("base", .string(clash.base)),
        Member(
          "sides",
          .array(clash.sides.map { ["amendment": .string($0.amendment), "text": .string($0.text)] })),
        Member("ways_out", JSON(clash.waysOut)),
        Member("settled", .bool(clash.isSettled)),
      ])
  }

  package init(_ fall: Composition.Fall) {
    self = [
      "amendment": .string(fall.amendment), "because": .string(fall.because), "reason": .string(fall.reason),
    ]
  }

  package init(_ run: Composition.Run) {
    self = [
      "from": .string(run.amendment ?? "base"), "text": .string(String(decoding: run.bytes, as: UTF8.self)),
    ]
  }
}
