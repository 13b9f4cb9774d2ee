import MotionKit
import Testing

@Suite("Instructions that are not taken")
struct MisreadingTests {
  private static let reader = InstructionReader(base: TestMotion.fares.document)

  @Test(
    "What could mean several things is asked with the places that may be meant",
    arguments: [
      ("In 3 delete “may”.", "which-words", ["3", "3"]),
      ("Delete “council”.", "which-words", ["3", "4", "6"]),
      ("the word ‘May’ be replaced by ‘June’", "which-words", ["4", "7"]),
      ("Leave out from ‘council’ to end.", "which-words", ["3", "4", "6"]),
      ("change may to must in clause 3", "which-words", ["3", "3"]),
      ("Take out the bit about the depot", "which-words", ["3"]),
      ("Delete “This branch resolves:”", "which-heading", ["resolves"]),
      ("Delete resolves 2.", "which-clause", ["6", "2"]),
      ("Delete point 2 of resolves.", "which-clause", ["6", "2"]),
      ("At the end of clause 2 add “and home”.", "which-end", ["2/b", "2"]),
    ])
  func ambiguous(instruction: String, code: String, paths: [String]) {
    let reading = Self.reader.read(instruction)
    #expect(reading.verdict == .ambiguous)
    #expect(reading.operations.isEmpty)
    #expect(reading.findings.first?.code == code)
    #expect(reading.candidates.map(\.path.text) == paths)
  }

  @Test("A number that stands in two sections is asked for, and answered by the section")
  func sections() {
    let base = Document(parsing: "We note:\n\n1. One fare.\n2. Two.\n\nWe resolve:\n\n1. To sing.\n2. To dance.\n")
    let reader = InstructionReader(base: base)
    let reading = reader.read("Delete clause 2.")
    #expect(reading.verdict == .ambiguous)
    #expect(reading.candidates.map(\.path.text) == ["notes/2", "resolves/2"])
    for instruction in [
      "Delete Resolves 2.", "Delete point 2 of resolves.", "In resolves, delete point 2.", "-resolves/2",
    ] {
      #expect(reader.read(instruction).operations == [Operation(.deleteBlock, path: "resolves/2")], "\(instruction)")
    }
  }

  @Test("A bare A1 is asked: the clause or the amendment")
  func clauseOrAmendment() {
    let base = Document(parsing: "---\nnumbering: frozen\n---\nA1. Before all.\n1. One.\n2. Two.\n")
    let reader = InstructionReader(base: base)
    #expect(reader.read("Delete A1.").verdict == .ambiguous)
    #expect(reader.read("Delete clause A1.").operations == [Operation(.deleteBlock, path: "A1")])
  }

  @Test(
    "What is not there is said with what is nearest",
    arguments: [
      ("Delete “bus fairs rose”.", "words-not-found", ["1"]),
      ("In 2(a) delete “12%”.", "words-not-found", ["1"]),
      ("In 5 delete “zebra crossings”.", "words-not-found", []),
      ("Delete clause 12.", "no-such-clause", ["3", "4", "5", "6", "7"]),
      ("In 2(c) delete ‘x’", "no-such-clause", ["2/a", "2/b"]),
      ("In the fifth sentence of 3, delete ‘x’", "no-such-sentence", ["3"]),
      ("In 3 delete the fourth “may”.", "no-such-occurrence", ["3", "3"]),
      ("Leave out line 40.", "no-such-line", []),
      ("In resolves, delete point 4.", "no-such-clause", ["5", "6", "7"]),
    ])
  func notFound(instruction: String, code: String, paths: [String]) {
    let reading = Self.reader.read(instruction)
    #expect(reading.verdict == .notFound)
    #expect(reading.operations.isEmpty)
    #expect(reading.findings.first?.code == code)
    #expect(reading.candidates.map(\.path.text) == paths)
  }

  @Test("Words that differ are shown with their difference")
  func difference() {
    let message = Self.reader.read("Delete “bus fairs rose”.").findings.first?.message ?? ""
    #expect(message.contains("Where you wrote “fairs”, it has “fares”."))
  }

  @Test(
    "What is not understood is marked in the instruction",
    arguments: [
      ("In 4 delete ‘met’ quickly", "quickly"), ("hello there", "hello"), ("Insert “new words”", "Insert"),
      ("Delete", "Delete"), ("Page 2, line 5, at end insert ‘and so on’", "Page 2, line 5"),
      ("Delete clause 4 and replace", "replace"),
      ("Move clause 3 to clause 5", "Move clause 3 to"),
    ])
  func notUnderstood(instruction: String, marked: String) throws {
    let reading = Self.reader.read(instruction)
    #expect(reading.verdict == .notUnderstood)
    #expect(reading.operations.isEmpty)
    let span = try #require(reading.findings.first?.span)
    #expect(String(decoding: Array(instruction.utf8)[span], as: UTF8.self).hasPrefix(marked))
  }

  @Test("Lines are those of the paper: where the text has changed since, they are not taken")
  func changedText() {
    let reader = InstructionReader(base: TestMotion.fares.document, isCirculated: false)
    #expect(reader.read("Leave out line 2.").verdict == .notUnderstood)
    #expect(reader.read("Line 9, leave out “12%”.").operations == [Operation(.deleteText, path: "1", old: "12%")])
  }

  @Test("Words that a replacement asks for and that stand there already are said to be done")
  func alreadyDone() {
    let reading = Self.reader.read("In 1 delete “11%” and insert “12%”.")
    #expect(reading.operations == [Operation(.replaceText, path: "1", old: "11%", new: "12%")])
    #expect(reading.findings.map(\.code) == ["already-done"])
    #expect(reading.findings.first?.path == "1")
    // A slip of the pen is no change that is done, nor is a word that stands everywhere.
    #expect(Self.reader.read("Delete “fares rised” and insert “fares freeze”.").verdict == .notFound)
    #expect(Self.reader.read("In 3 delete “quickly” and insert “the”.").verdict == .notFound)
  }

  @Test("One line that is not understood keeps the whole amendment from being taken")
  func allOrNothing() {
    let reading = Self.reader.read("In 1 delete ‘12%’.\nDelete clause 12.")
    #expect(reading.verdict == .notFound)
    #expect(reading.operations.isEmpty)
  }

  @Test("A reading that is not what the mover says is reported with both texts")
  func check() {
    let reading = Self.reader.read(
      "In 1 delete “12%” and insert “15%” so that it reads: “Bus fares rose by 16% in April.”")
    #expect(reading.verdict == .understood)
    #expect(reading.check?.matches == false)
    #expect(reading.check?.actual == "Bus fares rose by 15% in April.")
  }

  @Test("No bytes at all make reading fail")
  func anyBytes() {
    let seed: UInt64 = 20_270_301
    var chance = Chance(seed: seed)
    let pieces = [
      "delete ", "insert ", "“", "”", "‘", "'", "\"", "`", ">", "\n", "\n> ", ":", "clause ", "3", "2.1(a)", "(", ")",
      "to ",
      "from ", "and ", "all after ", "between ", "the second ", "sentence ", "may", "council", ".", ",", "\u{0}", "–",
      "s/",
      "/", "+1 ", "-", "=", "if A3 is carried ", "so that it reads ", "at the end of ", "move ", "é", "\u{301}", "🚌",
      "\t",
      "in ", "title ", "resolves ", "99999999999999999999", "throughout", "heading ", "new clause ",
    ]
    for round in 0..<1500 {
      var text = ""
      for index in 0..<chance.below(14) {
        text += index % 5 == 4 ? pieces[chance.below(pieces.count)] : chance.pick(pieces)
      }
      if round % 5 == 0 {
        let bytes = (0..<chance.below(40)).map { _ in UInt8.random(in: 0...255, using: &chance) }
        text = String(decoding: bytes, as: UTF8.self)
      }
      let reading = Self.reader.read(text)
      if reading.verdict == .understood {
        #expect(!reading.operations.isEmpty, "seed \(seed), round \(round): \(text.debugDescription)")
      } else {
        #expect(reading.operations.isEmpty, "seed \(seed), round \(round): \(text.debugDescription)")
        #expect(!reading.findings.isEmpty, "seed \(seed), round \(round): \(text.debugDescription)")
      }
    }
  }
}
