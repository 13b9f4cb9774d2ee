internal import Ledger
internal import Meeting
internal import Platform

/// A body's record with the state that it makes.
///
/// At the prompt it is kept from one line to the next, and the next one reads on from its end: a line takes no longer the
/// longer the meeting goes on.
struct ReadRecord: Sendable {
  private(set) var place: LedgerPlace
  private(set) var leaves: [Digest]
  private(set) var state: State

  /// - Parameter read: The entries after a place, or all.
  init(
    _ folder: BodyFolder, _ world: World, _ read: (LedgerPlace?) throws(LedgerError) -> LedgerPlace.Entries
  ) throws {
    let known = world.memory?.value(folder.ledger, as: ReadRecord.self)
    let more = try read(known?.place)
    if more.goOn, let known {
      self = known
      place = more.place
      leaves += more.entries.map(\.leaf)
      if !more.entries.isEmpty { state.take(try Body.events(more.entries), texts: Body.texts(folder, world)) }
    } else {
      place = more.place
      leaves = more.entries.map(\.leaf)
      state = try Body.state(folding: more.entries, folder, world)
    }
    // A text that is not there may come yet, and one that has changed may be put back.
    if state.withheld.isEmpty, state.disagreements.isEmpty { world.memory?.keep(self, as: folder.ledger) }
  }
}
