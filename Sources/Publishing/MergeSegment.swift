internal import MotionKit

/// A stretch of a composed text with its changes: what stayed, what went, what came.
struct MergeSegment {
  enum Kind {
    case same, gone, came
  }

  var kind: Kind
  /// Whose change it is; nil for what stayed.
  var amendment: String?
  var bytes: [UInt8]

  /// Line ends after what came stay outside of its marks, as those before it do.
  static func withoutBlanksAfter(_ bytes: [UInt8]) -> ArraySlice<UInt8> {
    bytes.prefix((bytes.lastIndex { !Phrase.isBlank($0) } ?? -1) + 1)
  }

  static func all(of merge: Merge) -> [MergeSegment] {
    var segments: [MergeSegment] = []
    var pending = merge.composition.deletions[...]
    func add(_ kind: Kind, _ amendment: String?, _ bytes: some Sequence<UInt8>) {
      let bytes = Array(bytes)
      if bytes.isEmpty { return }
      if kind != .gone, let last = segments.last, last.kind == kind, last.amendment == amendment {
        segments[segments.count - 1].bytes += bytes
      } else {
        segments.append(MergeSegment(kind: kind, amendment: amendment, bytes: bytes))
      }
    }
    func flush(before offset: Int) {
      while let next = pending.first, next.span.lowerBound <= offset {
        pending.removeFirst()
        add(.gone, next.amendment, merge.base.bytes[next.span.clamped(to: 0..<merge.base.bytes.count)])
      }
    }
    var baseEnd = 0
    var at = 0
    for piece in merge.composition.pieces {
      let bytes = merge.composition.bytes[at..<at + piece.count]
      at += piece.count
      if case .source(.base, let offset) = piece.origin {
        if offset >= baseEnd { flush(before: offset - 1) }
        add(.same, nil, bytes)
        baseEnd = offset + piece.count
        continue
      }
      guard let name = piece.amendment else {
        add(.same, nil, bytes)
        continue
      }
      flush(before: baseEnd)
      // Line ends before what came stay outside of it.
      let blanks = segments.last?.kind == .came ? 0 : bytes.prefix { Phrase.isBlank($0) }.count
      add(.same, nil, bytes.prefix(blanks))
      add(.came, name, bytes.dropFirst(blanks))
    }
    flush(before: .max)
    return segments
  }
}
