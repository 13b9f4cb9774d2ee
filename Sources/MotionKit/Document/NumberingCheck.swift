/// What is odd about the labels of a text.
struct NumberingCheck {
  let bytes: [UInt8]
  let nodes: [Node]
  let shapes: [LabelShape?]
  let mode: Numbering.Mode

  func findings() -> [Finding] { [] }
}
