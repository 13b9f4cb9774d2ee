/// How narrow JSON has to be.
public struct JSONLimits: Hashable, Sendable {
  /// Whether names must match `[a-z][a-z0-9_]*`.
  public var plainKeys: Bool
  /// Bytes of a string's text in UTF-8.
  public var stringBytes: Int
  /// Arrays and objects inside each other; a lone array has depth 1.
  public var depth: Int
  /// Bytes of the whole.
  public var bytes: Int

  /// A ledger's line: what every program in every language reads and writes alike.
  public static let line = JSONLimits(plainKeys: true, stringBytes: 8192, depth: 16, bytes: 65_535)
  /// Any names and long texts, as in the answers of commands; numbers are still whole.
  public static let answer = JSONLimits(
    plainKeys: false, stringBytes: .max, depth: 128, bytes: .max)

  public init(plainKeys: Bool, stringBytes: Int, depth: Int, bytes: Int) {
    self.plainKeys = plainKeys
    self.stringBytes = stringBytes
    self.depth = depth
    self.bytes = bytes
  }

  /// The largest size of a number, 2⁵³−1: beyond it programs that count in floating point differ.
  public static let largestNumber = 9_007_199_254_740_991
}
