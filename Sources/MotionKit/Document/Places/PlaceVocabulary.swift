/// The words that places are named with, as tables: a new way of saying something is a new row.
enum PlaceVocabulary {
  enum Noun: Hashable, Sendable {
    case clause, paragraph, bullet, sentence, section, recital, line, page, heading, title, motion, preamble
    case quote, table, leadIn, closing
    /// Words of a clause, counted from either end.
    case word
    /// A paragraph that begins with "Resolved".
    case resolved
  }

  static let nouns: [(String, Noun)] = [
    ("clause", .clause), ("clauses", .clause), ("cl", .clause), ("point", .clause), ("points", .clause),
    ("item", .clause), ("items", .clause), ("sub-clause", .clause), ("sub-clauses", .clause), ("subclause", .clause),
    ("subclauses", .clause), ("sub clause", .clause), ("sub-paragraph", .clause), ("subparagraph", .clause),
    ("sub-paragraphs", .clause), ("subparagraphs", .clause), ("sub-point", .clause), ("subpoint", .clause),
    ("subsection", .clause), ("sub-section", .clause), ("rule", .clause), ("rules", .clause), ("article", .clause),
    ("articles", .clause), ("no", .clause), ("number", .clause), ("numbers", .clause),
    ("resolution", .clause), ("resolutions", .clause), ("recommendation", .clause), ("recommendations", .clause),
    ("sub-item", .clause), ("action point", .clause), ("action points", .clause), ("sub-points", .clause),
    ("operative clauses", .clause), ("action", .clause), ("actions", .clause), ("standing order", .clause),
    ("standing orders", .clause), ("s.o", .clause), ("bye-law", .clause), ("byelaw", .clause), ("by-law", .clause),
    ("operative clause", .clause), ("operative paragraph", .clause), ("operative paragraphs", .clause), ("op", .clause),
    ("paragraph", .paragraph), ("paragraphs", .paragraph), ("para", .paragraph), ("paras", .paragraph),
    ("pars", .paragraph), ("par", .paragraph),
    ("preambular paragraph", .recital), ("preambular paragraphs", .recital), ("preambular clause", .recital),
    ("pp", .recital), ("recital", .recital), ("recitals", .recital), ("whereas clause", .recital),
    ("whereas clauses", .recital),
    ("preambular clauses", .recital), ("whereas", .recital),
    ("resolved clause", .resolved), ("resolved clauses", .resolved), ("resolved", .resolved),

    ("bullet", .bullet), ("bullets", .bullet), ("bullet point", .bullet), ("bullet points", .bullet),
    ("bullet-point", .bullet), ("dash", .bullet), ("indent", .bullet),
    ("sentence", .sentence), ("sentences", .sentence),
    ("section", .section), ("sections", .section), ("part", .section), ("parts", .section),
    ("line", .line), ("lines", .line), ("l", .line), ("page", .page), ("pages", .page), ("p", .page),
    ("heading", .heading), ("header", .heading), ("sub-heading", .heading), ("subheading", .heading),
    ("title", .title), ("title of the motion", .title), ("motion title", .title),
    ("motion", .motion), ("whole motion", .motion), ("entire motion", .motion), ("document", .motion),
    ("resolution text", .motion), ("main motion", .motion), ("statement", .motion), ("question", .motion),
    ("preamble", .preamble), ("introduction", .preamble),
    ("quotation", .quote), ("quotations", .quote), ("table", .table), ("tables", .table),
    ("lead-in", .leadIn), ("lead in", .leadIn), ("opening words", .leadIn), ("introductory words", .leadIn),
    ("chapeau", .leadIn), ("closing words", .closing), ("concluding words", .closing),
    ("full-out words", .closing), ("text after the list", .closing), ("words after the list", .closing),
  ]

  /// 1-based; from the end where negative.
  static let ordinals: [String: Int] = {
    var table = [
      "opening": 1, "last": -1, "final": -1, "closing": -1, "penultimate": -2, "antepenultimate": -3,
      "second-last": -2, "last-but-one": -2, "third-last": -3, "last-but-two": -3,
    ]
    for (index, word) in ordinalWords.enumerated() { table[word] = index + 1 }
    for number in 1...99 {
      let ending = (11...13).contains(number) ? "th" : [1: "st", 2: "nd", 3: "rd"][number % 10] ?? "th"
      table["\(number)\(ending)"] = number
    }
    return table
  }()

  static let ordinalWords = [
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
    "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth",
    "twentieth",
  ]

  /// Numbers in words, as they are said after "clause".
  static let numbers: [String: String] = [
    "one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7", "eight": "8",
    "nine": "9", "ten": "10", "eleven": "11", "twelve": "12", "thirteen": "13", "fourteen": "14", "fifteen": "15",
    "sixteen": "16", "seventeen": "17", "eighteen": "18", "nineteen": "19", "twenty": "20",
  ]

  /// Headings of sections as people call them: the word in speech, and the stems that a heading may show.
  static let sections: [(String, [String])] = [
    ("notes", ["note", "noting", "noted", "notes"]), ("note", ["note", "noting", "noted", "notes"]),
    ("noting", ["note", "noting", "noted", "notes"]),
    ("believes", ["believe", "believes", "believing"]), ("believe", ["believe", "believes", "believing"]),
    ("belief", ["believe", "believes", "believing", "beliefs"]),
    ("beliefs", ["believe", "believes", "believing", "beliefs"]),
    ("resolves", ["resolve", "resolves", "resolved", "resolving"]),
    ("resolve", ["resolve", "resolves", "resolved", "resolving"]),
    ("resolved", ["resolve", "resolves", "resolved", "resolving"]),
    ("instructs", ["instruct", "instructs", "instructing"]), ("calls", ["call", "calls", "calling"]),
    ("regrets", ["regret", "regrets"]), ("welcomes", ["welcome", "welcomes", "welcoming"]),
    ("recognises", ["recognise", "recognises", "recognizes", "recognising"]),
    ("recognizes", ["recognise", "recognises", "recognizes"]),
    ("considers", ["consider", "considers", "considering"]), ("agrees", ["agree", "agrees"]),
    ("affirms", ["affirm", "affirms"]), ("condemns", ["condemn", "condemns"]), ("demands", ["demand", "demands"]),
    ("urges", ["urge", "urges"]), ("requests", ["request", "requests"]), ("asks", ["ask", "asks"]),
    ("congratulates", ["congratulate", "congratulates"]), ("mandates", ["mandate", "mandates"]),
    ("supports", ["support", "supports"]), ("acknowledges", ["acknowledge", "acknowledges"]),
    ("decides", ["decide", "decides", "decided"]), ("recommends", ["recommend", "recommends"]),
  ]

  static let nounRows: [String: [(words: [String], noun: Noun)]] = {
    var table: [String: [(words: [String], noun: Noun)]] = [:]
    for (phrase, noun) in nouns {
      let words = phrase.split(separator: " ").map(String.init)
      guard let first = words.first else { continue }
      table[first, default: []].append((words, noun))
    }
    return table.mapValues { rows in rows.sorted { $0.words.count > $1.words.count } }
  }()
}
