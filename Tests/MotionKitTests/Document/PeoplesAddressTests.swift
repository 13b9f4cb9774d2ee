import MotionKit
import Testing

@Suite("People's names of places")
struct PeoplesAddressTests {
  static let text = """
    # Buses for all

    Having regard to the law.

    Whereas buses are slow.

    This conference notes:

    1. Fares rose. They rose again in May! Who pays?
    2. Members rely on buses to:
       (a) get to work;
       (b) see friends:
           (i) in town;
           (ii) in the country;
       (c) vote,

       and this is not a luxury.
    3. A third.

    This conference believes:

    4. That buses matter.
    5. That trains matter too.

    This conference resolves:

    6. To write:

       - to the council
       - to the press
       - to members

    7. To meet. To report.

    > Quoted once.

    | a | b |
    |---|---|
    | 1 | 2 |
    """

  static func paths(_ document: Document, _ resolution: AddressResolution) -> String {
    resolution.places.map { place in
      let path = document.nodes[place.node].path.text
      guard let range = place.range else { return path }
      let own =
        document.nodes[place.node].kind == .section ? document.heading(of: place.node) : document.text(of: place.node)
      return path + " “" + String(decoding: Array(own.utf8)[range], as: UTF8.self) + "”"
    }.joined(separator: " ")
  }

  @Test(
    "What people write for a place is that place",
    arguments: [
      ("2(b)(ii)", "2/b/ii"), ("2 (b) (ii)", "2/b/ii"), ("2b", "2/b"), ("Clause 4", "4"), ("para 4", "4"),
      ("para. 4", "4"), ("para.4", "4"), ("point 4", "4"), ("Cl. 4", "4"), ("CLAUSE 4", "4"), ("clause four", "4"),
      ("No. 4", "4"), ("#4", "4"), ("4.", "4"), ("(4)", "4"), ("4 above", "4"), ("see clause 4 above", "4"),
      ("clause\u{A0}4", "4"), ("４", "4"), ("２（ａ）", "2/a"), ("point 2 of notes", "2"), ("Notes 2", "2"),
      ("Notes (2)", "2"), ("notes: 2", "2"), ("This conference notes 2", "2"), ("This Conference believes 4", "4"),
      ("Conference believes 5", "5"), ("we resolve 6", "6"), ("believes, clause 5", "5"), ("clause 5 of believes", "5"),
      ("sub-clause (a) of clause 2", "2/a"), ("(a) of 2", "2/a"), ("paragraph (b) of clause 2", "2/b"),
      ("item (ii) in 2(b)", "2/b/ii"), ("clause 2, sub-paragraph (b), item (i)", "2/b/i"),
      ("the final clause", "7"), ("the last clause", "7"), ("last but one", "6"), ("the last but one clause", "6"),
      ("the last clause but one", "6"), ("the penultimate clause", "6"), ("second last clause", "6"),
      ("next to last clause", "6"), ("the second to last clause", "6"), ("the last but two", "5"),
      ("the first clause", "1"), ("2nd clause", "2"), ("the last clause of believes", "5"), ("first of believes", "4"),
      ("the first two clauses", "1 2"), ("last three clauses", "5 6 7"), ("the second and third clauses", "2 3"),
      ("second to fourth clauses", "2 3 4"), ("first, third and last clauses", "1 3 7"),
      ("second bullet of clause 6", "6/b2"), ("third bullet under resolves", "6/b3"), ("bullets 1 and 3", "6/b1 6/b3"),
      ("bullet points 2 to 3 of clause 6", "6/b2 6/b3"), ("the bullets", "6/b1 6/b2 6/b3"),
      ("the bullet beginning ‘to the press…’", "6/b2"), ("the bullet starting \"To the Press\"", "6/b2"),
      ("\"That trains\"", "5"), ("“That trains…”", "5"), ("the clause beginning “That buses", "4"),
      ("clauses 3 to 5", "3 4 5"), ("3-5", "3 4 5"), ("3–5", "3 4 5"), ("clauses 4-5", "4 5"),
      ("1, 4 and 7", "1 4 7"), ("clauses 1, 4 & 7", "1 4 7"), ("1, 3 to 5 and 7", "1 3 4 5 7"),
      ("2(a)–(c)", "2/a 2/b 2/c"), ("2(a) to (c)", "2/a 2/b 2/c"), ("clause 2(a) to 2(b)", "2/a 2/b"),
      ("2(a) and (c)", "2/a 2/c"), ("clause 2(a), (b) and (c)", "2/a 2/b 2/c"), ("Notes 1 and 2", "1 2"),
      ("all of Believes", "believes"), ("Believes", "believes"), ("the whole of believes", "believes"),
      ("everything under believes", "believes"), ("all clauses under believes", "4 5"),
      ("the second section", "believes"), ("the first recital", "r1"), ("recital 2", "r2"), ("recitals", "r1 r2"),
      ("preamble", "r1 r2"), ("the preamble", "r1 r2"), ("the quotation", "resolves/q1"), ("the table", "resolves/x1"),
      ("table 1", "resolves/x1"),
      ("closing words of clause 2", "2/p1"), ("second paragraph of clause 2", "2/p1"),
      ("2's second paragraph", "2/p1"), ("the second paragraph of 2", "2/p1"),
      ("the last sentence of 1", "1 “Who pays?”"), ("last sentence of clause 7", "7 “To report.”"),
      ("1, second sentence", "1 “They rose again in May!”"),
      ("the second and third sentences of 1", "1 “They rose again in May!” 1 “Who pays?”"),
      ("first two sentences of clause 1", "1 “Fares rose.” 1 “They rose again in May!”"),
      ("sentences 2 to 3 of clause 1", "1 “They rose again in May!” 1 “Who pays?”"),
      ("the first sentences of 1 and 7", "1 “Fares rose.” 7 “To meet.”"),
      ("lead-in of 2", "2 “Members rely on buses to:”"),
      ("the opening words of clause 2", "2 “Members rely on buses to:”"), ("2 itself", "2 “Members rely on buses to:”"),
      ("the first line of 3", "3"), ("line 12 of clause 3", "3"),
    ])
  func found(address: String, paths: String) {
    let document = Document(parsing: Self.text)
    let resolution = document.resolve(address: address)
    #expect(
      Self.paths(document, resolution) == paths,
      "\(resolution.finding?.message ?? "") \(resolution.candidates)\n\(document.outline)")
  }

  @Test("A line is a hint, and is said to be one")
  func lines() {
    let resolution = Document(parsing: Self.text).resolve(address: "line 2 of clause 3")
    #expect(resolution.finding?.code == "line-number-hint" && resolution.isFound)
  }

  @Test(
    "Title, headings and lead-ins are parts",
    arguments: [
      ("title", .title, []), ("The Title", .title, []), ("the heading of section 2", .heading, ["believes"]),
      ("heading of resolves", .heading, ["resolves"]), ("the lead-in of believes", .heading, ["believes"]),
      ("the second heading", .heading, ["believes"]), ("believes heading", .heading, ["believes"]),
      ("the motion", .whole, []), ("the whole motion", .whole, []), ("", .whole, []), ("all", .whole, []),
    ] as [(String, AddressResolution.Part, [String])])
  func parts(address: String, part: AddressResolution.Part, paths: [String]) {
    let document = Document(parsing: Self.text)
    let resolution = document.resolve(address: address)
    #expect(resolution.part == part, "\(resolution)")
    if part == .heading { #expect(resolution.nodes.map { document.nodes[$0].path.text } == paths) }
  }

  @Test(
    "Of what is not there the nearest is shown and nothing is taken",
    arguments: [
      ("clause 9", "no-such-clause", ["3", "4", "5", "6", "7"]), ("2(f)", "no-such-clause", ["2/a", "2/b", "2/c"]),
      ("ninth bullet", "no-such-place", ["6/b1", "6/b2", "6/b3"]), ("believes 9", "no-such-clause", ["4", "5"]),
      ("fifth sentence of 1", "no-such-sentence", ["1"]), ("“buses matter”", "no-such-beginning", ["4"]),
      ("the conference notebook", "no-such-place", ["notes", "believes", "resolves"]),
      ("whatever you like", "not-understood", []), ("the closing words of 1", "no-such-place", ["1"]),
      ("clauses 5 to 3", "not-understood", []),
    ])
  func missing(address: String, code: String, nearest: [String]) {
    let resolution = Document(parsing: Self.text).resolve(address: address)
    #expect(!resolution.isFound && resolution.candidates.isEmpty)
    #expect(resolution.finding?.code == code, "\(resolution)")
    #expect(resolution.nearest.map(\.path.text) == nearest)
  }

  @Test("Section 2 may be the second section or the clause of that number")
  func sections() {
    let document = Document(parsing: Self.text)
    #expect(document.resolve(address: "section 2").candidates.map(\.path.text) == ["believes", "2"])
    #expect(document.resolve(address: "section 2").candidates.last?.excerpt == "Members rely on buses to:")
  }

  @Test("2a may be 2A as well as 2(a): it is asked, and capitals answer")
  func capitals() {
    let document = Document(parsing: "1. One.\n2. Two:\n   (a) x\n   (b) y\n2A. Put in.\n3. Three.")
    #expect(document.resolve(address: "2a").candidates.map(\.path.text) == ["2/a", "2A"])
    #expect(document.resolve(address: "2A").nodes.map { document.nodes[$0].path.text } == ["2A"])
    #expect(document.resolve(address: "2(a)").nodes.map { document.nodes[$0].path.text } == ["2/a"])
  }

  @Test("Any address at all has an answer, and it lies in the text")
  func anything() {
    let words = [
      "clause", "2", "(a)", "of", "the", "last", "first", "but", "one", "sentence", "bullets", "to", "-", "–", "and",
      ",",
      "believes", "resolves", "“That", "‘", "heading", "preamble", "all", "99999999999999999999", "section", "line",
      "2(b)(ii)", "a", "second", "second and", "(", ")", "…", "this", "conference", "'s", "0", "-1", "~2", "/", "２",
    ]
    let document = Document(parsing: Self.text)
    for seed in UInt64(1)...3000 {
      var chance = Chance(seed: seed)
      let address = (0..<Int.random(in: 1...6, using: &chance)).map { _ in
        words[Int.random(in: 0..<words.count, using: &chance)]
      }.joined(separator: Int.random(in: 0..<4, using: &chance) == 0 ? "" : " ")
      let resolution = document.resolve(address: address)
      #expect(resolution.isFound || resolution.finding != nil, "seed \(seed): \(address)")
      #expect(resolution.places.isEmpty || resolution.candidates.isEmpty, "seed \(seed): \(address)")
      for place in resolution.places {
        #expect(document.nodes.indices.contains(place.node), "seed \(seed): \(address)")
        let own =
          document.nodes[place.node].kind == .section ? document.heading(of: place.node) : document.text(of: place.node)
        if let range = place.range { #expect(range.upperBound <= own.utf8.count, "seed \(seed): \(address)") }
      }
    }
  }
}
