import MotionKit
import Testing

@Suite("Composing")
struct ComposingTests {
  static let base = """
    ---
    title: Bus fares
    ---
    This branch notes:

    1. Bus fares rose by 12% in April.
    2. Many members rely on buses to:

       a) get to work;
       b) attend branch meetings.

    This branch resolves:

    3. To campaign for a fares freeze (see 2 above).
    4. To write to the operator
       and to the council.

    """

  private func compose(_ amendments: [Amendment], rulings: [Ruling] = [], base: String = base) -> Composition {
    Composition(of: Document(parsing: base), with: amendments, rulings: rulings)
  }

  private func text(_ composition: Composition) -> String { String(decoding: composition.bytes, as: UTF8.self) }

  @Test("nothing taken gives the base byte for byte")
  func nothing() {
    let composition = compose([])
    #expect(text(composition) == ComposingTests.base)
    #expect(composition.verdict == .clean)
  }

  struct One: Sendable {
    var says: String
    var operations: [Operation]
    var from: String
    var to: String
  }

  static let singles: [One] = [
    One(
      says: "words are replaced", operations: [Operation(.replaceText, path: "1", old: "12%", new: "15%")],
      from: "rose by 12% in", to: "rose by 15% in"),
    One(
      says: "words go with one of their blanks", operations: [Operation(.deleteText, path: "1", old: "in April")],
      from: "by 12% in April.", to: "by 12%."),
    One(
      says: "words come with the blanks they need",
      operations: [Operation(.insertText, path: "2/a", old: "get", new: "safely", placement: .after)],
      from: "a) get to work;", to: "a) get safely to work;"),
    One(
      says: "words that span a line break are found",
      operations: [Operation(.replaceText, path: "4", old: "operator and to", new: "operator, and")],
      from: "the operator\n   and to the council", to: "the operator, and the council"),
    One(
      says: "a clause comes after another and those behind it move up",
      operations: [Operation(.insertBlock, path: "3", new: "3A. To publish a survey of fares.", placement: .after)],
      from: "(see 2 above).\n4. To write", to: "(see 2 above).\n4. To publish a survey of fares.\n5. To write"),
    One(
      says: "an unlabelled text becomes a clause",
      operations: [Operation(.insertBlock, path: "1", new: "That is too much.", placement: .before)],
      from:
        "1. Bus fares rose by 12% in April.\n2. Many members rely on buses to:\n\n   a) get to work;\n   b) attend branch meetings.\n\nThis branch resolves:\n\n3. To campaign for a fares freeze (see 2 above).\n4. To write",
      to:
        "1. That is too much.\n2. Bus fares rose by 12% in April.\n3. Many members rely on buses to:\n\n   a) get to work;\n   b) attend branch meetings.\n\nThis branch resolves:\n\n4. To campaign for a fares freeze (see 3 above).\n5. To write"
    ),
    One(
      says: "a sub-clause comes",
      operations: [Operation(.insertBlock, path: "2/a", new: "b) visit friends;", placement: .after)],
      from: "   b) attend", to: "   b) visit friends;\n   c) attend"),
    One(
      says: "a clause goes", operations: [Operation(.deleteBlock, path: "2/a")],
      from: "   a) get to work;\n   b) attend", to: "   a) attend"),
    One(
      says: "a clause at the end of the motion",
      operations: [Operation(.insertBlock, new: "To report back.", placement: .end)],
      from: "and to the council.\n", to: "and to the council.\n5. To report back.\n"),
    One(
      says: "a clause moves", operations: [Operation(.moveBlock, path: "4", to: "3", placement: .before)],
      from: "3. To campaign for a fares freeze (see 2 above).\n4. To write to the operator\n   and to the council.\n",
      to: "3. To write to the operator\n   and to the council.\n4. To campaign for a fares freeze (see 2 above).\n"),
    One(
      says: "a clause is replaced with its list",
      operations: [
        Operation(.replaceBlock, path: "2", new: "2. Buses matter to:\n   a) old people;\n   b) all people.")
      ],
      from: "2. Many members rely on buses to:\n\n   a) get to work;\n   b) attend branch meetings.\n",
      to: "2. Buses matter to:\n   a) old people;\n   b) all people.\n"),
    One(
      says: "a heading changes and keeps its colon",
      operations: [Operation(.setHeading, path: "resolves", new: "This branch therefore resolves")],
      from: "This branch resolves:", to: "This branch therefore resolves:"),
    One(
      says: "the title changes", operations: [Operation(.setTitle, path: .title, new: "Bus and tram fares")],
      from: "title: Bus fares", to: "title: Bus and tram fares"),
    One(
      says: "all after some words goes, and words come",
      operations: [Operation(.replaceRange, path: "1", old: "fares", new: "are too high.", placement: .after)],
      from: "Bus fares rose by 12% in April.", to: "Bus fares are too high."),
    One(
      says: "throughout", operations: [Operation(.globalReplace, old: "branch", new: "union")],
      from:
        "This branch notes:\n\n1. Bus fares rose by 12% in April.\n2. Many members rely on buses to:\n\n   a) get to work;\n   b) attend branch meetings.\n\nThis branch",
      to:
        "This union notes:\n\n1. Bus fares rose by 12% in April.\n2. Many members rely on buses to:\n\n   a) get to work;\n   b) attend union meetings.\n\nThis union"
    ),
  ]

  @Test("one amendment changes what it asks and nothing else", arguments: singles)
  func single(_ one: One) {
    let composition = compose([Amendment(name: "A1", operations: one.operations)])
    let expected = ComposingTests.base.replacing(one.from, with: one.to)
    #expect(ComposingTests.base.contains(one.from), "\(one.says)")
    #expect(text(composition) == expected, "\(one.says)")
    #expect(composition.verdict == .clean, "\(one.says) \(composition.clashes)")
    #expect(composition.provenance.flatMap(\.bytes) == composition.bytes)
    #expect(Document(parsing: composition.bytes).findings.isEmpty, "\(Document(parsing: composition.bytes).findings)")
  }

  struct Pair: Sendable {
    var code: String
    var verdict: Composition.Verdict
    var one: [Operation]
    var other: [Operation]
    /// What replaces what in the base; nil where the base stands.
    var from = ""
    var to = ""
  }

  static let pairs: [Pair] = [
    Pair(
      code: "competing", verdict: .conflict, one: [Operation(.replaceText, path: "1", old: "12%", new: "15%")],
      other: [Operation(.replaceText, path: "1", old: "by 12%", new: "by 20%")]),
    Pair(
      code: "overlap", verdict: .conflict, one: [Operation(.replaceText, path: "1", old: "12% in", new: "15% from")],
      other: [Operation(.replaceText, path: "1", old: "in April", new: "during May")]),
    Pair(
      code: "same-gap", verdict: .conflict,
      one: [Operation(.insertText, path: "1", old: "12%", new: "or more", placement: .after)],
      other: [Operation(.insertText, path: "1", old: "in April", new: "and then", placement: .before)]),
    Pair(
      code: "inside-deleted", verdict: .conflict, one: [Operation(.deleteBlock, path: "2")],
      other: [Operation(.replaceText, path: "2/a", old: "work", new: "school")]),
    Pair(
      code: "touching", verdict: .flag, one: [Operation(.replaceText, path: "3", old: "fares", new: "price")],
      other: [Operation(.replaceText, path: "3", old: "freeze", new: "cut")], from: "fares freeze", to: "price cut"),
    Pair(
      code: "negation", verdict: .flag,
      one: [Operation(.insertText, path: "3", old: "To", new: "not", placement: .after)],
      other: [Operation(.replaceText, path: "3", old: "freeze", new: "cut")], from: "To campaign for a fares freeze",
      to: "To not campaign for a fares cut"),
    Pair(
      code: "order-only", verdict: .flag,
      one: [Operation(.insertBlock, path: "3", new: "To march.", placement: .after)],
      other: [Operation(.insertBlock, path: "3", new: "To sing.", placement: .after)],
      from: "4. To write", to: "4. To march.\n5. To sing.\n6. To write"),
    Pair(
      code: "duplicate", verdict: .clean, one: [Operation(.replaceText, path: "1", old: "12%", new: "15%")],
      other: [Operation(.replaceText, path: "1", old: "by 12% in", new: "by 15% in")], from: "12%", to: "15%"),
    Pair(
      code: "same-clause", verdict: .clean, one: [Operation(.replaceText, path: "1", old: "12%", new: "15%")],
      other: [Operation(.replaceText, path: "1", old: "Bus fares", new: "Tickets")],
      from: "Bus fares rose by 12%", to: "Tickets rose by 15%"),
    Pair(
      code: "throughout-missed", verdict: .flag, one: [Operation(.globalReplace, old: "buses", new: "trams")],
      other: [Operation(.insertBlock, path: "4", new: "To praise buses.", placement: .after)],
      from: "rely on buses to", to: "rely on trams to"),
    Pair(
      code: "dangling-reference", verdict: .flag, one: [Operation(.deleteBlock, path: "2")],
      other: [Operation(.replaceText, path: "1", old: "12%", new: "15%")]),
  ]

  @Test("two amendments are found to have to do with each other", arguments: pairs)
  func pair(_ pair: Pair) {
    let one = Amendment(name: "A2", operations: pair.one)
    let other = Amendment(name: "A10", operations: pair.other)
    let composition = compose([one, other])
    #expect(composition.verdict == pair.verdict, "\(pair.code): \(composition.clashes.map(\.finding.message))")
    #expect(composition.clashes.contains { $0.finding.code == pair.code }, "\(composition.clashes.map(\.finding))")
    #expect(compose([other, one]) == composition)
    if pair.verdict == .conflict { #expect(text(composition) == ComposingTests.base) }
    if !pair.from.isEmpty { #expect(text(composition).contains(pair.to), "\(pair.code): \(text(composition))") }
    #expect(composition.provenance.flatMap(\.bytes) == composition.bytes)
    for name in ["A2", "A10"] where pair.verdict == .conflict {
      let ruled = compose([one, other], rulings: [Ruling(between: ["A2", "A10"], .take(name))])
      #expect(text(ruled) == text(compose([name == "A2" ? one : other])), "\(pair.code) \(name)")
    }
  }

  @Test("an edit in a clause that moves follows it")
  func moveAndEdit() {
    let base = "1. Alpha.\n2. Beta.\n3. Gamma about schools.\n"
    let move = Amendment(name: "A1", operations: [Operation(.moveBlock, path: "3", to: "1", placement: .before)])
    let edit = Amendment(
      name: "A2", operations: [Operation(.insertText, path: "3", old: "schools", new: "primary", placement: .before)])
    let composition = compose([move, edit], base: base)
    #expect(text(composition) == "1. Gamma about primary schools.\n2. Alpha.\n3. Beta.\n")
    #expect(composition.verdict == .clean)
    #expect(composition.renumbered.map { "\($0.old)\($0.new)" } == ["1.2.", "2.3.", "3.1."])
  }

  @Test("frozen labels stay and what comes gets 3A and 3B")
  func frozen() {
    let base = "---\nnumbering: frozen\n---\n1. One.\n2. Two.\n3. Three.\n4. Four (see 3 above).\n"
    let composition = compose(
      [
        Amendment(name: "A1", operations: [Operation(.insertBlock, path: "3", new: "To march.", placement: .after)]),
        Amendment(name: "A5", operations: [Operation(.insertBlock, path: "3", new: "3A. To sing.", placement: .after)]),
        Amendment(name: "A6", operations: [Operation(.deleteBlock, path: "1")]),
      ], base: base)
    #expect(
      text(composition)
        == "---\nnumbering: frozen\n---\n2. Two.\n3. Three.\n3A. To march.\n3B. To sing.\n4. Four (see 3 above).\n")
  }

  @Test("a section that comes where numbers run on takes the next ones, and those behind it move on")
  func sectionThatComes() {
    let section = "This branch believes:\n\n1. Buses are a public service.\n2. They should be cheap."
    let insert = Operation(.insertBlock, path: "notes", new: section, placement: .after)
    let composition = compose([Amendment(name: "A1", operations: [insert])])
    #expect(
      text(composition).contains(
        """
        This branch believes:

        3. Buses are a public service.
        4. They should be cheap.

        This branch resolves:

        5. To campaign for a fares freeze (see 2 above).
        6. To write to the operator
        """))
  }

  @Test("line ends and indentation are those of the base")
  func lineEnds() {
    let base = "Notes:\r\n\r\n1. One.\r\n\r\n2. Two."
    let composition = compose(
      [Amendment(name: "A1", operations: [Operation(.insertBlock, path: "2", new: "Three\nlong.", placement: .after)])],
      base: base)
    #expect(text(composition) == "Notes:\r\n\r\n1. One.\r\n\r\n2. Two.\r\n\r\n3. Three\r\nlong.")
  }

  @Test("what is not there, or there twice, is refused with what is nearest, and the others are taken")
  func refused() {
    let composition = compose([
      Amendment(name: "A1", operations: [Operation(.replaceText, path: "1", old: "Bus fares raised by", new: "x")]),
      Amendment(name: "A2", operations: [Operation(.deleteText, old: "to")]),
      Amendment(name: "A3", operations: [Operation(.deleteBlock, path: "9")]),
      Amendment(name: "A4", operations: [Operation(.replaceText, path: "1", old: "12%", new: "15%")]),
    ])
    #expect(composition.verdict == .refused)
    #expect(composition.outcomes.map(\.verdict) == [.refused, .refused, .refused, .clean])
    #expect(text(composition).contains("15%"))
    #expect(composition.clashes.first { $0.amendments == ["A1"] }?.finding.fix?.contains("Bus fares rose by") == true)
    #expect(composition.clashes.first { $0.amendments == ["A2"] }?.finding.fix?.contains("2/a") == true)
  }

  @Test("an amendment to an amendment changes its new text, and the result has the first's name")
  func nested() {
    let first = Amendment(
      name: "A4", operations: [Operation(.insertBlock, path: "3", new: "To march on the town hall.", placement: .after)]
    )
    let second = Amendment(
      name: "A4.1", operations: [Operation(.replaceText, old: "the town hall", new: "the depot")], parent: "A4")
    let composition = compose([second, first])
    #expect(text(composition).contains("4. To march on the depot.\n5. To write"))
    #expect(composition.verdict == .clean)
    #expect(composition.order == ["A4.1", "A4"])
    let orphan = compose([second])
    #expect(orphan.verdict == .refused)
    #expect(orphan.wouldFall.map(\.because) == ["A4"])
  }

  @Test("an amendment from the floor is read against the text as it stands and lies in the base or in new words")
  func floor() {
    let first = Amendment(
      name: "A1",
      operations: [
        Operation(.replaceText, path: "3", old: "a fares freeze", new: "a price freeze"),
        Operation(.insertBlock, path: "3", new: "To publish a survey.", placement: .after),
      ])
    let floor = Amendment(
      name: "F1",
      operations: [
        Operation(.replaceText, path: "3", old: "campaign for a price", new: "fight for a full price"),
        Operation(.replaceText, path: "5", old: "operator", new: "operators"),
        Operation(.insertText, path: "4", old: "survey", new: "of fares", placement: .after),
        Operation(.insertBlock, path: "4", new: "To sing.", placement: .after),
      ], readAgainst: ["A1"])
    let composition = compose([first, floor])
    #expect(composition.verdict == .clean, "\(composition.clashes)")
    #expect(text(composition).contains("3. To fight for a full price freeze (see 2 above)."))
    #expect(text(composition).contains("4. To publish a survey of fares.\n5. To sing.\n6. To write to the operators\n"))
    let alone = Composition(of: Document(parsing: ComposingTests.base), with: [floor], knowing: [first])
    #expect(alone.verdict == .refused)
    #expect(text(alone) == ComposingTests.base)
  }

  @Test("What is replaced from the floor after it moved is replaced where it went")
  func replacedWhereItWent() {
    let moving = Amendment(
      name: "A1",
      operations: [
        Operation(.moveBlock, path: "2", to: "4", placement: .after),
        Operation(.insertText, path: "3", new: "Now", placement: .start),
      ])
    let floor = Amendment(
      name: "F1", operations: [Operation(.replaceBlock, path: "4", new: "Many members travel.")], readAgainst: ["A1"])
    let composition = compose([moving, floor])
    #expect(
      text(composition).hasSuffix(
        """
        2. Now To campaign for a fares freeze (see 4 above).
        3. To write to the operator
           and to the council.
        4. Many members travel.

        """), "\(text(composition))")
  }

  @Test("Clauses that are moved into each other, also round by others, are a conflict, and no word of them goes")
  func rings() {
    let base = "1. One:\n   (a) p.\n   (b) q.\n2. Two:\n   (a) r.\n   (b) s.\n3. Three:\n   (a) t.\n   (b) u.\n"
    func move(_ path: Path, into other: Path) -> Operation {
      Operation(.moveBlock, path: path, to: other, placement: .after)
    }
    let ring = [move("1", into: "2/a"), move("2", into: "3/a"), move("3", into: "1/a")]
    let apart = ring.enumerated().map { Amendment(name: "A\($0 + 1)", operations: [$1]) }
    #expect(compose(Array(apart.prefix(2)), base: base).verdict != .conflict)
    let together = compose(apart, base: base)
    #expect(together.verdict == .conflict)
    #expect(text(together) == base)
    let inOne = compose([Amendment(name: "A1", operations: ring)], base: base)
    #expect(inOne.clashes.map(\.finding.message).first == "A1 moves 1 and 2 into each other: say which is meant.")
    #expect(text(inOne) == base)
    let inTwo = compose(
      [Amendment(name: "A1", operations: [ring[0], ring[2]]), Amendment(name: "A2", operations: [ring[1]])], base: base)
    #expect(inTwo.verdict == .conflict)
    #expect(text(inTwo) == base)
  }

  @Test("A reference to a clause that moved into a section that counts for itself names the section, or is told")
  func movedIntoAnotherCount() {
    let base = """
      This branch notes:

      1. Fares rose.
      2. Wages fell.
      3. Buses are late. See 1 above.
      4. Trains too. See notes 2.

      This branch believes:

      1. Buses matter.

      """
    func moving(_ path: Path) -> Composition {
      compose(
        [Amendment(name: "A1", operations: [Operation(.moveBlock, path: path, to: "believes/1", placement: .after)])],
        base: base)
    }
    #expect(text(moving("notes/1")).contains("2. Buses are late. See 2 of believes above."))
    #expect(moving("notes/1").verdict == .clean)
    let told = moving("2")
    #expect(
      told.clashes.map(\.finding.message) == [
        "4 speaks of “2”: in the new text these words mean another clause. Read the reference again."
      ])
    #expect(told.verdict == .flag)
  }

  @Test(
    "The number of a reference that followed goes with its words, can be changed whole, and not by half",
    arguments: [
      ("see 3 above", "as said", "(as said)"), ("3", "1", "(see 1 above)"), ("3 above", "1 there", "(see 1 there)"),
      ("(see 3", "(from 1", "(from 1 above)"),
    ])
  func numbersThatFollowed(old: String, new: String, result: String) {
    let first = Amendment(
      name: "A1", operations: [Operation(.insertBlock, path: "1", new: "Wages fell.", placement: .after)])
    let floor = Amendment(
      name: "F1", operations: [Operation(.replaceText, path: "4", old: old, new: new)], readAgainst: ["A1"])
    let composition = compose([first, floor])
    #expect(text(composition).contains("4. To campaign for a fares freeze \(result).\n"), "\(text(composition))")
  }

  @Test("Words that go take the number of a reference along, also where another amendment changed words beside it")
  func numberBesideAChange() {
    let first = Amendment(
      name: "A1",
      operations: [
        Operation(.insertBlock, path: "1", new: "Wages fell.", placement: .after),
        Operation(.deleteText, path: "3", old: "above"),
      ])
    let floor = Amendment(
      name: "F1", operations: [Operation(.replaceRange, path: "4", old: "campaign", placement: .after)],
      readAgainst: ["A1"])
    #expect(text(compose([first, floor])).contains("4. To campaign\n"), "\(text(compose([first, floor])))")
    var second = first
    second.operations[1] = Operation(.insertText, path: "3", old: "above", new: "there", placement: .before)
    #expect(text(compose([second])).contains("(see 3 there above)"))
    #expect(text(compose([second, floor])).contains("4. To campaign\n"), "\(text(compose([second, floor])))")
  }

  @Test("Half of a number that followed is nobody's to change")
  func halfOfANumber() {
    let base = "1. One:\n   (a) p.\n   (b) q.\n2. Two. See 3 below.\n3. Three.\n"
    let moving = Amendment(name: "A1", operations: [Operation(.moveBlock, path: "3", to: "1/b", placement: .before)])
    let floor = Amendment(
      name: "F1", operations: [Operation(.replaceText, path: "2", old: "b", new: "c", occurrence: 1)],
      readAgainst: ["A1"])
    let composition = compose([moving, floor], base: base)
    #expect(text(compose([moving], base: base)).contains("2. Two. See 1(b) below."))
    #expect(
      composition.clashes.map(\.finding.message) == [
        "F1 changes “b” in 2, which no amendment can: it follows from the clauses' numbers."
      ])
  }

  @Test(
    "What goes throughout leaves half of a number that followed, which is said; where it finds nothing else it is refused",
    arguments: [("Two b.", "throughout-missed", "2. Two c. See 1(b) below."), ("Two.", "words-follow", "2. Two. See")])
  func throughoutHalfOfANumber(second: String, code: String, says: String) {
    let base = "1. One:\n   (a) p.\n   (b) q.\n2. \(second) See 3 below.\n3. Three.\n"
    let moving = Amendment(name: "A1", operations: [Operation(.moveBlock, path: "3", to: "1/b", placement: .before)])
    let floor = Amendment(
      name: "F1", operations: [Operation(.globalReplace, old: "b", new: "c")], readAgainst: ["A1"])
    let composition = compose([moving, floor], base: base)
    #expect(composition.clashes.map(\.finding.code) == [code])
    #expect(text(composition).contains(says), "\(text(composition))")
  }

  @Test("A section that comes before numbers that run on counts first, and they run on from it")
  func sectionBeforeTheFirst() {
    let section = Amendment(
      name: "A1",
      operations: [
        Operation(
          .insertBlock, path: "notes", new: "This branch regrets:\n\n1. The weather.", placement: .before)
      ])
    #expect(
      Document(parsing: compose([section]).bytes).nodes.filter { $0.depth == 1 }.compactMap { $0.label?.bare }
        == ["1", "2", "3", "4", "5"])
  }
}
