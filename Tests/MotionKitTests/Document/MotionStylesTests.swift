import Foundation
import MotionKit
import Testing

/// Motions as different bodies write them, each with the tree that a person sees in it.
///
/// A file of Fixtures/styles holds a text, a line `=> tree`, and the outline.
enum MotionStyles {
  static let all: [Shape] = {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../Fixtures/styles")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.sorted().compactMap { name in
      guard let data = try? Data(contentsOf: folder.appending(path: name)) else { return nil }
      let parts = String(decoding: data, as: UTF8.self).components(separatedBy: "=> tree\n")
      guard parts.count == 2 else { return nil }
      return Shape(name, parts[0], parts[1].trimmingCharacters(in: .newlines))
    }
  }()
}

@Suite("Styles of motions")
struct MotionStylesTests {
  @Test("The motions are there")
  func table() { #expect(MotionStyles.all.count >= 80) }

  @Test("A motion in any style has the tree that a person sees in it", arguments: MotionStyles.all)
  func outline(shape: Shape) {
    let document = Document(parsing: shape.text)
    #expect(document.outline == shape.outline)
    guard !document.findings.contains(where: { $0.code.utf8.starts(with: "number-".utf8) }) else { return }
    #expect(document.renumbered().bytes == document.bytes, "consistent labels renumber to themselves")
  }

  @Test("Line ends, a byte-order mark and a missing last newline change no tree", arguments: MotionStyles.all)
  func lineEnds(shape: Shape) {
    // Raw text keeps its line ends.
    guard !Document(parsing: shape.text).nodes.contains(where: { $0.kind == .raw }) else { return }
    for end in ["\r\n", "\r"] {
      let text = shape.text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: end)
      #expect(Document(parsing: text).outline == shape.outline, "line ends \(end.utf8.map(\.self))")
    }
    #expect(Document(parsing: "\u{FEFF}" + shape.text).outline == shape.outline, "byte-order mark")
    #expect(Document(parsing: shape.text.trimmingCharacters(in: .newlines)).outline == shape.outline, "no last newline")
  }
}
