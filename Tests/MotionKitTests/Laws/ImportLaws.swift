import MotionKit

/// What holds of every paste.
enum ImportLaws {
  static func broken(by bytes: [UInt8]) -> String? {
    let imported = Imported(of: bytes)
    let document = Document(parsing: imported.text)
    var broken = Broken()
    broken.unless(document.hasFrontMatter, "what was imported has fields")
    broken.unless(DocumentLaws.tree(document))
    for span in imported.findings.compactMap(\.span) {
      broken.unless(span.lowerBound >= 0 && span.upperBound <= document.bytes.count, "findings lie in the file")
    }
    for (guess, next) in zip(imported.guesses, imported.guesses.dropFirst()) {
      broken.unless(guess.line <= next.line, "guesses are in the order of the lines")
    }
    broken.unless(imported.guesses.allSatisfy { $0.line >= 1 }, "a guess has a line")
    let again = Imported(of: Array(imported.text.utf8))
    broken.unless(again.text.utf8.elementsEqual(imported.text.utf8), "importing what was imported changes nothing")
    return broken.law
  }
}
