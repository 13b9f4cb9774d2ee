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
  static let all: [Shape] = sections + lists + letters + numbers + blocks

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

  static let lists: [Shape] = [
    Shape(
      "five levels, and below them doubled letters",
      """
      (1) a
          (a) b
              (i) c
                  (A) d
                      (aa) e
                      (bb) f
                  (B) g
              (ii) h
          (b) i
      (2) j
      """,
      """
      clause (1) [1] a
        clause (a) [1/a] b
          clause (i) [1/a/i] c
            clause (A) [1/a/i/A] d
              clause (aa) [1/a/i/A/aa] e
              clause (bb) [1/a/i/A/bb] f
            clause (B) [1/a/i/B] g
          clause (ii) [1/a/ii] h
        clause (b) [1/b] i
      clause (2) [2] j
      """),
    Shape(
      "levels told by style alone",
      """
      I. First
      A. One
      B. Two
      1. a
      2. b
      II. Second
      1. c
      """,
      """
      clause I. [I] First
        clause A. [I/A] One
        clause B. [I/B] Two
          clause 1. [I/B/1] a
          clause 2. [I/B/2] b
      clause II. [II] Second
        clause 1. [II/1] c
      """),
    Shape(
      "tabs",
      "1.\tFares rose.\n\ta)\tIn towns;\n\tb)\tin villages.\n\t\ti.\tdeep\n2.\tMembers noticed.",
      """
      clause 1. [1] Fares rose.
        clause a) [1/a] In towns;
        clause b) [1/b] in villages.
          clause i. [1/b/i] deep
      clause 2. [2] Members noticed.
      """),
    Shape(
      "a clause of several paragraphs, lazy lines, bullets below",
      """
      2. two
         a) x
         b) y

         text of 2

         c) z
      3. three

         second para

         third
      lazy

         - bullet
         - bullet 2

           of the bullet
      4. four
      """,
      """
      clause 2. [2] two
        clause a) [2/a] x
        clause b) [2/b] y
        paragraph · [2/p1] text of 2
        clause c) [2/c] z
      clause 3. [3] three
        paragraph · [3/p1] second para
        paragraph · [3/p2] third lazy
        bullet - [3/b1] bullet
        bullet - [3/b2] bullet 2
          paragraph · [3/b2/p1] of the bullet
      clause 4. [4] four
      """),
    Shape(
      "an unindented paragraph inside a run belongs to the clause above; behind the run it ends the list",
      """
      1. one.

      More of one.

      2. two: we fight for:

      a) x

      b) y

      Still two.

      3. three.

      The end.
      """,
      """
      clause 1. [1] one.
        paragraph · [1/p1] More of one.
      clause 2. [2] two: we fight for:
        clause a) [2/a] x
        clause b) [2/b] y
        paragraph · [2/p1] Still two.
      clause 3. [3] three.
      paragraph · [p1] The end.
      """),
    Shape(
      "every bullet, nested by indentation",
      """
      - a
      * b
      • c
      – d
        - e
        - f
      - g
      """,
      """
      bullet - [b1] a
      bullet * [b2] b
      bullet • [b3] c
      bullet – [b4] d
        bullet - [b4/b1] e
        bullet - [b4/b2] f
      bullet - [b5] g
      """),
    Shape(
      "bullets at the margin under clauses",
      """
      1. x:
      - y
      - z
      2. w
      """,
      """
      clause 1. [1] x:
        bullet - [1/b1] y
        bullet - [1/b2] z
      clause 2. [2] w
      """),
    Shape(
      "numbers below a bullet",
      "- We:\n  1. x\n  2. y\n- z",
      """
      bullet - [b1] We:
        clause 1. [b1/1] x
        clause 2. [b1/2] y
      bullet - [b2] z
      """),
    Shape(
      "uneven indentation is no nesting",
      "1. x\ncontinues here\n   and here\n2. y\n  3. z\n 4. w",
      """
      clause 1. [1] x continues here and here
      clause 2. [2] y
      clause 3. [3] z
      clause 4. [4] w
      """),
  ]

  static let letters: [Shape] = [
    Shape(
      "(i) between (h) and (j) is a letter", "(g) g;\n(h) h;\n(i) i;\n(j) j.",
      """
      clause (g) [g] g;
      clause (h) [h] h;
      clause (i) [i] i;
      clause (j) [j] j.
      """),
    Shape(
      "(i) before (ii) is a numeral", "(h) h:\n(i) i;\n(ii) ii;\n(j) j.",
      """
      clause (h) [h] h:
        clause (i) [h/i] i;
        clause (ii) [h/ii] ii;
      clause (j) [j] j.
      """),
    Shape(
      "(aa) after (z) goes on", "(y) y;\n(z) z;\n(aa) aa;\n(bb) bb.",
      """
      clause (y) [y] y;
      clause (z) [z] z;
      clause (aa) [aa] aa;
      clause (bb) [bb] bb.
      """),
    Shape(
      "one letter and a dot is an initial unless a second follows", "A. Smith moved.\n\nThe end.\n\nA. One\nB. Two",
      """
      paragraph · [p1] A. Smith moved.
      paragraph · [p2] The end.
      clause A. [A] One
      clause B. [B] Two
      """),
  ]

  static let numbers: [Shape] = [
    Shape(
      "numbers inside a paragraph are text",
      """
      1. Fares rose in
      2019. It was bad.
      £1.50 is a lot.
      2. Rain in
      12. May was cold
      and 3 days.

      2.5 million people.

      12. May was it.
      """,
      """
      clause 1. [1] Fares rose in 2019. It was bad. £1.50 is a lot.
      clause 2. [2] Rain in 12. May was cold and 3 days.
      paragraph · [p1] 2.5 million people.
      paragraph · [p2] 12. May was it.
      """),
    Shape(
      "gaps and repeats are labels where a sentence has ended or the run goes on",
      "1. One.\n2. Two.\n4. Four\n5. Five.\n5. Six.",
      """
      clause 1. [1] One.
      clause 2. [2] Two.
      clause 4. [4] Four
      clause 5. [5] Five.
      clause 5. [5~2] Six.
      """),
    Shape(
      "numbers that begin again without a heading", "1. One.\n2. Two.\n1. Three.\n2. Four.",
      """
      clause 1. [1] One.
      clause 2. [2] Two.
      clause 1. [1~2] Three.
      clause 2. [2~2] Four.
      """),
    Shape(
      "missing and stray blanks", "1.Fares rose.\n2 .Members noticed.\n3)Buses left.",
      """
      clause 1. [1] Fares rose.
      clause 2. [2] Members noticed.
      clause 3) [3] Buses left.
      """),
    Shape(
      "codes", "EC501 Insert a new section\nHO401 Rents are capped.",
      """
      clause EC501 [EC501] Insert a new section
      clause HO401 [HO401] Rents are capped.
      """),
    Shape(
      "compound labels alone", "2.1 Fares.\n2.1.1 In towns.\n2.2 Routes.\n3.1 Roads.",
      """
      clause 2.1 [2.1] Fares.
        clause 2.1.1 [2.1.1] In towns.
      clause 2.2 [2.2] Routes.
      clause 3.1 [3.1] Roads.
      """),
    Shape(
      "frozen labels", "A1. first\n1. one\n2. two\n2ZA. x\n2A. y\n2B. z\n3. three\n   (a) p\n   (aa) q\n   (b) r",
      """
      clause A1. [A1] first
      clause 1. [1] one
      clause 2. [2] two
      clause 2ZA. [2ZA] x
      clause 2A. [2A] y
      clause 2B. [2B] z
      clause 3. [3] three
        clause (a) [3/a] p
        clause (aa) [3/aa] q
        clause (b) [3/b] r
      """),
    Shape(
      "an excerpt begins where it begins", "10. ten\n11. eleven\n12. twelve",
      """
      clause 10. [10] ten
      clause 11. [11] eleven
      clause 12. [12] twelve
      """),
    Shape(
      "escaped marks are text", "1\\. x\n\n\\- y\n\n\\# z",
      """
      paragraph · [p1] 1\\. x
      paragraph · [p2] \\- y
      paragraph · [p3] \\# z
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
