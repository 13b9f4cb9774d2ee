package import CanonicalJSON
package import Meeting
internal import MotionKit

/// The versions of a motion's text: how each came about, and from which.
extension State {
  package func versionLines(_ motion: MotionState, _ reader: Reader) -> [String] {
    motion.versions.map { version in
      let at = entry(version.seq).map { ", \(reader.time($0.at))" } ?? ""
      var line = "\(motion.name(of: version))  \(version.words)\(at) (entry \(version.seq))"
      if !version.parents.isEmpty { line += ", from \(Audit.listed(version.parents))" }
      if !version.carried.isEmpty { line += "; in it: \(version.carried.joined(separator: ", "))" }
      return line
    }
  }

  package func versionsAnswer(_ motions: [MotionState], _ reader: Reader) -> JSON {
    [
      "schema": "motions.versions/1",
      "motions": .array(
        motions.map { motion in
          [
            "item": .string(motion.number),
            "versions": .array(motion.versions.map { answer($0, of: motion) }),
          ]
        }),
    ]
  }

  private func answer(_ version: MotionVersion, of motion: MotionState) -> JSON {
    let text = motion.file(of: version).map { TextName(of: MotionText.body(of: $0)).sha256 }
    return [
      "version": .string(motion.name(of: version)), "parents": JSON(version.parents),
      "origin": .string(version.origin.word), "words": .string(version.words), "seq": .integer(version.seq),
      "at": JSON(entry(version.seq)?.at), "carried": JSON(version.carried), "text": JSON(text),
    ]
  }
}
