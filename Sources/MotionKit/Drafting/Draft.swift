/// A motion that is to be looked at before it is sent, and by whose rules.
public struct Draft: Sendable {
  public let document: Document
  public let expectations: Expectations
  /// What the parser and the reader of references have to say.
  let reading: [Finding]

  public init(_ document: Document, expectations: Expectations = Expectations()) {
    self.document = document
    self.expectations = expectations
    reading = document.allFindings()
  }

  /// Everything there is to say, in the order of the text; what concerns the whole of it first.
  public var findings: [Finding] {
    let checks = isAmendment ? Draft.checks.filter { !Draft.checksOfMotions.contains($0.code) } : Draft.checks
    var findings = checks.flatMap { $0.findings(in: self) }
    if findings.contains(where: { $0.isOfNumbers && $0.edit != nil }), document.renumbered().bytes == document.bytes {
      // New numbers would be read in another way: they are left to the author.
      for index in findings.indices where findings[index].isOfNumbers { findings[index].edit = nil }
    }
    return findings.enumerated().sorted {
      ($0.element.span?.lowerBound ?? -1, $0.offset) < ($1.element.span?.lowerBound ?? -1, $1.offset)
    }.map(\.element)
  }

  /// Whether the text says in its front matter that it amends another (`amends: M7`).
  public var isAmendment: Bool { document.fields["amends"] != nil }

  /// The words that count towards the limit; of an amendment those that the body counts of one.
  public var words: Int {
    guard isAmendment else { return document.words(expectations.counting) }
    return AmendmentWords(document, expectations.counting).counted(expectations.amendmentWords)
  }

  /// The most words that the text may have; nil where nobody set a limit.
  public var wordLimit: Int? { isAmendment ? expectations.amendmentWords.amendmentLimit : expectations.wordLimit }

  /// By when it must be sent in.
  var deadlines: [Deadline] { isAmendment ? expectations.amendmentDeadlines : expectations.deadlines }

  /// What the text is called to the person who wrote it.
  var name: String { isAmendment ? "amendment" : "motion" }

  /// The same findings, without the edits if the text with all of them made were not read as it should be.
  func safe(_ findings: [Finding], where isRight: (Document) -> Bool) -> [Finding] {
    let edits = findings.compactMap(\.edit)
    guard !edits.isEmpty else { return findings }
    if isRight(Document(parsing: SourceEdit.apply(edits, to: document.bytes))) { return findings }
    return findings.map { finding in
      var finding = finding
      finding.edit = nil
      return finding
    }
  }

  /// Whether another text has the same parts with the same words and labels.
  func hasSameParts(as other: Document) -> Bool {
    document.nodes.count == other.nodes.count
      && document.nodes.indices.allSatisfy { index in
        let (mine, its) = (document.nodes[index], other.nodes[index])
        return mine.kind == its.kind && mine.parent == its.parent && mine.label?.bare == its.label?.bare
          && document.text(of: index).utf8.elementsEqual(other.text(of: index).utf8)
          && document.heading(of: index).utf8.elementsEqual(other.heading(of: index).utf8)
      }
  }
}

extension Finding {
  /// Said of a label that disagrees with its place; such labels are brought into order all together.
  var isOfNumbers: Bool { code.hasPrefix("number-") }
}
