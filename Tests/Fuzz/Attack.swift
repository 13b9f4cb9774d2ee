/// Holds one input of the fuzzer against a law; a broken one ends the run, and the fuzzer keeps the input.
func attack(_ start: UnsafePointer<UInt8>?, _ count: Int, with law: ([UInt8]) -> String?) -> CInt {
  let input = unsafe [UInt8](UnsafeBufferPointer(start: start, count: count))
  if let broken = law(input) { fatalError("This does not hold: \(broken).") }
  return 0
}

/// Two texts from one input: what stands before a line of five equal signs, and what stands behind it; without such a
/// line, the two halves.
func pair(_ input: [UInt8]) -> (old: [UInt8], new: [UInt8]) {
  let line = Array("=====\n".utf8)
  if let place = input.indices.first(where: { input[$0...].starts(with: line) }) {
    return (Array(input[..<place]), Array(input[(place + line.count)...]))
  }
  return (Array(input[..<(input.count / 2)]), Array(input[(input.count / 2)...]))
}
