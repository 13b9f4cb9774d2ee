import MotionKit
import Testing

@Suite("LongTitleCheck")
struct LongTitleCheckTests {
  @Test(
    "More than twenty words are found",
    arguments: [
      CheckCase("---\ntitle: ⟦a b c d e f g h i j k l m n o p q r s t u⟧\nmover: Ada\nseconder: Ben\n---\n1. a\n"),
      CheckCase("---\ntitle: a b c d e f g h i j k l m n o p q r s t\nmover: Ada\nseconder: Ben\n---\n1. a\n"),
    ])
  func rule(_ example: CheckCase) { example.hold("long-title") }
}
