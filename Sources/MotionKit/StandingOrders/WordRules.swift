/// What a body counts when it counts the words of a motion or an amendment.
public struct WordRules: Hashable, Sendable {
  public var countsTitle: Bool
  public var countsHeadings: Bool
  /// Numbers and letters of clauses, each as a word.
  public var countsLabels: Bool
  public var countsRecitals: Bool
  /// Quoted text, such as the old and new wording of a rule.
  public var countsQuotes: Bool
  /// Tables, and text kept as it stands.
  public var countsTables: Bool
  /// An amendment's own instructions ("In clause 2 delete"), beside the words it adds.
  public var countsInstructions: Bool
  /// The words that an amendment takes out.
  public var countsDeleted: Bool
  /// The most words an amendment may add; `nil` for no limit.
  public var amendmentLimit: Int?

  public init(
    countsTitle: Bool = false, countsHeadings: Bool = true, countsLabels: Bool = false, countsRecitals: Bool = true,
    countsQuotes: Bool = true, countsTables: Bool = true, countsInstructions: Bool = false, countsDeleted: Bool = false,
    amendmentLimit: Int? = nil
  ) {
    self.countsTitle = countsTitle
    self.countsHeadings = countsHeadings
    self.countsLabels = countsLabels
    self.countsRecitals = countsRecitals
    self.countsQuotes = countsQuotes
    self.countsTables = countsTables
    self.countsInstructions = countsInstructions
    self.countsDeleted = countsDeleted
    self.amendmentLimit = amendmentLimit
  }

  /// The words of a text that count.
  public var counting: WordCounting {
    WordCounting(
      title: countsTitle, headings: countsHeadings, labels: countsLabels, recitals: countsRecitals,
      quotes: countsQuotes, raw: countsTables)
  }
}
