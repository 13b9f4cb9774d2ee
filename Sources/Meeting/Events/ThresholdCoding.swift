internal import CanonicalJSON
internal import MotionKit

extension JSON {
  init(_ threshold: Threshold) {
    self = .object(
      JSON.fields([
        "at_least": .bool(threshold.isAtLeast), "fraction": .string(threshold.fraction.description),
        "minimum_for": JSON(threshold.minimumFor), "of": .string(threshold.base.rawValue),
      ]))
  }
}

extension EventFields {
  func threshold() throws(EventError) -> Threshold {
    guard let fields = optional("threshold"), let fraction = Fraction(reading: try fields.text("fraction")) else {
      throw EventError(code: "bad-event", message: "The field `threshold` of \(type) should hold a fraction.")
    }
    return Threshold(
      fraction, atLeast: try fields.flag("at_least"), of: try fields.choice("of"),
      minimumFor: try fields.optionalNumber("minimum_for"))
  }
}
