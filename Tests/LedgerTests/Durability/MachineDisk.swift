internal import Foundation
internal import Platform

/// The real disk on a machine made for tests, which lists its own folders.
struct MachineDisk: FileSystem {
  private let machine: Machine
  private let disk: Disk

  init(_ machine: Machine) {
    self.machine = machine
    disk = Disk(machine)
  }

  func list(_ folder: String) throws(FileError) -> [String] {
    guard let names = machine.list(folder) else { throw FileError(path: folder, code: EIO, call: "opendir") }
    return names
  }

  func read(_ path: String) throws(FileError) -> [UInt8] { try disk.read(path) }
  func write(_ bytes: [UInt8], to path: String, mode: UInt32) throws(FileError) {
    try disk.write(bytes, to: path, mode: mode)
  }
  func writeUnsynced(_ bytes: [UInt8], to path: String, mode: UInt32) throws(FileError) {
    try disk.writeUnsynced(bytes, to: path, mode: mode)
  }
  func create(_ bytes: [UInt8], at path: String, mode: UInt32) throws(FileError) {
    try disk.create(bytes, at: path, mode: mode)
  }
  func kind(of path: String) -> FileKind? { disk.kind(of: path) }
  func ownKind(of path: String) -> FileKind? { disk.ownKind(of: path) }
  func mode(of path: String) throws(FileError) -> UInt32 { try disk.mode(of: path) }
  func makeFolder(_ path: String, mode: UInt32) throws(FileError) { try disk.makeFolder(path, mode: mode) }
  func remove(_ path: String) throws(FileError) { try disk.remove(path) }
  func open(_ path: String, for use: FileUse) throws(FileError) -> any OpenFile { try disk.open(path, for: use) }
  func lock(_ path: String, wait milliseconds: Int) throws(FileError) -> any HeldLock {
    try disk.lock(path, wait: milliseconds)
  }
}
