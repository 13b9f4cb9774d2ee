/// Hunks that change words, by the place whose own words they change.
struct HunksByPlace {
  struct Place: Hashable {
    var space: Space
    /// Nil for the words of a supplied text that are no clauses, and for what stands before the first node of the base.
    var node: Int?
  }

  /// In the order in which the hunks first change something there.
  private(set) var places: [Place] = []
  /// By node of the base, and before the first: the number of its place, or -1.
  private var numbers: [Int]
  private var elsewhere: [Place: Int] = [:]
  /// The hunks place by place, each in the order in which they were given.
  private var sorted: [Int] = []
  private var ends: [Int] = []

  init(_ hunks: [Hunk], _ given: some Collection<Int>, base: Document) {
    numbers = Array(repeating: -1, count: base.nodes.count + 1)
    var placed: [(hunk: Int, place: Int)] = []
    placed.reserveCapacity(given.count)
    for index in given where hunks[index].range != nil {
      let place = enter(Place(space: hunks[index].space, node: hunks[index].node))
      ends[place] += 1
      placed.append((index, place))
    }
    var next: [Int] = []
    next.reserveCapacity(ends.count)
    var end = 0
    for place in ends.indices {
      next.append(end)
      end += ends[place]
      ends[place] = end
    }
    sorted = Array(repeating: 0, count: placed.count)
    for (hunk, place) in placed {
      sorted[next[place]] = hunk
      next[place] += 1
    }
  }

  private mutating func enter(_ place: Place) -> Int {
    if let known = number(of: place) { return known }
    let new = places.count
    if place.space.isBase { numbers[(place.node ?? -1) + 1] = new } else { elsewhere[place] = new }
    places.append(place)
    ends.append(0)
    return new
  }

  private func number(of place: Place) -> Int? {
    guard place.space.isBase else { return elsewhere[place] }
    let number = numbers[(place.node ?? -1) + 1]
    return number < 0 ? nil : number
  }

  /// The hunks of a place by its number in `places`.
  subscript(number: Int) -> ArraySlice<Int> { sorted[(number > 0 ? ends[number - 1] : 0)..<ends[number]] }

  /// The hunks of a place.
  subscript(space: Space, node: Int?) -> ArraySlice<Int> {
    number(of: Place(space: space, node: node)).map { self[$0] } ?? []
  }
}
