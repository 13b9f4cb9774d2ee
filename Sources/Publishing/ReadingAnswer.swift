package import CanonicalJSON
package import MotionKit

extension JSON {
  /// `motions.reading/1`. `place` says an offset of the instruction as line and column of the text it stands in.
  package init(_ reading: Reading, place: (Int) -> Place) {
    self = [
      "schema": "motions.reading/1",
      "verdict": .string(reading.verdict.rawValue),
      "operations": .array(reading.operations.map { JSON(answering: $0) }),
      "sentence": .string(reading.sentence),
      "candidates": .array(
        reading.candidates.map { ["path": .string($0.path.text), "excerpt": .string($0.excerpt)] }),
      "check": reading.check.map {
        ["expected": .string($0.expected), "actual": .string($0.actual), "matches": .bool($0.matches)]
      } ?? .null,
      "requires": JSON(reading.requires),
      "falls_if": JSON(reading.fallsIf),
      "findings": .array(reading.findings.map { JSON($0, place: place) }),
    ]
  }
}
