/// The words of instructions, as tables: a new way of saying something is a new row.
enum InstructionVocabulary {
  enum Action: Hashable, Sendable {
    case delete, insert, replace
    /// Like replace, but "from … to …" means from the old words to the new ones, and alone it only names the place.
    case change
    /// Like replace, but the new words come first: "substitute B for A".
    case substitute
    case move, renumber
    /// Several clauses become one.
    case combine
    /// Two clauses, or two phrases, change places.
    case swap
  }

  struct Verb: Hashable, Sendable {
    var action: Action
    var form: Form

    enum Form: Hashable, Sendable { case active, passive, nominal }
  }

  /// Action; the plain form; with -ing; the participle; the noun. Words that belong together are joined by a space.
  static let verbs: [(Action, String, String, String, String)] = [
    (.delete, "delete", "deleting", "deleted", "deletion"),
    (.delete, "remove", "removing", "removed", "removal"),
    (.delete, "omit", "omitting", "omitted", "omission"),
    (.delete, "strike", "striking", "struck", ""),
    (.delete, "strike", "striking", "stricken", ""),
    (.delete, "strike out", "striking out", "struck out", ""),
    (.delete, "strike through", "striking through", "struck through", ""),
    (.delete, "leave out", "leaving out", "left out", "leaving out"),
    (.delete, "take out", "taking out", "taken out", ""),
    (.delete, "cross out", "crossing out", "crossed out", ""),
    (.delete, "cut out", "cutting out", "", ""),
    (.delete, "cut", "cutting", "", ""),
    (.delete, "drop", "dropping", "dropped", ""),
    (.delete, "get rid of", "getting rid of", "", ""),
    (.delete, "lose", "losing", "", ""),
    (.delete, "bin", "binning", "binned", ""),
    (.delete, "erase", "erasing", "erased", ""),
    (.delete, "eliminate", "eliminating", "eliminated", "elimination"),
    (.delete, "", "", "should go", ""), (.delete, "", "", "must go", ""), (.delete, "", "", "has to go", ""),
    (.delete, "", "", "should come out", ""), (.delete, "", "", "to go", ""), (.delete, "", "", "needs to go", ""),
    (.delete, "", "", "come out", ""), (.delete, "", "", "cease to have effect", ""),
    (.delete, "", "", "ceases to have effect", ""),
    (.insert, "make it", "", "", ""), (.insert, "have", "having", "", ""), (.insert, "say", "", "", ""),
    (.insert, "stick in", "sticking in", "", ""), (.insert, "stick", "sticking", "", ""),
    (.insert, "tack on", "tacking on", "", ""), (.insert, "write", "", "", ""),
    (.change, "turn", "turning", "turned", ""), (.change, "correct", "correcting", "corrected", "correction"),
    (.change, "rephrase", "rephrasing", "rephrased", ""), (.change, "rewrite", "rewriting", "rewritten", ""),
    (.delete, "scrap", "scrapping", "scrapped", ""),
    (.delete, "repeal", "repealing", "repealed", "repeal"),
    (.insert, "insert", "inserting", "inserted", "insertion"),
    (.insert, "add", "adding", "added", "addition"),
    (.insert, "add in", "adding in", "added in", ""),
    (.insert, "append", "appending", "appended", ""),
    (.insert, "include", "including", "included", "inclusion"),
    (.insert, "put in", "putting in", "", ""),
    (.insert, "put", "putting", "", ""),
    (.replace, "replace", "replacing", "replaced", "replacement"),
    (.swap, "swap", "swapping", "swapped", ""),
    (.swap, "swop", "swopping", "swopped", ""),
    (.swap, "switch", "switching", "switched", ""),
    (.swap, "transpose", "transposing", "transposed", "transposition"),
    (.swap, "exchange", "exchanging", "exchanged", ""),
    (.swap, "reverse the order of", "reversing the order of", "", "reversal of the order of"),
    (.swap, "reverse", "reversing", "reversed", "reversal"),
    (.swap, "interchange", "interchanging", "interchanged", ""),
    (.substitute, "substitute", "substituting", "substituted", "substitution"),
    (.substitute, "read", "", "", ""),
    (.change, "change", "changing", "changed", ""),
    (.change, "amend", "amending", "amended", ""),
    (.change, "alter", "altering", "altered", ""),
    (.change, "modify", "modifying", "modified", ""),
    (.change, "reword", "rewording", "reworded", ""),
    (.change, "revise", "revising", "revised", ""),
    (.move, "move", "moving", "moved", ""),
    (.move, "transfer", "transferring", "transferred", "transfer"),
    (.move, "relocate", "relocating", "relocated", ""),
    (.combine, "combine", "combining", "combined", ""), (.combine, "merge", "merging", "merged", "merger"),
    (.combine, "amalgamate", "amalgamating", "amalgamated", "amalgamation"),
    (.combine, "consolidate", "consolidating", "consolidated", "consolidation"),
    (.renumber, "renumber", "renumbering", "renumbered", ""),
    (.renumber, "re-number", "re-numbering", "re-numbered", ""),
    (.renumber, "re-letter", "re-lettering", "re-lettered", ""),
    (.renumber, "reletter", "relettering", "relettered", ""),
    (.renumber, "redesignate", "redesignating", "redesignated", ""),
  ]

  enum Marker: Hashable, Sendable {
    case throughout, allAfter, allFrom, allBefore, allBetween, everything
    case after, before, between, atEnd, atStart, atVeryEnd, toEnd
    /// "‘£50’ becomes ‘£75’", "should be": only before a quotation.
    case becomes
    case insteadOf, reads
    case requires, fallsIf
    case included, stays
    /// "delete only the words ‘…’".
    case only
    /// "delete the rest", "‘X’ and all that follows".
    case rest, allThatFollows, restOfSentence, toEndOfSentence
    case eachPlace
    /// The rest of the paragraph gives reasons and changes nothing.
    case reasons
    case aboutTopic
    /// What a meeting does with a text without changing its words.
    case procedural
    /// Carries nothing.
    case filler
  }

  /// Longer rows win over shorter ones.
  static let markers: [(String, Marker)] = [
    ("throughout", .throughout), ("throughout the text", .throughout),
    ("wherever it occurs", .throughout), ("wherever they occur", .throughout), ("wherever it appears", .throughout),
    ("wherever they appear", .throughout), ("wherever occurring", .throughout), ("wherever used", .throughout),
    ("whenever it occurs", .throughout), ("in all places", .throughout), ("in every place", .throughout),
    ("each time it appears", .throughout), ("each time it occurs", .throughout), ("every time it appears", .throughout),
    ("every time it occurs", .throughout), ("each place it appears", .throughout),
    ("in each place it appears", .throughout), ("in each place where it appears", .throughout),
    ("in both places", .throughout), ("in both places where it occurs", .throughout), ("everywhere", .throughout),
    ("in each place", .throughout), ("in every case", .throughout), ("in each case", .throughout),
    ("all after", .allAfter), ("all the words after", .allAfter), ("all words after", .allAfter),
    ("all text after", .allAfter), ("all the text after", .allAfter), ("everything after", .allAfter),
    ("all that follows", .allAfter), ("everything following", .allAfter), ("all words following", .allAfter),
    ("all the words following", .allAfter), ("the rest after", .allAfter), ("everything that follows", .allAfter),
    ("the words after", .allAfter), ("the remainder after", .allAfter),
    ("all after and including", .allFrom), ("all words after and including", .allFrom),
    ("all the words after and including", .allFrom), ("everything after and including", .allFrom),
    ("all text after and including", .allFrom), ("all from and including", .allFrom),
    ("all including and after", .allFrom), ("everything from and including", .allFrom),
    ("all before", .allBefore), ("all the words before", .allBefore), ("all words before", .allBefore),
    ("all text before", .allBefore), ("everything before", .allBefore), ("all words preceding", .allBefore),
    ("everything up to", .allBefore), ("all up to", .allBefore),
    ("all between", .allBetween), ("everything between", .allBetween), ("all words between", .allBetween),
    ("all the words between", .allBetween), ("the words between", .allBetween),
    ("all", .everything), ("everything", .everything), ("the whole motion", .everything),
    ("the entire motion", .everything), ("the whole text", .everything), ("the entire text", .everything),
    ("all of the motion", .everything), ("all the text", .everything), ("all text", .everything),
    ("all words", .everything), ("all of the text", .everything), ("the motion in its entirety", .everything),
    ("the text of the motion", .everything), ("the whole of the motion", .everything),
    ("immediately after", .after), ("directly after", .after), ("just after", .after), ("right after", .after),
    ("straight after", .after), ("after", .after), ("below", .after), ("following", .after),
    ("immediately before", .before), ("directly before", .before), ("just before", .before),
    ("right before", .before), ("before", .before), ("in front of", .before), ("ahead of", .before),
    ("above", .before), ("preceding", .before),
    ("between", .between), ("in between", .between),
    ("at the end of", .atEnd), ("at end of", .atEnd), ("at the end", .atEnd), ("at end", .atEnd),
    ("on the end of", .atEnd), ("on the end", .atEnd), ("at the bottom", .atEnd), ("at the bottom of", .atEnd),
    ("to the end of", .toEnd), ("to the end", .toEnd), ("to end of", .toEnd), ("to end", .toEnd),
    ("until the end", .toEnd), ("up to the end", .toEnd), ("through to the end", .toEnd),
    ("to the end thereof", .toEnd), ("at the end thereof", .atEnd), ("onwards", .toEnd), ("onward", .toEnd),
    ("at the start of", .atStart), ("at start of", .atStart), ("at the start", .atStart), ("at start", .atStart),
    ("at the beginning of", .atStart), ("at the beginning", .atStart), ("at beginning", .atStart),
    ("to the start of", .atStart), ("to the start", .atStart), ("to the beginning of", .atStart),
    ("to the beginning", .atStart), ("at the top of", .atStart), ("at the top", .atStart), ("to the top of", .atStart),
    ("to the top", .atStart), ("at the opening of", .atStart),
    ("the start of", .atStart), ("the start", .atStart), ("the beginning of", .atStart), ("the beginning", .atStart),
    ("the end of", .atEnd), ("the end", .atEnd), ("start", .atStart), ("beginning", .atStart),
    ("the rest of the sentence", .restOfSentence), ("the rest of that sentence", .restOfSentence),
    ("the remainder of the sentence", .restOfSentence), ("to the end of the sentence", .toEndOfSentence),
    ("to the end of that sentence", .toEndOfSentence), ("to end of sentence", .toEndOfSentence),
    ("where it appears", .filler), ("where they appear", .filler), ("where it stands", .filler),
    ("in its entirety", .filler), ("in their entirety", .filler), ("in full", .filler), ("entirely", .filler),
    ("altogether", .filler), ("completely", .filler), ("as a whole", .filler),
    ("as a consequential amendment", .filler), ("as a consequence", .filler),
    ("reference to", .filler), ("existing wording of", .filler),
    ("everything below", .allAfter), ("all below", .allAfter), ("everything under", .allAfter),
    ("all text below", .allAfter), ("everything above", .allBefore), ("all above", .allBefore),
    ("->", .becomes), ("→", .becomes), ("=>", .becomes), ("the list of", .filler),
    ("into one", .filler), ("into one clause", .filler), ("into one paragraph", .filler), ("into one point", .filler),
    ("into a single clause", .filler), ("into a single paragraph", .filler), ("into a single point", .filler),
    ("in every place where", .throughout), ("in each place where", .throughout), ("in all places where", .throughout),
    ("wherever", .throughout), ("everywhere that", .throughout), ("occurs", .filler), ("appears", .filler),
    ("remit", .procedural), ("remitted", .procedural), ("refer back", .procedural), ("referred back", .procedural),

    ("only", .only), ("the rest", .rest), ("the remainder", .rest), ("everything else after it", .rest),
    ("everything after that", .rest), ("all after that", .rest),
    ("and all that follows", .allThatFollows), ("and all the words that follow", .allThatFollows),
    ("and everything that follows", .allThatFollows), ("and everything after it", .allThatFollows),
    ("and all after it", .allThatFollows), ("and all words after it", .allThatFollows),
    ("and everything following", .allThatFollows), ("and the rest", .allThatFollows),
    ("at the very end", .atVeryEnd), ("at the very end of", .atVeryEnd),
    ("becomes", .becomes), ("become", .becomes), ("to become", .becomes), ("should be", .becomes),
    ("should become", .becomes), ("must be", .becomes), ("must become", .becomes), ("is to become", .becomes),
    ("is to be", .becomes), ("to be", .becomes), ("shall be", .becomes), ("shall become", .becomes),
    ("needs to be", .becomes), ("ought to be", .becomes), ("ought to read", .reads), ("needs to read", .reads),
    ("needs to say", .reads), ("should say", .reads), ("must read", .reads), ("should now say", .reads),
    ("must say", .reads), ("ought to say", .reads), ("is now", .becomes), ("will be", .becomes),
    ("will become", .becomes), ("would become", .becomes),
    ("in place of", .insteadOf), ("instead of", .insteadOf), ("in lieu of", .insteadOf), ("rather than", .insteadOf),
    ("so that it reads", .reads), ("so that it now reads", .reads), ("so it reads", .reads), ("so as to read", .reads),
    ("to read", .reads), ("to now read", .reads), ("to read as follows", .reads),
    ("so that it reads as follows", .reads),
    ("so that the clause reads", .reads), ("so that the clause now reads", .reads),
    ("so that the sentence reads", .reads),
    ("so that the paragraph reads", .reads), ("so that the point reads", .reads), ("so it now reads", .reads),
    ("which would then read", .reads), ("which will then read", .reads), ("it would then read", .reads),
    ("thus reading", .reads), ("now to read", .reads), ("so that this reads", .reads), ("and now reads", .reads),
    ("would then read", .reads), ("would read", .reads), ("will then read", .reads), ("will read", .reads),
    ("then reads", .reads), ("now reads", .reads), ("it reads", .reads),
    ("so that it will read", .reads), ("so that it would read", .reads), ("so it will read", .reads),
    ("to say", .reads), ("reading", .reads), ("reading as follows", .reads), ("which reads", .reads),
    ("which reads as follows", .reads), ("that reads", .reads), ("that reads as follows", .reads),
    ("which shall read", .reads), ("which will read", .reads), ("which is to read", .reads),
    ("so that it says", .reads), ("so it says", .reads), ("so that the text reads", .reads), ("should read", .reads),
    ("should now read", .reads), ("to be read", .reads), ("shall read", .reads), ("is to read", .reads),
    ("consequential on", .requires), ("consequential upon", .requires), ("consequent on", .requires),
    ("consequent upon", .requires), ("as a consequence of", .requires), ("subject to", .requires),
    ("conditional on", .requires), ("conditional upon", .requires), ("provided that", .requires),
    ("provided", .requires),
    ("if", .requires), ("should", .requires), ("in the event that", .requires), ("in the event of", .requires),
    ("unless", .fallsIf),
    ("both included", .included), ("inclusive", .included), ("these words included", .included),
    ("both inclusive", .included), ("this word included", .included),
    ("which stays", .stays), ("which stay", .stays), ("exclusive", .stays), ("both stay", .stays),
    ("because", .reasons), ("reason", .reasons), ("reasons", .reasons), ("rationale", .reasons),
    ("explanation", .reasons), ("explanatory note", .reasons), ("explanatory statement", .reasons),
    ("on the grounds that", .reasons),
    ("in its place", .filler), ("in their place", .filler), ("instead", .filler), ("in lieu", .filler),
    ("in lieu thereof", .filler), ("in that place", .filler), ("as follows", .filler), ("where it occurs", .filler),
    ("the bit about", .aboutTopic), ("the part about", .aboutTopic), ("the bits about", .aboutTopic),
    ("the section about", .aboutTopic), ("the reference to", .aboutTopic), ("references to", .aboutTopic),
    ("the bit on", .aboutTopic), ("the part on", .aboutTopic), ("the stuff about", .aboutTopic),
    ("all references to", .aboutTopic), ("any reference to", .aboutTopic), ("any mention of", .aboutTopic),
  ]

  /// Marks of punctuation by name, the longer names first.
  static let marks: [(words: [String], mark: String)] = [
    (["full", "stop"], "."), (["full-stop"], "."), (["fullstop"], "."), (["period"], "."), (["stop"], "."),
    (["semi-colon"], ";"), (["semicolon"], ";"), (["semi", "colon"], ";"), (["comma"], ","), (["colon"], ":"),
    (["question", "mark"], "?"), (["exclamation", "mark"], "!"), (["hyphen"], "-"),
  ]

  /// Words that carry nothing in an instruction.
  static let noise: Set<String> = [
    "the", "a", "an", "word", "words", "phrase", "phrases", "please", "that", "be", "is", "are", "being", "been",
    "shall", "hereby", "also", "then", "i", "i'd", "we", "we'd", "would", "like", "propose", "proposes", "beg",
    "proposed", "amendment", "following", "as", "follows", "and", "just", "simply", "accordingly", "chair", "text",
    "there", "thereof", "therein", "therefor", "so", "new", "its", "figure", "figures", "number", "amount",
    "expression",
    "entire", "whole", "it", "should", "let's", "can", "want", "wish", "will", "further", "additional", "wording",
    "date", "sum", "name", "thanks", "thank", "you", "um", "er", "erm", "namely", "both", "either", "term", "terms",
    "could", "us", "okay", "ok", "well", "yes", "right",
    "now", "out", "away", "think", "believe", "feel", "me", "my", "which", "there", "each", "remaining", "subsequent",
    "consequently", "consequential", "consequentially", "consequentials", "round", "around", "over",
    "conference", "meeting", "to", "existing", "current", "proposal", "same", "here", "motion",
  ]

  static let occurrenceNouns: Set<String> = [
    "occurrence", "instance", "mention", "appearance", "use", "reference", "word", "words", "time", "place",
    "phrase", "occurrences", "instances", "mentions", "appearances", "uses", "references",
  ]

  /// What may come after the closing mark of a quotation.
  static let afterQuotation: Set<String> = [
    "and", "or", "in", "to", "with", "by", "at", "after", "before", "from", "for", "of", "be", "is", "are", "shall",
    "insert", "inserting", "inserted", "add", "adding", "added", "replace", "replacing", "replaced", "substitute",
    "substituting", "substituted", "delete", "deleted", "deleting", "remove", "removed", "removing", "omit", "omitted",
    "leave", "throughout", "where", "wherever", "so", "then", "instead", "put", "should", "as", "on", "until", "up",
    "included", "inclusive", "which", "if", "each", "every", "both", "everywhere", "occurring", "appearing", "the",
    "under", "change", "changed", "moved", "struck", "between", "immediately", "directly", "into", "through", "stays",
    "strike", "omitting", "append", "include", "was", "were", "onwards", "onward", "twice",
  ]

  /// What may introduce a quotation.
  static let beforeQuotation: Set<String> = [
    "and", "insert", "add", "replace", "substitute", "with", "by", "to", "the", "word", "words", "inserting", "adding",
    "replacing", "it", "put", "substituting", "change", "instead", "then", "phrase", "figure", "from", "until",
  ]

  /// Marker, verb and noun rows by their first word, the longest first: what the reader looks up at each word.
  static let rows: [String: [Row]] = {
    var table: [String: [Row]] = [:]
    func add(_ phrase: String, _ meaning: Row.Meaning) {
      let words = phrase.split(separator: " ").map(String.init)
      guard let first = words.first else { return }
      table[first, default: []].append(Row(words: words, meaning: meaning))
    }
    for (action, plain, going, done, noun) in verbs {
      add(plain, .verb(Verb(action: action, form: .active)))
      add(going, .verb(Verb(action: action, form: .active)))
      add(done, .verb(Verb(action: action, form: .passive)))
      if noun != going { add(noun, .verb(Verb(action: action, form: .nominal))) }
    }
    for (phrase, marker) in markers { add(phrase, .marker(marker)) }
    return table.mapValues { rows in rows.sorted { $0.words.count > $1.words.count } }
  }()

  struct Row: Hashable, Sendable {
    enum Meaning: Hashable, Sendable {
      case verb(Verb)
      case marker(Marker)
    }

    var words: [String]
    var meaning: Meaning
  }

  /// The plain forms with which an instruction on a line of its own begins.
  static let imperatives: Set<String> = Set(verbs.compactMap { $0.1.split(separator: " ").first.map(String.init) })
}
