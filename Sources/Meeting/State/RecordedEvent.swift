internal import CanonicalJSON
package import Ledger

/// An event with its place in the record.
package struct RecordedEvent: Hashable, Sendable {
  package var seq: Int
  /// `YYYY-MM-DDTHH:MM:SSZ`.
  package var at: String
  /// The role that recorded it.
  package var by: String
  package var event: Event
  /// The first entry of the command that wrote it, where it is another: one command, taken back as one.
  package var with: Int?

  package init(seq: Int, at: String, by: String, event: Event, with: Int?) {
    self.seq = seq
    self.at = at
    self.by = by
    self.event = event
    self.with = with
  }
}

extension RecordedEvent {
  /// Reads an entry of a ledger as an event of a body.
  package init(_ entry: Entry) throws(EventError) {
    let json = JSON.object(entry.fields)
    let event: Event
    do throws(EventError) {
      event = try Event(type: entry.type, version: entry.v, json: json)
    } catch {
      throw EventError(code: error.code, message: "Entry \(entry.seq): \(error.message)")
    }
    var with: Int?
    if case .integer(let first)? = json["with"] { with = first }
    self.init(seq: entry.seq, at: entry.at, by: entry.by, event: event, with: with)
  }
}

extension Plan {
  /// The entries to append, each after the first naming the first: one command, one thing to take back.
  package func entries(by role: String, next: Int) -> [NewEntry] {
    events.enumerated().map { index, event in
      NewEntry(
        type: event.type, by: role, v: Event.version,
        fields: event.fields + (index == 0 ? [] : [JSON.Member("with", .integer(next))]))
    }
  }
}
