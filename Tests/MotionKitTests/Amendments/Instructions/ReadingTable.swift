import Foundation
import MotionKit
import Testing

/// Instructions in the patterns in which people write them, with what each is read as: the specification.
///
/// The pages of `Tests/Fixtures/readings` hold one instruction in each block. Below it stand the sentence that says it
/// back (`=`), the operations (`*`), what else is said (`!`), and the lines of the motion that go and come (`-`, `+`);
/// or, where it is not taken, why (`?`) and which places may be meant.
enum ReadingTable {
  struct Row: CustomTestStringConvertible, Sendable {
    var page: String
    var base: String
    var instruction: String
    var expected: [String]
    var testDescription: String { "\(page): \(instruction)" }
  }

  static let isRecording = ProcessInfo.processInfo.environment["MOTIONS_RECORD_READINGS"] != nil

  static let pages = ["parliament", "union", "council", "students", "nations", "statute", "speech", "papers"]

  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../../Fixtures/readings").standardizedFileURL

  static func text(_ page: String) -> String {
    let file = folder.appending(path: page + ".md")
    return (try? String(contentsOf: file, encoding: .utf8)) ?? ""
  }

  /// The fenced blocks of a page of one kind: the word after the kind, and the lines.
  static func blocks(_ kind: String, _ page: String) -> [(name: String, lines: [String])] {
    var blocks: [(name: String, lines: [String])] = []
    var isOpen = false
    for line in text(page).components(separatedBy: "\n") {
      if isOpen, line == "```" {
        isOpen = false
      } else if isOpen {
        blocks[blocks.count - 1].lines.append(line)
      } else if line.hasPrefix("```" + kind + " ") {
        isOpen = true
        blocks.append((String(line.dropFirst(kind.count + 4)), []))
      }
    }
    return blocks
  }

  static let bases: [String: String] = Dictionary(
    uniqueKeysWithValues: blocks("motion", "motions").map { ($0.name, $0.lines.joined(separator: "\n") + "\n") })

  static let readers: [String: InstructionReader] = bases.mapValues { InstructionReader(base: Document(parsing: $0)) }

  static let rows: [Row] = pages.flatMap { page in
    blocks("reading", page).map { block in
      let cut = block.lines.firstIndex { $0.hasPrefix("= ") || $0.hasPrefix("? ") } ?? block.lines.count
      return Row(
        page: page, base: block.name, instruction: block.lines[..<cut].joined(separator: "\n"),
        expected: Array(block.lines[cut...]))
    }
  }

  /// What a reading is, in the lines of the table.
  static func lines(of reading: Reading, in base: Document) -> [String] {
    var lines: [String] = []
    if reading.verdict == .understood {
      lines += reading.sentence.components(separatedBy: "\n").map { "= " + $0 }
      lines += reading.operations.map { "* " + $0.line }
    } else {
      let finding = reading.findings.first
      lines.append("? \(finding?.code ?? ""): \(finding?.message ?? "")")
      if !reading.candidates.isEmpty {
        lines.append("? " + reading.candidates.map(\.path.text).joined(separator: ", "))
      }
    }
    if !reading.requires.isEmpty { lines.append("! requires " + reading.requires.joined(separator: ", ")) }
    if !reading.fallsIf.isEmpty { lines.append("! falls if " + reading.fallsIf.joined(separator: ", ")) }
    if let check = reading.check { lines.append("! " + (check.matches ? "reads so" : "does not read so")) }
    lines += reading.findings.filter { $0.severity == .note }.map { "! \($0.code): \($0.message)" }
    if reading.verdict == .understood {
      let result = Composition(of: base, with: [Amendment(name: "A1", operations: reading.operations)])
      lines += difference(base.bytes, result.bytes)
    }
    return lines
  }

  /// The lines that go and those that come, blank ones apart, in the order of the text.
  private static func difference(_ old: [UInt8], _ new: [UInt8]) -> [String] {
    func lines(_ bytes: [UInt8]) -> [String] {
      String(decoding: bytes, as: UTF8.self).components(separatedBy: "\n").filter { !$0.isEmpty }
    }
    let changes = lines(new).difference(from: lines(old))
    let gone: [(Int, String)] = changes.removals.map { change in
      guard case .remove(let offset, let line, _) = change else { return (0, "") }
      return (offset, "- " + line)
    }
    let come: [(Int, String)] = changes.insertions.map { change in
      guard case .insert(let offset, let line, _) = change else { return (0, "") }
      return (offset, "+ " + line)
    }
    return gone.map(\.1) + come.map(\.1)
  }

  /// Writes what every instruction of a page is read as into its block.
  static func record(_ page: String) throws {
    var result: [String] = []
    var block: (name: String, lines: [String])?
    for line in text(page).components(separatedBy: "\n") {
      guard let open = block else {
        result.append(line)
        if line.hasPrefix("```reading ") { block = (String(line.dropFirst(11)), []) }
        continue
      }
      guard line == "```" else {
        block?.lines.append(line)
        continue
      }
      let instruction = Array(open.lines.prefix { !$0.hasPrefix("= ") && !$0.hasPrefix("? ") })
      result += instruction
      if let reader = readers[open.name] {
        let reading = reader.read(instruction.joined(separator: "\n"))
        result += lines(of: reading, in: reader.base)
      }
      result.append(line)
      block = nil
    }
    try result.joined(separator: "\n").write(
      to: folder.appending(path: page + ".md"), atomically: true, encoding: .utf8)
  }
}

extension MotionKit.Operation {
  /// The operation on one line: kind, place, what goes and what comes.
  fileprivate var line: String {
    var words = [kind.rawValue, path.text.isEmpty ? "." : path.text]
    if let to { words.append("to " + (to.text.isEmpty ? "." : to.text)) }
    if let placement { words.append(placement.rawValue) }
    if let occurrence { words.append("#\(occurrence)") }
    if let old { words.append("“\(old)”") }
    if let until { words.append((untilStays ? "before" : "through") + " “\(until)”") }
    if let new { words.append("→ “" + new.replacing("\n", with: "⏎") + "”") }
    if asWritten { words.append("as written") }
    return words.joined(separator: " ")
  }
}
