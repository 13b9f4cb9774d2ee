/// Finds bytes that are no UTF-8; they are read as U+FFFD.
enum Utf8Check {
  static func findings(in bytes: [UInt8], wideLines: [Int], starts: [Int]) -> [Finding] {
    var findings: [Finding] = []
    for line in wideLines {
      let start = starts[line]
      let end = line + 1 < starts.count ? starts[line + 1] : bytes.count
      var at = start
      while at < end {
        let length = self.length(bytes, at, end)
        if length > 0 {
          at += length
          continue
        }
        findings.append(
          Finding(
            code: "invalid-utf8", severity: .warning, span: at..<at + 1,
            message: "A byte here is not UTF-8 text; it is shown as \u{FFFD}.",
            fix: "Save the file as UTF-8."))
        at += 1
      }
    }
    return findings
  }

  /// The length of a well-formed sequence (Unicode 15 table 3-7), or 0.
  private static func length(_ bytes: [UInt8], _ at: Int, _ end: Int) -> Int {
    let first = bytes[at]
    if first < 0x80 { return 1 }
    func continues(_ offset: Int, _ low: UInt8 = 0x80, _ high: UInt8 = 0xBF) -> Bool {
      at + offset < end && bytes[at + offset] >= low && bytes[at + offset] <= high
    }
    switch first {
    case 0xC2...0xDF: return continues(1) ? 2 : 0
    case 0xE0: return continues(1, 0xA0) && continues(2) ? 3 : 0
    case 0xED: return continues(1, 0x80, 0x9F) && continues(2) ? 3 : 0
    case 0xE1...0xEF: return continues(1) && continues(2) ? 3 : 0
    case 0xF0: return continues(1, 0x90) && continues(2) && continues(3) ? 4 : 0
    case 0xF1...0xF3: return continues(1) && continues(2) && continues(3) ? 4 : 0
    case 0xF4: return continues(1, 0x80, 0x8F) && continues(2) && continues(3) ? 4 : 0
    default: return 0
    }
  }
}
