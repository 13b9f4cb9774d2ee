/// Numbers that begin again without a heading: "clause 1" then names two clauses, and nobody can say which.
enum RestartCheck: Check {
  static func findings(in draft: Draft) -> [Finding] {
    let document = draft.document
    guard document.numbering == .live else { return [] }
    var findings: [Finding] = []
    for parent in [nil] + document.nodes.indices.map({ Optional($0) }) {
      var last: Label?
      for child in document.children(of: parent) {
        let node = document.nodes[child]
        guard node.kind == .clause, let label = node.label else {
          // A lead-in, or words of the clause itself, between two lists part them.
          let isLeadIn = node.kind == .section || document.text(of: child).hasSuffix(":") || parent != nil
          if isLeadIn { last = nil }
          continue
        }
        if let before = last, restarts(label.bare, after: before.bare) {
          findings.append(
            Finding(
              code: "number-restart", severity: .warning, span: label.span, path: node.path.text,
              message: "numbering restarts here without a heading: \(label.printed) comes after \(before.printed)",
              fix: "Put a heading above it, or let “motions format” number on."))
        }
        last = label
      }
    }
    return findings.sorted { ($0.span?.lowerBound ?? 0) < ($1.span?.lowerBound ?? 0) }
  }

  private static func restarts(_ bare: String, after last: String) -> Bool {
    switch bare {
    case "1", "a", "A": true
    // (i) after (h) is a letter.
    case "i", "I": last != "h" && last != "H"
    default: false
    }
  }
}
