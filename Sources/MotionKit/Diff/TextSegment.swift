/// A run of text that stayed, went or came.
///
/// The texts of `same` and `delete` joined are the old text, those of `same` and `insert` the new one.
public struct TextSegment: Hashable, Sendable {
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    case same, delete, insert
  }

  public var kind: Kind
  public var bytes: [UInt8]

  public init(_ kind: Kind, _ bytes: [UInt8]) {
    self.kind = kind
    self.bytes = bytes
  }

  /// A byte that is no UTF-8 reads as U+FFFD.
  public var text: String { String(decoding: bytes, as: UTF8.self) }
}
