/// Clauses of one list that are marked in different ways: `1.` beside `2)`. They look like lists of their own, and some
/// programs make them so.
enum MixedMarkerCheck: Check {
  static func findings(in draft: Draft) -> [Finding] {
    let document = draft.document
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
          Finding(
            code: "mixed-markers", severity: .warning, span: label.span, path: node.path.text,
            message: "mixed marker styles: \(label.printed) stands in one list with \(known.label.printed)",
            fix: "Write “\(wanted)”.",
            edit: document.numbering == .live ? SourceEdit(span: label.span, replacement: wanted) : nil))
      }
    }
    return findings.sorted { ($0.span?.lowerBound ?? 0) < ($1.span?.lowerBound ?? 0) }
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
