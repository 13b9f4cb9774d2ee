internal import Platform

extension Failure {
  /// What the system said of a file, for a person: the way forward depends on what it was.
  init(_ error: FileError, in world: World) {
    let file =
      error.path.hasPrefix(world.folder + "/") ? String(error.path.dropFirst(world.folder.count + 1)) : error.path
    let message = error.reason
    if error.isMissing {
      self = Failure(
        .noSuchFile, "no-such-file", message, file: file,
        help: "paths start from the folder you are in, \(world.folder)")
    } else if error.isBusy {
      self = Failure(
        .locked, "locked", message, file: file, help: "wait until the other recorder has finished, then try again")
    } else if error.isExisting {
      self = Failure(.wouldOverwrite, "already-there", message, file: file, help: "give another name, or move it away")
    } else if error.isWrongKind {
      self = Failure(.badInput, "not-a-file", message, file: file)
    } else {
      self = Failure(.inputOutput, "input-output", message, file: file)
    }
  }
}
