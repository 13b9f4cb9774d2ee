@c(LLVMFuzzerTestOneInput)
public func attack(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  unsafe attack(start, count) { PublishedLaws.broken(byFiles: $0) }
}
