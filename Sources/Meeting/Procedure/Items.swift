/// The items that a person can name, and what is said of one that does not exist.
extension State {
  package enum Item: Sendable {
    case motion(MotionState)
    case amendment(AmendmentState, of: MotionState)
    /// A procedural motion or a challenge to the chair: words alone, no text.
    case question(QuestionState)

    package var name: String {
      switch self {
      case .motion(let motion): motion.number
      case .amendment(let amendment, _): amendment.item
      case .question(let question): question.put.item
      }
    }

    /// The motion, or the one that the amendment is to.
    package var motion: MotionState {
      get throws(Refusal) {
        switch self {
        case .motion(let motion): return motion
        case .amendment(_, let motion): return motion
        case .question(let question): throw question.isNoMotion
        }
      }
    }
  }

  /// The item of a reference such as `M1/A2` or `P1`; a bare `A2` is an amendment to the motion before the meeting.
  package func item(_ text: String) throws(Refusal) -> Item {
    guard let reference = ItemReference(text) else {
      throw Refusal(
        "no-such-item", "“\(text)” is not the name of an item.",
        help: "A motion is named M1, an amendment M1/A2. \(known)")
    }
    if reference.version != nil {
      throw Refusal(
        "no-such-item", "\(reference) is a version of a text; this takes the item itself.",
        help: "Name it without the version: \(reference.item)")
    }
    if let motion = motion(reference.motion) {
      guard let name = reference.amendment else { return .motion(motion) }
      if let amendment = motion.amendment(name) { return .amendment(amendment, of: motion) }
      let names = motion.amendments.map(\.item)
      throw Refusal(
        "no-such-item", "There is no amendment \(name) to \(motion.number).",
        help: names.isEmpty
          ? "\(motion.number) has no amendments."
          : "To \(motion.number) there \(names.count == 1 ? "is" : "are") \(Audit.listed(names)).")
    }
    if reference.amendment == nil, let question = question(on: reference.motion) { return .question(question) }
    if reference.amendment == nil, let motion = motionBeforeTheMeeting,
      let amendment = motion.amendment(reference.motion)
    {
      return .amendment(amendment, of: motion)
    }
    if reference.amendment == nil, reference.motion.hasPrefix("A"), let motion = motionBeforeTheMeeting {
      let names = motion.amendments.map(\.item)
      throw Refusal(
        "no-such-item", "There is no amendment \(reference.motion) to \(motion.number), which is before the meeting.",
        help: names.isEmpty
          ? "\(motion.number) has no amendments."
          : "There \(names.count == 1 ? "is" : "are") \(Audit.listed(names)).")
    }
    throw Refusal("no-such-item", "There is no item \(reference.item).", help: known)
  }

  private var known: String {
    let listed = Audit.listed(motions.map(\.number))
    return motions.isEmpty
      ? "Nothing has been received yet." : "There \(motions.count == 1 ? "is" : "are") \(listed)."
  }

  /// What a sitting must be for votes and steps; empty where all is as it should be.
  func sittingFlags() -> [Irregularity] {
    switch sitting {
    case .open: []
    case .none: [Irregularity("no-meeting", "No meeting is open.")]
    case .suspended: [Irregularity("no-meeting", "The meeting is suspended.")]
    case .adjourned: [Irregularity("no-meeting", "The meeting is adjourned.")]
    case .closed: [Irregularity("no-meeting", "The meeting is closed.")]
    }
  }
}

extension QuestionState {
  fileprivate var isNoMotion: Refusal {
    Refusal(
      "not-a-motion", "\(put.item) is a procedural question: it has no text, and nothing is done with it but a vote.",
      help: "Record the vote: motions vote \(put.item) --for N --against N")
  }
}
