/// Clauses of one list are marked in different ways.
///
/// `1.` beside `2)` looks like two lists, and some programs make two of them. In a draft `motions check --fix` writes all
/// like the first one; numbers that have been sent round (`numbering: frozen`) stay as they are.
///
/// ```markdown
/// 1. Fares rose in April.
/// 2) Members noticed.
/// 3. We object.
/// ```
///
/// ```markdown
/// 1. Fares rose in April.
/// 2. Members noticed.
/// 3. We object.
/// ```
enum MixedMarkersCheck: Check {
  static let code = "mixed-markers"

  static func findings(in draft: Draft) -> [Finding] {
    let document = draft.document
    let isFree = document.numbering == .live
    var findings: [Finding] = []
    for parent in [nil] + document.nodes.indices.map({ Optional($0) }) {
      var first: (style: Style, label: Label)?
      for child in document.children(of: parent) {
        let node = document.nodes[child]
        guard node.kind == .clause || node.kind == .bullet, let label = node.label else {
          first = nil
          continue
        }
        let style = Style(label, isBullet: node.kind == .bullet)
        guard let known = first, known.style.isBullet == style.isBullet, known.style.isFigure == style.isFigure else {
          first = (style, label)
          continue
        }
        guard known.style != style else { continue }
        let wanted = known.style.isBullet ? known.label.printed : known.style.open + label.bare + known.style.close
        findings.append(
          finding(
            .warning, .mixed(label.printed, first: known.label.printed, wanted: wanted), at: label.span,
            path: node.path.text, replacement: isFree && !label.bare.utf8.contains(UInt8(ascii: "/")) ? wanted : nil))
      }
    }
    return draft.safe(findings.sorted { ($0.span?.lowerBound ?? 0) < ($1.span?.lowerBound ?? 0) }) { mended in
      document.nodes.map(\.kind) == mended.nodes.map(\.kind)
        && document.nodes.map(\.parent) == mended.nodes.map(\.parent)
    }
  }

  private struct Style: Hashable {
    var open: String
    var close: String
    var isFigure: Bool
    var isBullet: Bool

    init(_ label: Label, isBullet: Bool) {
      self.isBullet = isBullet
      let printed = label.printed
      open = isBullet ? printed : printed.hasPrefix("(") ? "(" : ""
      close = isBullet ? "" : printed.hasSuffix(")") ? ")" : printed.hasSuffix(".") ? "." : ""
      isFigure = label.bare.unicodeScalars.contains(where: \.isASCIIDigit)
    }
  }
}

extension CheckMessage {
  fileprivate static func mixed(_ printed: String, first: String, wanted: String) -> CheckMessage {
    CheckMessage(
      "“\(printed)” is marked in another way than “\(first)” in the same list.", instead: "Write “\(wanted)”.")
  }
}
