/// What a medium holds of one file or folder: what programs see, and what is certain to be there after a loss of power.
struct Plane {
  /// A change of the bytes that was not synced yet.
  enum Change {
    case written(at: Int, [UInt8])
    case cut(to: Int)
  }

  let isFolder: Bool
  let mode: UInt32
  var live: [UInt8] = []
  private(set) var durable: [UInt8] = []
  private var changes: [Change] = []
  /// Changes so far, by which a system tells one state of a file from another. A loss of power takes none back.
  private(set) var version = 0

  init(isFolder: Bool = false, mode: UInt32 = 0o644) {
    self.isFolder = isFolder
    self.mode = mode
  }

  mutating func write(_ bytes: [UInt8], at offset: Int) {
    version += 1
    changes.append(.written(at: offset, bytes))
    Plane.apply(.written(at: offset, bytes), to: &live)
  }

  mutating func cut(to size: Int) {
    version += 1
    changes.append(.cut(to: size))
    Plane.apply(.cut(to: size), to: &live)
  }

  /// What was changed is on the medium. What an earlier sync lost is not: those pages count as clean.
  mutating func sync() {
    for change in changes { Plane.apply(change, to: &durable) }
    changes = []
  }

  /// A sync that fails, after which the system takes the pages for clean: nothing of them will ever be written.
  mutating func forgetChanges() { changes = [] }

  private static func apply(_ change: Change, to bytes: inout [UInt8]) {
    switch change {
    case .written(let offset, let new):
      if bytes.count < offset + new.count {
        bytes += [UInt8](repeating: 0, count: offset + new.count - bytes.count)
      }
      bytes.replaceSubrange(offset..<offset + new.count, with: new)
    case .cut(let size):
      if size < bytes.count { bytes.removeLast(bytes.count - size) }
      if size > bytes.count { bytes += [UInt8](repeating: 0, count: size - bytes.count) }
    }
  }

  /// What a loss of power leaves.
  func afterLoss(_ outcome: Outcome, _ chance: inout Chance) -> Plane {
    var bytes = durable
    switch outcome {
    case .nothing: break
    case .everything: for change in changes { Plane.apply(change, to: &bytes) }
    case .inOrder:
      let kept = chance.below(changes.count + 1)
      for change in changes[..<kept] { Plane.apply(change, to: &bytes) }
      if kept < changes.count, case .written(let offset, let new) = changes[kept], !new.isEmpty {
        Plane.apply(.written(at: offset, Array(new[..<chance.below(new.count)])), to: &bytes)
      }
    case .sectors(let size): bytes = sectors(of: size, &chance)
    }
    var plane = Plane(isFolder: isFolder, mode: mode)
    (plane.live, plane.durable) = (bytes, bytes)
    plane.version = version
    return plane
  }

  /// Sector by sector, in any order: the old bytes, the new ones, zeros, or what lay on the medium before. Only what was
  /// written since the last sync can be hit, and the size may be that of before, of after or any between.
  private func sectors(of size: Int, _ chance: inout Chance) -> [UInt8] {
    guard !changes.isEmpty else { return durable }
    var open = [Bool](repeating: false, count: max(live.count, durable.count))
    for change in changes {
      switch change {
      case .written(let offset, let new):
        for index in offset..<min(offset + new.count, open.count) { open[index] = true }
      case .cut(let size): for index in min(size, open.count)..<open.count { open[index] = true }
      }
    }
    let sizes = [
      durable.count, live.count, Int.random(in: min(durable.count, live.count)...open.count, using: &chance),
    ]
    var bytes = live + durable.dropFirst(live.count)
    for start in stride(from: 0, to: open.count, by: size) {
      let fate = chance.below(5)
      for index in start..<min(start + size, open.count) where open[index] {
        switch fate {
        case 0, 1: bytes[index] = index < durable.count ? durable[index] : 0
        case 2: bytes[index] = UInt8(chance.below(256))
        default: break
        }
      }
    }
    return Array(bytes.prefix(chance.pick(sizes)))
  }

  /// How much of what was not synced is there after a loss of power.
  enum Outcome {
    case nothing, everything
    /// The first changes, the last of them in part.
    case inOrder
    /// Sectors of so many bytes, each by itself.
    case sectors(Int)
  }
}
