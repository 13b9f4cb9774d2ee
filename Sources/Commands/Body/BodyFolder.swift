internal import Platform

/// A body's folder: the one with both `rules.yaml` and `ledger.jsonl`, found by walking up from here.
struct BodyFolder {
  let path: String

  var rules: String { "rules.yaml".path(in: path) }
  var ledger: String { "ledger.jsonl".path(in: path) }
  var texts: String { "texts".path(in: path) }
  var motions: String { "motions".path(in: path) }
  /// What is not published: key, lock, names.
  var hidden: String { ".motions".path(in: path) }
  var lock: String { "lock".path(in: hidden) }
  var key: String { "ledger.key".path(in: hidden) }
  var verifier: String { "ledger.jsonl.vkey".path(in: path) }
  var names: String { "names.jsonl".path(in: hidden) }

  func exists(in world: World) -> Bool {
    world.files.kind(of: rules) == .file && world.files.kind(of: ledger) == .file
  }

  /// The folder of the body that the working folder belongs to; nil where it belongs to none.
  static func around(_ world: World) -> BodyFolder? {
    var path = world.folder
    while true {
      let folder = BodyFolder(path: path)
      if folder.exists(in: world) { return folder }
      if path == "/" || path == "." { return nil }
      path = path.parentFolder
    }
  }

  static func find(in world: World) throws -> BodyFolder {
    if let folder = around(world) { return folder }
    throw Failure(
      .noSuchFile, "no-body", "This is not a body's folder: it has no rules.yaml beside a ledger.jsonl.",
      help: "Go into the body's folder, or make one here: motions init --preset members-organisation")
  }
}
