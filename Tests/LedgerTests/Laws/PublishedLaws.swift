import CanonicalJSON
import Ledger
import Platform

/// What holds of any bytes that lie where the files of a published ledger should be, and of any proof that one course of
/// it goes on from another. Plain functions, for tests and for the fuzzer.
enum PublishedLaws {
  static let folder = "/public"
  static let text = Array("To campaign for a fares freeze.\n".utf8)

  /// The files of the known ledger as they are published, by their paths in the folder.
  static let made: [(path: String, bytes: [UInt8])]? = {
    guard let known = KnownLedger.made, let disk = try? disk(of: known, with: []),
      (try? LedgerFile(KnownLedger.path, in: world(disk)).publish(to: folder)) != nil
    else { return nil }
    let paths = disk.paths.filter { $0.hasPrefix(folder + "/") && !$0.hasSuffix(".lock") }
    let published = paths.compactMap { path in
      (try? disk.read(path)).map { (String(path.dropFirst(folder.count + 1)), $0) }
    }
    // No entry names the text, so it does not come along: somebody has put it there.
    return published + [("texts/" + Digest(of: text).hex, text)]
  }()

  private static func world(_ disk: MemoryDisk) -> World { World.test(files: disk, now: "2026-09-13T11:00:00Z").world }

  /// A disk with the known ledger, a text of it, and files in the folder where it is published.
  static func disk(of known: KnownLedger, with files: [(path: String, bytes: [UInt8])]) throws -> MemoryDisk {
    let disk = MemoryDisk()
    try disk.write(known.bytes, to: KnownLedger.path, mode: 0o644)
    try disk.write(known.checkpoint, to: KnownLedger.path + ".checkpoint", mode: 0o644)
    _ = try TextStore("/texts", in: disk).put(text)
    for file in files { try disk.write(file.bytes, to: "\(folder)/\(file.path)", mode: 0o644) }
    return disk
  }

  /// Files put in the place of the published ones or beside them: each is a line with its path and what stands behind
  /// that, up to a line of five equal signs.
  static func broken(byFiles input: [UInt8]) -> String? {
    guard let made else { return "a ledger can be published" }
    var files = made
    for part in parts(of: input) {
      let end = part.firstIndex(of: 10) ?? part.count
      let path = String(decoding: part[..<end], as: UTF8.self)
      guard isPath(path, among: files.map(\.path)) else { continue }
      files.removeAll { $0.path == path }
      files.append((path, Array(part[end...].dropFirst())))
    }
    return broken(by: files)
  }

  static func broken(by files: [(path: String, bytes: [UInt8])]) -> String? {
    guard let known = KnownLedger.made, let made else { return "a ledger can be published" }
    // Beside the checkpoint's own text there may be other signatures under it.
    let isChanged = made.contains { file in
      !files.contains { $0.path == file.path && ($0.bytes == file.bytes || $0.path == "checkpoint") }
    }
    let head = files.first { $0.path == "checkpoint" }.flatMap { Checkpoint(parsing: $0.bytes) }
    let isSameHead = head?.text == Checkpoint(parsing: known.checkpoint)?.text
    let isWrongText = files.contains { file in
      let name = file.path.hasPrefix("texts/") ? String(file.path.dropFirst(6)) : ""
      return Digest(hex: name).map { Digest(of: file.bytes) != $0 } ?? false
    }
    let isWhole = !isChanged && !isWrongText && head?.bytes == known.checkpoint
    do {
      let disk = try disk(of: known, with: files)
      let published = PublishedLedger(folder, in: world(disk))
      let found = try published.verify(keys: [known.key.verifier])
      if found.isVerified, isChanged || isWrongText || !isSameHead { return "a changed file is found" }
      if !found.isVerified, isWhole { return "what is whole verifies: \(found.problems)" }
      let entries = try published.entries()
      let lines = known.lines
      if found.isVerified, entries.map(\.leaf) != lines.map({ Digest(of: [0] + $0) }) { return "what verifies is read" }
      return try publishing(known, over: files, on: disk, mayVerify: !isWrongText)
    } catch {
      return "a folder with any files can be looked at: \(error)"
    }
  }

  /// Publishing there makes it whole, or refuses and leaves it as it is.
  private static func publishing(
    _ known: KnownLedger, over files: [(path: String, bytes: [UInt8])], on disk: MemoryDisk, mayVerify: Bool
  ) throws -> String? {
    let isRefused = (try? LedgerFile(KnownLedger.path, in: world(disk)).publish(to: folder)) == nil
    for file in files where isRefused || file.path != "checkpoint" {
      // What a write that was cut off has left is taken away.
      if !isRefused, file.path.contains(Disk.temporaryMark) { continue }
      if try disk.read("\(folder)/\(file.path)") != file.bytes { return "publishing changes no file: \(file.path)" }
    }
    if isRefused || !mayVerify { return nil }
    let found = try PublishedLedger(folder, in: world(disk)).verify(keys: [known.key.verifier])
    return found.isVerified ? nil : "what was published verifies: \(found.problems)"
  }

  /// A proof as it is sent to a witness: “old” and a number, then hashes; and a number in place of the checkpoint.
  static func broken(byProof input: [UInt8]) -> String? {
    guard let known = KnownLedger.made else { return "a ledger can be made" }
    let lines = input.split(separator: 10, omittingEmptySubsequences: false).map { String(decoding: $0, as: UTF8.self) }
    guard let sizes = lines.first?.split(separator: " "), sizes.count == 3, sizes[0] == "old", let old = Int(sizes[1]),
      let new = Int(sizes[2])
    else { return nil }
    let proof = lines.dropFirst().compactMap { Digest(base64: $0) }
    let leaves = known.lines.map { Digest(of: [0] + $0) }
    func root(_ size: Int) -> Digest {
      var tree = MerkleFrontier()
      for leaf in leaves.prefix(max(size, 0)) { tree.append(leaf: leaf) }
      return tree.root
    }
    let grows = MerkleProof.verifies(consistency: proof, from: (old, root(old)), to: (new, root(new)))
    let isSize = 1...leaves.count ~= old && 1...leaves.count ~= new
    let holds = isSize && old <= new && proof == MerkleProof.consistency(from: old, in: Array(leaves.prefix(new)))
    // Beyond the ledger's end both roots are the same here, and so many entries go on to as many.
    if grows != holds, isSize || !proof.isEmpty { return "\(old) entries go on to \(new): \(grows)" }
    guard leaves.indices.contains(old), 1...leaves.count ~= new else { return nil }
    let isIn = MerkleProof.verifies(inclusion: proof, of: leaves[old], at: old, size: new, root: root(new))
    let isPath = old < new && proof == MerkleProof.inclusion(of: old, in: Array(leaves.prefix(new)))
    return isIn == isPath ? nil : "entry \(old) is in \(new): \(isIn)"
  }

  private static func parts(of input: [UInt8]) -> [[UInt8]] {
    let line = Array("=====\n".utf8)
    var parts: [[UInt8]] = [[]]
    var at = 0
    while at < input.count {
      if at == 0 || input[at - 1] == 10, input[at...].starts(with: line) {
        parts.append([])
        at += line.count
      } else {
        parts[parts.count - 1].append(input[at])
        at += 1
      }
    }
    return parts
  }

  /// A path in the folder that can be written: no file stands where a folder has to be.
  private static func isPath(_ path: String, among paths: [String]) -> Bool {
    let steps = path.split(separator: "/", omittingEmptySubsequences: false)
    guard steps.allSatisfy({ !$0.isEmpty && $0 != "." && $0 != ".." && $0.utf8.count < 100 }), path != ".lock" else {
      return false
    }
    return !paths.contains { $0 != path && ($0.hasPrefix(path + "/") || path.hasPrefix($0 + "/")) }
  }
}
