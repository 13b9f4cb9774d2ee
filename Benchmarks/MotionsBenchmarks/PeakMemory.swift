import Foundation

/// How much memory this process holds at most while some work is done.
enum PeakMemory {
  /// What is held before, the texts themselves and what earlier work left behind, counts too. Linux forgets the peak so
  /// far when asked to; elsewhere the peak is that of the whole run and says nothing of one piece of work.
  static func during(_ work: () throws -> Void) rethrows -> Int? {
    #if os(Linux)
      guard let file = fopen("/proc/self/clear_refs", "w") else {
        try work()
        return nil
      }
      fputs("5", file)
      fclose(file)
      try work()
      return peak
    #else
      try work()
      return nil
    #endif
  }

  /// The most that this process held so far, or since it was last asked to forget.
  static var peak: Int? {
    guard let status = try? String(contentsOfFile: "/proc/self/status", encoding: .utf8) else { return nil }
    for line in status.split(separator: "\n") where line.hasPrefix("VmHWM:") {
      let number = line.split(whereSeparator: { !$0.isNumber }).first
      return number.flatMap { Int($0) }.map { $0 * 1024 }
    }
    return nil
  }
}
