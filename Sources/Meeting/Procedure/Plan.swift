/// What a command would record: decided from the state, not yet written.
package struct Plan: Sendable {
  /// One batch: recorded together or not at all.
  package var events: [Event] = []
  /// The bytes of the texts that the events name, to be kept before them.
  package var texts: [[UInt8]] = []
  /// What to say to the meeting, a line each.
  package var says: [String] = []
  /// What is irregular and recorded with it.
  package var flags: [Irregularity] = []

  package init(_ events: [Event] = [], texts: [[UInt8]] = [], says: [String] = [], flags: [Irregularity] = []) {
    self.events = events
    self.texts = texts
    self.says = says
    self.flags = flags
  }

  /// Keeps a text with the plan and names it.
  mutating func keep(_ bytes: [UInt8]) -> TextName {
    texts.append(bytes)
    return TextName(of: bytes)
  }
}

/// Why nothing can be recorded: the impossible, or the irregular that nobody has taken on himself.
package struct Refusal: Error, Hashable, Sendable {
  /// A stable name with a page in the errors gallery.
  package var code: String
  package var message: String
  package var help: String?

  package init(_ code: String, _ message: String, help: String? = nil) {
    self.code = code
    self.message = message
    self.help = help
  }

  /// Something irregular without a reason given: said, and recorded only if the chair so declares.
  static func irregular(_ flags: [Irregularity]) -> Refusal? {
    guard let first = flags.first else { return nil }
    return Refusal(
      first.code, flags.map(\.message).joined(separator: " "),
      help: "If the chair lets it stand, say why: add --reason \"…\". It is then recorded with that flag.")
  }
}

extension String {
  /// With one full stop at its end.
  package var ended: String {
    guard let last = utf8.last, ![UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?")].contains(last) else {
      return self
    }
    return self + "."
  }

  /// A sentence to go on from: without its full stop.
  static func clause(_ sentence: String) -> String {
    sentence.utf8.last == UInt8(ascii: ".") ? String(sentence.dropLast()) : sentence
  }
}
