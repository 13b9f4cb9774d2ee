package import CanonicalJSON
package import Meeting
internal import MotionKit

/// The `--json` answers on a body: list, now, log, show, order, explain, minutes.
extension State {
  package func listAnswer(_ reader: Reader) -> JSON {
    [
      "schema": "motions.list/1",
      "motions": .array(motions.map { $0.json(reader, in: self) }),
    ]
  }

  package func logAnswer(_ reader: Reader, item: String?) -> JSON {
    let shown = log.filter { item == nil || $0.event.concerns(item ?? "", in: self) }
    let versions = versionsMade
    return [
      "schema": "motions.log/1",
      "entries": .array(
        shown.map { entry in
          [
            "seq": .integer(entry.seq), "at": .string(entry.at), "by": .string(entry.by),
            "type": .string(entry.event.type), "item": JSON(entry.event.item(in: self)),
            "said": .string(spoken(entry.event) ?? entry.event.type),
            "undone": .bool(undone.contains(entry.seq)), "version": JSON(versions[entry.seq]),
          ]
        }),
    ]
  }

  package func orderAnswer(_ motion: MotionState) -> JSON {
    [
      "schema": "motions.order/1", "motion": .string(motion.number),
      "basis": .string(motion.ruledOrder == nil ? "standing-orders" : "ruling"),
      "order": .array(
        motion.orderOfTaking(orders).compactMap { name in
          motion.amendment(name).map { amendment in
            let carried = motion.consequences(of: name, carried: true)
            let lost = motion.consequences(of: name, carried: false)
            return [
              "amendment": .string(name), "sentence": .string(amendment.received.sentence),
              "if_carried": [
                "falls": .array(carried.falls.map(\.answer)), "clashes": JSON(carried.unsettled + carried.clashes),
              ],
              "if_lost": ["falls": .array(lost.falls.map(\.answer)), "clashes": []],
              "now": motion.rebased(name)?.answer ?? .null,
            ]
          }
        }),
    ]
  }

  package func minutesAnswer(_ minutes: Minutes, _ reader: Reader, seal: String) -> JSON {
    [
      "schema": "motions.minutes/1", "draft": true,
      "motions": .array(motions.map { $0.json(reader, in: self) }),
      "decisions": .array(
        questions.compactMap { question in
          question.declared.map { result in
            [
              "item": .string(result.item), "decision": .string(result.decision.rawValue),
              "basis": .string(result.basis.rawValue), "threshold": .string(question.put.threshold.words),
              "figures": question.lastCount?.answer ?? .null, "rules_give": JSON(result.rulesGive),
              "falls": .array(result.falls.map(\.answer)), "in_question": .bool(question.inQuestion),
            ]
          }
        }),
      "markdown": .string(minutes.markdown), "seal": .string(seal),
    ]
  }
}

extension Rebased {
  package var answer: JSON {
    [
      "standing": .string(standing.rawValue), "against": .string(against), "sentence": JSON(sentence),
      "reasons": JSON(reasons),
    ]
  }
}

extension Fallen {
  var answer: JSON { ["item": .string(item), "because": .string(because), "reason": .string(reason)] }
}

extension VotesCounted {
  var answer: JSON {
    [
      "form": .string(form.rawValue), "for": JSON(votesFor), "against": JSON(against), "abstain": JSON(abstain),
      "spoilt": JSON(spoilt), "present": JSON(present),
    ]
  }
}

extension MotionState {
  func json(_ reader: Reader, in state: State) -> JSON {
    [
      "item": .string(number), "title": JSON(titleNow), "kind": .string(received.kind),
      "standing": .string(standing.word), "words": .string(words), "received_at": .string(received.receivedAt),
      "late": .bool(received.lateness != nil), "mover": JSON(reader.who(received.mover)),
      "carried": JSON(carried), "text": textNow.map { .string(String(decoding: $0, as: UTF8.self)) } ?? .null,
      "amendments": .array(
        amendments.map { amendment in
          [
            "item": .string(amendment.item), "standing": .string(amendment.standing.word),
            "words": .string(amendment.words), "sentence": .string(amendment.received.sentence),
            "labels": JSON(amendment.received.labels.map(\.label)),
          ]
        }),
      "version": JSON(versions.last.map { name(of: $0) }),
      "in_force": .bool(isCarried && state.endingInForce(of: self) == nil),
    ]
  }
}

extension MotionState.Standing {
  /// A stable word for programs.
  package var word: String {
    switch self {
    case .inOrder: "in_order"
    case .notAdmitted: "not_admitted"
    case .decided(let decision): decision.rawValue
    case .composited: "composited"
    }
  }
}

extension AmendmentState.Standing {
  /// A stable word for programs.
  package var word: String {
    switch self {
    case .pending: "pending"
    case .notAdmitted: "not_admitted"
    case .accepted: "accepted"
    case .decided(let decision): decision.rawValue
    case .fallen: "fallen"
    case .setAside: "set_aside"
    case .reinstated: "reinstated"
    case .composited(let settled, _): settled.fate.rawValue
    }
  }
}

extension Now {
  package func answer(_ reader: Reader) -> JSON {
    [
      "schema": "motions.now/1", "meeting": .string(sitting.word), "title": JSON(sittingTitle),
      "present": JSON(attendance?.present), "room": JSON(attendance?.room), "online": JSON(attendance?.online),
      "questions": .array(
        questions.map { question in
          [
            "item": .string(question.put.item), "matter": .string(question.put.matter.rawValue),
            "threshold": .string(question.put.threshold.words), "for_means": JSON(question.put.forMeans),
            "text": JSON(question.put.text?.sha256), "count": question.lastCount?.answer ?? .null,
          ]
        }),
      "motion": JSON(motion?.number), "motion_title": JSON(motionTitle), "text": JSON(text?.sha256),
      "carried": JSON(motion?.carried ?? []), "words": JSON(words), "word_limit": JSON(wordLimit),
      "amendments_left": JSON(amendmentsLeft.map(\.item)), "motions_left": JSON(motionsLeft.map(\.item)),
      "not_admitted": JSON(notAdmitted.map(\.item)), "unsettled": JSON(unsettled), "in_question": JSON(inQuestion),
      "left": .array(
        amendmentsLeft.map { line in
          ["item": .string(line.item), "sentence": .string(line.words), "now": line.rebased?.answer ?? .null]
        }),
      "next": JSON(next), "said": JSON(lines(reader)),
    ]
  }
}

extension State.SittingState {
  var word: String {
    switch self {
    case .none: "none"
    case .open: "open"
    case .suspended: "suspended"
    case .adjourned: "adjourned"
    case .closed: "closed"
    }
  }
}

extension Explanation {
  package var json: JSON {
    [
      "schema": "motions.explain/1", "item": .string(motion.number), "title": JSON(motion.titleNow),
      "standing": .string(motion.standing.word), "carried": JSON(motion.carried),
      "received_text": .string(motion.received.text.sha256), "adopted_text": JSON(motion.adopted?.sha256),
      "lines": JSON(lines), "seal": .string(seal),
    ]
  }
}
