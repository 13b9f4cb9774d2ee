internal import MotionKit

extension State {
  /// Whether enough are present, in words.
  func quorumSentence(_ quorum: Quorum, _ figures: Attendance) -> String {
    guard let needed = quorum.required(entitled: figures.entitled) else {
      return "Whether there is a quorum can't be said: \(quorum.words) are needed, and those entitled are not known."
    }
    guard let present = figures.present else {
      return "Whether there is a quorum can't be said: \(needed) are needed, and those present were not counted."
    }
    return present >= needed
      ? "There is a quorum: \(needed) are needed." : "There is NO quorum: \(needed) are needed."
  }
}
