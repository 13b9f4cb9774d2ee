#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Files that say on a terminal how far reading one of them is, once that takes longer than half a second.
///
/// Large files are read in pieces, and worked through as they are read: a ledger that is verified, events that are
/// appended. So the place in the file is how far the work is.
public struct WatchedDisk: FileSystem {
  let files: any FileSystem
  /// Milliseconds that only ever grow.
  let ticks: @Sendable () -> Int
  let write: @Sendable ([UInt8]) -> Void

  public init(
    _ files: any FileSystem, ticks: @escaping @Sendable () -> Int, write: @escaping @Sendable ([UInt8]) -> Void
  ) {
    self.files = files
    self.ticks = ticks
    self.write = write
  }

  public func open(_ path: String, for use: FileUse) throws(FileError) -> any OpenFile {
    let file = try files.open(path, for: use)
    guard use == .reading, try file.size() >= WatchedFile.least else { return file }
    return WatchedFile(file, name: path.lastStep, size: try file.size(), ticks: ticks, write: write)
  }

  public func read(_ path: String) throws(FileError) -> [UInt8] { try files.read(path) }
  public func write(_ bytes: [UInt8], to path: String, mode: UInt32) throws(FileError) {
    try files.write(bytes, to: path, mode: mode)
  }
  public func writeUnsynced(_ bytes: [UInt8], to path: String, mode: UInt32) throws(FileError) {
    try files.writeUnsynced(bytes, to: path, mode: mode)
  }
  public func create(_ bytes: [UInt8], at path: String, mode: UInt32) throws(FileError) {
    try files.create(bytes, at: path, mode: mode)
  }
  public func kind(of path: String) -> FileKind? { files.kind(of: path) }
  public func ownKind(of path: String) -> FileKind? { files.ownKind(of: path) }
  public func mode(of path: String) throws(FileError) -> UInt32 { try files.mode(of: path) }
  public func list(_ folder: String) throws(FileError) -> [String] { try files.list(folder) }
  public func makeFolder(_ path: String, mode: UInt32) throws(FileError) { try files.makeFolder(path, mode: mode) }
  public func remove(_ path: String) throws(FileError) { try files.remove(path) }
  public func lock(_ path: String, wait milliseconds: Int) throws(FileError) -> any HeldLock {
    try files.lock(path, wait: milliseconds)
  }
}

/// A file whose reading is watched.
final class WatchedFile: OpenFile {
  /// Smaller files are read before anybody could look up.
  static let least = 4 << 20
  /// The line from its start, emptied.
  private static let blank = Array("\r\u{1B}[K".utf8)

  private let file: any OpenFile
  private let name: String
  private let whole: Int
  private let ticks: @Sendable () -> Int
  private let write: @Sendable ([UInt8]) -> Void
  private let begun: Int
  private var shown: Int?

  init(
    _ file: any OpenFile, name: String, size: Int, ticks: @escaping @Sendable () -> Int,
    write: @escaping @Sendable ([UInt8]) -> Void
  ) {
    self.file = file
    self.name = name
    whole = max(size, 1)
    self.ticks = ticks
    self.write = write
    begun = ticks()
  }

  deinit { clear() }

  func read(at offset: Int, count: Int) throws(FileError) -> [UInt8] {
    let bytes = try file.read(at: offset, count: count)
    if offset + bytes.count >= whole { clear() } else { show(offset) }
    return bytes
  }

  private func show(_ offset: Int) {
    let now = ticks()
    guard now - begun >= 500, now - (shown ?? 0) >= 100 else { return }
    shown = now
    // Tenths of the bar and the figure: nothing is said by the drawing alone.
    let percent = min(whole.dividingFullWidth(offset.multipliedFullWidth(by: 100)).quotient, 99)
    let bar = String(repeating: "=", count: percent / 5) + String(repeating: " ", count: 20 - percent / 5)
    write(WatchedFile.blank + Array("\(name) [\(bar)] \(percent) %".utf8))
  }

  private func clear() {
    if shown != nil { write(WatchedFile.blank) }
    shown = nil
  }

  func size() throws(FileError) -> Int { try file.size() }
  func stamp() throws(FileError) -> String { try file.stamp() }
  func append(_ bytes: [UInt8]) throws(FileError) { try file.append(bytes) }
  func truncate(to size: Int) throws(FileError) { try file.truncate(to: size) }
  func sync() throws(FileError) { try file.sync() }
}

extension WatchedDisk {
  /// The disk of a process, watched where somebody sits at a terminal that can empty a line.
  static func real(_ environment: [String: String], write: @escaping @Sendable ([UInt8]) -> Void) -> any FileSystem {
    guard isatty(2) == 1, !["", "dumb"].contains(environment["TERM"] ?? "") else { return Disk() }
    return WatchedDisk(Disk(), ticks: milliseconds, write: write)
  }

  private static func milliseconds() -> Int {
    var time = timespec()
    unsafe clock_gettime(CLOCK_MONOTONIC, &time)
    return time.tv_sec * 1_000 + time.tv_nsec / 1_000_000
  }
}
