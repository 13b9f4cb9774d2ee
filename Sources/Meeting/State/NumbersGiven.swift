/// The numbers that a record has given: each of a series once, in order. One that was taken back is not given again.
///
/// A series is what stands before the number: `M`, `E`, `M1/A`, `M1/A4.`.
package struct NumbersGiven: Hashable, Sendable {
  private var last: [String: Int] = [:]

  /// The next item of a series: `M2` after `M1`.
  package func next(_ series: String) -> String { series + String((last[series] ?? 0) + 1) }

  /// Notes the number that an entry gives, whether or not it was taken back since.
  mutating func take(_ event: Event) {
    switch event {
    case .motionReceived(let received): take(received.item)
    case .amendmentReceived(let received): take(received.item)
    case .questionPut(let put) where put.matter == .procedural || put.matter == .challenge: take(put.item)
    default: break
    }
  }

  private mutating func take(_ item: String) {
    let series = NumbersGiven.series(of: item)
    guard let number = Int(item.dropFirst(series.utf8.count)) else { return }
    last[series] = max(last[series] ?? 0, number)
  }

  static func series(of item: String) -> String {
    var series = Substring(item)
    while let last = series.utf8.last, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(last) { series.removeLast() }
    return String(series)
  }
}
