package import MotionKit

/// Deadlines as a calendar file (iCalendar, RFC 5545) that calendar programs take in.
///
/// The name of an event never changes with its date, so that a file read again moves the event and does not double it.
package struct DeadlineCalendar {
  private var orders: StandingOrders
  private var deadlines: [Deadline]
  private var stamp: Instant

  /// `stamp` is when it was made.
  package init(_ deadlines: [Deadline], of orders: StandingOrders, stamp: Instant) {
    self.deadlines = deadlines
    self.orders = orders
    self.stamp = stamp
  }

  /// The file; lines end in CRLF and are folded at 75 bytes.
  package var bytes: [UInt8] {
    var lines = [
      "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//motions//deadlines//EN", "CALSCALE:GREGORIAN", "METHOD:PUBLISH",
      "X-WR-CALNAME:\(escaped("Deadlines: \(orders.name)"))",
    ]
    var names: [String: Int] = [:]
    for deadline in deadlines {
      let parts = [deadline.route, deadline.stage, deadline.action.rawValue, deadline.kind ?? "all"]
      let name = parts.map(plain).joined(separator: ".")
      let repeated = names[name, default: 0]
      names[name] = repeated + 1
      lines += [
        "BEGIN:VEVENT",
        "UID:\(name)\(repeated == 0 ? "" : ".\(repeated + 1)")@\(plain(orders.shortName))",
        "DTSTAMP:\(basic(stamp))",
        "DTSTART:\(basic(deadline.at))",
        "SUMMARY:\(escaped(deadline.task))",
        "DESCRIPTION:\(escaped(deadline.because.joined(separator: "\n")))",
        "CATEGORIES:\(escaped(deadline.route))",
        "TRANSP:TRANSPARENT",
        "END:VEVENT",
      ]
    }
    lines.append("END:VCALENDAR")
    return lines.flatMap(folded)
  }

  /// `20260918T110000Z`.
  private func basic(_ moment: Instant) -> String {
    String(String.UnicodeScalarView(moment.rfc3339.unicodeScalars.filter { $0 != "-" && $0 != ":" }))
  }

  /// Letters, digits and dashes.
  private func plain(_ text: String) -> String {
    var result: [UInt8] = []
    for byte in text.lowercased().utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): result.append(byte)
      default: if result.last != UInt8(ascii: "-") { result.append(UInt8(ascii: "-")) }
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// §3.3.11.
  private func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\", ";", ",": result += "\\\(scalar)"
      case "\n": result += "\\n"
      case "\u{0}"..<" ", "\u{7F}": result += " "
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// §3.1: never within a character.
  private func folded(_ line: String) -> [UInt8] {
    var result: [UInt8] = []
    var width = 0
    for scalar in line.unicodeScalars {
      let bytes = Array(String(scalar).utf8)
      if width + bytes.count > 75 {
        result += [13, 10, 32]
        width = 1
      }
      result += bytes
      width += bytes.count
    }
    return result + [13, 10]
  }
}

extension Deadline {
  /// `The branch must have passed ordinary motions`.
  package var task: String {
    let motions = kind.map { "\($0) motions" } ?? "motions"
    let task =
      switch action {
      case .submit: "\(body) must have received \(motions)"
      case .amend: "\(body) must have received amendments to \(motions)"
      case .notice: "members must have been told of \(motions) for \(body)"
      case .pass: "\(body) must have passed \(motions)"
      }
    return PlainWords.sentence(task)
  }
}
