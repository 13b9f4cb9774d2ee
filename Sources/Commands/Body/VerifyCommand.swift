internal import ArgumentParser
internal import CanonicalJSON
internal import Ledger
internal import Meeting
internal import Platform
internal import Publishing

struct VerifyCommand: MotionsCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Recompute every text, count and decision from the record, and say what was found, with the seal.",
    discussion: """
      Exits 1 where the record is damaged or an entry says what does not follow from those before it. A result that the
      chair declared against the figures is listed; it is no damage.

      EXAMPLES
        motions verify
        motions verify --against minutes.checkpoint
        motions verify public
      """)

  @Argument(help: "The body's folder, or one that it published; this one where it is left out.")
  var folder: String?

  @Option(name: .long, help: "A checkpoint from outside, such as one that a teller kept.")
  var against: String?

  @OptionGroup var format: Format

  func run(in world: World) throws -> ExitStatus {
    var world = world
    if let folder { try world.enter(folder) }
    let record = try VerifiedBody(in: world, against: against)
    if format.json {
      world.write(record.answer.answer + [10])
    } else {
      record.sentences.forEach(world.print)
    }
    return record.isSound ? .done : .no
  }
}

extension World {
  /// Goes into a folder that was named: what it holds is meant, and not a record further up.
  fileprivate mutating func enter(_ name: String) throws {
    let path = name.path(in: folder)
    guard BodyFolder(path: path).exists(in: self) || PublishedLedger(path, in: self).isThere else {
      throw Failure(
        .noSuchFile, "no-body", "This is neither a body's folder nor a published record.", file: name,
        help: "A body's folder has a rules.yaml beside a ledger.jsonl, a published one a checkpoint beside tile/.")
    }
    folder = path
  }
}

/// A body's record, its chain checked and everything in it recomputed.
struct VerifiedBody {
  let found: Verification
  /// What recomputing found; nil where the chain is broken or an entry can't be read, so that there is nothing to
  /// recompute.
  let audit: Audit?
  let body: Body?
  let unreadable: Failure?

  var isSound: Bool { found.isVerified && (audit?.isSound ?? false) }

  init(in world: World, against: String?) throws {
    // A published folder may lie within the body's own.
    let published = PublishedLedger(world.folder, in: world)
    let isPublished = published.isThere && !BodyFolder(path: world.folder).exists(in: world)
    do {
      let given = try against.map { try world.files.read($0.path(in: world.folder)) }
      if isPublished {
        found = try published.verify(checkpoint: given)
      } else {
        found = try VerifiedBody.verify(try BodyFolder.find(in: world), checkpoint: given, in: world)
      }
    } catch let error as FileError {
      throw Failure(error, in: world)
    } catch let error as LedgerError {
      throw Failure(error, in: world)
    }
    guard found.isVerified else {
      (audit, body, unreadable) = (nil, nil, nil)
      return
    }
    do {
      let body =
        isPublished
        ? try Body.open(published, in: world, checked: true) : try Body.open(in: world, checked: true)
      (audit, self.body, unreadable) = (Audit(of: body.state), body, nil)
    } catch let failure as Failure {
      (audit, body, unreadable) = (nil, nil, failure)
    }
  }

  private static func verify(
    _ folder: BodyFolder, checkpoint: [UInt8]?, in world: World
  ) throws -> Verification {
    var keys: [VerifierKey] = []
    if world.files.kind(of: folder.verifier) == .file {
      keys = [try VerifierKey(argument: folder.verifier, in: world)]
    }
    return try LedgerFile(folder.ledger, lock: folder.lock, in: world).verify(checkpoint: checkpoint, keys: keys)
  }

  /// What was found, to read out; the seal last.
  var sentences: [String] {
    var lines: [String] = []
    for problem in found.problems where problem.code.isFatal {
      let place = problem.line.map { "ledger.jsonl:\($0)\(problem.column.map { ":\($0)" } ?? ""): " } ?? ""
      let byte = problem.offset.map { " (byte \($0))" } ?? ""
      let entry = problem.seq.map { "entry \($0): " } ?? ""
      lines.append("\(place)\(entry)\(problem.message)\(byte) [\(problem.code.rawValue)]")
    }
    if !found.isVerified {
      lines.append(
        "The record is damaged: \(found.entries) \(found.entries == 1 ? "entry was" : "entries were") read. Nothing was recomputed."
      )
      return lines
    }
    if let unreadable { lines.append(unreadable.message) }
    if let audit { lines += audit.sentences(entries: found.entries) }
    if let checkpoint = found.checkpoint {
      lines.append(
        found.unsealed == 0
          ? "All entries are sealed by \(Audit.listed(found.signers))."
          : "The first \(checkpoint.size) entries are sealed by \(Audit.listed(found.signers)); "
            + "\(found.unsealed) not yet.")
    } else {
      lines.append("No entry is sealed: the last one could be changed, or the end cut off, without a trace.")
    }
    if let audit, !audit.isSound {
      lines.append("The record does not verify: an entry says what does not follow from those before it.")
    }
    lines.append("Seal: \(found.seal.text)")
    lines.append("Until somebody outside has this seal, the holder of the key could write the record anew.")
    return lines
  }

  /// `motions.verification/1`, with what recomputing found.
  var answer: JSON {
    guard case .object(var members) = JSON(verification: found) else { return .null }
    let disagreements = (audit?.disagreements ?? []).map { difference -> JSON in
      [
        "seq": .integer(difference.seq), "code": .string(difference.code), "message": .string(difference.message),
        "line": nil, "column": nil, "offset": nil,
      ]
    }
    let unread: [JSON] =
      unreadable.map {
        [
          [
            "seq": nil, "code": .string($0.code), "message": .string($0.message), "line": nil, "column": nil,
            "offset": nil,
          ]
        ]
      } ?? []
    for index in members.indices {
      if members[index].name == "verdict" { members[index].value = isSound ? "verified" : "failed" }
      if members[index].name == "problems", case .array(let problems) = members[index].value {
        members[index].value = .array(problems + disagreements + unread)
      }
    }
    members += [
      JSON.Member("agreeing", JSON(audit?.agreeing)), JSON.Member("without_figures", JSON(audit?.withoutFigures)),
      JSON.Member("against_figures", JSON(audit?.against ?? [])), JSON.Member("adopted", JSON(audit?.adoptions ?? [])),
      JSON.Member("withheld", JSON(audit?.withheld)), JSON.Member("in_question", JSON(audit?.inQuestion ?? [])),
      JSON.Member("remarks", JSON(audit?.remarks ?? [])),
      JSON.Member("said", JSON(sentences)),
    ]
    return .object(members)
  }
}

struct ContinueCommand: MotionsCommand {
  static let configuration = CommandConfiguration(
    commandName: "continue",
    abstract: "Go on with a body's record on this machine: verify it, and say where it stands.",
    discussion: """
      One recorder at a time: whoever goes on with a copy must be the only one who does.

      EXAMPLE
        motions continue /media/stick/harbour
      """)

  @Argument(help: "The copy of the body's folder; this folder where it is left out.")
  var folder: String?

  @OptionGroup var format: Format

  func run(in world: World) throws -> ExitStatus {
    var world = world
    if let folder { try world.enter(folder) }
    let record = try VerifiedBody(in: world, against: nil)
    guard record.isSound, let body = record.body else {
      if format.json {
        world.write(record.answer.answer + [10])
      } else {
        record.sentences.forEach(world.print)
        world.print("Do not go on with this copy: find a sound one.")
      }
      return .no
    }
    let state = body.state
    let last = state.log.last.map { entry in
      "The last entry is \(entry.seq), \(body.reader.time(entry.at)): \(state.spoken(entry.event) ?? entry.event.type)."
    }
    var warnings: [String] = []
    let hasKey = world.files.kind(of: body.folder.key) == .file
    if !hasKey {
      warnings.append(
        "The key is not in this copy (.motions/ledger.key): what is recorded here will not be sealed until it is brought."
      )
    }
    if let service = SyncFolder.service(of: body.folder.path) {
      warnings.append(
        "This folder is synchronised by \(service): two machines may write to the record at once. Move it out of there."
      )
    }
    if format.json {
      world.write(
        JSON.object([
          JSON.Member("schema", "motions.continue/1"), JSON.Member("entries", .integer(state.next)),
          JSON.Member("last", JSON(last)), JSON.Member("has_key", .bool(hasKey)),
          JSON.Member("warnings", JSON(warnings)), JSON.Member("seal", .string(body.seal)),
          JSON.Member("now", JSON(state.now.lines(body.reader))),
        ]).answer + [10])
      return .done
    }
    record.sentences.forEach(world.print)
    if let last { world.print(last) }
    warnings.forEach { world.say("warning: \($0)") }
    state.now.lines(body.reader).forEach(world.print)
    return .done
  }
}

/// Folders that a service copies between machines behind one's back.
enum SyncFolder {
  static func service(of path: String) -> String? {
    let names = [
      "dropbox": "Dropbox", "onedrive": "OneDrive", "google drive": "Google Drive", "googledrive": "Google Drive",
      "icloud": "iCloud", "nextcloud": "Nextcloud", "syncthing": "Syncthing", "mobile documents": "iCloud",
    ]
    for step in path.lowercased().split(separator: "/") {
      for name in names.keys.sorted() where step.hasPrefix(name) { return names[name] }
    }
    return nil
  }
}
