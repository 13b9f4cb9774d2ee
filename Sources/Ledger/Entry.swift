public import CanonicalJSON

/// One line of a ledger.
public struct Entry: Hashable, Sendable {
  /// The place in the ledger, 0-based.
  public var seq: Int
  /// When it was written, `2026-09-13T11:00:00Z`. It informs; the order is `seq`.
  public var at: String
  public var by: String
  /// `noun.verb`.
  public var type: String
  /// The version of the type.
  public var v: Int
  /// The key under which the same event is never entered twice.
  public var id: String?
  /// The type's own members, in the order of their names.
  public var fields: [JSON.Member]
  /// The leaf hash of the entry before; zero for the first.
  public var previous: Digest
  /// The leaf hash of this entry.
  public var leaf: Digest

  /// A member of the type's own.
  public subscript(name: String) -> JSON? {
    fields.first { $0.name.utf8.elementsEqual(name.utf8) }?.value
  }

  /// The entry of a line that has been checked; nil where the envelope is not whole.
  init?(line: [UInt8], leaf: Digest) {
    guard let json = try? JSON(parsing: line), let members = json.members,
      let seq = json["seq"]?.number, let at = json["at"]?.text, let by = json["by"]?.text,
      let type = json["type"]?.text, let v = json["v"]?.number,
      let previous = json["prev"]?.text.flatMap({ Digest(base64: $0) })
    else { return nil }
    self.seq = seq
    self.at = at
    self.by = by
    self.type = type
    self.v = v
    id = json["id"]?.text
    fields = members.filter { !Self.envelope.contains($0.name) }
    self.previous = previous
    self.leaf = leaf
  }

  static let envelope = ["at", "by", "id", "prev", "seq", "type", "v"]
}

/// What is to be entered: an entry without its place and time.
public struct NewEntry: Hashable, Sendable {
  public var type: String
  /// Who enters it; nil: the ledger's own name stands there.
  public var by: String?
  public var v: Int
  public var id: String?
  public var fields: [JSON.Member]

  public init(type: String, by: String?, v: Int = 1, id: String? = nil, fields: [JSON.Member] = []) {
    self.type = type
    self.by = by
    self.v = v
    self.id = id
    self.fields = fields
  }

  /// An event as another program writes it: `type` and any members of its own.
  public init(event: JSON, by: String?) throws(EntryFault) {
    guard let members = event.members else { throw .notAnObject }
    var type: String?
    var by = by
    var version = JSON.integer(1)
    var id: String?
    var fields: [JSON.Member] = []
    fields.reserveCapacity(members.count)
    func text(_ member: JSON.Member) throws(EntryFault) -> String {
      guard let text = member.value.text else { throw .notText(member.name) }
      return text
    }
    for member in members {
      switch member.name {
      case "at", "prev", "seq": throw .reserved(member.name)
      case "type": type = try text(member)
      case "by": by = try text(member)
      case "id": id = try text(member)
      case "v": version = member.value
      default: fields.append(member)
      }
    }
    guard let type else { throw .noType }
    guard !type.hasPrefix("ledger.") else { throw .ownType(type) }
    guard let v = version.number, v > 0 else { throw .badVersion }
    self.type = type
    self.by = by
    self.v = v
    self.id = id
    self.fields = fields
  }

  /// Appends the line of this entry, without its LF, to a batch.
  ///
  /// A million entries are written with this, so the members are put in order as they go, and nothing is made between.
  func write(to batch: inout [UInt8], seq: Int, at: String, previous: Digest, origin: String, clockIsGiven: Bool) {
    let own = fields.inOrder
    var next = own.startIndex
    /// The type's own members before one of the envelope's, which is called so and begins so.
    func begin(_ name: String, _ beginning: StaticString, _ batch: inout [UInt8]) {
      own.write(from: &next, before: name, to: &batch)
      batch += beginning.description.utf8
    }
    let start = batch.count
    begin("at", ",\"at\":", &batch)
    JSON.writeString(at, to: &batch)
    begin("by", ",\"by\":", &batch)
    JSON.writeString(by ?? origin, to: &batch)
    if clockIsGiven, !own.contains(where: { $0.name == "clock" }) { begin("clock", ",\"clock\":\"given\"", &batch) }
    if let id {
      begin("id", ",\"id\":", &batch)
      JSON.writeString(id, to: &batch)
    }
    begin("prev", ",\"prev\":", &batch)
    previous.writeBase64(to: &batch)
    begin("seq", ",\"seq\":", &batch)
    batch += String(seq).utf8
    begin("type", ",\"type\":", &batch)
    JSON.writeString(type, to: &batch)
    begin("v", ",\"v\":", &batch)
    batch += String(v).utf8
    own.write(from: &next, before: nil, to: &batch)
    batch[start] = UInt8(ascii: "{")
    batch.append(UInt8(ascii: "}"))
  }

  /// The line of this entry by itself.
  func line(seq: Int, at: String, previous: Digest, origin: String, clockIsGiven: Bool) -> [UInt8] {
    var line: [UInt8] = []
    write(to: &line, seq: seq, at: at, previous: previous, origin: origin, clockIsGiven: clockIsGiven)
    return line
  }

  /// Whether an entry says the same: all but its place, its time and where the time came from.
  func says(the entry: Entry, origin: String) -> Bool {
    func body(_ fields: [JSON.Member]) -> [UInt8] { JSON.object(fields.filter { $0.name != "clock" }).canonical }
    return type.utf8.elementsEqual(entry.type.utf8) && (by ?? origin).utf8.elementsEqual(entry.by.utf8)
      && v == entry.v && body(fields) == body(entry.fields)
  }
}

extension [JSON.Member] {
  /// Appends the members before a name, each after a comma; all that are left where there is none.
  fileprivate func write(from next: inout Int, before name: String?, to batch: inout [UInt8]) {
    while next < count {
      if let name, !JSON.precedes(self[next].name, name) { return }
      batch.append(UInt8(ascii: ","))
      JSON.writeString(self[next].name, to: &batch)
      batch.append(UInt8(ascii: ":"))
      self[next].value.writeCanonical(to: &batch)
      next += 1
    }
  }
}

/// Why an event can't be entered.
public enum EntryFault: Error, Hashable, Sendable {
  case notAnObject
  case reserved(String)
  case notText(String)
  case noType
  case ownType(String)
  case badVersion
  case badName(String)
  case badForm(JSONFault)
  case idTaken(id: String, seq: Int)

  public var code: String {
    switch self {
    case .notAnObject: "not-an-object"
    case .reserved: "reserved-member"
    case .notText: "not-a-string"
    case .noType: "no-type"
    case .ownType: "reserved-type"
    case .badVersion: "bad-version"
    case .badName: "bad-name"
    case .badForm(let fault): fault.rawValue
    case .idTaken: "id-taken"
    }
  }

  public var message: String {
    switch self {
    case .notAnObject: "an event is a JSON object"
    case .reserved(let name): "“\(name)” is set by the ledger itself; leave it out"
    case .notText(let name): "“\(name)” has to be a string"
    case .noType: "an event needs a “type”, such as \"vote.counted\""
    case .ownType(let type): "“\(type)”: types that begin with “ledger.” are the ledger's own"
    case .badVersion: "“v” is a number from 1"
    case .badName(let name): "“\(name)” must not be empty or hold control or direction characters"
    case .badForm(let fault): fault.message
    case .idTaken(let id, let seq): "the id “\(id)” is taken by entry \(seq), which says something else"
    }
  }
}
