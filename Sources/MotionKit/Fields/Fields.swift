/// Front matter, or a rules file: the strict YAML subset, read with every byte kept.
public struct Fields: Hashable, Sendable {
  // Placeholder of the skeleton; the Fields room replaces it.
  public init() {}
}
