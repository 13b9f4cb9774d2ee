internal import MotionKit

/// The text of a motion as it is put, composed and kept: the file without its front matter.
package enum MotionText {
  /// The file that a text is composed in and written for reading: frozen labels, number and title in front.
  package static func file(number: String, kind: String, title: String?, body: [UInt8]) -> [UInt8] {
    var lines = ["---", "number: \(number)", "kind: \(kind)"]
    if let title { lines.append("title: \(quoted(title))") }
    lines += ["numbering: frozen", "---", ""]
    return Array(lines.joined(separator: "\n").utf8) + body
  }

  /// A file's text without its front matter.
  package static func body(of file: [UInt8]) -> [UInt8] {
    let document = Document(parsing: file)
    return Array(file[document.body])
  }

  /// A double-quoted scalar that every YAML reader understands.
  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case _ where scalar.value < 0x20: result += " "
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
