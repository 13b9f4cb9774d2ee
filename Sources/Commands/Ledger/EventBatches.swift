internal import CanonicalJSON
internal import Ledger

/// Events read from lines, a batch of at most 1 MiB at a time.
struct EventBatches {
  struct Batch {
    var events: [NewEntry] = []
    /// The line of each event, 1-based.
    var lines: [Int] = []
  }

  private static let most = 1 << 20
  /// What the ledger adds to an event.
  private static let envelope = 160

  private let bytes: [UInt8]
  private let by: String?
  private let name: String
  private var at = 0
  private var line = 0

  init(_ bytes: [UInt8], by: String?, name: String) {
    self.bytes = bytes
    self.by = by
    self.name = name
  }

  /// The next batch; nil at the end. `durable` is how many events are entered already, for the error.
  mutating func next(durable: Int) throws(Failure) -> Batch? {
    var batch = Batch()
    var size = 0
    while at < bytes.count {
      let end = bytes[at...].firstIndex(of: 10) ?? bytes.count
      let cost = end - at + Self.envelope
      if size + cost > Self.most, !batch.events.isEmpty { break }
      let text = at..<end
      line += 1
      at = end + 1
      if bytes[text].allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }) { continue }
      batch.events.append(try event(text, durable: durable))
      batch.lines.append(line)
      size += cost
    }
    return batch.events.isEmpty ? nil : batch
  }

  private func event(_ text: Range<Int>, durable: Int) throws(Failure) -> NewEntry {
    let json: JSON
    do throws(JSONError) {
      json = try JSON(parsing: bytes, in: text)
    } catch {
      var failure = Self.failure(error.fault.rawValue, error.message, in: name, line: line, durable: durable)
      failure.column = error.column
      // A long line would drown the rest; the mark needs the whole of a short one.
      let excerpt = String(decoding: bytes[text], as: UTF8.self)
      if excerpt.utf8.count <= 200 { failure.excerpt = excerpt.filter { $0 != "\r" } }
      throw failure
    }
    do throws(EntryFault) {
      return try NewEntry(event: json, by: by)
    } catch {
      throw Self.failure(error.code, error.message, in: name, line: line, durable: durable)
    }
  }

  static func failure(_ code: String, _ message: String, in name: String, line: Int, durable: Int) -> Failure {
    let kept =
      switch durable {
      case 0: "nothing was entered"
      case 1: "1 event before it is entered and durable, the rest is not"
      default: "\(durable) events before it are entered and durable, the rest is not"
      }
    return Failure(
      .badInput, code, "\(message); \(kept)", file: name, line: line,
      help: "mend the line and append again from \(durable == 0 ? "the start" : "event \(durable + 1)")")
  }
}
