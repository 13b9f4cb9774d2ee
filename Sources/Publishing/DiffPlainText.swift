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
  /// side by side where there is room. UTF-8, with a line end at the end.
  package func plainText(_ layout: Layout) -> [UInt8] {
    let width = layout.width ?? Int.max / 4
    var page: [UInt8] = []
    func add(_ lines: [[UInt8]]) {
      for line in lines {
        page += line
        page.append(0x0A)
      }
    }
    func block(_ lines: [[UInt8]]) {
      if !page.isEmpty { page.append(0x0A) }
      add(lines)
    }
    if let nothing {
      block([Array(nothing.utf8)])
    } else {
      block(broken("\(title): \(summary)", width))
    }
    for entry in entries {
      switch entry {
      case .heading(let heading): block(bold(broken(heading, width), layout))
      case .unchanged where nothing != nil: break
      case .unchanged(let count): block(broken("… \(DiffPage.unchanged(count))", width, indent: 2))
      case .kept(let place, let text):
        block(broken(place, width))
        add(broken(text, width, indent: 4))
      case .change(var told):
        shorten(&told)
        block(bold(broken("\(told.place)  \(told.word)", width), layout))
        add(layout.isSideBySide ? sideBySide(told, width: width, layout) : inline(told, width: width, layout))
      }
    }
    for remark in remarks { block(broken(remark, width)) }
    return page
  }

  private func broken(_ text: String, _ width: Int, indent: Int = 0) -> [[UInt8]] {
    let lines = MarkedLines([TextSegment(.same, Array(text.utf8))], width: width - indent, colour: false).lines
    return indent == 0 ? lines : lines.map { DiffPage.blanks(indent) + $0 }
  }

  private func bold(_ lines: [[UInt8]], _ layout: Layout) -> [[UInt8]] {
    layout.colour ? lines.map { Array("\u{1B}[1m".utf8) + $0 + Array("\u{1B}[0m".utf8) } : lines
  }

  private static func blanks(_ count: Int) -> [UInt8] { Array(repeating: 0x20, count: max(count, 0)) }

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

  private func inline(_ told: DiffEntry.Told, width: Int, _ layout: Layout) -> [[UInt8]] {
    let places = told.rows.map { VisibleText.string($0.new ?? $0.old ?? "") }
    let room = (places.map { DisplayWidth.of($0) }.max() ?? 0) + (told.rows.count > 1 ? 2 : 0)
    return zip(told.rows, places).flatMap { row, place in
      lines(row.segments, after: place, room: room, indent: 4, width, layout)
    }
  }

  // MARK: Two columns

  private func sideBySide(_ told: DiffEntry.Told, width: Int, _ layout: Layout) -> [[UInt8]] {
    let half = (width - 3) / 2
    var rows: [[UInt8]] = []
    for row in told.rows {
      let hasOld = told.old != nil && row.segments.contains { $0.kind != .insert }
      let hasNew = told.new != nil && row.segments.contains { $0.kind != .delete }
      let left = hasOld ? column(row.segments.filter { $0.kind != .insert }, row.old, half, layout) : []
      let right = hasNew ? column(row.segments.filter { $0.kind != .delete }, row.new, half, layout) : []
      for index in 0..<max(left.count, right.count) {
        let old = index < left.count ? left[index] : []
        let new = index < right.count ? right[index] : []
        rows.append(DiffPage.padded(old, to: half) + Array((new.isEmpty ? " |" : " | ").utf8) + new)
      }
    }
    return rows
  }

  private func column(_ segments: [TextSegment], _ place: String?, _ width: Int, _ layout: Layout) -> [[UInt8]] {
    let place = place.map { VisibleText.string($0) + "  " } ?? ""
    return lines(segments, after: place, room: DisplayWidth.of(place), indent: 2, width, layout)
  }

  /// The words of a clause, its place, if it needs one, before the first line.
  private func lines(
    _ segments: [TextSegment], after place: String, room: Int, indent: Int, _ width: Int, _ layout: Layout
  ) -> [[UInt8]] {
    let first = DiffPage.padded(Array(place.utf8), to: room)
    return MarkedLines(segments, width: width - indent - room, colour: layout.colour).lines.enumerated().map {
      index, line in
      DiffPage.blanks(indent) + (index == 0 ? first : DiffPage.blanks(room)) + line
    }
  }

  /// Filled up with blanks; what only colours takes no room.
  private static func padded(_ line: [UInt8], to width: Int) -> [UInt8] {
    var shown = 0
    var isColour = false
    for character in String(decoding: line, as: UTF8.self) {
      if character == "\u{1B}" { isColour = true }
      if !isColour { shown += DisplayWidth.of(character) }
      if isColour, character == "m" { isColour = false }
    }
    return line + blanks(width - shown)
  }
}
