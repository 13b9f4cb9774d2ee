internal import MotionKit

extension Failure {
  /// A finding in a file that stops a command: its place, the line, what to write instead.
  init(_ finding: Finding, in bytes: [UInt8], file: String) {
    self.init(.badInput, finding.code, finding.message, file: file, help: finding.fix)
    guard let span = finding.span else { return }
    let document = Document(parsing: bytes)
    let place = document.place(of: span.lowerBound)
    (line, column, excerpt) = (place.line, place.column, document.line(containing: span.lowerBound))
  }

  /// A short line given as a shell argument.
  init(shortLine line: String) {
    self.init(
      .usage, "short-line-argument", "“\(line)” is a short line: a shell reads such signs in its own way.",
      help: "Type it at the prompt (motions meeting), or give it in a file or on standard input: motions amend M1 -")
  }
}
