/// A quotation is opened and never closed, or closed and never opened.
///
/// Where a quotation ends is a question of substance if it is the wording of a rule. A quotation may go over several
/// paragraphs or clauses; each of them may open it anew, as printers do.
///
/// ```markdown
/// 1. Rule 4 says “members pay ten pounds.
/// 2. That is too much.
/// ```
///
/// ```markdown
/// 1. Rule 4 says “members pay ten pounds”.
/// 2. That is too much.
/// ```
enum UnclosedQuoteCheck: Check {
  static let code = "unclosed-quote"

  static func findings(in draft: Draft) -> [Finding] {
    let document = draft.document
    let marks = DoubleQuote.all(in: document)
    var wrong: [(mark: DoubleQuote, message: CheckMessage)] = []
    var open: DoubleQuote?
    for mark in marks {
      switch mark.role {
      case .straight: continue
      case .opening where open?.role == .low:
        // „This way“ it is written in German.
        open = nil
      case .opening, .low:
        if let open, !mark.isFirst { wrong.append((open, .unclosed)) }
        open = mark
      case .closing:
        if open == nil { wrong.append((mark, .unopened)) }
        open = nil
      }
    }
    if let open { wrong.append((open, .unclosed)) }
    // Straight marks come in pairs; two paragraphs with an odd number may share a quotation.
    var straight: [Int: [DoubleQuote]] = [:]
    for mark in marks where mark.role == .straight { straight[mark.node, default: []].append(mark) }
    let odd = straight.filter { !$0.value.count.isMultiple(of: 2) }.sorted { $0.key < $1.key }
    if odd.count == 1, let mark = odd.first?.value.last { wrong.append((mark, .unclosed)) }
    return wrong.map { mark, message in
      finding(.warning, message, at: mark.span, path: document.nodes[mark.node].path.text)
    }.sorted { ($0.span?.lowerBound ?? 0) < ($1.span?.lowerBound ?? 0) }
  }
}

extension CheckMessage {
  fileprivate static let unclosed = CheckMessage(
    "A quotation opens here and is never closed.", instead: "Put the closing quotation mark where the quoted words end."
  )
  fileprivate static let unopened = CheckMessage(
    "A quotation ends here that was never opened.",
    instead: "Put an opening quotation mark where the quoted words begin, or delete this one.")
}
