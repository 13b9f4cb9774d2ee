/// Everything a command may know of the world outside its arguments: files, streams, clock, zone, environment, chance.
///
/// Nothing else in the project reads the clock, the zone, the environment or a stream.
public struct World: Sendable {
  public var files: any FileSystem
  /// The folder that relative paths start from; absolute.
  public var folder: String
  public var environment: [String: String]
  /// Seconds since 1970-01-01T00:00:00Z.
  public var now: @Sendable () -> Int64
  /// Whether `MOTIONS_NOW` set the clock: it is said on stderr and recorded.
  public var clockIsGiven: Bool
  /// Why nothing can be done in this world, in words; nil where all is well. A `MOTIONS_NOW` that is no instant.
  public var problem: String?
  /// Everything on standard input.
  public var readInput: @Sendable () throws -> [UInt8]
  /// One line of standard input without its end; nil at the end of the input.
  public var readLine: @Sendable () -> String?
  public var write: @Sendable ([UInt8]) -> Void
  public var writeError: @Sendable ([UInt8]) -> Void
  public var inputIsTerminal: Bool
  public var outputIsTerminal: Bool
  public var errorIsTerminal: Bool
  /// Columns of the terminal; 80 where there is none.
  public var columns: Int
  /// The TZif file of a zone such as `Europe/London`; nil where the system has none.
  public var zoneFile: @Sendable (String) -> [UInt8]?
  /// That many random bytes from the system.
  public var random: @Sendable (Int) -> [UInt8]
  /// What is kept from one command to the next; nil where there is only one, as from a shell.
  public var memory: Memory?

  public init(
    files: any FileSystem, folder: String, environment: [String: String] = [:],
    now: @escaping @Sendable () -> Int64, clockIsGiven: Bool = false,
    readInput: @escaping @Sendable () throws -> [UInt8], readLine: @escaping @Sendable () -> String?,
    write: @escaping @Sendable ([UInt8]) -> Void, writeError: @escaping @Sendable ([UInt8]) -> Void,
    inputIsTerminal: Bool = false, outputIsTerminal: Bool = false, errorIsTerminal: Bool = false,
    columns: Int = 80, zoneFile: @escaping @Sendable (String) -> [UInt8]?,
    random: @escaping @Sendable (Int) -> [UInt8]
  ) {
    self.files = files
    self.folder = folder
    self.environment = environment
    self.now = now
    self.clockIsGiven = clockIsGiven
    self.readInput = readInput
    self.readLine = readLine
    self.write = write
    self.writeError = writeError
    self.inputIsTerminal = inputIsTerminal
    self.outputIsTerminal = outputIsTerminal
    self.errorIsTerminal = errorIsTerminal
    self.columns = columns
    self.zoneFile = zoneFile
    self.random = random
  }

  /// Colour only on a terminal, and never under `NO_COLOR`.
  public var colour: Bool { outputIsTerminal && (environment["NO_COLOR"] ?? "").isEmpty }

  public func print(_ line: String) { write(Array(line.utf8) + [10]) }
  public func say(_ line: String) { writeError(Array(line.utf8) + [10]) }

  /// Says on standard error that the clock was set, as a command does that records something.
  public func sayGivenClock() {
    if clockIsGiven { say("note: the clock is set to \(UTC.text(now())) by MOTIONS_NOW") }
  }
}
