internal import Foundation
internal import Platform
internal import Testing

@Suite struct DiskTests {
  let folder: TemporaryFolder
  let disk = Disk()

  init() throws { folder = try TemporaryFolder() }

  @Test("a file is replaced whole and nothing is left beside it")
  func replace() throws {
    let path = folder.path + "/a"
    try disk.write([1, 2, 3], to: path, mode: 0o600)
    try disk.write([4], to: path, mode: 0o600)
    #expect(try disk.read(path) == [4])
    #expect(try disk.mode(of: path) == 0o600)
    #expect(try disk.list(folder.path) == ["a"])
  }

  @Test("creating never overwrites")
  func create() throws {
    let path = folder.path + "/a"
    try disk.create([1], at: path, mode: 0o644)
    let error = #expect(throws: FileError.self) { try disk.create([2], at: path, mode: 0o644) }
    #expect(error?.isExisting == true)
    #expect(try disk.read(path) == [1])
    #expect(try disk.list(folder.path) == ["a"])
  }

  @Test("an open file is appended to, read at an offset and cut")
  func openFile() throws {
    let path = folder.path + "/log"
    try disk.create([], at: path, mode: 0o644)
    let file = try disk.open(path, for: .appending)
    try file.append([1, 2, 3])
    try file.append([4, 5])
    try file.sync()
    #expect(try file.size() == 5)
    #expect(try file.read(at: 1, count: 3) == [2, 3, 4])
    #expect(try file.read(at: 4, count: 9) == [5])
    #expect(try file.read(at: 9, count: 9) == [])
    try file.truncate(to: 2)
    #expect(try disk.read(path) == [1, 2])
  }

  @Test("a link, a folder, a pipe and nothing at all are not opened")
  func wrongKinds() throws {
    try disk.create([], at: folder.path + "/real", mode: 0o644)
    try FileManager.default.createSymbolicLink(
      atPath: folder.path + "/link", withDestinationPath: folder.path + "/real")
    let made = unsafe mkfifo(folder.path + "/pipe", 0o600)
    #expect(made == 0)
    for use in [FileUse.reading, .appending] {
      for name in ["link", "pipe", ""] {
        let error = #expect(throws: FileError.self, "\(name)") { _ = try disk.open(folder.path + "/" + name, for: use) }
        #expect(error?.isWrongKind == true, "\(name): \(String(describing: error))")
      }
      let error = #expect(throws: FileError.self) { _ = try disk.open(folder.path + "/none", for: use) }
      #expect(error?.isMissing == true)
    }
    #expect(disk.ownKind(of: folder.path + "/link") == .link)
    #expect(disk.kind(of: folder.path + "/link") == .file)
  }

  @Test("a lock keeps others out until it is released, also within one process")
  func locking() throws {
    let path = folder.path + "/lock"
    let held = try disk.lock(path, wait: 0)
    let error = #expect(throws: FileError.self) { _ = try disk.lock(path, wait: 30) }
    #expect(error?.isBusy == true)
    held.release()
    let again = try disk.lock(path, wait: 0)
    again.release()
    #expect(disk.kind(of: path) == .file)
  }

  @Test("a lock is released with the last who holds it")
  func forgotten() throws {
    let path = folder.path + "/lock"
    do { _ = try disk.lock(path, wait: 0) }
    #expect(throws: Never.self) { _ = try disk.lock(path, wait: 0) }
  }

  @Test("errors are said in plain words")
  func words() throws {
    let error = #expect(throws: FileError.self) { try disk.read(folder.path + "/none") }
    #expect(error?.reason == "there is no such file")
  }
}
