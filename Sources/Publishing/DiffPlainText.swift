internal import MotionKit

extension DiffPage {
  /// How changes are laid out for a screen or a pipe.
  package struct Layout: Sendable {
    /// Columns; nil does not break lines.
    package var width: Int?
    package var colour: Bool

    package init(width: Int? = nil, colour: Bool = false) {
      self.width = width
      self.colour = colour
    }

    /// From so many columns the two texts stand side by side.
    package static let wide = 110
    var isSideBySide: Bool { width ?? 0 >= Layout.wide }
  }

  /// For a terminal or a pipe: `[-gone-]` and `{+come+}`, in colour too where there is a screen for it; old and new
  /// side by side where there is room.
  package func plainText(_ layout: Layout) -> String {
    let width = layout.width ?? Int.max / 4
    var blocks: [[String]] = []
    func bold(_ text: String) -> String { layout.colour ? "\u{1B}[1m\(text)\u{1B}[0m" : text }
    func broken(_ text: String, by indent: Int = 0) -> [String] {
      MarkedLines([TextSegment(.same, Array(text.utf8))], width: width - indent, colour: false).lines.map {
        String(repeating: " ", count: indent) + $0
      }
    }
    if let nothing { blocks.append([nothing]) } else { blocks.append(broken("\(title): \(summary)")) }
    for entry in entries {
      switch entry {
      case .heading(let heading): blocks.append(broken(heading).map(bold))
      case .unchanged where nothing != nil: break
      case .unchanged(let count): blocks.append(broken("… \(DiffPage.unchanged(count))", by: 2))
      case .kept(let place, let text):
        blocks.append(broken(place) + broken(text, by: 4))
      case .change(var told):
        shorten(&told)
        let heading = broken("\(told.place)  \(told.word)").map(bold)
        let words = layout.isSideBySide ? sideBySide(told, width: width, layout) : inline(told, width: width, layout)
        blocks.append(heading + words)
      }
    }
    for remark in remarks { blocks.append(broken(remark)) }
    return blocks.map { $0.joined(separator: "\n") }.joined(separator: "\n\n") + "\n"
  }

  /// Of a clause that only moved its first words say which it is.
  private func shorten(_ told: inout DiffEntry.Told) {
    guard told.sort == .move, told.rows.count == 1, told.rows[0].segments.count == 1,
      told.rows[0].segments[0].kind == .same
    else { return }
    let words = told.rows[0].segments[0].text.split(separator: " ")
    guard words.count > 16 else { return }
    told.rows[0].segments = [TextSegment(.same, Array((words.prefix(12).joined(separator: " ") + " …").utf8))]
  }

  // MARK: One column

  private func inline(_ told: DiffEntry.Told, width: Int, _ layout: Layout) -> [String] {
    let places = told.rows.map { MarkedLines.visible($0.new ?? $0.old ?? "") }
    let room = (places.map { DisplayWidth.of($0) }.max() ?? 0) + (told.rows.count > 1 ? 2 : 0)
    return zip(told.rows, places).flatMap { row, place in
      MarkedLines(row.segments, width: width - 4 - room, colour: layout.colour).lines.enumerated().map { index, line in
        "    " + DiffPage.padded(index == 0 ? place : "", to: room) + line
      }
    }
  }

  // MARK: Two columns

  private func sideBySide(_ told: DiffEntry.Told, width: Int, _ layout: Layout) -> [String] {
    let half = (width - 3) / 2
    var lines: [String] = []
    for row in told.rows {
      let hasOld = told.old != nil && row.segments.contains { $0.kind != .insert }
      let hasNew = told.new != nil && row.segments.contains { $0.kind != .delete }
      let left = hasOld ? column(row.segments.filter { $0.kind != .insert }, row.old, half, layout) : []
      let right = hasNew ? column(row.segments.filter { $0.kind != .delete }, row.new, half, layout) : []
      for index in 0..<max(left.count, right.count) {
        let old = index < left.count ? left[index] : ""
        let new = index < right.count ? right[index] : ""
        let line = "\(DiffPage.padded(old, to: half)) | \(new)"
        lines.append(new.isEmpty ? String(line.dropLast()) : line)
      }
    }
    return lines
  }

  private func column(_ segments: [TextSegment], _ place: String?, _ width: Int, _ layout: Layout) -> [String] {
    let place = place.map { MarkedLines.visible($0) + "  " } ?? ""
    let room = DisplayWidth.of(place) + 2
    return MarkedLines(segments, width: width - room, colour: layout.colour).lines.enumerated().map { index, line in
      DiffPage.padded("  " + (index == 0 ? place : ""), to: room) + line
    }
  }

  /// Filled up with blanks; what only colours takes no room.
  private static func padded(_ line: String, to width: Int) -> String {
    var shown = 0
    var isColour = false
    for character in line {
      if character == "\u{1B}" { isColour = true }
      if !isColour { shown += DisplayWidth.of(character) }
      if isColour, character == "m" { isColour = false }
    }
    return line + String(repeating: " ", count: max(width - shown, 0))
  }
}
