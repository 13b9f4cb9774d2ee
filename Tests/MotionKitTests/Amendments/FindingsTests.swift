import MotionKit
import Testing

/// Each kind of finding between amendments, with what is said of it and the ways out of it.
@Suite("Findings between amendments")
struct FindingsTests {
  struct Case: Sendable, CustomTestStringConvertible {
    /// The sentence that is proved.
    var says: String
    var code: String
    var base: String
    /// A1, A2 … in words.
    var instructions: [String]
    var message: String
    var ways: [String] = []
    /// What would fall, and because of which.
    var falls: [String] = []

    var testDescription: String { says }
  }

  static let fares = """
    1. Bus fares rose by 12% in April.
    2. Members may use buses to:
       a) work;
       b) meet.
    3. End.

    """
  static let take = ["take A1", "take A2", "write a text"]

  static let cases: [Case] = [
    Case(
      says: "words that two amendments both change overlap", code: "overlap", base: fares,
      instructions: [
        "In 1 delete \"12% in\" and insert \"15% since\".", "In 1 delete \"in April\" and insert \"during May\".",
      ],
      message: "A1 and A2 change the same words of 1 in different ways.", ways: take),
    Case(
      says: "two texts at one point have to be put in an order", code: "same-gap", base: fares,
      instructions: ["In 1 after \"12%\" insert \"or so\".", "In 1 before \"in April\" insert \"again\"."],
      message: "A1 and A2 put different words at one point of 1.",
      ways: ["take A1", "take A2", "take both, A1 before A2", "write a text"]),
    Case(
      says: "what changes words that another deletes falls with them", code: "inside-deleted", base: fares,
      instructions: ["Delete 2.", "In 2(a) delete \"work\" and insert \"school\"."],
      message: "A2 changes words that A1 takes out, in 2.", ways: take, falls: ["A2 because of A1: 2 would be gone"]),
    Case(
      says: "a clause that comes into what goes falls with it", code: "inside-deleted", base: fares,
      instructions: ["Delete 2.", "After 2(a) insert \"b) play;\"."],
      message: "A2 puts a new clause into 2, which A1 takes out.", ways: take,
      falls: ["A2 because of A1: 2 would be gone"]),
    Case(
      says: "what moves cannot also go", code: "inside-deleted", base: fares,
      instructions: ["Delete 2(b).", "Move 2(b) before 2(a)."],
      message: "A2 moves 2(b), which A1 takes out.", ways: take, falls: ["A2 because of A1: 2(b) would be gone"]),
    Case(
      says: "two replacements of the same words compete", code: "competing", base: fares,
      instructions: ["In 1 delete \"12%\" and insert \"15%\".", "In 1 delete \"12%\" and insert \"20%\"."],
      message: "A1 and A2 put different words in the same place of 1.", ways: take),
    Case(
      says: "one clause cannot move to two places", code: "competing", base: fares,
      instructions: ["Move 3 before 1.", "Move 3 after 1."],
      message: "A1 and A2 move 3 to different places.", ways: ["take A1", "take A2", "leave it where it is"]),
    Case(
      says: "a whole other text competes with every change of this one", code: "competing", base: fares,
      instructions: ["Delete all and insert \"To do nothing.\".", "In 1 delete \"12%\" and insert \"15%\"."],
      message: "A1 puts another text in place of the whole, and A2 changes 1.", ways: take,
      falls: ["A2 because of A1: the whole text would be another"]),
    Case(
      says: "of two whole other texts either makes the other fall", code: "competing", base: fares,
      instructions: ["Delete all and insert \"To do nothing.\".", "Delete all and insert \"To do all.\"."],
      message: "A1 and A2 each put a different text in place of the whole.", ways: take,
      falls: [
        "A1 because of A2: the whole text would be another", "A2 because of A1: the whole text would be another",
      ]),
    Case(
      says: "words next to each other are read as they would be", code: "touching", base: fares,
      instructions: ["In 1 delete \"Bus\" and insert \"Tram\".", "In 1 delete \"fares\" and insert \"prices\"."],
      message: "A1 and A2 change words next to each other in 1: read the sentence as it would be."),
    Case(
      says: "a negation in a clause that another edits is looked at", code: "negation", base: fares,
      instructions: ["In 2 delete \"may\" and insert \"must not\".", "In 2 delete \"buses\" and insert \"trams\"."],
      message: "A1 and A2 both change 2, and one of them changes what must, may or must not be: read it as it would be."
    ),
    Case(
      says: "a negation above a list turns what another changes in it", code: "negation", base: fares,
      instructions: ["In 2 delete \"may\" and insert \"must not\".", "In 2(b) delete \"meet\" and insert \"sing\"."],
      message: "A1 and A2 both change 2, and one of them changes what must, may or must not be: read it as it would be."
    ),
    Case(
      says: "a negation in an item turns the words above it that another changes", code: "negation", base: fares,
      instructions: ["In 2(b) before \"meet\" insert \"never\".", "In 2 delete \"Members\" and insert \"Officers\"."],
      message: "A1 and A2 both change 2, and one of them changes what must, may or must not be: read it as it would be."
    ),
    Case(
      says: "two clauses at one place stand in the order of their amendments", code: "order-only", base: fares,
      instructions: ["After 1 insert \"To march.\".", "Before 2 insert \"To sing.\"."],
      message: "A1 and A2 put clauses at one place, after 1: they would stand in that order."),
    Case(
      says: "a reference to what goes is said", code: "dangling-reference", base: "1. One.\n2. Two (see 1 above).\n",
      instructions: ["Delete 1.", "In 2 delete \"Two\" and insert \"Three\"."],
      message: "2 speaks of “1”, and A1 takes 1 out."),
    Case(
      says: "a reference in new words to what another takes out is said", code: "dangling-reference",
      base: "1. One.\n2. Two.\n", instructions: ["Delete 1.", "After 2 insert \"Three (see 1 above).\"."],
      message: "A2 speaks of “1”, and A1 takes that out: the number is another clause's now."),
    Case(
      says: "a reference in new words to what has another number now is said", code: "dangling-reference",
      base: "1. One.\n2. Two.\n", instructions: ["Delete 1.", "After 2 insert \"Three (see 2 above).\"."],
      message: "A2 speaks of “2”, and what had that number would be 1: read the reference again."),
    Case(
      says: "new words that have what another changes throughout are said", code: "throughout-missed", base: fares,
      instructions: ["Replace \"buses\" with \"trams\" throughout.", "After 3 insert \"To praise buses.\"."],
      message: "A1 changes “buses” throughout, but A2 brings words that have it."),
    Case(
      says: "two changes of one clause in different words of it are noted", code: "same-clause", base: fares,
      instructions: ["In 1 delete \"12%\" and insert \"15%\".", "In 1 delete \"Bus\" and insert \"Tram\"."],
      message: "A1 and A2 both change 1, in different words of it."),
    Case(
      says: "what two ask for alike is noted for both", code: "duplicate", base: fares,
      instructions: ["In 1 delete \"12%\" and insert \"15%\".", "In 1 delete \"by 12%\" and insert \"by 15%\"."],
      message: "A1 and A2 ask for the same change in 1."),
    Case(
      says: "a clause that two ask for alike is noted for both", code: "duplicate", base: fares,
      instructions: ["After 1 insert \"To march.\".", "Before 2 insert \"2. To march.\"."],
      message: "A1 and A2 ask for the same new clause, after 1."),
    Case(
      says: "what reads already as it is asked for is noted", code: "already-done", base: fares,
      instructions: ["In 1 delete \"April\" and insert \"April\"."], message: "1 already reads as A1 asks."),
  ]

  @Test("what two amendments have to do with each other is found, said and shown with the ways out", arguments: cases)
  func found(_ one: Case) throws {
    let base = Document(parsing: one.base)
    let reader = InstructionReader(base: base)
    let amendments = one.instructions.enumerated().map { index, text -> Amendment in
      let reading = reader.read(text)
      #expect(reading.verdict == .understood, "\(text): \(reading.findings.map(\.message))")
      return Amendment(name: "A\(index + 1)", operations: reading.operations)
    }
    let composition = Composition(of: base, with: amendments)
    let said = composition.clashes.map { "\($0.finding.code): \($0.finding.message)" }
    let clash = try #require(composition.clashes.first { $0.finding.code == one.code }, "\(said)")
    #expect(clash.finding.message == one.message)
    #expect(clash.waysOut == one.ways)
    #expect(composition.wouldFall.map { "\($0.amendment) because of \($0.because): \($0.reason)" } == one.falls)
    let others = said.filter { !$0.hasPrefix(one.code) }
    #expect(others.isEmpty, "nothing else is said")
    if clash.finding.severity == .conflict {
      #expect(!clash.base.isEmpty || one.code == "same-gap")
      #expect(clash.sides.map(\.amendment) == ["A1", "A2"])
      #expect(composition.bytes == base.bytes)
    }
  }

  @Test("a change throughout one section says nothing of another section")
  func scope() {
    let base = Document(
      parsing: "This branch notes:\n\n1. The chairman is late.\n\nThis branch resolves:\n\n2. To wait.\n")
    let throughout = Amendment(
      name: "A1", operations: [Operation(.globalReplace, path: "notes", old: "chairman", new: "chair")])
    func insertion(_ path: Path) -> Amendment {
      Amendment(
        name: "A2", operations: [Operation(.insertBlock, path: path, new: "The chairman pays.", placement: .after)])
    }
    #expect(Composition(of: base, with: [throughout, insertion("2")]).clashes.isEmpty)
    #expect(
      Composition(of: base, with: [throughout, insertion("1")]).clashes.map(\.finding.code) == ["throughout-missed"])
  }

  @Test("what rests on an amendment that falls, falls with it")
  func chain() {
    let base = Document(parsing: "1. One.\n2. Two.\n3. Three.\n")
    func edit(_ name: String, _ path: Path, _ old: String, requires: [String]) -> Amendment {
      Amendment(
        name: name, operations: [Operation(.replaceText, path: path, old: old, new: "Some")], requires: requires)
    }
    let composition = Composition(
      of: base,
      with: [edit("A2", "1", "One", requires: ["A1"]), edit("A3", "2", "Two", requires: ["A2"])])
    #expect(composition.wouldFall.map(\.amendment) == ["A2", "A3"])
    #expect(composition.wouldFall.map(\.because) == ["A1", "A1"])
    #expect(composition.wouldFall.last?.reason == "it stands only if A2 is carried, which would fall")
  }

  @Test("one ruling between three amendments puts its words there once, and the latest ruling counts")
  func rulings() {
    let base = Document(parsing: "1. Fares rose.\n")
    let amendments = ["slowly", "fast", "again"].enumerated().map { index, word in
      Amendment(
        name: "A\(index + 1)",
        operations: [Operation(.insertText, path: "1", old: "rose", new: word, placement: .after)])
    }
    let all = amendments.map(\.name)
    func text(_ rulings: [Ruling]) -> String {
      let composition = Composition(of: base, with: amendments, rulings: rulings)
      #expect(composition.unsettled.isEmpty)
      return String(decoding: composition.bytes, as: UTF8.self)
    }
    let words = Ruling(between: all, .text(" by much"))
    #expect(text([words]) == "1. Fares rose by much.\n")
    #expect(text([words, Ruling(between: all, .both)]) == "1. Fares rose slowly fast again.\n")
    #expect(text([words, Ruling(between: all, .text(" by little"))]) == "1. Fares rose by little.\n")
  }

  @Test("a ruling that writes a text stands wherever amendments clash over it")
  func writtenTexts() {
    let base = Document(parsing: "1. Fares rose.\n2. Buses are late.\n   a) here;\n   b) there.\n")
    let pairs: [(Operation, Operation)] = [
      (Operation(.replaceAll, new: "1. All."), Operation(.replaceText, path: "1", old: "rose", new: "fell")),
      (Operation(.replaceAll, new: "1. All."), Operation(.replaceAll, new: "1. None.")),
      (Operation(.deleteBlock, path: "2"), Operation(.replaceText, path: "2/a", old: "here", new: "now")),
      (
        Operation(.deleteBlock, path: "2"),
        Operation(.insertBlock, path: "2/a", new: "c) far;", placement: .after)
      ),
      (
        Operation(.replaceBlock, path: "2", new: "2. X:\n   a) y;"),
        Operation(.replaceBlock, path: "2", new: "2. Z:\n   a) y;")
      ),
    ]
    for (one, other) in pairs {
      let composition = Composition(
        of: base, with: [Amendment(name: "A1", operations: [one]), Amendment(name: "A2", operations: [other])],
        rulings: [Ruling(between: ["A1", "A2"], .text("Quince."))])
      #expect(composition.unsettled.isEmpty)
      #expect(String(decoding: composition.bytes, as: UTF8.self).contains("Quince."), "\(one.kind) \(other.kind)")
    }
  }

  @Test(
    "an amendment that asks two things of the same words is refused, and a change throughout gives way to one place")
  func askedTwice() {
    let base = Document(parsing: "1. To write to members.\n2. To write to all.\n")
    let first = Operation(.replaceText, path: "1", old: "write", new: "sing")
    let wider = Operation(.replaceText, path: "1", old: "write to", new: "dance with")
    let refused = Composition(of: base, with: [Amendment(name: "A1", operations: [first, wider])])
    #expect(refused.clashes.map(\.finding.code) == ["asked-twice"])
    #expect(refused.bytes == base.bytes)
    let going = [Operation(.deleteBlock, path: "1"), Operation(.replaceBlock, path: "1", new: "To sing.")]
    for operations in [going, going.reversed()] {
      let composition = Composition(of: base, with: [Amendment(name: "A1", operations: operations)])
      #expect(composition.clashes.map(\.finding.code) == ["asked-twice"])
      #expect(composition.bytes == base.bytes)
    }
    let throughout = Operation(.globalReplace, old: "write", new: "call")
    let both = Composition(of: base, with: [Amendment(name: "A1", operations: [throughout, first])])
    #expect(String(decoding: both.bytes, as: UTF8.self) == "1. To sing to members.\n2. To call to all.\n")
  }

  @Test(
    "an amendment that puts a new text in the place of all of it can change nothing else but the title",
    arguments: [
      (Operation(.replaceText, path: "1", old: "write", new: "sing"), true),
      (Operation(.insertBlock, path: "1", new: "To sing.", placement: .after), true),
      (Operation(.deleteBlock, path: "2"), true),
      (Operation(.replaceAll, new: "1. To dance."), true),
      (Operation(.setTitle, path: .title, new: "Song"), false),
      (Operation(.globalReplace, old: "write", new: "call"), false),
      (Operation(.replaceAll, new: "1. To sing."), false),
    ])
  func wholeTextAndMore(_ other: Operation, isRefused: Bool) {
    let base = Document(parsing: "---\ntitle: Letters\n---\n1. To write to members.\n2. To write to all.\n")
    let whole = Operation(.replaceAll, new: "1. To sing.")
    for operations in [[whole, other], [other, whole]] {
      let composition = Composition(of: base, with: [Amendment(name: "A1", operations: operations)])
      #expect(composition.clashes.map(\.finding.code) == (isRefused ? ["asked-twice"] : []))
      #expect((composition.bytes == base.bytes) == isRefused)
    }
  }

  @Test("a clause moved on from where it had been moved goes there")
  func movedOn() {
    let base = Document(parsing: "- To sing.\n- To dance.\n- To rest.\n")
    let first = Amendment(name: "A1", operations: [Operation(.moveBlock, path: "b2", to: "b1", placement: .before)])
    var floor = Amendment(name: "F1", operations: [Operation(.moveBlock, path: "b1", to: "b3", placement: .before)])
    floor.readAgainst = ["A1"]
    #expect(Composition(of: base, with: [first, floor]).bytes == base.bytes)
  }

  @Test("a clause that moves to another level of a frozen text has a label of that level, and references follow it")
  func movedInFrozen() {
    let text = "---\nnumbering: frozen\n---\n1. To sing.\n2. To:\n   (a) dance;\n   (b) rest.\n3. As 1 above.\n"
    let move = Operation(.moveBlock, path: "1", to: "2/a", placement: .after)
    let composition = Composition(of: Document(parsing: text), with: [Amendment(name: "A1", operations: [move])])
    #expect(
      String(decoding: composition.bytes, as: UTF8.self)
        == "---\nnumbering: frozen\n---\n2. To:\n   (a) dance;\n   (aa) To sing.\n   (b) rest.\n3. As 2(aa) above.\n")
  }

  @Test("a reference to a clause that another text takes the place of goes to that text")
  func referenceToReplaced() {
    let base = Document(parsing: "1. To sing.\n2. To dance.\n3. As clause 2 says.\n")
    let operations = [Operation(.replaceBlock, path: "2", new: "To rest."), Operation(.deleteBlock, path: "1")]
    let composition = Composition(of: base, with: [Amendment(name: "A1", operations: operations)])
    #expect(String(decoding: composition.bytes, as: UTF8.self) == "1. To rest.\n2. As clause 1 says.\n")
  }

  @Test("a line with its own list is a clause whose number was left out, not a section")
  func leadsItsList() {
    let base = Document(parsing: "1. To campaign.\n2. To write to:\n   (a) members;\n   (b) all.\n")
    let insert = Operation(
      .insertBlock, path: "1", new: "To survey:\n(i) fares;\n(ii) times.", placement: .after)
    let composition = Composition(of: base, with: [Amendment(name: "A1", operations: [insert])])
    let text =
      "1. To campaign.\n2. To survey:\n   (i) fares;\n   (ii) times.\n3. To write to:\n   (a) members;\n   (b) all.\n"
    #expect(String(decoding: composition.bytes, as: UTF8.self) == text)
  }
}
