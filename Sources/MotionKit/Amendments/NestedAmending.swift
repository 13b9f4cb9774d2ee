/// Amendments to an amendment: its new text is their base, and the result has its name.
struct NestedAmending {
  private let parent: Amendment
  private let children: [Amendment]
  private let rulings: [Ruling]
  private let policy: ClashPolicy

  init(_ parent: Amendment, with children: [Amendment], rulings: [Ruling], policy: ClashPolicy) {
    self.parent = parent
    self.children = children
    self.rulings = rulings
    self.policy = policy
  }

  /// The amendment as amended; what could not be found in its text is refused.
  func result(
    _ refusals: inout [String: [Refusal]], _ nested: inout [(parent: String, composition: Composition)]
  ) -> Amendment {
    var parts: [Int: [Amendment]] = [:]
    for child in children {
      for operation in child.operations {
        guard let index = part(for: operation, of: child, &refusals) else { continue }
        var here = parts[index] ?? []
        if let last = here.indices.last, here[last].name == child.name {
          here[last].operations.append(operation)
          parts[index] = here
        } else {
          var share = child
          share.operations = [operation]
          share.parent = nil
          share.layout = []
          parts[index, default: []].append(share)
        }
      }
    }
    var amended = parent
    for index in parts.keys.sorted() {
      guard let new = parent.operations[index].new else { continue }
      let here = (parts[index] ?? []).filter { refusals[$0.name] == nil }
      let composition = Composition(
        of: Document(parsing: new), with: here, rulings: rulings, clashes: policy, keepsLabels: true)
      nested.append((parent.name, composition))
      let refused = composition.outcomes.contains { $0.verdict == .refused }
      if !refused || policy != .baseStands {
        amended.operations[index].new = String(decoding: composition.bytes, as: UTF8.self)
      }
    }
    return amended
  }

  /// The operation of the parent whose new text holds the place.
  private func part(
    for operation: Operation, of child: Amendment, _ refusals: inout [String: [Refusal]]
  ) -> Int? {
    var found: [Int] = []
    var first: Refusal?
    for (index, candidate) in parent.operations.enumerated() {
      guard let new = candidate.new, !new.isEmpty else { continue }
      let single = Amendment(name: child.name, operations: [operation])
      let resolution = Resolution(of: single, in: Document(parsing: new))
      if resolution.refusals.isEmpty { found.append(index) } else { first = first ?? resolution.refusals.first }
    }
    if found.count == 1 { return found[0] }
    var refusal =
      first ?? Refusal(operation: 0, code: "no-new-words", message: "\(parent.name) brings no words to amend.")
    if found.count > 1 {
      refusal.code = "words-not-unique"
      refusal.message = "That could be in \(found.count) places of \(parent.name): say which."
    }
    refusals[child.name, default: []].append(refusal)
    return nil
  }
}

extension Amendment {
  /// The words it brings, as a text to be read against by amendments to it; nil where it brings none.
  public var newText: Document? {
    let texts = operations.compactMap(\.new).filter { !$0.isEmpty }
    return texts.isEmpty ? nil : Document(parsing: texts.joined(separator: "\n\n"))
  }
}
