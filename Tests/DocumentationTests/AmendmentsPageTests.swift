import Testing

@Suite("Amendments page")
struct AmendmentsPageTests {
  @Test("Docs/amendments.md names every code of what is found between amendments, and no other")
  func everyCode() throws {
    var codes: Set<String> = []
    for path in Repository.files(under: "Sources/MotionKit/Amendments", ending: ".swift")
    where !path.contains("/Instructions/") {
      let text = try Repository.text(path)
      codes.formUnion(text.matches(of: /(?:\bcode: |refusal\(\s*|refuse\(\s*)"([a-z-]+)"/).map { String($0.output.1) })
      if path.hasSuffix("/Encounter.swift") { codes.formUnion(kinds(in: text)) }
    }
    #expect(codes.count > 15)
    let rows = try Repository.text("Docs/amendments.md").split(separator: "\n").filter { $0.hasPrefix("| `") }
    let named = rows.flatMap { row in
      row.dropFirst(2).prefix { $0 != "|" }.matches(of: /`([a-z-]+)`/).map { String($0.output.1) }
    }
    #expect(Set(named).symmetricDifference(codes).sorted() == [])
    #expect(Set(named).count == named.count)
  }

  /// The raw values of the kinds of encounters.
  private func kinds(in text: String) -> [String] {
    let body = text.split(separator: "enum Kind: ").dropFirst().first?.prefix { $0 != "}" } ?? ""
    let lines = body.split(separator: "\n").map { $0.drop { $0 == " " } }
    let cases = lines.filter { $0.hasPrefix("case ") && !$0.contains(":") }.flatMap {
      $0.dropFirst(5).split(separator: ",")
    }
    return cases.map { one in
      let quoted = one.split(separator: "\"")
      return String(quoted.count > 1 ? quoted[1] : one.drop { $0 == " " })
    }
  }
}
