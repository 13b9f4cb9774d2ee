extension Draft {
  /// The scalars of the body that something holds of, with their places; invalid bytes are passed over.
  ///
  /// Only what is neither a plain letter or sign nor layout is asked about.
  func scalars(
    where holds: (Unicode.Scalar?, Unicode.Scalar, Unicode.Scalar?) -> Bool
  ) -> [(scalar: Unicode.Scalar, span: Range<Int>)] {
    let body = document.body
    guard document.bytes[body].contains(where: Draft.isRemarkable) else { return [] }
    var found: [(scalar: Unicode.Scalar, span: Range<Int>)] = []
    var previous: Unicode.Scalar?
    var at = body.lowerBound
    while at < body.upperBound {
      let byte = document.bytes[at]
      if !Draft.isRemarkable(byte) {
        previous = Unicode.Scalar(byte)
        at += 1
        continue
      }
      guard let (scalar, length) = scalar(at: at) else {
        at += 1
        continue
      }
      var next = at + length
      var following: (scalar: Unicode.Scalar, length: Int)?
      while next < body.upperBound, following == nil {
        following = self.scalar(at: next)
        next += 1
      }
      // A byte order mark at the start of a file says what it is; there it is no stray.
      if at > 0 || scalar != "\u{FEFF}", holds(previous, scalar, following?.scalar) {
        found.append((scalar, at..<at + length))
      }
      previous = scalar
      at += length
    }
    return found
  }

  private static func isRemarkable(_ byte: UInt8) -> Bool {
    byte >= 0x7F || byte < 0x20 && !(9...13).contains(byte)
  }

  /// The scalar that begins at an offset of the body; nil where the bytes are none.
  private func scalar(at offset: Int) -> (scalar: Unicode.Scalar, length: Int)? {
    let byte = document.bytes[offset]
    if byte < 0x80 { return (Unicode.Scalar(byte), 1) }
    var decoder = Unicode.UTF8.ForwardParser()
    var input = document.bytes[offset..<document.body.upperBound].makeIterator()
    guard case .valid(let sequence) = decoder.parseScalar(from: &input) else { return nil }
    return (Unicode.UTF8.decode(sequence), sequence.count)
  }
}

extension Document {
  /// The path of the innermost node whose lines hold an offset; nil outside all.
  ///
  /// Complexity: logarithmic in the number of nodes; a walk for each of thousands of strays took minutes.
  func path(at offset: Int) -> String? {
    var low = 0
    var high = nodes.count
    while low < high {
      let middle = (low + high) / 2
      if nodes[middle].extent.lowerBound <= offset { low = middle + 1 } else { high = middle }
    }
    var around: Int? = low > 0 ? low - 1 : nil
    while let index = around {
      if nodes[index].extent.contains(offset) { return nodes[index].path.text }
      around = nodes[index].parent
    }
    return nil
  }
}
