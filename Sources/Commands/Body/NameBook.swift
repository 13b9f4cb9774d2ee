internal import CanonicalJSON
internal import Ledger
internal import Meeting
internal import Platform
internal import Synchronization

/// The names of persons, apart from the record: a file that can be pruned, beside entries that hold only a number and
/// a salted SHA-256.
struct NameBook: Sendable {
  struct Line: Hashable, Sendable {
    var reference: String
    var name: String
    var salt: [UInt8]

    var commitment: String { Digest(of: salt + Array(name.utf8)).hex }
    var person: Person { Person(reference: reference, commitment: commitment) }
  }

  private let known: [Line]
  /// Names met while deciding; kept only if the plan is recorded.
  private let met: Met

  private final class Met: Sendable {
    let lines = Mutex<[Line]>([])
  }

  init(reading path: String, in world: World) {
    met = Met()
    let bytes = (try? world.files.read(path)) ?? []
    known = bytes.split(separator: 10).compactMap { line in
      guard let json = try? JSON(parsing: Array(line)), case .string(let reference)? = json["ref"],
        case .string(let name)? = json["name"], case .string(let salt)? = json["salt"],
        let bytes = Digest(hex: salt + String(repeating: "0", count: 32))?.bytes
      else { return nil }
      return Line(reference: reference, name: name, salt: Array(bytes.prefix(16)))
    }
  }

  /// The same person has one number.
  func person(_ name: String, salt: [UInt8]) -> Person {
    met.lines.withLock { lines in
      let all = known + lines
      if let line = all.first(where: { $0.name.utf8.elementsEqual(name.utf8) }) { return line.person }
      let last = all.compactMap { Int($0.reference.dropFirst()) }.max() ?? 0
      let line = Line(reference: "N\(last + 1)", name: name, salt: salt)
      lines.append(line)
      return line.person
    }
  }

  /// The name, where it is here and is the one that was committed to.
  func name(of person: Person) -> String? {
    known.first { $0.reference == person.reference && $0.commitment == person.commitment }?.name
  }

  func keep(in path: String, _ world: World) throws(FileError) {
    let lines = met.lines.withLock { $0 }
    guard !lines.isEmpty else { return }
    var bytes: [UInt8] = []
    for line in known + lines {
      let hex = Digest(bytes: line.salt + [UInt8](repeating: 0, count: 16))?.hex.prefix(32) ?? ""
      bytes +=
        JSON.object([
          JSON.Member("ref", .string(line.reference)), JSON.Member("name", .string(line.name)),
          JSON.Member("salt", .string(String(hex))),
        ]).answer
      bytes.append(10)
    }
    try world.files.write(bytes, to: path, mode: 0o600)
  }
}
