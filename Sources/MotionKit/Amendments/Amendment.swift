/// A proposal to change a version: operations under a name.
public struct Amendment: Hashable, Sendable {
  /// `A1`, a file's name without extension, or `I1` for an instruction on the command line.
  public var name: String
  public var operations: [Operation]
  /// Line breaks that an edited copy moved without touching a word; they carry no meaning and never clash.
  public var layout: [SourceEdit]
  /// Amendments that must be carried for this one to stand ("consequential on A2").
  public var requires: [String]
  /// Amendments whose success makes this one fall.
  public var fallsIf: [String]
  /// "so that it reads: …": what the mover says a place will read, by path.
  public var checks: [Check]
  /// The amendment whose new text this one amends (`A4` of `A4.1`); nil for an amendment to the motion itself.
  public var parent: String?
  /// The amendments that were in the text it was read against, as they stood in it; empty for the text as circulated.
  public var readAgainst: [String]

  /// A "so that it reads" that is compared and reported, never applied.
  public struct Check: Hashable, Sendable {
    public var path: Path
    public var expected: String

    public init(path: Path, expected: String) {
      self.path = path
      self.expected = expected
    }
  }

  public init(
    name: String, operations: [Operation], layout: [SourceEdit] = [], requires: [String] = [],
    fallsIf: [String] = [], checks: [Check] = [], parent: String? = nil, readAgainst: [String] = []
  ) {
    self.name = name
    self.operations = operations
    self.layout = layout
    self.requires = requires
    self.fallsIf = fallsIf
    self.checks = checks
    self.parent = parent
    self.readAgainst = readAgainst
  }
}
