import MotionKit
import Testing

/// One operation on one line, for tables.
func line(_ operation: Operation) -> String {
  var parts = [operation.kind.rawValue, operation.path.text]
  if let to = operation.to { parts.append("to \(to)") }
  if let placement = operation.placement { parts.append(placement.rawValue) }
  if let old = operation.old { parts.append("“\(old)”") }
  if let occurrence = operation.occurrence { parts.append("#\(occurrence)") }
  if let new = operation.new { parts.append("→ “\(new)”") }
  return parts.filter { !$0.isEmpty }.joined(separator: " ")
}

@Suite("Operations from an edited copy")
struct DerivationTests {
  private func derived(_ base: String, _ copy: String) -> [String] {
    Amendment(name: "A", deriving: Document(parsing: copy), from: Document(parsing: base)).operations.map { line($0) }
  }

  @Test(
    "Words are quoted as a person would quote them",
    arguments: [
      (
        "1. Notice of ten to fifteen days.\n", "1. Notice of twenty days.\n",
        ["replace_text 1 “ten to fifteen” → “twenty”"]
      ),
      ("1. It is a right.\n", "1. It is a human right.\n", ["insert_text 1 after “is a” → “human”"]),
      ("1. It is a human right.\n", "1. It is a right.\n", ["delete_text 1 “human”"]),
      ("1. To fund schools.\n", "1. To fund schools and parks.\n", ["insert_text 1 after “schools” → “and parks”"]),
      (
        "1. To fund schools.\n", "1. To fund schools. And now.\n", ["insert_text 1 end → “And now.”"]
      ),
      ("1. We fund schools.\n", "1. Now, we fund schools.\n", ["replace_text 1 “We” → “Now, we”"]),
      ("1. Fund schools here.\n", "1. Today fund schools here.\n", ["replace_text 1 “Fund” → “Today fund”"]),
      ("1. Schools are free.\n", "1. All Schools are free.\n", ["insert_text 1 start → “All”"]),
      (
        "1. The bus and the tram and the boat.\n", "1. The bus and a tram and the boat.\n",
        ["replace_text 1 “the tram” → “a tram”"]
      ),
      ("1. Buy milk, eggs and tea.\n", "1. Buy milk and tea.\n", ["delete_text 1 “, eggs”"]),
      ("1. Fund schools.\n", "1. Fund schools;\n", ["replace_text 1 “schools.” → “schools;”"]),
      (
        "1. Go to it, to “to” and to work.\n", "1. Go to it, to “to” and work.\n", ["delete_text 1 “to” #4"]
      ),
      ("1. Rises of 12% now.\n", "1. Rises of 15% now.\n", ["replace_text 1 “12%” → “15%”"]),
    ])
  func words(base: String, copy: String, expected: [String]) {
    #expect(derived(base, copy) == expected)
  }

  @Test("Line breaks, numbers that follow and quotation of the same text are no operation")
  func nothing() {
    let base = "1. One thing\n   or another.\n2. Two things.\n"
    #expect(derived(base, base) == [])
    #expect(derived(base, "1. One thing or\n   another.\n\n2. Two things.\n") == [])
    let copy = Document(parsing: "1. One thing or\n   another.\n2. Two things.\n")
    let amendment = Amendment(name: "A", deriving: copy, from: Document(parsing: base))
    #expect(
      amendment.layout == [
        SourceEdit(span: 12..<16, replacement: " "), SourceEdit(span: 18..<19, replacement: "\n   "),
      ])
    #expect(derived("1. One.\r\n2. Two\r\n   and more.\r\n", "1. One.\n2. Two\n   and more.\n") == [])
  }

  @Test(
    "Clauses that came, went, moved or were written anew are operations on clauses",
    arguments: [
      ("1. One.\n2. Two.\n", "1. One.\n2. Two.\n3. Three more.\n", ["insert_block 2 after → “3. Three more.”"]),
      ("1. One.\n2. Two.\n", "1. First of all.\n2. One.\n3. Two.\n", ["insert_block 1 before → “1. First of all.”"]),
      ("1. One.\n2. Two.\n3. Three.\n", "1. One.\n2. Three.\n", ["delete_block 2"]),
      ("1. One.\n2. Two.\n3. Three.\n", "1. Three.\n2. One.\n3. Two.\n", ["move_block 3 to 1 before"]),
      (
        "1. Staff are paid monthly in arrears.\n2. Two.\n", "1. Wages are a matter for the branch.\n2. Two.\n",
        ["replace_block 1 → “1. Wages are a matter for the branch.”"]
      ),
      (
        "1. One:\n   a) tea;\n   b) milk.\n2. Two.\n", "1. One:\n   a) tea;\n   b) sugar now;\n   c) milk.\n2. Two.\n",
        ["insert_block 1/a after → “b) sugar now;”"]
      ),
      (
        "1. The chairman presides.\n2. The chairman reports.\n", "1. The chair presides.\n2. The chair reports.\n",
        ["global_replace “chairman” → “chair”"]
      ),
      (
        "1. The chairman presides.\n2. The chairman reports.\n3. The chairman sits.\n",
        "1. The chair presides.\n2. The chair reports.\n3. The chairman sits.\n",
        ["replace_text 1 “chairman” → “chair”", "replace_text 2 “chairman” → “chair”"]
      ),
      (
        "This branch notes:\n\n1. One.\n\nThis branch resolves:\n\n2. Two.\n",
        "This branch notes:\n\n1. One.\n\nThis branch instructs the committee:\n\n2. Two.\n",
        ["set_heading resolves → “This branch instructs the committee:”"]
      ),
      (
        "---\ntitle: Bus fares\n---\n1. One.\n", "---\ntitle: Fares\n---\n1. One.\n",
        ["set_title title “Bus fares” → “Fares”"]
      ),
      ("---\ntitle: Bus fares\n---\n1. One.\n", "1. One.\n", []),
      (
        "1. One thing.\n2. Two things of note.\n3. Do it (see clause 2 above).\n",
        "1. Two things of note.\n2. Do it (see clause 1 above).\n", ["delete_block 1"]
      ),
      (
        "1. One thing.\n2. Two things of note.\n3. Do it (see clause 2 above).\n",
        "1. One thing.\n2. Two things of note.\n3. Do it (see clause 1 above).\n",
        ["replace_text 3 “2” → “1”"]
      ),
      (
        "1. Hold a meeting.\n2. Report to members:\n   a) by post;\n   b) by e-mail.\n",
        "1. Hold a meeting.\n2. Report to members:\n   a) by post;\n   b) by e-mail;\n   c) Hold a meeting.\n",
        ["replace_text 2/b “e-mail.” → “e-mail;”", "insert_block 2/b after → “c) Hold a meeting.”"]
      ),
    ])
  func clauses(base: String, copy: String, expected: [String]) {
    #expect(derived(base, copy) == expected)
  }

  @Test("A file that keeps under a tenth of the words is no copy")
  func refusal() {
    let base = Document(parsing: "1. One two three four five.\n2. Six seven eight nine ten eleven.\n")
    #expect(DerivationRefusal(of: Document(parsing: "1. One and nothing else of it.\n"), from: base)?.kept == 1)
    #expect(DerivationRefusal(of: Document(parsing: "1. One two and nothing else.\n"), from: base) == nil)
    #expect(DerivationRefusal(of: base, from: base) == nil)
    #expect(DerivationRefusal(of: base, from: Document(parsing: "")) == nil)
  }
}
