import MotionKit
import Testing

@Suite("Rolls of named votes")
struct RollTests {
  private func read(_ text: String) throws(RollError) -> Roll { try Roll(reading: Array(text.utf8)) }

  @Test("one voter a line, with or without a heading and weights")
  func plain() throws {
    let roll = try read("name,vote\r\nAnn,for\r\n\"O’Brien, Pat\",against\nLlŷr, abstain\n\n")
    #expect(roll.lines.map(\.name) == ["Ann", "O’Brien, Pat", "Llŷr"])
    #expect(roll.count == Count(for: 1, against: 1, abstain: 1))
    let cards = try read("Branch A,for,1200\nBranch B,against,800\nBranch C,no,450\nBranch D,abstained,300")
    #expect(cards.count == Count(for: 1200, against: 1250, abstain: 300))
    #expect(cards.heads == Count(for: 1, against: 2, abstain: 1))
  }

  @Test("a block may be split")
  func split() throws {
    let roll = try read("weight,voter,for,against,abstain\n1000,A,600,400,\n150,B,,150,\n")
    #expect(roll.count == Count(for: 600, against: 550, abstain: 0))
    #expect(roll.lines[0].vote == nil)
    #expect(roll.lines[0].weight == 1000)
  }

  @Test(
    "a fault is named with its line and column",
    arguments: [
      ("Ann,for\nBob,agianst\n", "roll-vote-unknown", 2, 5),
      ("Ann,for,12\nBob,for,-3", "roll-weight-invalid", 2, 9),
      ("Ann,for\n,for", "roll-name-missing", 2, 1),
      ("Ann,for\nann,against", "roll-voter-twice", 2, 1),
      ("Ann\n", "roll-vote-missing", 1, 1),
      ("Ann,\"for", "roll-quotation-open", 1, 5),
      ("", "roll-empty", 1, 1),
      ("name,vote\n", "roll-empty", 1, 1),
      ("name,for,against,weight\nA,6,4,11", "roll-split-differs", 2, 7),
      ("Ann,for,99999999999999999999", "roll-weight-invalid", 1, 9),
    ])
  func faults(_ text: String, _ code: String, _ line: Int, _ column: Int) {
    let error = #expect(throws: RollError.self) { try read(text) }
    #expect(error?.code == code)
    #expect(error?.line == line)
    #expect(error?.column == column)
  }

  @Test("a near miss is suggested, never taken")
  func suggestion() {
    let error = #expect(throws: RollError.self) { try read("Bob,agianst") }
    #expect(error?.help?.hasPrefix("Did you mean “against”?") == true)
  }

  @Test("the order of the lines changes nothing, and sums stay at the largest figure")
  func laws() throws {
    let roll = try read("A,for,3\nB,against,4\nC,for,5")
    #expect(Roll(roll.lines.reversed()).count == roll.count)
    #expect(Roll([.init(name: "A", .for, weight: .max), .init(name: "B", .for, weight: 2)]).count.for == .max)
  }
}
