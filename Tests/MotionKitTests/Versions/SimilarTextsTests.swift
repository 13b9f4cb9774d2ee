import MotionKit
import Testing

@Suite("Similar texts")
struct SimilarTextsTests {
  static let fares = """
    This branch notes:

    1. Bus fares rose by 12% in April.
    2. Many members rely on buses to get to work and to attend branch meetings.

    This branch resolves:

    3. To campaign for a fares freeze together with the trades council.
    """

  private func clusters(_ texts: [String], percent: Int = 50) -> [[Int]] {
    SimilarTexts(of: texts.map { Document(parsing: $0) }, percent: percent).clusters.map(\.members)
  }

  @Test("texts made from one model are found among others, whatever their numbers, layout and capitals")
  func oneModel() {
    let moved = """
      THIS BRANCH NOTES

      a) Many members rely on buses to get to work and
         to attend branch meetings.
      b) Bus fares rose by 12% in April.

      This branch resolves

      c) To campaign for a fares freeze together with the trades council.
      """
    let other = "This branch resolves to buy a new banner, to be carried on the first of May by the youngest member."
    #expect(clusters([Self.fares, other, moved]) == [[0, 2]])
  }

  @Test("the same wording is said to be the same, and every copy of it is in the cluster")
  func sameWording() throws {
    let found = SimilarTexts(of: Array(repeating: Document(parsing: Self.fares), count: 5))
    let cluster = try #require(found.clusters.first)
    #expect(found.clusters.count == 1)
    #expect(cluster.members == [0, 1, 2, 3, 4])
    #expect(cluster.pairs.allSatisfy { $0.isSameWording && $0.percent == 100 })
  }

  @Test("a short motion that stands whole in a long one is alike; the percentage is of the shorter")
  func contained() throws {
    let long = Self.fares + "\n4. To ask every parish for money.\n5. To hold a rally on the quay in the autumn.\n"
    let pair = try #require(
      SimilarTexts(of: [Document(parsing: long), Document(parsing: Self.fares)]).clusters.first?.pairs.first)
    #expect(pair.percent == 100)
    #expect(pair.shorter == 1)
    #expect(!pair.isSameWording)
  }

  @Test("texts without words, and one text alone, are like nothing")
  func nothing() {
    #expect(clusters([]) == [])
    #expect(clusters([Self.fares]) == [])
    #expect(clusters(["", "", "\u{2014}\n", "***\n"]) == [])
  }

  @Test("the order in which texts are listed changes only their places")
  func order() {
    var chance = Chance(seed: 20)
    let words = ["buses", "trains", "fares", "members", "rise", "fall", "cost"]
    for _ in 0..<100 {
      let texts = (0..<6).map { _ in (0..<12).map { _ in chance.pick(words) }.joined(separator: " ") }
      let order = Array(0..<6).shuffled(using: &chance)
      let one = Set(clusters(texts).map { Set($0) })
      let other = Set(clusters(order.map { texts[$0] }).map { Set($0.map { order[$0] }) })
      #expect(one == other, "\(texts)")
    }
  }
}
