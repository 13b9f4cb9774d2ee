import Foundation
import MotionKit
import Testing

/// The runs of letters and figures of a text, counted.
private func words(_ text: String) -> [String: Int] {
  var counts: [String: Int] = [:]
  var word = ""
  for scalar in text.unicodeScalars {
    if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
      word.unicodeScalars.append(scalar)
    } else if !word.isEmpty {
      counts[word, default: 0] += 1
      word = ""
    }
  }
  if !word.isEmpty { counts[word, default: 0] += 1 }
  return counts
}

/// What of the original stands in the result: the body, and the values that the front matter took from the text.
private func kept(_ imported: Imported) -> String {
  guard let end = imported.text.firstRange(of: "\n---\n") else { return imported.text }
  let people = imported.text[..<end.lowerBound].split(separator: "\n").flatMap { line in
    ["mover: ", "seconder: "].filter { line.hasPrefix($0) }.map { String(line.dropFirst($0.count)) }
  }
  let front = ([imported.title ?? ""] + people).joined(separator: "\n")
  return front + "\n" + imported.text[end.upperBound...]
}

/// A paste with what programs and pages put around a motion; no word of it stands there twice.
private struct MessyPaste {
  var chance: Chance
  private var used = 0

  init(seed: UInt64) { chance = Chance(seed: seed) }

  private mutating func word() -> String {
    used += 1
    let letters = "abcdefghijklmnopqrstuvwxyz".map(String.init)
    var text = ""
    for _ in 0..<3 { text += chance.pick(letters) }
    var rest = used
    while rest > 0 {
      text += letters[rest % 26]
      rest /= 26
    }
    return text + "q"
  }

  private mutating func sentence() -> String {
    let glue = [
      " ", " ", " ", " ", "  ", "\u{A0}", "\n", "-\n", "\u{AD}\n", "\u{200B}", "\t", ", ", " “", "” ", " (", ") ",
    ]
    var text = word().capitalized
    for _ in 0..<(1 + chance.below(12)) { text += chance.pick(glue) + word() }
    return text + chance.pick([".", ".", ";", ":", ""])
  }

  mutating func text() -> String {
    var lines: [String] = []
    if chance.below(2) == 0 { lines += [chance.pick(["Motion on ", "Emergency motion: ", "", "Re: "]) + word(), ""] }
    if chance.below(3) == 0 { lines += ["Moved by: " + word(), ""] }
    let style = chance.below(4)
    for number in 1...(1 + chance.below(9)) {
      switch chance.below(9) {
      case 0: lines += ["", "This \(word()) notes:", ""]
      case 1: lines += ["", "Page \(number) of 9", ""]
      case 2: lines += ["\u{0C}" + word(), "\(number)"]
      case 3: lines += ["o\t" + sentence()]
      default: break
      }
      let label = ["\(number).", "\(number) .", "\(number)", "(\(Character(Unicode.Scalar(UInt8(96 + number)))))"][
        style]
      lines.append(label + chance.pick(["\t", " ", "   ", "\n"]) + sentence())
    }
    switch chance.below(5) {
    case 0: lines += ["", "-- ", word().capitalized, word()]
    case 1: lines += ["", "Sent from my " + word()]
    case 2:
      lines =
        ["On \(word()), \(word()) wrote:"] + lines.joined(separator: "\n").split(separator: "\n").map { "> \($0)" }
    case 3: lines = lines.enumerated().map { $0 % 5 == 4 ? "\($0 + 1)    \($1)" : $1 }
    default: break
    }
    return lines.joined(separator: chance.pick(["\n", "\r\n"]))
  }
}

@Suite("What importing promises")
struct ImportLawTests {
  @Test("no word is lost or invented unless a guess says so", arguments: 0..<20)
  func everyWord(_ block: Int) {
    for seed in (block * 20)..<(block * 20 + 20) {
      var paste = MessyPaste(seed: UInt64(seed))
      let raw = paste.text()
      let imported = Imported(of: Array(raw.utf8))
      let before = words(raw)
      let after = words(kept(imported))
      let said = words(imported.guesses.map(\.before).joined(separator: "\n"))
      let put = words(imported.guesses.map(\.after).joined(separator: "\n"))
      for (word, count) in before where after[word, default: 0] < count {
        #expect(count - after[word, default: 0] <= said[word, default: 0], "seed \(seed): \(word) is lost: \(raw)")
      }
      for (word, count) in after where before[word, default: 0] < count {
        #expect(count - before[word, default: 0] <= put[word, default: 0], "seed \(seed): \(word) is new: \(raw)")
      }
      #expect(
        Imported(of: Array(imported.text.utf8)).text.utf8.elementsEqual(imported.text.utf8), "seed \(seed): \(raw)")
    }
  }

  @Test(
    "a text that is one thing over and over costs no more than its length", .timeLimit(.minutes(5)),
    arguments: [
      ("1. ", "(", ""), ("1. ", "([", "])"), ("1. ab\n", "ab-\n", ""), ("1. ab\n", "ab\u{AD}\n", ""),
      ("1. ab\n", "\n", "Page 2\n"), ("1. ab", "\u{200E}", "\n"), ("<p></p>", "<ul><li>x", ""), ("<p></p>", "<!--", ""),
      ("<p>x</p><table>", "<tr><td>x", "</table>"), ("<p>x</p><table>", "<td>x", "<tr><td>y"), (">", "> ", "1. x"),
    ])
  func hostile(_ start: String, _ middle: String, _ end: String) {
    let count = 8000
    let raw = start + String(repeating: middle, count: count) + String(repeating: end, count: count)
    let imported = Imported(of: Array(raw.utf8))
    #expect(imported.text.utf8.count < 200 * raw.utf8.count)
    #expect(imported.warnings.count < 100)
  }

  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("../Fixtures/import")

  private static func fixture(_ name: String) throws -> [UInt8] {
    Array(try Data(contentsOf: folder.appendingPathComponent(name)))
  }

  @Test("files of real programs give the motion that a reader sees")
  func files() throws {
    let fares = try Imported(file: Self.fixture("fares.docx"))
    #expect(fares.title == "Bus fares")
    #expect(fares.text.contains("1. Fares rose by twelve per cent.\n2. Night buses ended in every village.\n"))
    #expect(fares.text.contains("1. Towns keep two routes.\n"))
    #expect(fares.text.contains("## What we ask\n"))
    #expect(fares.text.contains("• To campaign for a freeze.\n• To write to the council.\n"))
    #expect(fares.text.contains("| 2026 | £3 |"))
    let rents = try Imported(file: Self.fixture("rents.html"))
    #expect(rents.title == "Rents in the harbour")
    #expect(rents.text.contains("mover: Harbour branch\n"))
    #expect(rents.text.contains("1. Rents rose by a fifth in two years.\n   a. In the old town;\n"))
    #expect(rents.text.contains("1. To ask for a limit.\n2. To publish\n"))
    #expect(!rents.text.contains("rights"))
    let cafe = try Imported(file: Self.fixture("cafe.eml"))
    #expect(cafe.title == "The café")
    #expect(
      cafe.text.contains("1. The library’s café is where members meet, and it has been closed since the spring.\n"))
    #expect(cafe.guesses.contains { $0.code == .joined && $0.line == 17 })
    #expect(cafe.guesses.contains { $0.before == "rents.pdf" })
  }

  @Test(
    "a file of a real program with some bytes changed is read or refused, and what was read stays as it is",
    arguments: ["fares.docx", "rents.html", "cafe.eml"], 0..<4)
  func mutations(_ name: String, _ block: Int) throws {
    let whole = try Self.fixture(name)
    for seed in (block * 12)..<(block * 12 + 12) {
      var chance = Chance(seed: UInt64(seed))
      var bytes = whole
      for _ in 0..<(1 + chance.below(5)) {
        let place = chance.below(bytes.count)
        switch chance.below(5) {
        case 0: bytes[place] = UInt8(chance.below(256))
        case 1: bytes.removeSubrange(place..<min(bytes.count, place + 1 + chance.below(40)))
        case 2: bytes.insert(chance.pick([0, 10, 13, 0x3C, 0x3E, 0x26, 0x3D, 0x80, 0xFF]), at: place)
        case 3: bytes.removeSubrange(place...)
        default: bytes[place] ^= UInt8(1 << chance.below(8))
        }
        if bytes.isEmpty { bytes = [10] }
      }
      guard let once = try? Imported(file: bytes).text else { continue }
      #expect(once.hasPrefix("---\n"), "seed \(seed)")
      #expect(Imported(of: Array(once.utf8)).text.utf8.elementsEqual(once.utf8), "seed \(seed)")
    }
  }
}
