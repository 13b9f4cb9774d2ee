/// How sections and recitals begin in the other languages that members write motions in: Welsh, Irish, French.
///
/// What they do is said by the English word, so that a text in two languages has its parts side by side.
enum SectionLanguages {
  /// A verb, the step that it gives its section, and what it says.
  typealias Verb = (word: String, step: String, role: SectionWords.Role)

  /// Verbal nouns: they head a section behind "yn" alone ("Mae'r gynhadledd hon yn nodi:").
  static let welsh: [Verb] = [
    ("nodi", "notes", .notes), ("credu", "believes", .notes), ("penderfynu", "resolves", .acts),
    ("cyfarwyddo", "instructs", .acts), ("cydnabod", "recognises", .notes), ("ystyried", "considers", .notes),
    ("croesawu", "welcomes", .notes), ("gresynu", "regrets", .notes), ("condemnio", "condemns", .notes),
    ("cefnogi", "supports", .says), ("gwrthwynebu", "opposes", .says), ("gwrthod", "rejects", .says),
    ("galw", "calls", .acts), ("mynnu", "demands", .acts), ("annog", "urges", .acts), ("gofyn", "asks", .acts),
    ("argymell", "recommends", .acts), ("datgan", "declares", .says), ("cytuno", "agrees", .acts),
    ("ymrwymo", "commits", .acts),
  ]

  /// Third persons that are no English words ("note" and "invite" are left out).
  static let others: [Verb] = [
    ("constate", "notes", .notes), ("considère", "considers", .notes), ("croit", "believes", .notes),
    ("estime", "believes", .notes), ("reconnaît", "recognises", .notes), ("salue", "welcomes", .notes),
    ("regrette", "regrets", .notes), ("condamne", "condemns", .notes), ("déplore", "deplores", .says),
    ("soutient", "supports", .says), ("rejette", "rejects", .says), ("réaffirme", "reaffirms", .says),
    ("rappelle", "recalls", .notes), ("décide", "resolves", .acts), ("demande", "asks", .acts),
    ("exige", "demands", .acts), ("recommande", "recommends", .acts), ("s’engage", "commits", .acts),
    ("creideann", "believes", .notes), ("beartaíonn", "resolves", .acts), ("socraíonn", "decides", .acts),
    ("éilíonn", "demands", .acts), ("iarrann", "asks", .acts), ("molann", "recommends", .acts),
  ]

  /// In small letters, as `SectionWords.recitals`.
  static let recitals: [String] = [
    "gan nodi", "gan gydnabod", "gan gredu", "gan ystyried", "gan gofio", "gan groesawu", "gan fod", "o ystyried",
    "considérant", "attendu", "rappelant", "vu", "notant", "constatant", "estimant", "reconnaissant", "soulignant",
    "affirmant", "réaffirmant", "regrettant", "déplorant", "saluant", "se félicitant", "convaincu", "convaincue",
    "conscient", "consciente", "préoccupé", "préoccupée", "ayant entendu", "ayant examiné", "ayant pris",
    "prenant acte",
    "tenant compte", "ag tabhairt", "de bhrí", "toisc",
  ]

  private static let stepsBehindYn = Dictionary(welsh.map { ($0.word, $0.step) }) { first, _ in first }
  private static let steps = Dictionary(others.map { ($0.word, $0.step) }) { first, _ in first }

  /// The step of a word of a heading; `before` is the word before it.
  static func step(_ word: String, before: String?) -> String? {
    steps[word] ?? (before == "yn" || before == "n" ? stepsBehindYn[word] : nil)
  }

  static func words(_ role: SectionWords.Role) -> [String] { (welsh + others).filter { $0.role == role }.map(\.word) }
}
