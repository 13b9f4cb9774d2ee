import MotionKit

/// What holds of whatever somebody writes as an amendment.
enum InstructionLaws {
  static let base = Document(
    parsing: """
      ---
      title: Bus fares
      ---
      This branch notes:

      1. Bus fares rose by 12% in April. They may rise again in May.
      2. Many members rely on buses to:

         a) get to work;
         b) attend branch meetings.

      This branch resolves:

      3. To campaign for a fares freeze (see 2 above).
      4. To write to the council.

      """)

  private static let reader = InstructionReader(base: base)

  static func broken(by bytes: [UInt8]) -> String? {
    let instruction = String(decoding: bytes, as: UTF8.self)
    let reading = reader.read(instruction)
    var broken = Broken()
    for span in reading.findings.compactMap(\.span) {
      broken.unless(
        span.lowerBound >= 0 && span.upperBound <= instruction.utf8.count, "findings lie in the instruction")
    }
    guard reading.verdict == .understood else {
      broken.unless(reading.operations.isEmpty, "nothing is done that was not understood")
      broken.unless(!reading.findings.isEmpty || !reading.candidates.isEmpty, "what is not understood is said")
      return broken.law
    }
    broken.unless(!reading.operations.isEmpty, "what is understood does something")
    // A sentence is made of what people can read; of a control character in new words nothing is promised.
    if instruction.unicodeScalars.allSatisfy({ $0.properties.generalCategory != .control || $0 == "\n" }) {
      let again = reader.read(reading.sentence)
      broken.unless(
        again.operations == reading.operations, "what was said back reads to the same operations: \(reading.sentence)")
    }
    let amendment = Amendment(name: "A1", operations: reading.operations)
    let composition = Composition(of: base, with: [amendment])
    broken.unless(DocumentLaws.tree(Document(parsing: composition.bytes)))
    return broken.law
  }
}
