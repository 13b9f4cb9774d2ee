import MotionKit
import Testing

/// A text and the tree that a person sees in it.
struct Shape: CustomTestStringConvertible, Sendable {
  var name: String
  var text: String
  var outline: String
  var testDescription: String { name }

  init(_ name: String, _ text: String, _ outline: String) {
    self.name = name
    self.text = text
    self.outline = outline
  }
}

@Suite("Outlines")
struct OutlineTests {
  @Test("A text has the tree that a person sees in it", arguments: Shape.all)
  func outline(shape: Shape) {
    #expect(Document(parsing: shape.text).outline == shape.outline)
  }

  @Test("Line ends, a byte-order mark and a missing last newline change no tree", arguments: Shape.all)
  func lineEnds(shape: Shape) {
    let plain = Document(parsing: shape.text)
    // Raw text keeps its line ends.
    guard !plain.nodes.contains(where: { $0.kind == .raw }) else { return }
    for end in ["\r\n", "\r"] {
      let text = shape.text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: end)
      #expect(Document(parsing: text).outline == shape.outline, "line ends \(end.utf8.map(\.self))")
    }
    #expect(Document(parsing: "\u{FEFF}" + shape.text).outline == shape.outline, "byte-order mark")
    #expect(Document(parsing: shape.text + "\n\n  \n").outline == shape.outline, "blank lines behind")
  }
}

extension Shape {
  static let all: [Shape] = sections + headings + lists + letters + numbers + mixed + blocks

  static let sections: [Shape] = [
    Shape(
      "lead-ins with numbers that run on",
      """
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
      """,
      """
      section · [notes] This branch notes:
        clause 1. [1] Bus fares rose by 12% in April.
        clause 2. [2] Many members rely on buses to:
          clause a) [2/a] get to work;
          clause b) [2/b] attend branch meetings.
      section · [resolves] This branch resolves:
        clause 3. [3] To campaign for a fares freeze (see 2 above).
      """),
    Shape(
      "headings, a title, numbers that begin again, a paragraph behind a sub-list",
      """
      # Bus fares

      ## This branch notes

      1. a
      2. b

      ## This branch resolves

      1. c
         i) x
         ii) y
            continuing

         of one
      2. d

      Closing paragraph.
      """,
      """
      section · [title] Bus fares
      section · [notes] This branch notes
        clause 1. [notes/1] a
        clause 2. [notes/2] b
      section · [resolves] This branch resolves
        clause 1. [resolves/1] c
          clause i) [resolves/1/i] x
          clause ii) [resolves/1/ii] y continuing
          paragraph · [resolves/1/p1] of one
        clause 2. [resolves/2] d
        paragraph · [resolves/p1] Closing paragraph.
      """),
    Shape(
      "bold headings, the colon inside or outside",
      """
      **This branch notes:**
      - a

      **This branch resolves**:
      1. x
      """,
      """
      section · [notes] This branch notes:
        bullet - [notes/b1] a
      section · [resolves] This branch resolves:
        clause 1. [1] x
      """),
    Shape(
      "what is noted and what is resolved stand side by side, however they are set",
      "## Transport\n\n**This branch believes:**\n\n- a\n\nThis branch resolves:\n\n1. b",
      """
      section · [s1] Transport
        section · [s1/believes] This branch believes:
          bullet - [s1/believes/b1] a
        section · [s1/resolves] This branch resolves:
          clause 1. [1] b
      """),
    Shape(
      "numbered sections and compound clauses",
      """
      1. We note

      1.1. That x
      1.2. That y

      2. Resolves
      2.1 To do:
         (a) this
         (b) that
      """,
      """
      section 1. [1] We note
        clause 1.1. [1.1] That x
        clause 1.2. [1.2] That y
      section 2. [2] Resolves
        clause 2.1 [2.1] To do:
          clause (a) [2.1/a] this
          clause (b) [2.1/b] that
      """),
    Shape(
      "a lead-in that lost its colon, and one right under a list",
      """
      This branch notes
      1. a
      2. b
      This branch resolves:
      3. c
      4. d
      """,
      """
      section · [notes] This branch notes
        clause 1. [1] a
        clause 2. [2] b
      section · [resolves] This branch resolves:
        clause 3. [3] c
        clause 4. [4] d
      """),
    Shape(
      "what only announces a lead-in is a paragraph",
      """
      Emergency motion

      At the meeting the following was agreed:

      This meeting believes:

        1. That x
        2. We note y
      """,
      """
      paragraph · [p1] Emergency motion
      paragraph · [p2] At the meeting the following was agreed:
      section · [believes] This meeting believes:
        clause 1. [1] That x
        clause 2. [2] We note y
      """),
    Shape(
      "underlined headings and a rule",
      """
      Bus fares
      =========

      Notes
      -----
      1. a

      ---
      2. b
      """,
      """
      section · [title] Bus fares
      section · [notes] Notes
        clause 1. [1] a
          raw · [1/x1] ---
        clause 2. [2] b
      """),
    Shape(
      "labelled headings",
      """
      ## 1. Notes

      1.1 a

      ## 2. Transport

      Words.
      """,
      """
      section 1. [1] Notes
        clause 1.1 [1.1] a
      section 2. [2] Transport
        paragraph · [2/p1] Words.
      """),
    Shape(
      "a paragraph of several sentences is no lead-in",
      "If you are a member, please stand. There are things to do:\n\nJoin us.",
      """
      paragraph · [p1] If you are a member, please stand. There are things to do:
      paragraph · [p2] Join us.
      """),
  ]

  static let blocks: [Shape] = [
    Shape(
      "recitals",
      "Whereas fares rose;\nWhereas members rely on buses;\n\nHaving regard to the report,\n\nNoting with concern",
      """
      recital · [r1] Whereas fares rose;
      recital · [r2] Whereas members rely on buses;
      recital · [r3] Having regard to the report,
      recital · [r4] Noting with concern
      """),
    Shape(
      "quotes hold what they quote",
      "> 4. New rule\n> continues\n>\n> 5. Other rule\n\n1. Replace rule 4 with:\n\n> 4. The new\nlazy\n\n2. Next",
      """
      quote · [q1] 4. New rule continues
      quote · [q2] 5. Other rule
      clause 1. [1] Replace rule 4 with:
        quote · [1/q1] 4. The new lazy
      clause 2. [2] Next
      """),
    Shape(
      "tables and code are kept as they are", "1. One\n\n| a | b |\n|---|---|\n\n```\n1. x\n```\n2. Two",
      """
      clause 1. [1] One
        raw · [1/x1] | a | b |
      |---|---|
        raw · [1/x2] ```
      1. x
      ```
      clause 2. [2] Two
      """),
    Shape("an empty text", "", ""),
  ]
}
