internal import ArgumentParser

/// The help of every command as one text, so that what is printed and what is published cannot differ.
package enum Reference {
  /// `Docs/reference.md`.
  package static var page: String {
    var text = """
      # Every command

      This page is what `motions help` says, command by command; it is generated and compared in a test.

      """
    for command in commands() {
      let depth = command.names.count == 1 ? 2 : command.names.count
      let heading = String(repeating: "#", count: depth)
      text += "\n\(heading) \(command.names.joined(separator: " "))\n\n```text\n\(command.help)\n```\n"
    }
    return text
  }

  /// The manual page `motions.1`, for `man`.
  package static var manual: String {
    var text = """
      .TH MOTIONS 1 "" "motions \(Motions.version)" "Motions"
      .SH NAME
      motions \\- \(roff(Motions.configuration.abstract))

      """
    for command in commands() {
      text += ".SH \(roff(command.names.joined(separator: " ").uppercased()))\n.nf\n"
      text += command.help.split(separator: "\n", omittingEmptySubsequences: false).map { roff($0) + "\n" }.joined()
      text += ".fi\n"
    }
    return text
  }

  private struct Entry {
    /// `motions`, `ledger`, `append`.
    var names: [String]
    var help: String
  }

  private static func commands() -> [Entry] {
    entries(Motions.self, under: [])
  }

  private static func entries(_ type: any ParsableCommand.Type, under names: [String]) -> [Entry] {
    guard type.configuration.shouldDisplay else { return [] }
    let names = names + [type._commandName]
    let help = type == Motions.self ? Motions.helpMessage(columns: 90) : Motions.helpMessage(for: type, columns: 90)
    // Lines padded with blanks are not what anybody wants in a file.
    let lines = help.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      String(line.reversed().drop { $0 == " " }.reversed())
    }
    let text = String(lines.joined(separator: "\n").reversed().drop { $0 == "\n" }.reversed())
    return [Entry(names: names, help: text)]
      + type.configuration.subcommands.flatMap { entries($0, under: names) }
  }

  /// A line as roff takes it literally.
  private static func roff(_ line: some StringProtocol) -> String {
    var text = ""
    if line.first == "." || line.first == "'" { text = "\\&" }
    for character in line {
      switch character {
      case "\\": text += "\\e"
      case "-": text += "\\-"
      default: text.append(character)
      }
    }
    return text
  }
}
