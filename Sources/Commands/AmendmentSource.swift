internal import Ledger
internal import MotionKit
internal import Publishing

/// What was given on the command line as an amendment: instructions or an edited copy of the text.
struct AmendmentSource {
  var name: String
  var bytes: [UInt8]
  /// Taken for an edited copy whatever it looks like.
  var isCopy: Bool

  enum Taken {
    case amendment(Amendment, remarks: [Merge.Unread])
    case unread(Merge.Unread)
  }

  /// Reads it against a base: `amends:` in its fields makes it instructions, otherwise it is a copy.
  func taken(against base: Document, named file: String, reader: InstructionReader) -> Taken {
    let document = Document(parsing: bytes)
    if let amends = document.fields["amends"]?.string, !isCopy {
      if let finding = mismatch(amends, document, base: base, file: file) { return refusal(finding) }
      return AmendmentSource.read(
        String(decoding: bytes[document.body], as: UTF8.self), name: name, reader: reader)
    }
    if !isCopy {
      if readsAsInstructions(base: base, reader: reader) {
        return refusal(
          Finding(
            code: "reads-as-instructions", severity: .error,
            message: "most lines of this read as instructions, but nothing says that it is an amendment.",
            fix: "Put “amends: \(file)” between lines of --- at its start, or say --as copy."))
      }
      if let refusal = DerivationRefusal(of: document, from: base) {
        return self.refusal(
          Finding(
            code: "not-a-copy", severity: .error,
            message:
              "this keeps \(refusal.kept) of the \(refusal.total) words of the text, too few for an edited copy of it.",
            fix: "Give the right file, or say --as copy if it is meant to replace everything."))
      }
    }
    return .amendment(Amendment(name: name, deriving: document, from: base), remarks: [])
  }

  /// Reads instructions.
  static func read(_ text: String, name: String, reader: InstructionReader) -> Taken {
    let reading = reader.read(text)
    guard reading.verdict == .understood else {
      var finding =
        reading.findings.first { $0.severity == .error }
        ?? reading.findings.first
        ?? Finding(code: "not-understood", severity: .error, message: "this was not understood.")
      finding.severity = .error
      finding.span = nil
      if finding.fix == nil, !reading.candidates.isEmpty {
        finding.fix =
          "Say which: " + reading.candidates.map { "\($0.path) “\($0.excerpt)”" }.joined(separator: "; ")
      }
      return .unread(Merge.Unread(name: name, finding: finding, candidates: reading.candidates))
    }
    var remarks: [Merge.Unread] = []
    if let check = reading.check, !check.matches {
      remarks.append(
        Merge.Unread(
          name: name,
          finding: Finding(
            code: "check-differs", severity: .warning,
            message: "\(name) says that it would read “\(check.expected)”, but it would read “\(check.actual)”.")))
    }
    return .amendment(
      Amendment(
        name: name, operations: reading.operations, requires: reading.requires, fallsIf: reading.fallsIf,
        checks: reading.checks), remarks: remarks)
  }

  private func refusal(_ finding: Finding) -> Taken { .unread(Merge.Unread(name: name, finding: finding)) }

  /// Whether it says that it amends another text, or another version of this one.
  private func mismatch(_ amends: String, _ document: Document, base: Document, file: String) -> Finding? {
    if let number = base.fields["number"]?.string {
      let named = amends.split(separator: "@").first.map(String.init) ?? amends
      let stem = file.split(separator: "/").last.map(String.init) ?? file
      let names = [number, stem, stem.split(separator: ".").first.map(String.init) ?? stem].map { $0.lowercased() }
      let asked = named.split(separator: "/").last.map { $0.lowercased() } ?? named.lowercased()
      if !names.contains(asked) {
        return Finding(
          code: "wrong-base", severity: .error, message: "it amends \(amends), and this text is \(number).",
          fix: "Give the text it was written for.")
      }
    }
    guard let digest = document.fields["base"]?.string else { return nil }
    let prefix = "sha256:"
    guard digest.hasPrefix(prefix) else { return nil }
    let hex = digest.dropFirst(prefix.count).lowercased()
    let fits = [base.bytes, Array(base.bytes[base.body])].contains { Digest(of: $0).hex == hex }
    return fits
      ? nil
      : Finding(
        code: "wrong-base", severity: .error, message: "it was written for another version of this text.",
        fix: "Give the version it was written for, or take the line “base:” out once it has been compared.")
  }

  /// More than half of its lines are instructions and not lines of the base.
  private func readsAsInstructions(base: Document, reader: InstructionReader) -> Bool {
    guard !base.nodes.isEmpty else { return false }
    let lines = lines(of: bytes)
    let own = Set(self.lines(of: base.bytes))
    let new = lines.filter { !own.contains($0) }
    guard new.count * 2 > lines.count else { return false }
    let instructions = new.prefix(100).count { line in
      !ShortLine.looksLikeOne(line) && [.understood, .notFound].contains(reader.read(line).verdict)
    }
    return instructions * 2 > min(lines.count, 100)
  }

  private func lines(of bytes: [UInt8]) -> [String] {
    let body = bytes[Document(parsing: bytes).body]
    return body.split(separator: UInt8(ascii: "\n")).map { String(decoding: $0, as: UTF8.self) }
      .filter { !$0.allSatisfy(\.isWhitespace) }
  }
}

extension Merge {
  /// What was read is taken together; what was not stands beside it, by name.
  init(base: Document, taking all: [AmendmentSource.Taken], composing: ([Amendment]) -> Composition) {
    var taken: [Amendment] = []
    var unread: [Merge.Unread] = []
    var remarks: [Merge.Unread] = []
    for one in all {
      switch one {
      case .amendment(let amendment, let said):
        taken.append(amendment)
        remarks += said
      case .unread(let refused): unread.append(refused)
      }
    }
    unread.sort { NaturalOrder.precedes($0.name, $1.name) }
    remarks.sort { NaturalOrder.precedes($0.name, $1.name) }
    self.init(base: base, composition: composing(taken), unread: unread, remarks: remarks)
  }
}
