import MotionKit
import Testing

@Suite("Instructions as people write them")
struct InstructionTableTests {
  private static let readers: [TestMotion: InstructionReader] = Dictionary(
    uniqueKeysWithValues: TestMotion.allCases.map { ($0, InstructionReader(base: $0.document)) })

  @Test("An instruction of the table is read as the table says", arguments: ReadingTable.rows)
  func reads(row: ReadingTable.Row) throws {
    let reader = try #require(ReadingTable.readers[row.base])
    let reading = reader.read(row.instruction)
    #expect(ReadingTable.lines(of: reading, in: reader.base) == row.expected)
  }

  @Test("The sentence of a reading reads to the same operations", arguments: ReadingTable.rows)
  func readsBack(row: ReadingTable.Row) throws {
    let reader = try #require(ReadingTable.readers[row.base])
    let reading = reader.read(row.instruction)
    guard reading.verdict == .understood else { return }
    let back = reader.read(reading.sentence)
    #expect(back.operations == reading.operations)
    #expect(back.requires == reading.requires)
    #expect(back.fallsIf == reading.fallsIf)
  }

  @Test("The table is long enough to be a specification, and says nothing twice")
  func length() {
    #expect(ReadingTable.rows.count >= 380)
    #expect(ReadingTable.pages.allSatisfy { page in ReadingTable.rows.contains { $0.page == page } })
    #expect(Set(ReadingTable.rows.map { $0.base + $0.instruction }).count == ReadingTable.rows.count)
  }

  @Test(
    "The table is written down anew when asked for, to be read line by line",
    .enabled(if: ReadingTable.isRecording))
  func record() throws {
    for page in ReadingTable.pages { try ReadingTable.record(page) }
  }

  @Test(
    "Every kind of operation is read",
    arguments: [
      ("In 1, delete “12%” and insert “15%”.", Operation(.replaceText, path: "1", old: "12%", new: "15%")),
      ("In 1, delete “in April”.", Operation(.deleteText, path: "1", old: "in April")),
      (
        "In 1, after “12%” insert “overall”.",
        Operation(.insertText, path: "1", old: "12%", new: "overall", placement: .after)
      ),
      ("In 5, at the very end insert “now”.", Operation(.insertText, path: "5", new: "now", placement: .end)),
      (
        "In 1, delete from “rose” to “April” and insert “fell”.",
        Operation(.replaceRange, path: "1", old: "rose", new: "fell", placement: .start, until: "April")
      ),
      (
        "In 1, delete all after “rose”.", Operation(.deleteRange, path: "1", old: "rose", placement: .after)
      ),
      ("After clause 3 insert: To sing.", Operation(.insertBlock, path: "3", new: "To sing.", placement: .after)),
      ("Add at the end: To sing.", Operation(.insertBlock, new: "To sing.", placement: .end)),
      ("Delete clauses 5 to 7.", Operation(.deleteBlock, path: "5", to: "7")),
      ("Replace clause 3 with “To sing.”", Operation(.replaceBlock, path: "3", new: "To sing.")),
      ("Move clause 3 after clause 5.", Operation(.moveBlock, path: "3", to: "5", placement: .after)),
      ("Delete all and insert “To sing.”", Operation(.replaceAll, new: "To sing.")),
      ("Change the heading of resolves to “We ask:”", Operation(.setHeading, path: "resolves", new: "We ask:")),
      ("Change the title to “Fares”", Operation(.setTitle, path: "title", new: "Fares")),
      ("Renumber.", Operation(.renumber)),
      ("In 3 change “may” to “must” throughout.", Operation(.globalReplace, path: "3", old: "may", new: "must")),
      ("In 3 delete the second “may”.", Operation(.deleteText, path: "3", old: "may", occurrence: 2)),
    ])
  func operation(instruction: String, operation: Operation) throws {
    let reading = try #require(Self.readers[.fares]).read(instruction)
    #expect(reading.operations == [operation], "\(reading.findings.map(\.message))")
  }

  @Test("A label typed in new text stays as typed")
  func typedLabel() throws {
    let reading = try #require(Self.readers[.fares]).read("After clause 3 insert:\n> 3A. To publish a survey.")
    #expect(reading.operations.first?.new == "3A. To publish a survey.")
  }

  @Test("Words are anchored as they stand in the text, whatever marks, blanks and case were typed")
  func folded() throws {
    let reader = try #require(Self.readers[.fares])
    for typed in ["council's leader - with", "Council’s leader – with", "council’s\u{A0}leader — with"] {
      #expect(reader.read("In 6 delete \"\(typed)\".").operations.first?.old == "council’s leader – with")
    }
  }

  @Test("Whether ranges take the quoted words with them is a setting, and the sentence does not depend on it")
  func settings() {
    let base = TestMotion.fares.document
    let inclusive = InstructionReader(base: base)
    let exclusive = InstructionReader(
      base: base, settings: ReadingSettings(fromToIncludesBoth: false, allAfterIncludesWords: true))
    for instruction in ["In 1, delete from “rose” to “April”.", "In 1, delete all after “rose”."] {
      let one = inclusive.read(instruction)
      let other = exclusive.read(instruction)
      #expect(one.operations != other.operations)
      #expect(inclusive.read(other.sentence).operations == other.operations)
      #expect(exclusive.read(one.sentence).operations == one.operations)
    }
  }
}
