/// Whole clauses of an edited copy, as new text that reads by itself as they read there.
struct CopiedClauses {
  private let copy: Document
  private let nodes: Range<Int>

  /// - Parameter nodes: whole clauses beside each other, with all below them.
  init(_ nodes: Range<Int>, of copy: Document) {
    self.copy = copy
    self.nodes = nodes
  }

  /// Their lines without the indentation that they all have and the last line end. Where frozen labels need what stands
  /// around them in the copy (`(ba)` where (b) went), they count anew: where they come they get others.
  var text: String {
    let asTheyStand = lines([])
    let text = reads(asTheyStand) ? asTheyStand : countedAnew
    return String(decoding: text, as: UTF8.self)
  }

  private func reads(_ text: [UInt8]) -> Bool {
    let fragment = FragmentText(text)
    let document = fragment.document
    let depth = copy.nodes[nodes.lowerBound].depth
    return document.nodes.count == nodes.count
      && zip(document.nodes.indices, nodes).allSatisfy { index, node in
        document.nodes[index].depth == copy.nodes[node].depth - depth
          && fragment.textSpans(of: index).map { document.bytes[$0] }
            == copy.nodes[node].textSpans.map { copy.bytes[$0] }
      }
  }

  private var countedAnew: [UInt8] {
    var counts: [Int?: (shape: LabelShape, number: Int)] = [:]
    var edits: [SourceEdit] = []
    for node in nodes {
      guard let label = copy.nodes[node].label else { continue }
      let parent = copy.nodes[node].parent
      guard var next = counts[parent] ?? shape(of: label).map({ ($0, 0) }) else { continue }
      next.number += 1
      next.shape.last = LabelShape.Part(number: next.number)
      counts[parent] = next
      edits.append(SourceEdit(span: label.span, replacement: next.shape.printed))
    }
    let counted = lines(edits)
    return reads(counted) ? counted : lines([])
  }

  /// The style and delimiters of a label; i to ix and their like are numerals.
  private func shape(of label: Label) -> LabelShape? {
    guard let roman = Numbering.shape(of: label.printed, roman: true), roman.isRoman, roman.number < 10 else {
      return Numbering.shape(of: label.printed)
    }
    return roman
  }

  private func lines(_ edits: [SourceEdit]) -> [UInt8] {
    let range = copy.nodes[nodes.lowerBound].extent.lowerBound..<copy.nodes[nodes.upperBound - 1].extent.upperBound
    let moved = edits.map {
      SourceEdit(
        span: $0.span.lowerBound - range.lowerBound..<$0.span.upperBound - range.lowerBound, replacement: $0.replacement
      )
    }
    var lines: [[UInt8]] = [[]]
    for byte in SourceEdit.apply(moved, to: Array(copy.bytes[range])) {
      if byte == 0x0A { lines.append([]) } else if byte != 0x0D { lines[lines.count - 1].append(byte) }
    }
    while let line = lines.last, line.allSatisfy(SegmentWriter.isSpace) { lines.removeLast() }
    let indent = lines.first.map { line in line.prefix { $0 == 0x20 || $0 == 0x09 } } ?? []
    let dedented = lines.map { line -> ArraySlice<UInt8> in
      line.starts(with: indent) ? line.dropFirst(indent.count) : line.drop { $0 == 0x20 || $0 == 0x09 }
    }
    return Array(dedented.joined(separator: [0x0A]))
  }
}
