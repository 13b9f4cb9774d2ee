internal import MotionKit

extension MotionState {
  /// The text as it would be adopted: as amended, its labels run through once more, with the table old → new.
  package var adoptedText: (body: [UInt8], table: [Renumbered])? {
    guard let file = fileNow else { return nil }
    let document = Document(parsing: file)
    let renumbering = document.renumbering()
    let adopted = Document(parsing: SourceEdit.apply(renumbering.edits, to: file))
    let table = renumbering.changes.compactMap { change -> Renumbered? in
      guard change.node < adopted.nodes.count else { return nil }
      return Renumbered(old: document.nodes[change.node].path.text, new: adopted.nodes[change.node].path.text)
    }
    return (MotionText.body(of: adopted.bytes), table)
  }
}
