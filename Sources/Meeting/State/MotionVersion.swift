package import MotionKit

/// An immutable state of a motion's text: which entry made it, from which versions, and what is in it.
///
/// Versions follow from the entries and are never stored. Their numbers run in the order in which they came about;
/// one that is not in force any more keeps its number.
package struct MotionVersion: Hashable, Sendable {
  package enum Origin: Hashable, Sendable {
    case received
    /// An amendment came into the text by a vote.
    case carried(String)
    case accepted(String)
    /// An amendment is not in the text any more: its result was corrected, or it was withdrawn.
    case dropped(String)
    /// The chair ruled what stands between amendments that clash.
    case ruled([String])
    /// The motion was carried, and its labels run through once more.
    case adopted
    /// An earlier version is the text again.
    case restored(Int)
  }

  /// 1 is the text as received.
  package var number: Int
  /// The versions it was made from, the one before it first: `M1@2`; of a composite, those of the originals.
  package var parents: [String]
  /// The entry that made it.
  package var seq: Int
  package var origin: Origin
  /// The amendments in it, in the order in which they were carried.
  package var carried: [String]
  package var rulings: [ClashRuled]
  /// Whether its labels were run through once more.
  package var isAdopted: Bool

  /// How it came about, after its name.
  package var words: String {
    switch origin {
    case .received: "as received"
    case .carried(let name): "\(name) carried"
    case .accepted(let name): "\(name) accepted by the mover"
    case .dropped(let name): "\(name) is in it no more"
    case .ruled(let names): "as the chair ruled between \(Audit.listed(names))"
    case .adopted: "as adopted"
    case .restored(let number): "version \(number) restored"
    }
  }
}

extension MotionVersion.Origin {
  /// A stable word for programs.
  package var word: String {
    switch self {
    case .received: "received"
    case .carried: "carried"
    case .accepted: "accepted"
    case .dropped: "dropped"
    case .ruled: "ruled"
    case .adopted: "adopted"
    case .restored: "restored"
    }
  }
}

extension MotionState {
  package var versionCount: Int { versions.count }

  package func version(_ number: Int) -> MotionVersion? {
    number >= 1 && number <= versions.count ? versions[number - 1] : nil
  }

  /// `M1@2`.
  package func name(of version: MotionVersion) -> String { "\(number)@\(version.number)" }

  /// The file of a version; nil where the text is withheld.
  package func file(of version: MotionVersion) -> [UInt8]? {
    guard let file = composition(of: version)?.bytes else { return nil }
    return version.isAdopted ? MotionState.adopted(file).file : file
  }

  /// What a version was composed to, before its labels were run through once more.
  package func composition(of version: MotionVersion) -> Composition? {
    composition(of: version.carried, ruled: version.rulings)
  }

  /// The version made by an entry.
  package func version(madeBy seq: Int) -> MotionVersion? { versions.first { $0.seq == seq } }

  /// The version that was adopted last; nil where the motion was never adopted.
  package var adoptedVersion: MotionVersion? { versions.last(where: \.isAdopted) }

  /// Notes that the text is another one now, where it is.
  mutating func versionMade(
    by seq: Int, _ origin: MotionVersion.Origin, from others: [String] = [], adopted: Bool = false
  ) {
    if let last = versions.last, last.carried == carried, last.rulings == rulings, !adopted { return }
    versions.append(
      MotionVersion(
        number: versions.count + 1, parents: (versions.last.map { [name(of: $0)] } ?? []) + others, seq: seq,
        origin: origin, carried: carried, rulings: rulings, isAdopted: adopted))
  }
}
