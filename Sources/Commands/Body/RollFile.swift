internal import MotionKit
internal import Meeting
internal import Platform

extension Body {
  /// A recorded vote from a CSV file: its figures, and the file itself kept by its digest.
  func take(roll path: String, into vote: inout Vote) throws {
    let source = try SourceFile(reading: path, in: world)
    do throws(RollError) {
      let count = try Roll(reading: source.bytes).count
      vote.votesFor = count.for
      vote.against = count.against
      vote.abstain = count.abstain
      vote.form = .roll
      vote.roll = source.bytes
    } catch {
      throw Failure(
        .badInput, error.code, error.message, file: source.name, line: error.line, column: error.column,
        help: error.help)
    }
  }
}
