internal import MotionKit

extension MotionState {
  /// Version 1 is the text as received; each amendment carried or accepted makes the next.
  package var versionCount: Int { carried.count + 1 }

  /// The file of a version; nil where there is none, or where the text is withheld.
  package func version(_ number: Int) -> [UInt8]? {
    guard number >= 1, number <= versionCount else { return nil }
    return number == 1 ? base?.bytes : composition(of: Array(carried.prefix(number - 1)))?.bytes
  }
}
