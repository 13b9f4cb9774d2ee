import MotionKit

/// What holds of operations said as sentences: reading the sentence gives the operations.
enum WordingLaws {
  /// What is asked by operations, worded as a sentence and read again, is the same operations.
  static func asked(_ scene: AmendedScene) -> String? {
    let reader = InstructionReader(base: scene.base)
    var broken = Broken()
    for amendment in scene.amendments where ComposingLaws.compose(scene, [amendment]).verdict != .refused {
      // Nothing in the place of words is no words.
      let operations = amendment.operations.map { operation in
        var said = operation
        if said.kind == .replaceRange { said.new = said.new ?? "" }
        return said
      }
      broken.unless(readsBack(operations, scene.base, reader))
    }
    return broken.law
  }

  /// So are the operations derived from an edited copy.
  static func derived(_ scene: AmendedScene) -> String? {
    let copy = Document(parsing: ComposingLaws.compose(scene, scene.amendments).bytes)
    guard copy.findings.isEmpty, !copy.nodes.isEmpty else { return nil }
    let operations = Amendment(name: "C", deriving: copy, from: scene.base).operations
    return operations.isEmpty ? nil : readsBack(operations, scene.base, InstructionReader(base: scene.base))
  }

  private static func readsBack(_ operations: [Operation], _ base: Document, _ reader: InstructionReader) -> String? {
    let sentence = Wording(of: operations, in: base).sentence
    let reading = reader.read(sentence)
    if reading.operations.map(flowed) == operations.map(flowed) { return nil }
    return "what is worded reads to the same operations: \(sentence)\n\(operations)\nnot:\n\(reading.operations)\n"
      + "\(reading.findings.map(\.message)) \(reading.candidates)"
  }

  /// A sentence says nothing of blanks at the end of a line, nor how many stand between two words.
  private static func flowed(_ operation: Operation) -> Operation {
    var flowed = operation
    flowed.new = operation.new.map { new in
      new.split(separator: "\n", omittingEmptySubsequences: false).map { line in
        let indent = line.prefix { $0 == " " }
        return indent + line.split(separator: " ").joined(separator: " ")
      }.joined(separator: "\n")
    }
    return flowed
  }
}
