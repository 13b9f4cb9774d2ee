/// Where the texts are that entries name by digest.
package struct TextSource: Sendable {
  package enum Answer: Hashable, Sendable {
    case bytes([UInt8])
    /// Not there: no damage, it may have been kept back.
    case withheld
    /// There, with other bytes than its name says.
    case changed
  }

  package var find: @Sendable (TextName) -> Answer

  package init(find: @escaping @Sendable (TextName) -> Answer) { self.find = find }

  package func bytes(_ name: TextName) -> [UInt8]? {
    if case .bytes(let bytes) = find(name) { bytes } else { nil }
  }
}
