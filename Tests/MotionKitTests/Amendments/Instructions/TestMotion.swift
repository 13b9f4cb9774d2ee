import MotionKit

/// The texts that the instructions of the tables amend.
enum TestMotion: String, Sendable, CaseIterable {
  /// Numbers that run on through three sections.
  case fares
  /// Recitals, paragraphs without numbers, bullets under a heading, and compound numbers.
  case rules

  var document: Document { Document(parsing: text) }

  var text: String { ReadingTable.bases[rawValue] ?? "" }
}
