internal import CanonicalJSON
package import MotionKit

/// `amendment.received`: an amendment as submitted, and how it was understood.
package struct AmendmentReceived: Hashable, Sendable {
  package enum Form: String, Hashable, Sendable {
    case instruction, copy
  }

  /// `M1/A4`, `M1/A4.1`.
  package var item: String
  package var form: Form
  /// The words as they came, kept for ever.
  package var submitted: TextName
  package var from: Person?
  package var receivedAt: String
  /// The reading, said back.
  package var sentence: String
  package var operations: [MotionKit.Operation]
  package var layout: [SourceEdit]
  /// Where operations and layout are too long for a line of the ledger: the text that holds them.
  package var reading: TextName?
  package var requires: [String]
  package var fallsIf: [String]
  /// The amendments carried when it was read, in their order, where it was read against the motion as it then stood;
  /// nil where it was read against the paper.
  package var readAgainst: [String]?
  /// The labels of the clauses it adds, allotted once.
  package var labels: [AllottedLabel]
  package var lateness: Lateness?
  package var flags: [Irregularity]

  package init(
    item: String, form: Form, submitted: TextName, from: Person?, receivedAt: String, sentence: String,
    operations: [MotionKit.Operation], layout: [SourceEdit], requires: [String], fallsIf: [String],
    readAgainst: [String]?, labels: [AllottedLabel], lateness: Lateness?, flags: [Irregularity]
  ) {
    self.item = item
    self.form = form
    self.submitted = submitted
    self.from = from
    self.receivedAt = receivedAt
    self.sentence = sentence
    self.operations = operations
    self.layout = layout
    self.requires = requires
    self.fallsIf = fallsIf
    self.readAgainst = readAgainst
    self.labels = labels
    self.lateness = lateness
    self.flags = flags
  }

  init(_ fields: EventFields) throws(EventError) {
    item = try fields.text("item")
    form = try fields.choice("form")
    submitted = try fields.textName("submitted")
    from = try Person(fields.optional("from"))
    receivedAt = try fields.text("received_at")
    sentence = try fields.text("sentence")
    reading = try fields.optionalTextName("reading")
    operations = try fields.operations()
    layout = try fields.sourceEdits("layout")
    requires = try fields.texts("requires")
    fallsIf = try fields.texts("falls_if")
    readAgainst = fields.optional("read_against") == nil ? nil : try fields.texts("read_against")
    labels = try fields.allottedLabels(of: ItemReference(item)?.amendment ?? item)
    lateness = try Lateness(fields.optional("late"))
    flags = try fields.flags()
  }

  var fields: [JSON.Member] {
    var members = JSON.fields([
      "falls_if": JSON(fallsIf), "flags": JSON(flags), "form": .string(form.rawValue), "from": JSON(from),
      "item": .string(item), "labels": JSON(labels), "late": lateness?.json ?? .null,
      "layout": reading == nil ? JSON(layout) : nil,
      "operations": reading == nil ? .array(operations.map { JSON($0) }) : nil,
      "reading": JSON(reading), "received_at": .string(receivedAt),
      "requires": JSON(requires), "sentence": .string(sentence), "submitted": JSON(submitted),
    ])
    // An empty list says "against the motion as it stood, with nothing carried yet": it is not nothing.
    if let readAgainst { members.append(JSON.Member("read_against", JSON(readAgainst))) }
    return members
  }
}

extension AmendmentReceived {
  /// What a line of the ledger can't hold goes into a text of its own: strings of more than 8 KiB, or much of them.
  ///
  /// - Returns: the bytes of that text, to be kept before the entry; nil where the entry holds all of it.
  mutating func partedIfLong() -> [UInt8]? {
    let whole = JSON.object([
      JSON.Member("layout", JSON(layout)), JSON.Member("operations", .array(operations.map { JSON($0) })),
    ]).answer
    if sentence.utf8.count > 4_000 {
      sentence = String(decoding: sentence.utf8.prefix(4_000), as: UTF8.self) + "…"
    }
    let strings = operations.flatMap { [$0.old, $0.new, $0.until].compactMap { $0?.utf8.count } }
    guard whole.count > 40_000 || strings.contains(where: { $0 > 8_000 }) else { return nil }
    reading = TextName(of: whole)
    return whole
  }

  /// Takes operations and layout from the text that holds them.
  mutating func fill(from bytes: [UInt8]) throws(EventError) {
    guard let json = try? JSON(parsing: bytes, limits: .answer) else {
      throw EventError(code: "bad-event", message: "The reading of \(item) is no JSON.")
    }
    let fields = EventFields(type: "amendment.received", json: json)
    operations = try fields.operations()
    layout = try fields.sourceEdits("layout")
  }
}
