internal import CanonicalJSON
package import MotionKit

/// `question.put`: what is being decided, on which very text, by which majority.
package struct QuestionPut: Hashable, Sendable {
  package enum Matter: String, Hashable, Sendable {
    case motion, amendment, admission, procedural, challenge
  }

  /// `M1`, `M1/A2`, or `P1` for a procedural question.
  package var item: String
  package var matter: Matter
  /// The text put: the motion as it stands, or the amendment as submitted; null for a procedural question.
  package var text: TextName?
  /// The motion as it stands, for an amendment.
  package var on: TextName?
  /// The words of a procedural question, and what FOR means where that is not plain.
  package var words: String?
  package var forMeans: String?
  /// In words that say it exactly, such as `more than 1/2 of votes`.
  package var threshold: Threshold
  package var flags: [Irregularity]

  package init(
    item: String, matter: Matter, text: TextName?, on: TextName?, words: String? = nil, forMeans: String? = nil,
    threshold: Threshold, flags: [Irregularity] = []
  ) {
    self.item = item
    self.matter = matter
    self.text = text
    self.on = on
    self.words = words
    self.forMeans = forMeans
    self.threshold = threshold
    self.flags = flags
  }

  init(_ fields: EventFields) throws(EventError) {
    item = try fields.text("item")
    matter = try fields.choice("matter")
    text = try fields.optionalTextName("text")
    on = try fields.optionalTextName("on")
    words = try fields.optionalText("words")
    forMeans = try fields.optionalText("for_means")
    threshold = try fields.threshold()
    flags = try fields.flags()
  }

  var fields: [JSON.Member] {
    JSON.fields([
      "flags": JSON(flags), "for_means": JSON(forMeans), "item": .string(item), "matter": .string(matter.rawValue),
      "on": JSON(on), "text": JSON(text), "threshold": JSON(threshold), "words": JSON(words),
    ])
  }
}
