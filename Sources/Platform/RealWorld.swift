#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

extension World {
  /// The process's own world.
  public static func real() -> World {
    let environment = processEnvironment()
    let given = environment["MOTIONS_NOW"].flatMap { $0.isEmpty ? nil : $0 }
    let instant = given.flatMap { UTC.seconds($0) }
    let writeError: @Sendable ([UInt8]) -> Void = { bytes in
      _ = try? Disk().writeAll(bytes, to: 2, path: "standard error")
    }
    var world = World(
      files: WatchedDisk.real(environment, write: writeError), folder: workingFolder(), environment: environment,
      now: { instant ?? Int64(time(nil)) }, clockIsGiven: given != nil,
      readInput: { try Disk().readAll(0, path: "standard input") },
      readLine: { Swift.readLine(strippingNewline: true) },
      write: { bytes in
        do throws(FileError) {
          try Disk().writeAll(bytes, to: 1, path: "standard output")
        } catch {
          endWithoutOutput(error)
        }
      },
      writeError: writeError,
      inputIsTerminal: isatty(0) == 1, outputIsTerminal: isatty(1) == 1, errorIsTerminal: isatty(2) == 1,
      columns: terminalColumns(),
      zoneFile: { name in
        guard !name.split(separator: "/").contains(".."), !name.hasPrefix("/") else { return nil }
        let folder = environment["TZDIR"] ?? "/usr/share/zoneinfo"
        return try? Disk().read("\(folder)/\(name)")
      },
      random: { count in
        var generator = SystemRandomNumberGenerator()
        return (0..<count).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
      })
    if let given, instant == nil {
      world.problem = "MOTIONS_NOW is \"\(given)\", which is no instant; write it like 2026-09-13T19:30:00Z"
    }
    return world
  }

  /// Ends the process.
  public static func exit(with status: Int32) -> Never {
    #if canImport(Glibc)
      Glibc.exit(status)
    #elseif canImport(Musl)
      Musl.exit(status)
    #else
      Darwin.exit(status)
    #endif
  }

  /// An answer that reached nobody is no success, whatever was done: EX_IOERR.
  private static func endWithoutOutput(_ error: FileError) -> Never {
    let text = """
      \(error.path): error: \(error.reason) [input-output]
      help: the answer is lost; what was recorded before stays recorded

      """
    _ = try? Disk().writeAll(Array(text.utf8), to: 2, path: "standard error")
    exit(with: 74)
  }

  private static func workingFolder() -> String {
    guard let path = unsafe getcwd(nil, 0) else { return "/" }
    defer { unsafe free(path) }
    return unsafe String(cString: path)
  }

  private static func processEnvironment() -> [String: String] {
    var result: [String: String] = [:]
    var entry = unsafe environ
    while let line = unsafe entry.pointee {
      let text = unsafe String(cString: line)
      if let equals = text.firstIndex(of: "=") {
        result[String(text[..<equals])] = String(text[text.index(after: equals)...])
      }
      unsafe entry += 1
    }
    return result
  }

  private static func terminalColumns() -> Int {
    var size = winsize()
    guard unsafe ioctl(1, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
    return Int(size.ws_col)
  }
}
