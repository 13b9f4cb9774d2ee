#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

extension FileError {
  public var isMissing: Bool { code == ENOENT || code == ENOTDIR }
  public var isExisting: Bool { code == EEXIST }
  /// Whether somebody else holds the lock.
  public var isBusy: Bool { call == "flock" && (code == EWOULDBLOCK || code == EAGAIN) }
  /// Whether there is something at the path that is no regular file: a folder, a link, a device.
  public var isWrongKind: Bool { code == EISDIR || code == ELOOP || code == ENXIO || code == EINVAL && call == "open" }

  /// The reason in plain words, without the path.
  public var reason: String {
    switch code {
    case ENOENT, ENOTDIR: "there is no such file"
    case EEXIST: "it is there already"
    case EACCES, EPERM: "permission denied"
    case EROFS: "the disk can only be read"
    case ENOSPC, EDQUOT: "the disk is full"
    case EFBIG: "the file would be larger than is allowed"
    case EISDIR: "it is a folder"
    case ELOOP: "it is a symbolic link"
    case EINVAL where call == "open", ENXIO: "it is not an ordinary file"
    case EWOULDBLOCK where call == "flock": "somebody else is using it"
    case EIO: "the disk reports an error"
    case EMFILE, ENFILE: "too many files are open"
    default: unsafe String(cString: strerror(code))
    }
  }

  /// Whether a signal came between, so that the call is to be made again.
  static func isInterruption(_ code: Int32) -> Bool { code == EINTR }

  static func missing(_ path: String, _ call: String) -> FileError { FileError(path: path, code: ENOENT, call: call) }
  static func existing(_ path: String, _ call: String) -> FileError { FileError(path: path, code: EEXIST, call: call) }
  static func folder(_ path: String, _ call: String) -> FileError { FileError(path: path, code: EISDIR, call: call) }
  static func notFolder(_ path: String, _ call: String) -> FileError {
    FileError(path: path, code: ENOTDIR, call: call)
  }
  static func busy(_ path: String) -> FileError { FileError(path: path, code: EWOULDBLOCK, call: "flock") }
}
