package import Meeting

/// What a written record needs beside the state: names for numbers, and the body's own time.
package struct Reader: Sendable {
  /// The name of a person, where the side file of names has it.
  package var name: @Sendable (Person) -> String?
  /// A recorded instant (`2026-11-22T18:05:00Z`) in the body's zone, as people write it.
  package var time: @Sendable (String) -> String
  /// The same in words: `Thursday 4 March 2027, 19:30`.
  package var moment: @Sendable (String) -> String

  package init(
    name: @escaping @Sendable (Person) -> String?, time: @escaping @Sendable (String) -> String,
    moment: @escaping @Sendable (String) -> String
  ) {
    self.name = name
    self.time = time
    self.moment = moment
  }

  package func who(_ person: Person?) -> String? {
    person.map { name($0) ?? "\($0.reference) (name kept apart)" }
  }
}
