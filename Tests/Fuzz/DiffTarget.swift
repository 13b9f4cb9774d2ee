@c(LLVMFuzzerTestOneInput)
public func attack(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  unsafe attack(start, count) { input in
    let (old, new) = pair(input)
    return DiffLaws.broken(by: old, new)
  }
}
