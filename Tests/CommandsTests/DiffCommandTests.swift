import CanonicalJSON
import Testing

@Suite("motions diff")
struct DiffCommandTests {
  private static let old = """
    ---
    title: Bus fares
    mover: Riverside branch
    ---
    This branch notes:

    1. Fares are too high.
    2. Trams were abolished. Many members rely on buses to get to work.
    3. Bread is too dear for our members.

    This branch resolves:

    4. To write to the council (see 2 above).
    5. To give £500 to the strike fund.

    """
  private static let new = """
    ---
    title: Bus fares
    mover: Harbour branch
    ---
    This branch notes:

    1. Fares are too high.
    2. Trams were abolished.
    3. Many members rely on buses to get to work.

    This branch resolves:

    4. To write to the council (see 2 above).
    5. To give £5,000 to the strike fund.
    6. Bread is too dear for our members.

    """

  private func session() throws -> Session {
    let session = try Session()
    try session.write(Self.old, to: "old.md")
    try session.write(Self.new, to: "new.md")
    return session
  }

  @Test("The text says each place once, with marks round what went and came and a count of what stayed")
  func text() throws {
    let answer = try session()("diff old.md new.md")
    #expect(answer.status == 0)
    #expect(
      answer.output == """
        old.md → new.md: 1 changed, 1 moved, 1 split, 1 field; 2 clauses unchanged.

        Field mover  changed
            [-Riverside branch-]{+Harbour branch+}

        This branch notes:

          … 1 clause unchanged

        2 → 2, 3  split into two
            2  Trams were abolished.
            3  Many members rely on buses to get to work.

        This branch resolves:

          … 1 clause unchanged

        5  changed
            To give [-£500-]{+£5,000+} to the strike fund.

        3 → 6  moved from “This branch notes:” to “This branch resolves:”
            Bread is too dear for our members.

        New numbers: 3 → 6.

        """)
  }

  @Test("No line is wider than was asked for, and from 110 columns old and new stand side by side")
  func width() throws {
    let session = try session()
    try session.write("1. \(String(repeating: "動議 cafe\u{301} word ", count: 40))\n", to: "long.md")
    try session.write("1. \(String(repeating: "動議 cafe\u{301} words ", count: 40))\n", to: "longer.md")
    for width in [20, 40, 80, 110, 160] {
      for texts in ["old.md new.md", "long.md longer.md"] {
        let answer = session("diff \(texts) --width \(width)")
        let lines = answer.output.split(separator: "\n")
        #expect(lines.allSatisfy { columns($0) <= width }, "\(texts), \(width)")
        #expect(answer.output.contains(" | ") == (width >= 110), "\(texts), \(width)")
      }
    }
    #expect(session("diff old.md new.md --width 19").status == 64)
    #expect(session("diff old.md new.md --width 99999").status == 64)
  }

  /// Ideographs take two columns, combining marks none; nothing else is in these texts.
  private func columns(_ line: Substring) -> Int {
    line.reduce(0) { $0 + ($1.unicodeScalars.allSatisfy { $0.value >= 0x2E80 && $0.value < 0xA000 } ? 2 : 1) }
  }

  @Test("As words nothing hangs on a mark")
  func words() throws {
    let answer = try session()("diff old.md new.md --as words")
    #expect(
      answer.output == """
        From old.md to new.md: 1 changed, 1 moved, 1 split, 1 field; 2 clauses unchanged.
        In Field mover: delete: “Riverside branch”; insert: “Harbour branch”.
        2 becomes 2, 3, split into two; no words differ.
        In 5: after “To give” delete: “£500”; insert: “£5,000”.
        3 moves to 6 (moved from “This branch notes:” to “This branch resolves:”).
        New numbers: 3 → 6.

        """)
    #expect(!answer.output.contains("[-") && !answer.output.contains("{+"))
  }

  @Test("Markdown marks whole words where a mark beside a letter would not be read as one")
  func markdown() throws {
    let session = try session()
    try session.write("1. To write to the *council*.\n2. To pay £5.\n", to: "one.md")
    try session.write("1. To write to the *council*;\n2. To pay £50.\n", to: "two.md")
    let answer = session("diff one.md two.md --format markdown")
    #expect(
      answer.output == """
        # one.md → two.md

        2 changed; 0 clauses unchanged.

        ### 1: changed

        To write to the ~~\\*council\\*.~~ **\\*council\\*;**

        ### 2: changed

        To pay ~~£5~~ **£50**.

        """)
  }

  @Test("A page of HTML marks with elements and says it in words for those who hear it")
  func html() throws {
    let page = try session()("diff old.md new.md --format html").output
    #expect(page.hasPrefix("<!DOCTYPE html>"))
    #expect(
      page.contains(
        "<del><span class=\"heard\"> [deleted: </span>£500<span class=\"heard\">] </span></del>"
          + "<ins><span class=\"heard\"> [inserted: </span>£5,000<span class=\"heard\">] </span></ins>"))
    #expect(!page.contains("http") && !page.contains("<script") && !page.contains("url("))
    #expect(page.contains("prefers-color-scheme: dark") && page.contains("@media print"))
  }

  @Test("Programs get the old kinds, and beside them what was divided, what followed and which fields differ")
  func json() throws {
    let answer = try session()("diff old.md new.md --json")
    let text = answer.output
    #expect(text.contains("\"kind\":\"insert\",\"old_path\":null,\"new_path\":\"3\""))
    #expect(text.contains("\"split_of\":\"2\""))
    #expect(text.contains("\"regrouped\":[{\"old_paths\":[\"2\"],\"new_paths\":[\"2\",\"3\"]"))
    #expect(text.contains("{\"name\":\"mover\",\"old\":\"Riverside branch\",\"new\":\"Harbour branch\"}"))
    #expect(try session()("diff old.md new.md --format json").output == text)
  }

  @Test("The exit status says whether a clause differs, where it is asked")
  func exitCode() throws {
    let session = try session()
    #expect(session("diff old.md new.md").status == 0)
    #expect(session("diff old.md new.md --exit-code").status == 1)
    #expect(session("diff old.md old.md --exit-code").status == 0)
    #expect(session("diff old.md old.md").output == "The two texts are the same.\n")
  }

  @Test(
    "Texts that differ in no word say what does",
    arguments: [
      ("1. One clause\nmore.\n", "1. One\nclause more.\n", "No words differ; only the layout.\n"),
      (
        "1. One.\n2. Two.\n", "(a) One.\n(b) Two.\n",
        "No words differ; only the numbers.\n\nNew numbers: 1 → a, 2 → b.\n"
      ),
      (
        "- One.\n- Two.\n", "1. One.\n2. Two.\n",
        "No words differ; only the numbers.\n\n"
          + "New numbers: bullet 1 to bullet 2 → 1 to 2.\n"
      ),
    ])
  func layout(old: String, new: String, said: String) throws {
    let session = try session()
    try session.write(old, to: "one.md")
    try session.write(new, to: "two.md")
    #expect(session("diff one.md two.md").output == said)
  }

  @Test("What nobody sees is named where it changed, and nothing steers the terminal")
  func unseen() throws {
    let session = try session()
    try session.write("1. Pay 500 now \u{1B}[2J.\n", to: "one.md")
    try session.write("1. Pay\u{200B} 500 \u{202E}now \u{1B}[2J.\n", to: "two.md")
    let answer = session("diff one.md two.md")
    #expect(answer.output.contains("⟨U+200B⟩") && answer.output.contains("⟨U+202E⟩"))
    #expect(!answer.output.contains("\u{1B}") && !answer.output.contains("\u{202E}"))
  }
}
