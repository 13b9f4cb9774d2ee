internal import MotionKit
internal import Meeting
internal import Platform

extension Body {
  /// Writes the record to the further places that the standing orders name, such as a memory stick. One that fails is
  /// warned about: what is recorded here stands.
  func writeCopies() {
    for place in state.orders.copies {
      let folder = BodyFolder(path: place.path(in: self.folder.path))
      do throws(FileError) {
        try copy(to: folder)
      } catch {
        world.say("warning: the copy in \(place) could not be written: \(error.reason)")
      }
    }
  }

  private func copy(to copy: BodyFolder) throws(FileError) {
    let files = world.files
    guard copy.path != folder.path else { return }
    try files.makeFolder(copy.texts, mode: 0o755)
    let kept = try files.list(copy.texts)
    for name in try files.list(folder.texts) where !kept.contains(name) {
      try files.write(try files.read(name.path(in: folder.texts)), to: name.path(in: copy.texts), mode: 0o644)
    }
    for name in ["rules.yaml", "ledger.jsonl.vkey", "ledger.jsonl", "ledger.jsonl.checkpoint"]
    where files.kind(of: name.path(in: folder.path)) == .file {
      try files.write(try files.read(name.path(in: folder.path)), to: name.path(in: copy.path), mode: 0o644)
    }
  }
}
