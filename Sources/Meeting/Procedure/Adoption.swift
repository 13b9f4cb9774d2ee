internal import MotionKit

extension MotionState {
  /// The text as it would be adopted: as amended, its labels run through once more, with the table old → new.
  package var adoptedText: (body: [UInt8], table: [Renumbered])? {
    guard let file = fileNow else { return nil }
    let adopted = MotionState.adopted(file)
    return (MotionText.body(of: adopted.file), adopted.table)
  }

  /// Its bytes as they followed when it was adopted; a later correction leaves them as they are.
  package var adoptedBody: [UInt8]? { adoptedVersion.flatMap { file(of: $0) }.map { MotionText.body(of: $0) } }

  /// The amendments it was adopted with.
  package var adoptedWith: [String] { adoptedVersion?.carried ?? [] }

  /// A file with its labels run through once more, and the table old → new.
  static func adopted(_ file: [UInt8]) -> (file: [UInt8], table: [Renumbered]) {
    let document = Document(parsing: file)
    let renumbering = document.renumbering()
    let adopted = Document(parsing: SourceEdit.apply(renumbering.edits, to: file))
    let table = renumbering.changes.compactMap { change -> Renumbered? in
      guard change.node < adopted.nodes.count else { return nil }
      return Renumbered(old: document.nodes[change.node].path.text, new: adopted.nodes[change.node].path.text)
    }
    return (adopted.bytes, table)
  }

  /// The same file with the edits that made it.
  static func renumbering(_ file: [UInt8]) -> (file: [UInt8], edits: [SourceEdit]) {
    let edits = Document(parsing: file).renumbering().edits
    return (SourceEdit.apply(edits, to: file), edits)
  }
}
