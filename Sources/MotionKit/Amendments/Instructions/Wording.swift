/// Operations said back as sentences in house style, which read to the same operations.
public struct Wording: Sendable {
  /// One sentence for each operation; lines that begin with `>` hold new text of several lines.
  public let sentence: String

  /// - Parameters:
  ///   - document: the text that the operations amend.
  ///   - requires: amendments that must be carried for these to stand.
  ///   - fallsIf: amendments with which these fall.
  public init(of operations: [Operation], in document: Document, requires: [String] = [], fallsIf: [String] = []) {
    self.init(of: operations, naming: PlaceNames(document), requires: requires, fallsIf: fallsIf)
  }

  /// The same where the names of the places are at hand: finding them reads the whole text.
  init(of operations: [Operation], naming names: PlaceNames, requires: [String], fallsIf: [String]) {
    var text = ""
    if !requires.isEmpty { text = "If \(Self.list(requires)) \(requires.count > 1 ? "are" : "is") carried: " }
    if !fallsIf.isEmpty { text = "Unless \(Self.list(fallsIf)) \(fallsIf.count > 1 ? "are" : "is") carried: " }
    for operation in operations {
      if !text.isEmpty, !text.hasSuffix("\n"), !text.hasSuffix(" ") { text += " " }
      let sentence = OperationSentence(operation, names).text
      // After "if A3 is carried:" the sentence goes on.
      text += text.hasSuffix(": ") ? sentence.prefix(1).lowercased() + sentence.dropFirst() : sentence
    }
    while text.hasSuffix("\n") { text.removeLast() }
    sentence = text
  }

  private static func list(_ names: [String]) -> String {
    guard let last = names.last, names.count > 1 else { return names.first ?? "" }
    return names.dropLast().joined(separator: ", ") + " and " + last
  }
}

extension Operation {
  /// What the operation does, as one sentence in house style.
  public func sentence(in document: Document) -> String { Wording(of: [self], in: document).sentence }
}
