internal import CanonicalJSON
internal import Ledger
internal import Platform
internal import Synchronization
internal import Testing

@Suite struct PublicationTests {
  struct Examples: Decodable {
    struct Path: Decodable {
      var n: Int
      var path: String
    }
    struct Sizes: Decodable {
      var size: Int
      var level0full: Int
      var level0partial: Int
      var level1full: Int
      var level1partial: Int
      var level2partial: Int
    }
    var tilePaths: [Path]
    var tilesOfSize: [Sizes]
  }

  @Test("tiles lie where the specification's examples have them")
  func places() throws {
    let examples = try Fixtures.read("c2sp-examples/c2sp.json", as: Examples.self)
    for example in examples.tilePaths {
      #expect(Tile(content: .entries, index: example.n, width: 256).path == "tile/entries/\(example.path)")
      #expect(Tile(content: .hashes(level: 1), index: example.n, width: 7).path == "tile/1/\(example.path).p/7")
    }
    for example in examples.tilesOfSize {
      func tiles(_ level: Int) -> (full: Int, partial: Int) {
        let tiles = Tile.all(size: example.size).filter { $0.content == .hashes(level: level) }
        return (tiles.count { $0.width == 256 }, tiles.last { $0.width < 256 }?.width ?? 0)
      }
      #expect(tiles(0) == (example.level0full, example.level0partial))
      #expect(tiles(1) == (example.level1full, example.level1partial))
      #expect(tiles(2) == (0, example.level2partial))
      #expect(Tile.entries(size: example.size).reduce(0) { $0 + $1.width } == example.size)
    }
    #expect(Tile.all(size: 0).isEmpty)
  }

  static let folder = "/public"

  /// What is in the folder, path by path; the lock is nobody's business.
  static func files(_ disk: MemoryDisk) throws -> [String: [UInt8]] {
    var files: [String: [UInt8]] = [:]
    for path in disk.paths where path.hasPrefix(folder + "/") && !path.hasSuffix(".lock") {
      files[path] = try disk.read(path)
    }
    return files
  }

  /// A sealed ledger with the entries that a test needs, made in one batch; the first of them name texts.
  static func sample(_ events: Int, naming texts: [Digest] = []) throws -> Sample {
    let sample = try Sample()
    let naming = texts.map { text in
      NewEntry(
        type: "text.kept", by: "Ada",
        fields: [.init("texts", .array([.object([.init("bytes", 10), .init("sha256", .string(text.hex))])]))])
    }
    let events = naming + (texts.count..<events).map { Sample.event($0) }
    _ = try sample.ledger.withLock { try $0.append(events) }
    try sample.seal()
    return sample
  }

  static func verify(_ sample: Sample, checkpoint: [UInt8]? = nil) throws -> Verification {
    try PublishedLedger(folder, in: sample.world).verify(checkpoint: checkpoint)
  }

  @Test("what is published is what the ledger holds, in the files that the specification names")
  func published() throws {
    let sample = try Self.sample(599, naming: [Digest(of: Array("A motion.\n".utf8)), Digest(of: [1])])
    let text = try TextStore("/texts", in: sample.disk).put(Array("A motion.\n".utf8))
    try sample.disk.write([1], to: "/texts/other", mode: 0o644)
    let publication = try sample.ledger.publish(to: Self.folder)
    let files = try Self.files(sample.disk)
    let names = [
      "checkpoint", "texts/\(text.hex)", "tile/0/000", "tile/0/001", "tile/0/002.p/88", "tile/1/000.p/2",
      "tile/entries/000", "tile/entries/001", "tile/entries/002.p/88",
    ]
    #expect(files.keys.sorted() == names.map { "\(Self.folder)/\($0)" })
    #expect(publication.written == 9 && publication.kept == 0 && publication.checkpoint.size == 600)
    #expect(files["/public/checkpoint"] == (try sample.disk.read(sample.ledger.checkpointPath)))

    var lines: [UInt8] = []
    for name in ["000", "001", "002.p/88"] {
      var rest = (files["/public/tile/entries/\(name)"] ?? [])[...]
      while let high = rest.popFirst(), let low = rest.popFirst() {
        lines += rest.prefix(Int(high) * 256 + Int(low)) + [10]
        rest = rest.dropFirst(Int(high) * 256 + Int(low))
      }
    }
    #expect(lines == sample.bytes)
    let leaves = try sample.ledger.entries().map(\.leaf)
    #expect(files["/public/tile/0/001"] == leaves[256..<512].flatMap(\.bytes))
    #expect(
      files["/public/tile/1/000.p/2"]
        == MerkleTests.root(leaves[..<256]).bytes + MerkleTests.root(leaves[256..<512]).bytes)

    let found = try Self.verify(sample)
    #expect(found.isVerified && found.problems.isEmpty && found.entries == 600 && found.unsealed == 0)
    #expect(found.signers == [sample.key.name] && found.root == publication.checkpoint.root)
  }

  @Test("publishing again writes nothing, and after more entries only what is new, with an old checkpoint still served")
  func incremental() throws {
    let sample = try Self.sample(299)
    _ = try sample.ledger.publish(to: Self.folder)
    let first = try Self.files(sample.disk)
    let again = try sample.ledger.publish(to: Self.folder)
    #expect(again.written == 0 && again.kept == first.count)
    #expect(try Self.files(sample.disk) == first)

    let old = try sample.disk.read("/public/checkpoint")
    _ = try sample.ledger.withLock { try $0.append((300..<303).map { Sample.event($0) }) }
    #expect(try sample.ledger.publish(to: Self.folder).written == 0, "what is not sealed is not published")
    try sample.seal()
    let grown = try sample.ledger.publish(to: Self.folder)
    #expect(grown.written == 3, "a bundle, a tile of leaf hashes and the checkpoint")
    let second = try Self.files(sample.disk)
    for (path, bytes) in first where path != "/public/checkpoint" { #expect(second[path] == bytes) }
    #expect(try Self.verify(sample).entries == 303)
    #expect(try Self.verify(sample, checkpoint: old).isVerified)
  }

  @Test("cut off at any write, what was published stays whole, and doing it again gives the same bytes")
  func interrupted() throws {
    let whole = try Self.sample(299)
    _ = try whole.ledger.publish(to: Self.folder)
    _ = try whole.ledger.withLock { try $0.append((300..<600).map { Sample.event($0) }) }
    try whole.seal()
    let before = try whole.disk.paths.filter { !$0.hasSuffix(".lock") }.map { ($0, try whole.disk.read($0)) }
    let writes = try whole.ledger.publish(to: Self.folder).written
    #expect(writes == 6)
    let expected = try Self.files(whole.disk)

    for done in 0..<writes {
      let disk = MemoryDisk()
      for (path, bytes) in before { try disk.write(bytes, to: path, mode: 0o644) }
      var world = whole.world
      world.files = BreakingDisk(disk, after: done)
      let breaking = LedgerFile(Sample.path, in: world)
      #expect(throws: LedgerError.self) { try breaking.publish(to: Self.folder) }
      world.files = disk
      let found = try PublishedLedger(Self.folder, in: world).verify()
      #expect(found.isVerified && found.entries == 300, "after \(done)")
      // What a process leaves that is killed while it writes a file.
      for place in ["checkpoint", "tile/0/001", "tile/1/000.p/2"] {
        try disk.write([1], to: "\(Self.folder)/\(place).tmp-17-abc", mode: 0o644)
      }
      #expect(try LedgerFile(Sample.path, in: world).publish(to: Self.folder).written == writes - done)
      #expect(try Self.files(disk) == expected, "after \(done)")
    }
  }

  @Test("a folder of another ledger, of another course of this one or of more entries is refused, and left as it is")
  func refused() throws {
    let sample = try Self.sample(299)
    _ = try sample.ledger.publish(to: Self.folder)

    func refuses(_ other: Sample, _ code: String) throws {
      for path in other.disk.paths where path.hasPrefix("/public/") { try other.disk.remove(path) }
      for (path, bytes) in try Self.files(sample.disk) { try other.disk.write(bytes, to: path, mode: 0o644) }
      for checkpoint in [true, false] {
        if !checkpoint { try other.disk.remove("/public/checkpoint") }
        let before = try Self.files(other.disk)
        let error = #expect(throws: LedgerError.self) { try other.ledger.publish(to: Self.folder) }
        #expect(error?.code == code)
        #expect(try Self.files(other.disk) == before)
      }
    }
    let later = try Sample(now: "2026-09-13T11:00:01Z")
    _ = try later.ledger.withLock { try $0.append((0..<299).map { Sample.event($0) }) }
    try later.seal()
    try refuses(later, "other-ledger")
    let forked = try Sample()
    _ = try forked.ledger.withLock { try $0.append((0..<298).map { Sample.event($0) } + [Sample.event(7)]) }
    _ = try forked.ledger.withLock { try $0.append((0..<20).map { Sample.event($0) }) }
    try forked.seal()
    try refuses(forked, "other-ledger")
    try refuses(try Self.sample(20), "published-ahead")
    try refuses(try Self.sample(280), "published-ahead")
  }

  @Test("of the texts that lie beside a ledger those go with it that its sealed entries name")
  func texts() throws {
    let named = (0..<4).map { Digest(of: [$0]) }
    let sample = try Self.sample(9, naming: Array(named[..<3]))
    let store = TextStore("/texts", in: sample.disk)
    for text: UInt8 in [0, 1, 3, 9] { _ = try store.put([text]) }
    let later = NewEntry(type: "text.kept", by: "Ada", fields: [.init("sha256", .string(named[3].hex))])
    _ = try sample.ledger.withLock { try $0.append([later]) }
    let unnamed = Digest(of: [9]).hex
    try sample.disk.write([8], to: "/texts/\(unnamed)", mode: 0o644)
    func published() throws -> [String] {
      _ = try sample.ledger.publish(to: Self.folder)
      return try sample.disk.list("/public/texts")
    }
    #expect(try published() == named[..<2].map(\.hex).sorted())
    try sample.seal()
    #expect(try published() == [named[0], named[1], named[3]].map(\.hex).sorted())
    _ = try sample.ledger.publish(to: "/some") { $0 == named[1] }
    #expect(try sample.disk.list("/some/texts") == [named[1].hex])
  }

  @Test("a folder that can't be made is said to be that")
  func unmakeable() throws {
    let sample = try Self.sample(2)
    let error = #expect(throws: LedgerError.self) { try sample.ledger.publish(to: Sample.path + "/public") }
    #expect(error?.code == "folder-not-made")
  }

  @Test("only what is sealed with the ledger's key is published, and no text that was changed")
  func sealed() throws {
    let sample = try Self.sample(3, naming: [Digest(of: [65])])
    try sample.disk.remove(sample.ledger.checkpointPath)
    #expect(throws: LedgerError.unpublishable(path: Sample.path, .notSealed)) {
      try sample.ledger.publish(to: Self.folder)
    }
    try sample.seal()
    let name = try TextStore("/texts", in: sample.disk).put([65])
    try sample.disk.write([66], to: "/texts/\(name.hex)", mode: 0o644)
    #expect(throws: LedgerError.unpublishable(path: "/texts/\(name.hex)", .changedText)) {
      try sample.ledger.publish(to: Self.folder)
    }
    try sample.disk.remove("/texts/\(name.hex)")
    let other = try #require(SigningKey(name: sample.key.name, seed: Array(1...32)))
    var head = try #require(try sample.ledger.storedCheckpoint())
    head.signatures = [try #require(other.signature(of: head.text))]
    try sample.disk.write(head.bytes, to: sample.ledger.checkpointPath, mode: 0o644)
    let error = #expect(throws: LedgerError.self) { try sample.ledger.publish(to: Self.folder) }
    #expect(error?.code == "ledger-damaged")
    #expect(try Self.files(sample.disk).isEmpty)
  }

  @Test("every file of a published ledger that is changed or gone is found")
  func damaged() throws {
    let sample = try Self.sample(19, naming: [Digest(of: Array("A motion.\n".utf8))])
    let text = try TextStore("/texts", in: sample.disk).put(Array("A motion.\n".utf8))
    _ = try sample.ledger.publish(to: Self.folder)
    for (path, bytes) in try Self.files(sample.disk) {
      let step = max(bytes.count / 20, 1)
      for index in stride(from: 0, to: bytes.count, by: step) + [bytes.count - 1] {
        var changed = bytes
        changed[index] ^= 1
        try sample.disk.write(changed, to: path, mode: 0o644)
        #expect(try !Self.verify(sample).isVerified, "\(path), byte \(index)")
      }
      try sample.disk.write(Array(bytes.dropLast()), to: path, mode: 0o644)
      #expect(try !Self.verify(sample).isVerified, "\(path), cut")
      try sample.disk.remove(path)
      if path.hasSuffix("/checkpoint") {
        #expect(throws: LedgerError.self) { try Self.verify(sample) }
      } else {
        #expect(try Self.verify(sample).isVerified == path.hasSuffix(text.hex), "\(path), gone")
      }
      try sample.disk.write(bytes, to: path, mode: 0o644)
    }
    #expect(try Self.verify(sample).isVerified)
  }

  @Test("a part of a tile that has grown full since is read from the full one")
  func grown() throws {
    let sample = try Self.sample(299)
    _ = try sample.ledger.publish(to: Self.folder)
    let old = try sample.disk.read("/public/checkpoint")
    _ = try sample.ledger.withLock { try $0.append((300..<600).map { Sample.event($0) }) }
    try sample.seal()
    _ = try sample.ledger.publish(to: Self.folder)
    for place in ["entries/001.p/44", "0/001.p/44"] { try sample.disk.remove("/public/tile/\(place)") }
    try sample.disk.write(old, to: "/public/checkpoint", mode: 0o644)
    let found = try Self.verify(sample)
    #expect(found.entries == 300 && found.isVerified)
  }
}

private func + (left: StrideTo<Int>, right: [Int]) -> [Int] { Array(left) + right }

/// A disk whose writes fail after so many.
private final class BreakingDisk: FileSystem {
  private let disk: MemoryDisk
  private let left: Mutex<Int>

  init(_ disk: MemoryDisk, after writes: Int) {
    self.disk = disk
    left = Mutex(writes)
  }

  func write(_ bytes: [UInt8], to path: String, mode: UInt32) throws(FileError) {
    let mayWrite = left.withLock { left in
      left -= 1
      return left >= 0
    }
    guard mayWrite else { throw FileError(path: path, code: 28, call: "write") }
    try disk.write(bytes, to: path, mode: mode)
  }

  func create(_ bytes: [UInt8], at path: String, mode: UInt32) throws(FileError) {
    try write(bytes, to: path, mode: mode)
  }

  func writeUnsynced(_ bytes: [UInt8], to path: String, mode: UInt32) throws(FileError) {
    try write(bytes, to: path, mode: mode)
  }

  func read(_ path: String) throws(FileError) -> [UInt8] { try disk.read(path) }
  func kind(of path: String) -> FileKind? { disk.kind(of: path) }
  func ownKind(of path: String) -> FileKind? { disk.ownKind(of: path) }
  func mode(of path: String) throws(FileError) -> UInt32 { try disk.mode(of: path) }
  func list(_ folder: String) throws(FileError) -> [String] { try disk.list(folder) }
  func makeFolder(_ path: String, mode: UInt32) throws(FileError) { try disk.makeFolder(path, mode: mode) }
  func remove(_ path: String) throws(FileError) { try disk.remove(path) }
  func open(_ path: String, for use: FileUse) throws(FileError) -> any OpenFile { try disk.open(path, for: use) }
  func lock(_ path: String, wait milliseconds: Int) throws(FileError) -> any HeldLock {
    try disk.lock(path, wait: milliseconds)
  }
}
