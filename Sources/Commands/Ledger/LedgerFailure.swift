internal import Ledger
internal import Platform

extension Failure {
  /// Why something could not be done with a ledger, for a person.
  init(_ error: LedgerError, in world: World) {
    if case .file(let file) = error, !file.isMissing {
      self.init(file, in: world)
      return
    }
    let status: ExitStatus =
      switch error {
      case .file: .noSuchFile
      case .busy: .locked
      case .existing: .wouldOverwrite
      case .poisoned: .inputOutput
      case .badOrigin: .usage
      case .badKey(_, .missing): .noSuchFile
      case .unpublishable(_, .otherLedger), .unpublishable(_, .ahead), .unpublishable(_, .notFolder): .wouldOverwrite
      case .uncosigned(_, .unknownLedger), .uncosigned(_, .badMemory): .badInput
      case .uncosigned: .no
      case .unpublishable(_, .notMade): .inputOutput
      case .damaged, .badEvent, .badKey, .newer, .unpublishable: .badInput
      }
    self.init(status, error.code, error.message, file: error.path.map { world.shown($0) }, help: error.help)
    if case .damaged(_, let damage) = error {
      line = damage.line
      column = damage.column
    }
  }
}

extension World {
  /// A path as it is shown: from the folder one is in, where it is below it.
  func shown(_ path: String) -> String {
    let start = folder.hasSuffix("/") ? folder : folder + "/"
    return path.hasPrefix(start) ? String(path.dropFirst(start.utf8.count)) : path
  }
}
