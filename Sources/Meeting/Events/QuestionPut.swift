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
  /// How an amendment stood to the text it was put on, where that was another one than it was read against.
  package var asNow: AsNow?
  package var flags: [Irregularity]

  package struct AsNow: Hashable, Sendable {
    package var standing: Rebased.Standing
    /// As it was read out.
    package var sentence: String?

    package init(standing: Rebased.Standing, sentence: String?) {
      self.standing = standing
      self.sentence = sentence
    }
  }

  package init(
    item: String, matter: Matter, text: TextName?, on: TextName?, words: String? = nil, forMeans: String? = nil,
    threshold: Threshold, asNow: AsNow? = nil, flags: [Irregularity] = []
  ) {
    self.item = item
    self.matter = matter
    self.text = text
    self.on = on
    self.words = words
    self.forMeans = forMeans
    self.threshold = threshold
    self.asNow = asNow
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
    if let now = fields.optional("as_now") {
      asNow = AsNow(standing: try now.choice("standing"), sentence: try now.optionalText("sentence"))
    }
    flags = try fields.flags()
  }

  var fields: [JSON.Member] {
    JSON.fields([
      "as_now": asNow.map {
        .object(JSON.fields(["sentence": JSON($0.sentence), "standing": .string($0.standing.rawValue)]))
      } ?? .null,
      "flags": JSON(flags), "for_means": JSON(forMeans), "item": .string(item), "matter": .string(matter.rawValue),
      "on": JSON(on), "text": JSON(text), "threshold": JSON(threshold), "words": JSON(words),
    ])
  }
}
