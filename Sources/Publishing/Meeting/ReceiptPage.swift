package import CanonicalJSON
package import Meeting

/// What a receipt shows, for somebody who has neither the record nor a network.
package struct ReceiptPage: Sendable {
  package let event: RecordedEvent
  /// The entries that the signed head covers, and who signed it.
  package let size: Int
  package let origin: String
  package let seal: String
  /// Whether the text that was given is the one that the entry names; nil where none was given.
  package var isItsText: Bool?

  package init(event: RecordedEvent, size: Int, origin: String, seal: String, isItsText: Bool? = nil) {
    self.event = event
    self.size = size
    self.origin = origin
    self.seal = seal
    self.isItsText = isItsText
  }

  /// The text that the entry names: as received, as amended so far or as adopted.
  package var text: TextName? {
    switch event.event {
    case .motionReceived(let received): received.text
    case .amendmentReceived(let received): received.submitted
    case .resultDeclared(let result): result.text
    case .entryCorrected(let correction): correction.text
    case .itemStep(let step): step.text
    default: nil
    }
  }

  package var lines: [String] {
    var lines = [sentence]
    lines.append(
      "This is entry \(event.seq), recorded at \(event.at) by the \(event.by), of the \(size) that \(origin) has sealed."
    )
    if let text {
      switch isItsText {
      case true?: lines.append("The text given is the one that the entry names, byte for byte.")
      case false?:
        lines.append("The text given is NOT the one that the entry names: that has the SHA-256 \(text.sha256).")
      case nil: lines.append("Its text has the SHA-256 \(text.sha256).")
      }
    } else if isItsText != nil {
      lines.append("The entry names no text, so nothing is said of the one given.")
    }
    lines.append("Seal: \(seal)")
    lines.append("What was recorded after this entry, a correction say, the receipt can't show.")
    return lines
  }

  /// The entry in words, with the figures that a result rests on.
  private var sentence: String {
    let words = State(folding: [], texts: TextSource { _ in .withheld }).spoken(event.event) ?? event.event.type
    let reason: String? =
      switch event.event {
      case .resultDeclared(let result): result.rulesReason ?? result.manner.map { "without a count (\($0))" }
      case .entryCorrected(let correction): correction.rulesReason
      case .motionReceived(let received): "\(received.title.map { "“\($0)”, " } ?? "")on \(received.receivedAt)"
      default: nil
      }
    let spoken = words + (reason.map { ": \($0)" } ?? "")
    return spoken.prefix(1).uppercased() + spoken.dropFirst() + (spoken.hasSuffix(".") ? "" : ".")
  }

  package var members: [JSON.Member] {
    [
      JSON.Member("type", .string(event.event.type)), JSON.Member("at", .string(event.at)),
      JSON.Member("by", .string(event.by)), JSON.Member("sha256", JSON(text?.sha256)),
      JSON.Member("text_matches", isItsText.map { .bool($0) } ?? .null), JSON.Member("said", JSON(lines)),
    ]
  }
}
