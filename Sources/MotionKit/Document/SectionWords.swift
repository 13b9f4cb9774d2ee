/// The words that head the sections of motions, and what recitals begin with.
enum SectionWords {
  /// The third person as printed in a path, and the plain form as in "We note:".
  static let verbs: [(step: String, plain: String)] = [
    ("notes", "note"), ("believes", "believe"), ("resolves", "resolve"), ("instructs", "instruct"),
    ("mandates", "mandate"), ("recognises", "recognise"), ("recognizes", "recognize"),
    ("acknowledges", "acknowledge"), ("considers", "consider"), ("affirms", "affirm"),
    ("reaffirms", "reaffirm"), ("welcomes", "welcome"), ("regrets", "regret"), ("condemns", "condemn"),
    ("deplores", "deplore"), ("supports", "support"), ("opposes", "oppose"), ("rejects", "reject"),
    ("endorses", "endorse"), ("calls", "call"), ("demands", "demand"), ("requests", "request"),
    ("requires", "require"), ("urges", "urge"), ("asks", "ask"), ("recommends", "recommend"),
    ("proposes", "propose"), ("directs", "direct"), ("declares", "declare"), ("decides", "decide"),
    ("agrees", "agree"), ("commits", "commit"), ("undertakes", "undertake"), ("encourages", "encourage"),
    ("observes", "observe"), ("understands", "understand"), ("congratulates", "congratulate"),
    ("thanks", "thank"), ("pledges", "pledge"), ("authorises", "authorise"), ("empowers", "empower"),
  ]

  /// How recitals begin, in small letters.
  static let recitals: [String] = [
    "whereas", "having regard to", "having considered", "having heard", "having examined", "having noted",
    "having received", "noting", "recalling", "recognising", "recognizing", "considering", "believing",
    "acknowledging", "affirming", "reaffirming", "aware", "bearing in mind", "concerned", "conscious",
    "convinced", "deeply concerned", "gravely concerned", "emphasising", "emphasizing", "stressing", "mindful",
    "taking note", "taking into account", "welcoming", "observing", "regretting", "deploring", "guided by",
    "alarmed", "expressing", "further noting", "also noting", "condemning", "in view of the fact",
  ]

  /// The step that a heading gives its section: the first such word in it.
  static func step(of heading: String) -> String? {
    let words = words(of: heading)
    for (index, word) in words.enumerated() {
      for (step, plain) in verbs {
        if word == step { return step }
        if word == plain, words.count == 1 || index > 0 && pluralSubjects.contains(words[index - 1]) { return step }
        if words.count <= 2, word == plain + "d" || word == plain + "ing" || word == plain.dropLast() + "ing" {
          return step
        }
      }
    }
    return nil
  }

  /// Whether a line reads as "This branch notes" even without its colon: it ends in such a word.
  static func endsInVerb(_ heading: String) -> Bool {
    let words = words(of: heading)
    guard words.count <= 10, var last = words.last else { return false }
    if (last == "that" || last == "to"), words.count > 1 { last = words[words.count - 2] }
    return verbs.contains { last == $0.step }
      || (words.count <= 3 && words.count > 1
        && pluralSubjects.contains(words[words.count - 2]) && verbs.contains { last == $0.plain })
  }

  private static let pluralSubjects: Set<String> = ["we", "members", "also", "further", "and", "therefore", "hereby"]

  private static func words(of heading: String) -> [String] {
    heading.utf8.split { !isLetter($0) && $0 < 0x80 }.map { word in
      String(decoding: word.map { isUpper($0) ? $0 | 0x20 : $0 }, as: UTF8.self)
    }
  }

  /// Whether a paragraph's first bytes are those of a recital.
  static func beginsRecital(_ bytes: [UInt8], from start: Int, to end: Int) -> Bool {
    var start = start
    while start < end, bytes[start] == UInt8(ascii: "*") || bytes[start] == UInt8(ascii: "_") { start += 1 }
    guard start < end, isUpper(bytes[start]) else { return false }
    for phrase in recitals {
      let phrase = phrase.utf8
      guard phrase.count <= end - start else { continue }
      var at = start
      var same = true
      for byte in phrase {
        if bytes[at] | 0x20 != byte | 0x20 {
          same = false
          break
        }
        at += 1
      }
      if same, at == end || !isLetter(bytes[at]) { return true }
    }
    return false
  }
}
