/// Trees of labels: lists, letters and numerals, numbers, and all of them mixed.
extension Shape {
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

  static let headings: [Shape] = [
    Shape(
      "headings without their colon, a blank line below or not",
      "We note\n\nFares rose.\n\nWe believe\nBuses matter.\n\nWe resolve\n- To act.\nWe thank\n- Nobody.",
      """
      section · [notes] We note
        paragraph · [notes/p1] Fares rose.
      section · [believes] We believe
        paragraph · [believes/p1] Buses matter.
      section · [resolves] We resolve
        bullet - [resolves/b1] To act.
      section · [thanks] We thank
        bullet - [thanks/b1] Nobody.
      """),
    Shape(
      "lead-ins stand beside each other, bold or not",
      "**Conference notes:**\n- a\n\nConference *further* notes:\n- b\n\n**Conference resolves**\n- c",
      """
      section · [notes] Conference notes:
        bullet - [notes/b1] a
      section · [notes~2] Conference *further* notes:
        bullet - [notes/b1~2] b
      section · [resolves] Conference resolves
        bullet - [resolves/b1] c
      """),
    Shape(
      "what is resolved is no recital",
      "Whereas fares rose; and\nWhereas buses stopped\nBe it resolved that we act.\nBe it further resolved that we report.",
      """
      recital · [r1] Whereas fares rose; and
      recital · [r2] Whereas buses stopped
      paragraph · [p1] Be it resolved that we act.
      paragraph · [p2] Be it further resolved that we report.
      """),
    Shape(
      "what is resolved may lead in",
      "WHEREAS fares rose,\nand buses stopped,\nTHEREFORE BE IT RESOLVED THAT:\n1. we act\n2. we report",
      """
      recital · [r1] WHEREAS fares rose, and buses stopped,
      section · [resolves] THEREFORE BE IT RESOLVED THAT:
        clause 1. [1] we act
        clause 2. [2] we report
      """),
  ]

  static let mixed: [Shape] = [
    Shape(
      "a number and its letter in one label",
      "3. Buses\n3(a) Fares\n3(b) Routes\n4. Trains\n4a) Fares\n4b) Routes",
      """
      clause 3. [3] Buses
        clause 3(a) [3/a] Fares
        clause 3(b) [3/b] Routes
      clause 4. [4] Trains
        clause 4a) [4a] Fares
        clause 4b) [4b] Routes
      """),
    Shape(
      "with no clause above that has the number alone",
      "1(a) Fares\n1(b) Routes\n2. Trains\n2.1(i) Fares\n2.1(ii) Routes\n2.2 Times\n3a. One\n3b. Two\n4. End",
      """
      clause 1(a) [1/a] Fares
      clause 1(b) [1/b] Routes
      clause 2. [2] Trains
        clause 2.1(i) [2.1/i] Fares
        clause 2.1(ii) [2.1/ii] Routes
        clause 2.2 [2.2] Times
      clause 3a. [3a] One
      clause 3b. [3b] Two
      clause 4. [4] End
      """),
    Shape(
      "what only looks like one", "1. It closes at\n5p.m. and not\n3rd. Or 7a.m. then\n2. Next",
      """
      clause 1. [1] It closes at 5p.m. and not 3rd. Or 7a.m. then
      clause 2. [2] Next
      """),
    Shape(
      "(aa) below numerals", "1. One\n(i) first\n(ii) second\n(aa) below\n(bb) beside\n(iii) third",
      """
      clause 1. [1] One
        clause (i) [1/i] first
        clause (ii) [1/ii] second
          clause (aa) [1/ii/aa] below
          clause (bb) [1/ii/bb] beside
        clause (iii) [1/iii] third
      """),
    Shape(
      "five levels at the margin", "1. A\n(a) B\n(i) C\n(A) D\n(I) E\n(II) F\n(B) G\n(ii) H\n(b) I\n2. J",
      """
      clause 1. [1] A
        clause (a) [1/a] B
          clause (i) [1/a/i] C
            clause (A) [1/a/i/A] D
              clause (I) [1/a/i/A/I] E
              clause (II) [1/a/i/A/II] F
            clause (B) [1/a/i/B] G
          clause (ii) [1/a/ii] H
        clause (b) [1/b] I
      clause 2. [2] J
      """),
    Shape(
      "five levels further in each",
      "1. A\n   a) B\n      i) C\n         A. D\n            I. E\n            II. F\n2. G",
      """
      clause 1. [1] A
        clause a) [1/a] B
          clause i) [1/a/i] C
            clause A. [1/a/i/A] D
              clause I. [1/a/i/A/I] E
              clause II. [1/a/i/A/II] F
      clause 2. [2] G
      """),
  ]
}
