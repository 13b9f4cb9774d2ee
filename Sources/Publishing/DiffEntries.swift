internal import MotionKit

/// Puts what changed, and what did not, in the order in which it is read.
struct DiffEntries {
  private let diff: DocumentDiff
  private let old: DiffPlaces
  private let new: DiffPlaces
  private let isWhole: Bool
  private(set) var entries: [DiffEntry] = []
  private(set) var unchanged = 0

  init(_ diff: DocumentDiff, old: Document, new: Document, isWhole: Bool) {
    self.diff = diff
    self.old = DiffPlaces(document: old)
    self.new = DiffPlaces(document: new)
    self.isWhole = isWhole
    for field in diff.fields { tell(field) }
    var next = 0
    var shown: Set<Int> = []
    let groups = groups()
    for change in diff.changes {
      if change.newPath != .title, change.oldPath != .title {
        keep(next..<max(next, change.place))
        next = change.newPath == nil ? max(next, change.place) : max(next, change.place + 1)
      }
      guard let group = groups.ofNew[change.newPath] ?? groups.ofOld[change.oldPath] else {
        entries.append(.change(told(change)))
        continue
      }
      if shown.insert(group).inserted { entries.append(.change(told(diff.regrouped[group]))) }
    }
    keep(next..<max(next, new.nodes.count), isLast: true)
  }

  /// By the path of a changed clause: the group it belongs to.
  private func groups() -> (ofOld: [Path?: Int], ofNew: [Path?: Int]) {
    var (ofOld, ofNew): ([Path?: Int], [Path?: Int]) = ([:], [:])
    for (index, group) in diff.regrouped.enumerated() {
      for path in group.newPaths { ofNew[path] = index }
      if !group.isSplit { for path in group.oldPaths { ofOld[path] = index } }
    }
    return (ofOld, ofNew)
  }

  // MARK: What stayed

  private mutating func keep(_ range: Range<Int>, isLast: Bool = false) {
    let document = new.document
    var waiting = 0
    func isSection(_ index: Int) -> Bool { document.nodes[index].kind == .section }
    let clauses = range.filter { !isSection($0) }
    unchanged += clauses.count
    if isWhole {
      for index in range {
        entries.append(
          isSection(index)
            ? .heading(new.heading(index)) : .kept(place: new.name(index), text: document.text(of: index)))
      }
      return
    }
    let heading = isLast ? nil : range.last(where: isSection)
    for index in range {
      if index == heading {
        rest(waiting)
        waiting = 0
        entries.append(.heading(new.heading(index)))
      } else if !isSection(index) {
        waiting += 1
      }
    }
    rest(waiting)
  }

  private mutating func rest(_ count: Int) {
    if count > 0 { entries.append(.unchanged(count)) }
  }

  // MARK: What changed

  private mutating func tell(_ field: DocumentDiff.FieldChange) {
    var segments: [TextSegment] = []
    if let words = field.old, !words.isEmpty { segments.append(TextSegment(.delete, Array(words.utf8))) }
    if let words = field.new, !words.isEmpty { segments.append(TextSegment(.insert, Array(words.utf8))) }
    let name = "Field \(field.name)"
    entries.append(
      .change(
        DiffEntry.Told(
          old: field.old == nil ? nil : name, new: field.new == nil ? nil : name,
          word: field.old == nil ? "new" : field.new == nil ? "deleted" : "changed", sort: .field,
          rows: [DiffEntry.Row(segments: segments)])))
  }

  private func told(_ change: DocumentDiff.Change) -> DiffEntry.Told {
    let (word, sort): (String, DiffEntry.Sort) =
      switch change.kind {
      case .edit: ("changed", .edit)
      case .insert: ("new", .insert)
      case .delete: ("deleted", .delete)
      case .move: (way(change), .move)
      case .moveAndEdit: ("\(way(change)) and changed", .move)
      }
    return DiffEntry.Told(
      old: change.oldPath.map { place($0, in: old) }, new: change.newPath.map { place($0, in: new) }, word: word,
      sort: sort,
      rows: [DiffEntry.Row(segments: change.segments)])
  }

  /// A section is called by its words everywhere but where these are what changed.
  private func place(_ path: Path, in places: DiffPlaces) -> String {
    guard path != .title, let index = places.document.node(at: path), places.document.nodes[index].kind == .section
    else { return places.name(path) }
    return "Heading"
  }

  /// How a clause moved: under another one, out of it, to another section, or past its neighbours.
  private func way(_ change: DocumentDiff.Change) -> String {
    guard let before = change.oldPath.flatMap({ old.document.node(at: $0) }),
      let after = change.newPath.flatMap({ new.document.node(at: $0) })
    else { return "moved" }
    let source = old.document.nodes[before].parent
    let target = new.document.nodes[after].parent
    let wasBelow = source.map { old.document.nodes[$0].kind != .section } ?? false
    let isBelow = target.map { new.document.nodes[$0].kind != .section } ?? false
    if isBelow, !wasBelow, let target { return "made part of \(new.name(target))" }
    if wasBelow, !isBelow, let source { return "taken out of \(old.name(source))" }
    if let source, let target, !wasBelow, !isBelow, !isSameSection(source, target) {
      return "moved from “\(old.heading(source))” to “\(new.heading(target))”"
    }
    return "moved"
  }

  private func isSameSection(_ before: Int, _ after: Int) -> Bool {
    if old.heading(before).utf8.elementsEqual(new.heading(after).utf8) { return true }
    let (source, target) = (old.document.nodes[before].path, new.document.nodes[after].path)
    return diff.changes.contains { $0.oldPath == source && $0.newPath == target }
  }

  private func told(_ group: DocumentDiff.Regrouping) -> DiffEntry.Told {
    let count = group.parts.count
    let number = count < 6 ? ["none", "one", "two", "three", "four", "five"][count] : String(count)
    let olds = group.oldPaths.map(old.name)
    let news = group.newPaths.map(new.name)
    let rows = group.parts.enumerated().map { index, segments in
      DiffEntry.Row(
        old: group.isSplit ? nil : olds[index], new: group.isSplit ? news[index] : nil, segments: segments)
    }
    return DiffEntry.Told(
      old: olds.joined(separator: ", "), new: news.joined(separator: ", "),
      word: group.isSplit ? "split into \(number)" : "\(number) joined into one", sort: group.isSplit ? .split : .join,
      rows: rows)
  }
}
