package import CanonicalJSON
package import MotionKit

/// Where each clause of a drafted composite comes from: what `motions composite` answers.
package struct CompositePage {
  private let draft: CompositeDraft
  private let sources: [CompositeDraft.Source]

  package init(_ draft: CompositeDraft, of sources: [CompositeDraft.Source]) {
    self.draft = draft
    self.sources = sources
  }

  /// A clause a line with the texts it comes from, and below it what others say otherwise.
  package var report: [String] {
    let width = draft.parts.map { $0.path.text.unicodeScalars.count }.max() ?? 0
    var lines: [String] = []
    for part in draft.parts {
      let gap = String(repeating: " ", count: width - part.path.text.unicodeScalars.count + 2)
      let whole = part.from.count == sources.count && sources.count > 1
      lines.append(part.path.text + gap + (whole ? "all" : part.from.joined(separator: ", ")))
      for variant in part.variants {
        lines.append(String(repeating: " ", count: width + 2) + "\(variant.name) has it otherwise: \(variant.text)")
      }
    }
    let open = draft.parts.count { !$0.variants.isEmpty }
    if open > 0, let first = sources.first {
      lines.append(
        "To settle: \(open) \(open == 1 ? "clause has" : "clauses have") more than one wording; "
          + "the draft has that of the text listed first, mostly \(first.name).")
    }
    return lines
  }

  package var json: JSON {
    [
      "schema": "motions.composite/1", "of": JSON(sources.map(\.name)), "movers": JSON(sources.compactMap(\.mover)),
      "title": JSON(Document(parsing: draft.bytes).title),
      "text": .string(String(decoding: draft.bytes, as: UTF8.self)), "parts": .array(draft.parts.map { json(of: $0) }),
    ]
  }

  private func json(of part: CompositeDraft.Part) -> JSON {
    let variants = part.variants.map { variant -> JSON in
      ["name": .string(variant.name), "path": .string(variant.path.text), "text": .string(variant.text)]
    }
    return [
      "path": .string(part.path.text), "text": .string(part.text), "from": JSON(part.from),
      "variants": .array(variants),
    ]
  }
}
