/// The words that say what a part of a motion does.
enum SectionVerb {
  /// Somebody is to do something.
  static let acting: Set<String> = [
    "resolves", "resolve", "resolved", "instructs", "instruct", "mandates", "mandate", "calls", "call", "urges",
    "demands", "demand", "requests", "directs", "decides", "agrees", "commits", "recommends", "asks", "action",
    "actions", "undertakes", "authorises", "authorizes",
  ]
  /// Something is said to be so.
  static let noting: Set<String> = [
    "notes", "note", "noting", "believes", "believe", "believing", "recognises", "recognizes", "welcomes", "condemns",
    "regrets", "considers", "affirms", "recalls",
  ]

  /// The words of a heading or lead-in, small.
  static func words(of text: some Sequence<Unicode.Scalar>) -> [String] {
    text.folded.split { !$0.isLetter }.map(\.text)
  }
}
