internal import ArgumentParser
internal import MotionKit

/// One of a closed list of words, as an option gives it; the error lists them and says which was nearly written.
func choice<Value: RawRepresentable<String> & CaseIterable>(_ text: String) throws -> Value {
  if let value = Value(rawValue: text) { return value }
  let names = Value.allCases.map(\.rawValue)
  let near = PlainWords.nearest(to: text, among: names).map { " Did you mean “\($0)”?" } ?? ""
  throw ValidationError("“\(text)” is not one of \(PlainWords.list(names)).\(near)")
}
