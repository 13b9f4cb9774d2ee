/// A meeting of two amendments said in a sentence, and the ways out of it.
struct ClashWording {
  private let kind: Encounter.Kind
  /// In the order of the encounter.
  private let first: Hunk
  private let second: Hunk
  private let region: ClashRegion
  private let places: PlaceWords
  private let base: Document
  /// A place of a "throughout" that has nothing left to change.
  private let givesWay: Bool

  init(
    _ kind: Encounter.Kind, _ hunks: [Hunk], _ region: ClashRegion, _ places: PlaceWords, base: Document,
    givesWay: Bool
  ) {
    self.kind = kind
    first = hunks[0]
    second = hunks[1]
    self.region = region
    self.places = places
    self.base = base
    self.givesWay = givesWay
  }

  /// In the natural order, as they are listed everywhere.
  private var names: [String] { [first.amendment, second.amendment].sorted(by: NaturalOrder.precedes) }

  var waysOut: [String] {
    guard kind.severity == .conflict else { return [] }
    var ways = names.map { "take \($0)" }
    if isMove(first), isMove(second) { return ways + ["leave it where it is"] }
    if kind == .sameGap { ways.append("take both, \(names.joined(separator: " before "))") }
    return ways + ["write a text"]
  }

  func message(at path: String?) -> String {
    let both = names.joined(separator: " and ")
    let one = first.amendment
    let other = second.amendment
    let place = places.name(path)
    switch kind {
    case .overlap where isMove(first) && isMove(second):
      return "\(both) would each move one clause into the other's: they cannot both be there."
    case .overlap: return "\(both) change the same words of \(place) in different ways."
    case .sameGap: return "\(both) put different words at one point of \(place)."
    case .insideDeleted: return inside(taker: one, other, of: first.node.map(placeName) ?? place)
    case .competing: return competing(both, place)
    case .touching: return "\(both) change words next to each other in \(place): read the sentence as it would be."
    case .negation:
      return
        "\(both) both change \(place), and one of them changes what must, may or must not be: read it as it would be."
    case .orderOnly: return "\(both) put clauses at one place, \(gap): they would stand in that order."
    case .throughoutMissed: return "\(one) changes “\(sought)” throughout, but \(other) brings words that have it."
    case .sameClause where givesWay:
      return
        "\(one) changes “\(sought)” throughout, but in \(place) \(other) takes it out: nothing is left to change there."
    case .sameClause: return "\(both) both change \(place), in different words of it."
    case .duplicate where first.node == nil && first.range == nil && first.change != .replaceAll:
      return "\(both) ask for the same new clause, \(gap)."
    case .duplicate: return "\(both) ask for the same change in \(place)."
    }
  }

  private func inside(taker: String, _ other: String, of place: String) -> String {
    switch second.change {
    case .words: "\(other) changes words that \(taker) takes out, in \(place)."
    case .insert: "\(other) puts a new clause into \(place), which \(taker) takes out."
    case .move where second.node == first.node: "\(other) moves \(place), which \(taker) takes out."
    case .move: "\(other) moves \(second.node.map(placeName) ?? "a clause"), and \(taker) takes \(place) out."
    case .replace where second.node == first.node: "\(other) replaces \(place), which \(taker) takes out."
    case .delete, .replace, .replaceAll:
      "\(other) changes \(second.node.map(placeName) ?? place), and \(taker) takes out \(place) with all of it."
    }
  }

  private func competing(_ both: String, _ place: String) -> String {
    if first.change == .replaceAll, second.change == .replaceAll {
      return "\(both) each put a different text in place of the whole."
    }
    if first.change == .replaceAll {
      if second.node == nil, second.range == nil {
        return "\(first.amendment) puts another text in place of the whole, and \(second.amendment) adds to it."
      }
      return "\(first.amendment) puts another text in place of the whole, and \(second.amendment) changes \(place)."
    }
    if isMove(first), isMove(second) { return "\(both) move \(place) to different places." }
    if first.change == .replace, second.change != .replace {
      return "\(first.amendment) replaces \(first.node.map(placeName) ?? place), and \(second.amendment) changes it."
    }
    return "\(both) put different words in the same place of \(place)."
  }

  private func isMove(_ hunk: Hunk) -> Bool { if case .move = hunk.change { true } else { false } }

  private func placeName(_ node: Int) -> String { first.space == .base ? places.name(node) : "its words" }

  private var sought: String { String(decoding: first.sought, as: UTF8.self) }

  /// `after 2`, `before 1`, `in 2`.
  private var gap: String { region.gapName { places.name(base.nodes[$0].path.text) } ?? "in the text" }
}
