extension Roll {
  /// Reads a roll from comma-separated lines: `name,vote` or `name,vote,weight`, or with a heading line
  /// `name,for,against,abstain` for blocks that may be split.
  ///
  /// A vote is `for`, `against` or `abstain`, or the words that people use for them (yes, aye, no, abstained). A heading
  /// line may put the columns in another order. A voter may stand there once only.
  public init(reading bytes: [UInt8]) throws(RollError) {
    let table: CommaSeparated
    do {
      table = try CommaSeparated(reading: bytes)
    } catch {
      throw RollError(
        code: "roll-quotation-open", message: "This quotation mark is never closed.", line: error.line,
        column: error.column, help: "Close it, or double a quotation mark that belongs to a name.")
    }
    var rows = table.rows[...]
    var columns = Columns.plain
    if let first = rows.first, let heading = Columns(heading: first) {
      columns = heading
      rows.removeFirst()
    }
    var lines: [Line] = []
    var seen: [String: Int] = [:]
    for row in rows {
      let line = try columns.read(row)
      let key = line.name.lowercased()
      if let earlier = seen[key] {
        let place = row.first
        throw RollError(
          code: "roll-voter-twice", message: "“\(line.name)” has voted already, on line \(earlier).",
          line: place?.line ?? 1, column: place?.column ?? 1, help: "Leave one of the two lines out.")
      }
      seen[key] = row.first?.line
      lines.append(line)
    }
    guard !lines.isEmpty else {
      throw RollError(
        code: "roll-empty", message: "There is no vote in this roll.", line: 1, column: 1,
        help: "Write one voter a line: name,vote")
    }
    self.init(lines)
  }

  /// Which cell of a line is what.
  private struct Columns {
    var name = 0
    var vote: Int?
    var weight: Int?
    var figures: [Vote: Int] = [:]

    static let plain = Columns(name: 0, vote: 1, weight: 2)

    init(name: Int, vote: Int?, weight: Int?) {
      self.name = name
      self.vote = vote
      self.weight = weight
    }

    /// `nil` where the line is not a heading but a vote.
    init?(heading: [CommaSeparated.Cell]) {
      let words = heading.map { PlainWords.trim($0.text).lowercased() }
      guard let name = words.firstIndex(where: { ["name", "voter", "member", "branch", "delegate"].contains($0) })
      else { return nil }
      self.init(
        name: name, vote: words.firstIndex(of: "vote"),
        weight: words.firstIndex { ["weight", "votes", "cards"].contains($0) })
      for vote in Vote.allCases { figures[vote] = words.firstIndex(of: vote.rawValue) }
      guard vote != nil || !figures.isEmpty else { return nil }
    }

    func read(_ row: [CommaSeparated.Cell]) throws(RollError) -> Line {
      let name = PlainWords.trim(try cell(row, name, "name").text)
      guard !name.isEmpty else {
        throw fault(row, self.name, "roll-name-missing", "This line names no voter.", "Write the name first: name,vote")
      }
      guard let vote else {
        var line = Line(name: name)
        line.for = try figure(row, .for)
        line.against = try figure(row, .against)
        line.abstain = try figure(row, .abstain)
        let all = UInt128(line.for) + UInt128(line.against) + UInt128(line.abstain)
        if all > UInt128(Int.max) {
          throw fault(row, self.name, "roll-weight-invalid", "These are more votes than can be counted.", nil)
        }
        if let weight, row.indices.contains(weight) {
          let cast = try number(row, weight)
          if all != UInt128(cast) {
            throw fault(
              row, weight, "roll-split-differs", "The block has \(cast) votes, but \(all) of them are given.",
              "Give for, against and abstain so that they make up the block.")
          }
        }
        return line
      }
      let place = try cell(row, vote, "vote")
      let word = PlainWords.trim(place.text)
      guard let kind = Vote(word: word.lowercased()) else {
        let near = PlainWords.nearest(to: word, among: Vote.allCases.map(\.rawValue))
        throw fault(
          row, vote, "roll-vote-unknown", "“\(word)” is not a vote.",
          near.map { "Did you mean “\($0)”? A vote is for, against or abstain." }
            ?? "A vote is for, against or abstain.")
      }
      var weight = 1
      if let column = self.weight, row.indices.contains(column), !PlainWords.trim(row[column].text).isEmpty {
        weight = try number(row, column)
      }
      return Line(name: name, kind, weight: weight)
    }

    private func figure(_ row: [CommaSeparated.Cell], _ vote: Vote) throws(RollError) -> Int {
      guard let column = figures[vote], row.indices.contains(column) else { return 0 }
      return PlainWords.trim(row[column].text).isEmpty ? 0 : try number(row, column)
    }

    private func number(_ row: [CommaSeparated.Cell], _ column: Int) throws(RollError) -> Int {
      let word = PlainWords.trim(try cell(row, column, "weight").text)
      guard let number = PlainWords.figure(word) else {
        throw fault(
          row, column, "roll-weight-invalid", "“\(word)” is not a number of votes.",
          "Write a whole number in digits, such as 1200.")
      }
      return number
    }

    private func cell(
      _ row: [CommaSeparated.Cell], _ column: Int, _ what: String
    ) throws(RollError) -> CommaSeparated.Cell {
      guard row.indices.contains(column) else {
        throw fault(row, row.count - 1, "roll-\(what)-missing", "This line gives no \(what).", "Write: name,vote")
      }
      return row[column]
    }

    private func fault(
      _ row: [CommaSeparated.Cell], _ column: Int, _ code: String, _ message: String, _ help: String?
    ) -> RollError {
      let place = row.indices.contains(column) ? row[column] : row.last
      return RollError(
        code: code, message: message, line: place?.line ?? 1, column: place?.column ?? 1, help: help)
    }
  }
}

extension Roll.Vote {
  fileprivate init?(word: String) {
    switch word {
    case "for", "yes", "aye", "in favour": self = .for
    case "against", "no", "nay", "noe": self = .against
    case "abstain", "abstained", "abstention": self = .abstain
    default: return nil
    }
  }
}
