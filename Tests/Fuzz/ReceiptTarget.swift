@c(LLVMFuzzerTestOneInput)
public func attack(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  unsafe attack(start, count) { input in
    let (line, receipt) = pair(input)
    return LedgerLaws.broken(by: line.last == 10 ? Array(line.dropLast()) : line, receipt: receipt)
  }
}
