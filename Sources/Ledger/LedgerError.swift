public import Platform

/// Why something could not be done with a ledger.
public enum LedgerError: Error, Hashable, Sendable {
  /// The system refused; `FileError.isMissing` tells that there is no such file.
  case file(FileError)
  /// Somebody else holds the lock.
  case busy(path: String, seconds: Int)
  /// The ledger itself is not sound; nothing was written.
  case damaged(path: String, Damage)
  /// There is a ledger already.
  case existing(path: String)
  /// The event of that index in the batch can't be entered; nothing of the batch was.
  case badEvent(index: Int, EntryFault)
  /// A write failed and it is not known what is on the disk: open the ledger again.
  case poisoned(path: String)
  case badKey(path: String, KeyFault)
  case badOrigin(String)
  /// The ledger is written in a newer version of the format: one of its own entries is of another version, or unknown.
  case newer(path: String, version: Int)
  /// The ledger can't be published; nothing was written.
  case unpublishable(path: String, PublicationFault)
  /// A checkpoint of that ledger is not cosigned.
  case uncosigned(origin: String, CosigningFault)

  public var code: String {
    switch self {
    case .file(let error): error.isMissing ? "no-such-file" : error.isWrongKind ? "not-a-file" : "file-error"
    case .busy: "locked"
    case .damaged: "ledger-damaged"
    case .existing: "already-there"
    case .badEvent(_, let fault): fault.code
    case .poisoned: "write-failed"
    case .badKey(_, let fault): fault.code
    case .badOrigin: "bad-origin"
    case .newer: "newer-version"
    case .unpublishable(_, let fault): fault.code
    case .uncosigned(_, let fault): fault.code
    }
  }

  public var path: String? {
    switch self {
    case .file(let error): error.path
    case .busy(let path, _), .damaged(let path, _), .existing(let path), .poisoned(let path), .badKey(let path, _),
      .newer(let path, _), .unpublishable(let path, _):
      path
    case .badEvent, .badOrigin: nil
    case .uncosigned(let origin, _): origin
    }
  }

  public var message: String {
    switch self {
    case .file(let error): error.isMissing ? "there is no such file" : "\(error.reason) (\(error.call))"
    case .busy(_, let seconds): "somebody else is writing to this ledger (waited \(seconds) s)"
    case .damaged(_, let damage):
      if let offset = damage.offset {
        "the ledger is damaged at byte \(offset): \(damage.message) [\(damage.code.rawValue)]"
      } else {
        "the ledger is damaged: \(damage.message) [\(damage.code.rawValue)]"
      }
    case .existing: "this is there already, and a ledger is never overwritten"
    case .badEvent(_, let fault): fault.message
    case .poisoned: "an earlier write failed, and it is not known what reached the disk"
    case .badKey(_, let fault): fault.message
    case .badOrigin(let origin): "“\(origin)” can't name a ledger"
    case .newer(_, let version):
      version > OwnEntries.version
        ? "this ledger is written in version \(version) of the format; this program knows \(OwnEntries.version)"
        : "this ledger holds an entry of its own that this program does not know"
    case .unpublishable(_, let fault): fault.message
    case .uncosigned(_, let fault): fault.message
    }
  }

  /// What to do instead.
  public var help: String? {
    switch self {
    case .file(let error): error.isMissing ? "make one with: motions ledger create FILE --origin NAME" : nil
    case .busy: "wait until the other is done, or give a longer --wait"
    case .damaged: "nothing was written. See all of it with: motions ledger verify FILE"
    case .existing: "choose another name"
    case .badEvent: nil
    case .poisoned: "look at the disk, then run the command again: what was recorded before is kept"
    case .badKey(_, let fault): fault.help
    case .badOrigin: "a name has no blanks, no “+” and no control characters, such as riverside.example/ledger"
    case .newer: "use a newer motions"
    case .unpublishable(_, let fault): fault.help
    case .uncosigned(_, let fault): fault.help
    }
  }
}
