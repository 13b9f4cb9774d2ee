import Foundation
import MotionKit
import Testing

/// Unicode's own cases, read where the system keeps them (Debian: the package unicode-data).
enum UnicodeFiles {
  static let folder = URL(filePath: "/usr/share/unicode")
  static let breaks = try? String(contentsOf: folder.appending(path: "auxiliary/WordBreakTest.txt"), encoding: .utf8)

  /// A text and where Unicode divides it, in UTF-8 offsets.
  static let cases: [(text: [UInt8], boundaries: [Int])] = (breaks ?? "").split(separator: "\n").compactMap { line in
    let marks = line.prefix { $0 != "#" }.split(whereSeparator: { $0 == " " || $0 == "\t" })
    guard !marks.isEmpty else { return nil }
    var text: [UInt8] = []
    var boundaries: [Int] = []
    for mark in marks {
      if mark == "÷" {
        boundaries.append(text.count)
      } else if let value = UInt32(mark, radix: 16), let scalar = Unicode.Scalar(value) {
        text += Array(String(scalar).utf8)
      }
    }
    return (text, boundaries)
  }
}

@Suite("Words as Unicode divides them")
struct WordBreakTests {
  @Test(
    "Every case of Unicode's own test is divided as it says",
    .enabled(if: UnicodeFiles.breaks != nil, "the package unicode-data is not installed"))
  func unicode() {
    #expect(UnicodeFiles.cases.count > 1800)
    for (text, boundaries) in UnicodeFiles.cases {
      let breaks = WordBreaks(bytes: text, end: text.count, colonJoinsLetters: true)
      var found = [0]
      while let last = found.last, last < text.count { found.append(breaks.boundary(after: last)) }
      #expect(found == boundaries, "\(String(decoding: text, as: UTF8.self).unicodeScalars.map { $0.value })")
    }
  }

  @Test(
    "A token of Unicode's cases is one of its words or marks, but for what readers of motions take as one",
    .enabled(if: UnicodeFiles.breaks != nil, "the package unicode-data is not installed"))
  func tokens() {
    for (text, boundaries) in UnicodeFiles.cases where !text.contains(UInt8(ascii: ":")) {
      var vocabulary = Vocabulary()
      let tokens = Tokens(of: text, vocabulary: &vocabulary)
      #expect(DiffLaws.tokens(tokens, of: text) == nil)
      for index in 0..<tokens.count {
        let range = tokens.range(index)
        // White space that has something attached to it is no part of a token; what is attached is.
        let afterSpace = range.lowerBound > 0 && text[range.lowerBound - 1] <= 0x20
        #expect(boundaries.contains(range.lowerBound) || afterSpace, "\(text)")
        #expect(boundaries.contains(range.upperBound), "\(text)")
        let inner = boundaries.filter { $0 > range.lowerBound && $0 < range.upperBound }
        let joining = inner.filter { text[$0] != UInt8(ascii: "'") && text[$0 - 1] != UInt8(ascii: "'") }
        #expect(joining.isEmpty || isRun(text[range]), "\(text) \(range)")
      }
    }
  }

  /// One mark several times.
  private func isRun(_ bytes: ArraySlice<UInt8>) -> Bool {
    (1..<bytes.count).contains { length in
      bytes.count % length == 0 && bytes.indices.dropFirst(length).allSatisfy { bytes[$0] == bytes[$0 - length] }
    }
  }

  @Test(
    "The table is what Unicode's file says",
    .enabled(if: UnicodeFiles.breaks != nil, "the package unicode-data is not installed"))
  func table() throws {
    let classes: [Substring: WordBreakClass] = [
      "CR": .newline, "LF": .newline, "Newline": .newline, "Extend": .extend, "Format": .extend, "ZWJ": .joiner,
      "ALetter": .letter, "Hebrew_Letter": .hebrewLetter, "Numeric": .numeric, "Katakana": .katakana,
      "ExtendNumLet": .connector, "MidLetter": .midLetter, "MidNumLet": .midNumberOrLetter, "MidNum": .midNumber,
      "Single_Quote": .singleQuote, "Double_Quote": .doubleQuote, "Regional_Indicator": .regional, "WSegSpace": .space,
    ]
    let file = try String(
      contentsOf: UnicodeFiles.folder.appending(path: "auxiliary/WordBreakProperty.txt"), encoding: .utf8)
    var count = 0
    for line in file.split(separator: "\n") where !line.hasPrefix("#") {
      let parts = line.split(whereSeparator: { " ;#".contains($0) })
      let range = parts[0].split(separator: ".").compactMap { UInt32($0, radix: 16) }
      let expected = try #require(classes[parts[1]])
      for scalar in [range.first, range.last].compactMap(\.self) {
        let found = WordBreakClass(scalar)
        #expect(found == expected || found == .pictographLetter && expected == .letter, "U+\(scalar) \(parts[1])")
        count += 1
      }
    }
    #expect(count > 1300)
    #expect(WordBreakClass(0x10FFFF) == .other && WordBreakClass(0) == .other && WordBreakClass(0x7FF) == .other)
    #expect(WordBreakClass(0x1F600) == .pictograph && WordBreakClass(0x4E00) == .other)
  }
}
