import MotionKit
import Testing

@Suite("FieldDepthCheck")
struct FieldDepthCheckTests {
  @Test(
    "Fields nested more than six deep are found",
    arguments: [
      CheckCase(
        "---\ntitle: Fares\nmover: Ada\nseconder: Ben\nfrom:\n a:\n  b:\n   c:\n    d:\n     e:\n      ⟦f: x⟧\n---\n1. a\n"
      ),
      CheckCase("---\ntitle: Fares\nmover: Ada\nseconder: Ben\nfrom:\n a:\n  b: x\n---\n1. a\n"),
    ])
  func rule(_ example: CheckCase) { example.hold("field-depth") }
}
