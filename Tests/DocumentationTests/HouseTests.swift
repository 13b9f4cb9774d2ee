import Foundation
import Testing

/// The rules of the house that no compiler checks.
@Suite("House")
struct HouseTests {
  /// Which modules the files of a room may import.
  private static let imports: [String: Set<String>] = [
    "MotionKit": [],
    "CanonicalJSON": [],
    "ModelMotions": [],
    "Platform": ["Glibc", "Musl", "Darwin", "Synchronization"],
    "Ledger": ["CanonicalJSON", "Platform", "Crypto"],
    "Meeting": ["MotionKit", "Ledger", "CanonicalJSON", "Synchronization"],
    "Publishing": ["Meeting", "MotionKit", "CanonicalJSON"],
    "Commands": [
      "Synchronization",
      "Publishing", "Meeting", "Ledger", "MotionKit", "CanonicalJSON", "Platform", "ModelMotions", "ArgumentParser",
    ],
    "motions": ["Commands", "Platform"],
  ]

  /// Every file of ours that is compiled into the command, with the room it belongs to.
  private static let sources: [(room: String, path: String)] =
    Repository.files(under: "Sources", ending: ".swift").map { path in
      (String(path.split(separator: "/")[1]), path)
    } + Repository.files(under: "motions", ending: ".swift").map { ("ModelMotions", $0) }

  private static let tests = Repository.files(under: "Tests", ending: ".swift")

  @Test("Every room imports what it may and nothing else")
  func roomsImportWhatTheyMay() throws {
    #expect(Set(HouseTests.sources.map(\.room)) == Set(HouseTests.imports.keys))
    for (room, path) in HouseTests.sources {
      for module in imported(by: try Repository.text(path)) {
        #expect(HouseTests.imports[room]?.contains(module) == true, "\(path) imports \(module)")
      }
    }
  }

  @Test("The reader of imports sees every way to write one")
  func readsImports() {
    #expect(
      imported(by: "import A\n  internal import B\n@preconcurrency public import struct C.D\n") == ["A", "B", "C"])
    #expect(imported(by: "// import A\nlet text = \"import B\"\nimportant()\n").isEmpty)
  }

  @Test("The library is the one declared product, so that whoever adds it fetches nothing else")
  func oneProduct() throws {
    let manifest = try Repository.text("Package.swift")
    #expect(manifest.ranges(of: ".library(").count == 1)
    #expect(manifest.contains(".library(name: \"MotionKit\", targets: [\"MotionKit\"])"))
    #expect(!manifest.contains(".executable("))
    #expect(manifest.contains(".target(name: \"MotionKit\", swiftSettings: settings)"), "MotionKit depends on nothing")
  }

  @Test("There are two dependencies, each of one exact version")
  func twoDependencies() throws {
    let manifest = try Repository.text("Package.swift")
    let lines = manifest.split(separator: "\n").filter { $0.contains(".package(") }
    #expect(lines.count == 2)
    #expect(lines.allSatisfy { $0.contains("exact:") })
  }

  @Test("No source file is longer than 500 lines; tables of tests may be")
  func shortFiles() throws {
    for (_, path) in HouseTests.sources {
      let count = try Repository.text(path).split(separator: "\n", omittingEmptySubsequences: false).count - 1
      #expect(count <= 500, "\(path) has \(count) lines: split it by concept")
    }
  }

  @Test("Files and folders are named for what they hold")
  func names() {
    let forbidden = ["util", "helper", "common", "manager", "extensions", "service"]
    for path in HouseTests.sources.map(\.path) + HouseTests.tests {
      let words = path.split(whereSeparator: { "/.+-".contains($0) }).map { $0.lowercased() }
      for word in words {
        #expect(!forbidden.contains { word.hasPrefix($0) || word.hasSuffix($0) }, "\(path): name it for its concept")
      }
    }
    let all = HouseTests.sources.map { $0.path.lowercased() }
    #expect(Set(all).count == all.count, "two names differ in case only")
  }

  @Test("Nothing crashes on purpose, is left for later, or reaches around a door")
  func phrases() throws {
    let forbidden = [
      "fatalError(", "preconditionFailure(", "try!", "as!", "@testable", "@_spi", "@_exported", "T" + "ODO",
      "F" + "IXME", "swiftlint", "swift-format-ignore-file",
    ]
    for (_, path) in HouseTests.sources {
      for (number, line) in try Repository.text(path).split(separator: "\n", omittingEmptySubsequences: false)
        .enumerated()
      {
        for phrase in forbidden where line.contains(phrase) {
          Issue.record("\(path):\(number + 1) has \(phrase)")
        }
      }
    }
  }

  @Test("Only the door to the system reads clock, zone, environment, chance and streams")
  func oneDoor() throws {
    let words = [
      "ContinuousClock", "SuspendingClock", "CommandLine.", "SystemRandomNumberGenerator", " readLine(", "getenv",
    ]
    for (room, path) in HouseTests.sources where room != "Platform" && room != "motions" {
      let text = try Repository.text(path)
      for word in words where text.contains(word) {
        Issue.record("\(path) uses \(word)")
      }
      #expect(!text.contains("\n  print(") && !text.contains(" print(\""), "\(path) prints past the world")
    }
  }

  @Test("Every public type of the library says what it is")
  func documented() throws {
    for path in Repository.files(under: "Sources/MotionKit", ending: ".swift") {
      var last: Substring = ""
      for line in try Repository.text(path).split(separator: "\n") where !line.hasPrefix("@") {
        let isType = ["struct", "enum", "protocol", "class", "actor"].contains { line.hasPrefix("public \($0) ") }
        #expect(!isType || last.hasPrefix("///"), "\(path): \(line)")
        last = line
      }
    }
  }

  @Test("Everything speaks of the project alone: no place on anybody's machine, no paper that readers do not have")
  func speaksOfItself() throws {
    let forbidden = ["/wo" + "rk/", "/tm" + "p/", "/ro" + "ot/", "/ho" + "me/", "DESIGN" + ".md", "CONTRACTS" + ".md"]
    let texts = HouseTests.sources.map(\.path) + HouseTests.tests + Repository.pages + ["Package.swift"]
    for path in texts {
      let text = try Repository.text(path)
      for phrase in forbidden { #expect(!text.contains(phrase), "\(path) mentions \(phrase)") }
    }
  }

  private func imported(by text: String) -> [String] {
    text.split(separator: "\n").compactMap { line in
      var words = line.split(separator: " ").drop { $0.hasPrefix("@") }
      if let access = words.first, ["public", "package", "internal", "fileprivate", "private"].contains(access) {
        words = words.dropFirst()
      }
      guard words.first == "import" else { return nil }
      words = words.dropFirst()
      if let kind = words.first,
        ["struct", "class", "enum", "func", "var", "let", "protocol", "typealias"].contains(kind)
      {
        words = words.dropFirst()
      }
      return words.first.map { String($0.prefix { $0 != "." }) }
    }
  }
}
