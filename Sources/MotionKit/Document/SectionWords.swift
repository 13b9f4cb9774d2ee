/// The words that head the sections of motions, and what recitals begin with.
enum SectionWords {
  /// What a part does with its words: somebody is to do something, something is said to be so, or neither for sure.
  enum Role { case acts, notes, says }

  /// The third person as printed in a path, and the plain form as in "We note:".
  static let verbs: [(step: String, plain: String, role: Role)] = [
    ("notes", "note", .notes), ("believes", "believe", .notes), ("resolves", "resolve", .acts),
    ("instructs", "instruct", .acts), ("mandates", "mandate", .acts), ("recognises", "recognise", .notes),
    ("recognizes", "recognize", .notes), ("acknowledges", "acknowledge", .says), ("considers", "consider", .notes),
    ("affirms", "affirm", .notes), ("reaffirms", "reaffirm", .says), ("welcomes", "welcome", .notes),
    ("regrets", "regret", .notes), ("condemns", "condemn", .notes), ("deplores", "deplore", .says),
    ("supports", "support", .says), ("opposes", "oppose", .says), ("rejects", "reject", .says),
    ("endorses", "endorse", .says), ("calls", "call", .acts), ("demands", "demand", .acts),
    ("requests", "request", .acts), ("requires", "require", .says), ("urges", "urge", .acts), ("asks", "ask", .acts),
    ("recommends", "recommend", .acts), ("proposes", "propose", .says), ("directs", "direct", .acts),
    ("declares", "declare", .says), ("decides", "decide", .acts), ("agrees", "agree", .acts),
    ("commits", "commit", .acts), ("undertakes", "undertake", .acts), ("encourages", "encourage", .says),
    ("observes", "observe", .says), ("understands", "understand", .says), ("congratulates", "congratulate", .says),
    ("thanks", "thank", .says), ("pledges", "pledge", .says), ("authorises", "authorise", .acts),
    ("empowers", "empower", .says), ("authorizes", "authorize", .acts), ("recalls", "recall", .notes),
  ]

  /// Words that say that somebody is to do something.
  static let acting = Set(
    verbs.filter { $0.role == .acts }.flatMap { [$0.step, $0.plain] } + ["resolved", "actions", "action"]
      + SectionLanguages.words(.acts))
  /// Words that say that something is so.
  static let noting = Set(
    verbs.filter { $0.role == .notes }.flatMap { [$0.step, $0.plain] } + ["noting", "believing"]
      + SectionLanguages.words(.notes))

  /// How recitals begin, in small letters.
  static let recitals: [String] =
    [
      "whereas", "having regard to", "having considered", "having heard", "having examined", "having noted",
      "having received", "noting", "recalling", "recognising", "recognizing", "considering", "believing",
      "acknowledging", "affirming", "reaffirming", "aware", "bearing in mind", "concerned", "conscious",
      "convinced", "deeply concerned", "gravely concerned", "emphasising", "emphasizing", "stressing", "mindful",
      "taking note", "taking into account", "welcoming", "observing", "regretting", "deploring", "guided by",
      "alarmed", "expressing", "condemning", "in view of the fact", "appreciating", "approving", "commending",
      "confirming", "contemplating", "convinced", "declaring", "desiring", "desirous", "determined", "disturbed",
      "encouraged", "having adopted", "having agreed", "having approved", "having consulted", "having debated",
      "having decided", "having devoted", "having discussed", "having reviewed", "having studied", "keeping in mind",
      "realising", "realizing", "referring to", "reiterating", "taking into consideration", "underlining",
      "underscoring", "viewing with",
    ] + SectionLanguages.recitals

  /// What may stand before a recital's first word: "Deeply concerned", "Further noting".
  private static let adverbs = [
    "deeply", "gravely", "fully", "further", "also", "strongly", "profoundly", "firmly", "seriously", "keenly",
    "again", "once more", "extremely",
  ]

  /// The step that a heading gives its section: the first such word in it.
  static func step(of heading: String) -> String? {
    let words = words(of: heading)
    if saysResolved(words) { return "resolves" }
    for (index, word) in words.enumerated() {
      guard let (step, form) = forms[word] else { continue }
      switch form {
      case .third: return step
      case .plain: if words.count == 1 || index > 0 && pluralSubjects.contains(words[index - 1]) { return step }
      case .participle: if words.count <= 2 { return step }
      }
    }
    return nil
  }

  /// What a heading does with its words, in whatever language: the English step, which no path has for a heading in
  /// another one.
  static func meaning(of heading: String) -> String? {
    if let step = step(of: heading) { return step }
    let words = words(of: heading)
    for (index, word) in words.enumerated() {
      if let step = SectionLanguages.step(word, before: index > 0 ? words[index - 1] : nil) { return step }
    }
    return nil
  }

  /// "notes", "note", "noted" and "noting".
  private enum Form { case third, plain, participle }

  /// Every form of the verbs, looked up and not made anew for each word of each heading.
  private static let forms: [String: (step: String, form: Form)] = {
    var forms: [String: (step: String, form: Form)] = [:]
    for verb in verbs {
      forms[verb.step] = (verb.step, .third)
      forms[verb.plain] = (verb.step, .plain)
    }
    for verb in verbs {
      for word in [verb.plain + "d", verb.plain + "ing", verb.plain.dropLast() + "ing"] where forms[word] == nil {
        forms[word] = (verb.step, .participle)
      }
    }
    return forms
  }()

  /// "Be it resolved", "Therefore be it further resolved that".
  private static func saysResolved(_ words: [String]) -> Bool {
    guard let resolved = words.firstIndex(of: "resolved"), resolved >= 2 else { return false }
    return words[..<resolved].indices.dropFirst().contains { words[$0] == "it" && words[$0 - 1] == "be" }
  }

  /// Whether words say that another text is to be changed: "insert", "is replaced", "shall read".
  static func announcesChange(_ bytes: [UInt8], _ spans: [Range<Int>]) -> Bool {
    spans.contains { span in
      words(of: String(decoding: bytes[span], as: UTF8.self)).contains { word in
        changes.contains { word.utf8.starts(with: $0.utf8) } || word == "add" || word == "adding" || word == "read"
      }
    }
  }

  private static let changes = ["insert", "replac", "substitut", "amend", "reword", "delet"]

  /// How what is resolved begins after recitals, in small letters.
  static let resolutions: [String] = [
    "be it", "therefore be it", "therefore, be it", "now therefore", "now, therefore", "resolved that",
    "resolved, that", "resolved further", "further resolved", "resolves", "hereby resolves",
  ]

  /// Whether a paragraph's first bytes are those of what is resolved: "Be it resolved that …".
  static func beginsResolution(_ bytes: [UInt8], from start: Int, to end: Int) -> Bool {
    begins(with: resolutions, bytes, from: start, to: end)
  }

  /// Whether a line reads as "This branch notes" even without its colon: it ends in such a word.
  static func endsInVerb(_ heading: String) -> Bool {
    let words = words(of: heading)
    guard words.count <= 10, var last = words.last else { return false }
    if (last == "that" || last == "to"), words.count > 1 { last = words[words.count - 2] }
    switch forms[last]?.form {
    case .third: return true
    case .plain: return words.count <= 3 && words.count > 1 && pluralSubjects.contains(words[words.count - 2])
    case .participle, nil: return false
    }
  }

  private static let pluralSubjects: Set<String> = ["we", "members", "also", "further", "and", "therefore", "hereby"]

  /// The words of a heading or lead-in, small.
  static func words(of heading: String) -> [String] {
    heading.utf8.split { !isLetter($0) && $0 < 0x80 }.map { word in
      String(decoding: word.map { isUpper($0) ? $0 | 0x20 : $0 }, as: UTF8.self)
    }
  }

  /// Whether a paragraph's first bytes are those of a recital; `isSmall` where small letters may begin it, as in
  /// "having regard to the Treaty,".
  static func beginsRecital(_ bytes: [UInt8], from start: Int, to end: Int, isSmall: Bool = false) -> Bool {
    if length(of: recitals, bytes, from: start, to: end, isCapital: !isSmall) != nil { return true }
    guard let adverb = length(of: adverbs, bytes, from: start, to: end) else { return false }
    var next = adverb
    while next < end, isBlank(bytes[next]) { next += 1 }
    return length(of: recitals, bytes, from: next, to: end, isCapital: false) != nil
  }

  /// "Conference notes that …": somebody, and within a few words what they do.
  static func beginsStatement(_ bytes: [UInt8], from start: Int, to end: Int) -> Bool {
    let first = words(of: String(decoding: bytes[start..<min(end, start + 60)], as: UTF8.self)).prefix(5)
    return first.dropFirst().contains { word in verbs.contains { $0.step == word } }
  }

  private static func begins(with phrases: [String], _ bytes: [UInt8], from start: Int, to end: Int) -> Bool {
    length(of: phrases, bytes, from: start, to: end) != nil
  }

  /// Where a phrase ends that stands at the start, marks of emphasis before it aside.
  private static func length(
    of phrases: [String], _ bytes: [UInt8], from start: Int, to end: Int, isCapital: Bool = true
  ) -> Int? {
    var start = start
    while start < end, bytes[start] == UInt8(ascii: "*") || bytes[start] == UInt8(ascii: "_") { start += 1 }
    guard start < end, isCapital ? isUpper(bytes[start]) : isLetter(bytes[start]) else { return nil }
    for phrase in phrases {
      let phrase = phrase.utf8
      guard phrase.count <= end - start, phrase.first == bytes[start] | 0x20 else { continue }
      var at = start
      var same = true
      for byte in phrase {
        if bytes[at] | 0x20 != byte | 0x20 {
          same = false
          break
        }
        at += 1
      }
      if same, at == end || !isLetter(bytes[at]) { return at }
    }
    return nil
  }
}
