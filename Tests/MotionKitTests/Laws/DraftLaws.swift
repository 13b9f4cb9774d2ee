import MotionKit

/// What holds of looking through a motion and mending it.
enum DraftLaws {
  static func broken(by bytes: [UInt8]) -> String? {
    let document = Document(parsing: bytes)
    let draft = Draft(document, expectations: Expectations(wordLimit: 20, kinds: ["ordinary"], mover: .required))
    var broken = Broken()
    for finding in draft.findings {
      broken.unless(!finding.message.isEmpty, "\(finding.code) says something")
      for span in [finding.span, finding.edit?.span].compactMap({ $0 }) {
        broken.unless(span.lowerBound >= 0 && span.upperBound <= bytes.count, "\(finding.code) lies in the file")
      }
    }
    // One fix can uncover another; that it comes to an end is the law.
    var mended = bytes
    var rounds = 0
    while let next = Draft(Document(parsing: mended)).mended() {
      broken.unless(next != mended, "mending changes something or is done")
      mended = next
      rounds += 1
      guard rounds < 20 else { return "mending comes to an end" }
    }
    return broken.law
  }
}
