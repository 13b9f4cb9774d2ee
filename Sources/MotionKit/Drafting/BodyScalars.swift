extension Draft {
  /// The scalars of the body that something holds of, with their places; invalid bytes are passed over.
  func scalars(
    where holds: (Unicode.Scalar?, Unicode.Scalar, Unicode.Scalar?) -> Bool
  ) -> [(scalar: Unicode.Scalar, span: Range<Int>)] {
    guard document.bytes[document.body].contains(where: { $0 >= 0x80 || $0 < 0x20 || $0 == 0x7F }) else { return [] }
    var all: [(scalar: Unicode.Scalar, span: Range<Int>)] = []
    var at = document.body.lowerBound
    while at < document.body.upperBound {
      var decoder = Unicode.UTF8.ForwardParser()
      var input = document.bytes[at..<document.body.upperBound].makeIterator()
      if case .valid(let sequence) = decoder.parseScalar(from: &input) {
        all.append((Unicode.UTF8.decode(sequence), at..<(at + sequence.count)))
        at += sequence.count
      } else {
        at += 1
      }
    }
    return all.indices.filter { place in
      // A byte order mark at the start of a file says what it is; there it is no stray.
      guard all[place].span.lowerBound > 0 || all[place].scalar != "\u{FEFF}" else { return false }
      return holds(
        place > 0 ? all[place - 1].scalar : nil, all[place].scalar,
        place + 1 < all.count ? all[place + 1].scalar : nil)
    }.map { all[$0] }
  }
}

extension Document {
  /// The path of the innermost node whose lines hold an offset; nil outside all.
  func path(at offset: Int) -> String? {
    nodes.last { $0.extent.contains(offset) }?.path.text
  }
}
