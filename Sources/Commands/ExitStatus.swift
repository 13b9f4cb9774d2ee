/// How a command ended, for the shell.
public struct ExitStatus: Hashable, Sendable {
  public var code: Int32

  public init(_ code: Int32) { self.code = code }

  public static let done = ExitStatus(0)
  /// The answer is no.
  public static let no = ExitStatus(1)
  public static let usage = ExitStatus(64)
  public static let badInput = ExitStatus(65)
  public static let noSuchFile = ExitStatus(66)
  public static let wouldOverwrite = ExitStatus(73)
  public static let inputOutput = ExitStatus(74)
  public static let locked = ExitStatus(75)
}
