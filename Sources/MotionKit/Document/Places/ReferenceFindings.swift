extension Document {
  /// References whose clause is not there, and references that may mean several.
  public func referenceFindings() -> [Finding] {
    let references = crossReferences()
    return references.indices.compactMap { index in
      let reference = references[index]
      guard reference.target == nil, reference.isCertain else { return nil }
      if reference.candidates.count > 1 { return ambiguous(reference) }
      if let range = reference.range {
        let others = [index - 1, index + 1].filter { references.indices.contains($0) && references[$0].range == range }
        if let other = others.first { return broken(range, at: reference, other: references[other]) }
      }
      return dangling(reference)
    }
  }

  private func words(_ span: Range<Int>) -> String { String(decoding: bytes[span], as: UTF8.self) }

  private func ambiguous(_ reference: CrossReference) -> Finding {
    let places = reference.candidates.prefix(4).map { nodes[$0].path.text }.joined(separator: ", ")
    return Finding(
      code: "ambiguous-reference", severity: .warning, span: reference.span, path: nodes[reference.node].path.text,
      message: "\(words(reference.span)) may mean several places: \(places).",
      fix: "Name the section too, such as \(placeName(of: nodes[reference.candidates[0]].path)).")
  }

  private func dangling(_ reference: CrossReference) -> Finding {
    Finding(
      code: "dangling-reference", severity: .warning, span: reference.span, path: nodes[reference.node].path.text,
      message: "Nothing in this text is numbered \(words(reference.span)).",
      fix: "Name a clause that is there, or take the reference out.")
  }

  /// A range of which one end is not there, or neither; what is left of it is said with the end that is.
  private func broken(_ range: Range<Int>, at reference: CrossReference, other: CrossReference) -> Finding? {
    let path = nodes[reference.node].path.text
    guard let target = other.target else {
      // Both ends are gone: said once, at the first.
      guard other.candidates.count > 1 || reference.span.lowerBound == range.lowerBound else { return nil }
      return Finding(
        code: "dangling-reference", severity: .warning, span: range, path: path,
        message:
          "Nothing in this text is numbered \(words(reference.span)) or \(words(other.span)), so “\(words(range))” "
          + "names no clauses.", fix: "Name clauses that are there, or take the reference out.")
    }
    let isLast = reference.span.lowerBound > other.span.lowerBound
    var fix = "Name a clause that is there instead of \(words(reference.span))"
    if let nearest = nearest(to: reference, besides: target, upwards: !isLast) {
      let (first, last) = isLast ? (words(other.span), nearest) : (nearest, words(other.span))
      fix += first == last ? ", or only \(first)" : ", such as \(first) to \(last)"
    }
    return Finding(
      code: "dangling-reference", severity: .warning, span: reference.span, path: path,
      message:
        "“\(words(range))” \(isLast ? "ends" : "begins") with \(words(reference.span)), and nothing in this text is "
        + "numbered \(words(reference.span)); \(words(other.span)) is there.", fix: fix + ".")
  }

  /// The sibling of the end that is there which comes nearest to the number that is not, inside the range.
  private func nearest(to reference: CrossReference, besides target: Int, upwards: Bool) -> String? {
    guard let span = reference.steps.last?.span, let wanted = Int(String(decoding: bytes[span], as: UTF8.self)),
      let shape = shapes[target]
    else { return nil }
    let like = nodes.indices.filter { index in
      guard let other = shapes[index] else { return false }
      return other.style == shape.style && other.depth == shape.depth && nodes[index].depth == nodes[target].depth
        && (upwards
          ? other.number > wanted && other.number <= shape.number
          : other.number < wanted && other.number >= shape.number)
    }
    let best = like.max { one, two in
      let (one, two) = (shapes[one]?.number ?? 0, shapes[two]?.number ?? 0)
      return upwards ? one > two : one < two
    }
    return best.flatMap { nodes[$0].label?.bare }
  }
}
