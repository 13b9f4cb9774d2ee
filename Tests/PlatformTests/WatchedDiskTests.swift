import Platform
import Testing

@Suite("Files that are watched")
struct WatchedDiskTests {
  final class Screen: @unchecked Sendable {
    var text = ""
    var now = 0
  }

  /// Reads a large file in pieces, each of which takes so long.
  private func read(_ size: Int, each milliseconds: Int) throws -> String {
    let disk = MemoryDisk()
    try disk.write([UInt8](repeating: 0x61, count: size), to: "/ledger.jsonl", mode: 0o644)
    let screen = Screen()
    let watched = WatchedDisk(
      disk, ticks: { screen.now }, write: { screen.text += String(decoding: $0, as: UTF8.self) })
    let file = try watched.open("/ledger.jsonl", for: .reading)
    var offset = 0
    while true {
      screen.now += milliseconds
      let bytes = try file.read(at: offset, count: 1 << 20)
      if bytes.isEmpty { break }
      offset += bytes.count
    }
    #expect(offset == size)
    return screen.text
  }

  @Test("What takes longer than half a second shows how far it is, and leaves the line empty")
  func long() throws {
    let text = try read(10 << 20, each: 120)
    #expect(text.contains("ledger.jsonl [========            ] 40 %"), "\(text.debugDescription)")
    #expect(text.hasSuffix("\r\u{1B}[K"))
    #expect(!text.contains("100 %"))
  }

  @Test("What is quick or small shows nothing")
  func quick() throws {
    #expect(try read(10 << 20, each: 10).isEmpty)
    #expect(try read(1 << 20, each: 900).isEmpty)
  }
}
