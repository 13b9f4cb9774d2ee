/// The result of taking several amendments to one base together.
public struct Composition: Hashable, Sendable {
  /// The worst that was found; `refused`: something could not be resolved, and that amendment was left out.
  public enum Verdict: String, Hashable, Sendable, CaseIterable {
    case clean, flag, conflict, refused
  }

  /// Something found between amendments: a finding with the words of every side and the ways out.
  public struct Clash: Hashable, Sendable {
    public struct Side: Hashable, Sendable {
      public var amendment: String
      public var text: String

      public init(amendment: String, text: String) {
        self.amendment = amendment
        self.text = text
      }
    }

    public var finding: Finding
    public var amendments: [String]
    /// Whether a ruling settled it.
    public var isSettled = false
    /// The base words in question.
    public var base: String
    public var sides: [Side]
    public var waysOut: [String]

    public init(
      finding: Finding, amendments: [String], base: String = "", sides: [Side] = [], waysOut: [String] = []
    ) {
      self.finding = finding
      self.amendments = amendments
      self.base = base
      self.sides = sides
      self.waysOut = waysOut
    }
  }

  /// What became of one amendment.
  public struct Outcome: Hashable, Sendable {
    public var name: String
    public var verdict: Verdict
    public var operations: [Operation]
    /// Counted words: runs between blanks that hold a letter or digit.
    public var wordsAdded: Int
    public var wordsRemoved: Int
    /// Why it is refused, where it is: the first of what could not be understood or found.
    public var refusal: String?
    /// Amendments that must be carried for this one to stand.
    public var requires: [String] = []
    /// Amendments whose success makes this one fall.
    public var fallsIf: [String] = []
    /// The amendment that it amends; nil for one to the motion itself.
    public var parent: String?

    public init(name: String, verdict: Verdict, operations: [Operation], wordsAdded: Int, wordsRemoved: Int) {
      self.name = name
      self.verdict = verdict
      self.operations = operations
      self.wordsAdded = wordsAdded
      self.wordsRemoved = wordsRemoved
    }
  }

  /// An amendment that could not be taken any more once another is carried.
  public struct Fall: Hashable, Sendable {
    public var amendment: String
    public var because: String
    public var reason: String

    public init(amendment: String, because: String, reason: String) {
      self.amendment = amendment
      self.because = because
      self.reason = reason
    }
  }

  /// A run of the composed text and where its words came from.
  public struct Run: Hashable, Sendable {
    /// `nil` for the base, else the amendment's name.
    public var amendment: String?
    public var bytes: [UInt8]

    public init(amendment: String?, bytes: [UInt8]) {
      self.amendment = amendment
      self.bytes = bytes
    }
  }

  /// Bytes of the base that are not in the text any more.
  public struct Deletion: Hashable, Sendable {
    /// UTF-8 offsets into the base, 0-based, half-open.
    public var span: Range<Int>
    public var text: String
    public var amendment: String
  }

  /// A clause of the base that has another label now.
  public struct Renumbered: Hashable, Sendable {
    /// Its path in the base.
    public var path: Path
    /// As printed.
    public var old: String
    public var new: String
  }

  public var verdict: Verdict
  /// The composed file, front matter included. At a conflict it holds what the policy says (base words in a preview).
  public var bytes: [UInt8]
  /// In the natural order of names.
  public var outcomes: [Outcome]
  /// Put into words each time they are asked for.
  public var clashes: [Clash] {
    get { findings.clashes }
    set { findings = Findings(worded: newValue) }
  }

  var findings: Findings
  public var wouldFall: [Fall]
  /// The order of taking, by place in the text.
  public var order: [String]
  /// Where each stretch of `bytes` came from, in the order of the text.
  public var pieces: [Piece] = []
  /// What was taken out of the base, in the order of the text.
  public var deletions: [Deletion] = []
  /// Clauses of the base whose label changed, in the order of the base.
  public var renumbered: [Renumbered] = []

  public init(
    verdict: Verdict, bytes: [UInt8], outcomes: [Outcome] = [], clashes: [Clash] = [], wouldFall: [Fall] = [],
    order: [String] = [], pieces: [Piece] = []
  ) {
    self.verdict = verdict
    self.bytes = bytes
    self.outcomes = outcomes
    findings = Findings(worded: clashes)
    self.wouldFall = wouldFall
    self.order = order
    self.pieces = pieces
  }

  /// Whose words stand where: joined, the runs are `bytes`. Put together from the pieces each time they are asked for.
  public var provenance: [Run] {
    var runs: [Run] = []
    var at = 0
    for piece in pieces {
      let written = bytes[at..<at + piece.count]
      at += piece.count
      if let last = runs.last, last.amendment == piece.amendment {
        runs[runs.count - 1].bytes += written
      } else {
        runs.append(Run(amendment: piece.amendment, bytes: Array(written)))
      }
    }
    return runs
  }

  /// The conflicts that nothing has settled.
  public var unsettled: [Clash] { findings.unsettled }

  /// What was found: in words, or to be put into words.
  struct Findings: Hashable, Sendable {
    private var worded: [Clash] = []
    private var report: ClashReport?

    init(worded: [Clash]) { self.worded = worded }

    init(report: ClashReport) { self.report = report }

    var clashes: [Clash] { report?.clashes() ?? worded }

    var unsettled: [Clash] { report?.clashes(unsettledOnly: true) ?? worded.filter(\.isUnsettled) }

    static func == (one: Findings, other: Findings) -> Bool { one.clashes == other.clashes }

    func hash(into hasher: inout Hasher) { hasher.combine(unsettled) }
  }
}

extension Composition.Clash {
  var isUnsettled: Bool { finding.severity == .conflict && !isSettled }
}
