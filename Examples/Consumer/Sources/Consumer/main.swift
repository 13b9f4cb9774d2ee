import MotionKit

// A motion as a member wrote it.
let motion = Document(
  parsing: Array(
    """
    ---
    title: Bus fares
    ---
    This branch notes:

    1. Bus fares rose by 12% in April.

    This branch resolves:

    2. To campaign for a fares freeze.

    """.utf8))

// Two amendments in the words of their movers. Each is read, and said back as it was understood.
let reader = InstructionReader(base: motion)
var amendments: [Amendment] = []
for (name, words) in [
  ("A1", "In clause 1 leave out ‘12%’ and insert ‘15%’."),
  ("A2", "After clause 2 insert: To report to the next meeting."),
] {
  let reading = reader.read(words)
  guard reading.verdict == .understood else {
    print("\(name) was not understood:", reading.findings.map(\.message).joined(separator: " "))
    continue
  }
  print("\(name): \(reading.sentence)")
  amendments.append(Amendment(name: name, operations: reading.operations))
}

// Taken together: the order in which they stand in the list makes no difference.
let composition = Composition(of: motion, with: amendments)
for clash in composition.clashes { print(clash.finding.message) }
for outcome in composition.outcomes {
  print("\(outcome.name): words in \(outcome.wordsAdded), words out \(outcome.wordsRemoved)")
}
print(String(decoding: composition.bytes, as: UTF8.self), terminator: "")
