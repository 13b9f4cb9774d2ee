internal import Synchronization

/// What was written in a world made for tests.
package final class CapturedOutput: Sendable {
  let streams = Mutex<(output: [UInt8], error: [UInt8])>((output: [], error: []))

  package init() {}

  package var bytes: [UInt8] { streams.withLock { $0.output } }
  package var text: String { String(decoding: bytes, as: UTF8.self) }
  package var errorText: String { streams.withLock { String(decoding: $0.error, as: UTF8.self) } }

  package func clear() { streams.withLock { $0 = (output: [], error: []) } }
}

extension World {
  /// A world in which nothing is left to chance: files in memory unless others are given, a clock that stands, output
  /// that is captured, and "random" bytes that count from a seed.
  package static func test(
    files: any FileSystem = MemoryDisk(), folder: String = "/", input: String = "",
    now: String = "2026-03-01T19:00:00Z", environment: [String: String] = [:], seed: UInt8 = 1,
    zoneFile: @escaping @Sendable (String) -> [UInt8]? = { _ in nil }
  ) -> (world: World, output: CapturedOutput) {
    let output = CapturedOutput()
    let lines = Mutex(input.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)[...])
    let standing = UTC.seconds(now) ?? 0
    let reader = Shared(lines)
    let world = World(
      files: files, folder: folder, environment: environment, now: { standing },
      readInput: { Array(input.utf8) },
      readLine: {
        reader.value.withLock { lines in
          // What follows the last line end is a line only if something is there.
          if lines.count == 1, lines.first == "" { return nil }
          return lines.popFirst()
        }
      },
      write: { bytes in output.streams.withLock { $0.output += bytes } },
      writeError: { bytes in output.streams.withLock { $0.error += bytes } },
      zoneFile: zoneFile,
      random: { count in (0..<count).map { UInt8(truncatingIfNeeded: $0) &+ seed } })
    return (world, output)
  }
}

private final class Shared<Value: ~Copyable & Sendable>: Sendable {
  let value: Value
  init(_ value: consuming sending Value) { self.value = value }
}
