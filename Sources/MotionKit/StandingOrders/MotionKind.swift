/// A kind of motion that a body admits, with what its rules ask of it.
public struct MotionKind: Hashable, Sendable {
  /// In lower case with blanks: `ordinary`, `rule change`.
  public var name: String
  /// What its numbers begin with: `M` for M1, M2.
  public var prefix: String
  /// The most words it may have; `nil` for no limit.
  public var wordLimit: Int?
  public var threshold: Threshold
  public var needsSeconder: Bool
  /// Whether amendments to it are taken.
  public var isAmendable: Bool

  public init(
    name: String, prefix: String = "M", wordLimit: Int? = nil, threshold: Threshold = .simpleMajority,
    needsSeconder: Bool = true, isAmendable: Bool = true
  ) {
    self.name = MotionKind.normalized(name)
    self.prefix = prefix
    self.wordLimit = wordLimit
    self.threshold = threshold
    self.needsSeconder = needsSeconder
    self.isAmendable = isAmendable
  }

  /// `Rule-Change` is `rule change`.
  public static func normalized(_ name: String) -> String {
    PlainWords.trim(name).lowercased().split { $0 == "-" || $0 == " " || $0 == "_" }.joined(separator: " ")
  }
}
