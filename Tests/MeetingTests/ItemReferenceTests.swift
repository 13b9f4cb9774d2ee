import Meeting
import Testing

@Suite("References")
struct ItemReferenceTests {
  @Test(
    "A reference is read in any case and written in capitals",
    arguments: [
      ("M1", "M1"), ("m1", "M1"), ("e12", "E12"), ("M1@2", "M1@2"), ("m1/a4", "M1/A4"), ("M1/A4.1", "M1/A4.1"),
    ])
  func read(text: String, written: String) {
    #expect(ItemReference(text)?.description == written)
  }

  @Test(
    "What is no reference is none", arguments: ["", "M", "1", "M0", "M01", "M1/", "M1/A", "M1@", "bus.md", "M1/A4."])
  func none(text: String) {
    #expect(ItemReference(text) == nil)
  }

  @Test("An amendment to an amendment knows what it amends")
  func parent() {
    #expect(ItemReference("M1/A4.1")?.parentAmendment == "A4")
    #expect(ItemReference("M1/A4")?.parentAmendment == nil)
  }
}
