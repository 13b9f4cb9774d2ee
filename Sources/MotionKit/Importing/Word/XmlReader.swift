/// XML bytes made a tree; never fails.
///
/// As much of XML as office files hold: elements, attributes, text, CDATA, the five named references and those by number.
/// A document type's own entities are not expanded, so no file is larger than it looks.
struct XmlReader {
  private let bytes: [UInt8]
  private var place = 0
  private var tree = XmlTree()
  /// The elements that are open, as written and by index.
  private var open: [(written: ArraySlice<UInt8>, index: Int, namespaces: Int)] = []
  private var namespaces: [(prefix: String, name: String)] = []
  private var known: [ArraySlice<UInt8>: String] = [:]

  static func read(_ bytes: [UInt8]) -> XmlTree {
    var reader = XmlReader(bytes)
    reader.readAll()
    return reader.tree
  }

  private init(_ bytes: [UInt8]) {
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      var text = String.UnicodeScalarView()
      text.append(contentsOf: TextDecoding(bytes).scalars)
      self.bytes = Array(String(text).utf8)
    } else {
      self.bytes = bytes
    }
  }

  private var parent: Int { open.last?.index ?? 0 }

  private mutating func readAll() {
    while place < bytes.count {
      let start = place
      while place < bytes.count, bytes[place] != 0x3C { place += 1 }
      if place > start { write(bytes[start..<place], isLiteral: false) }
      guard place < bytes.count else { break }
      if skip("<!--", to: "-->") || skip("<?", to: "?>") { continue }
      if starts("<![CDATA[") {
        let from = place + 9
        _ = skip("<![CDATA[", to: "]]>")
        write(bytes[min(from, bytes.count)..<max(from, place - 3)], isLiteral: true)
      } else if starts("<!") {
        skipDeclaration()
      } else if starts("</") {
        close()
      } else {
        begin()
      }
    }
    if !open.isEmpty { tree.isWhole = false }
  }

  private func starts(_ mark: StaticString) -> Bool { bytes[place...].starts(with: String(describing: mark).utf8) }

  /// Passes over what begins and ends so; all that is left where it never ends.
  private mutating func skip(_ mark: StaticString, to end: StaticString) -> Bool {
    guard starts(mark) else { return false }
    let end = Array(String(describing: end).utf8)
    place += mark.utf8CodeUnitCount
    while place + end.count <= bytes.count {
      if bytes[place] == end[0], bytes[place..<(place + end.count)].elementsEqual(end) {
        place += end.count
        return true
      }
      place += 1
    }
    tree.isWhole = false
    place = bytes.count
    return true
  }

  /// A document type, whose own part stands in brackets.
  private mutating func skipDeclaration() {
    var depth = 0
    while place < bytes.count {
      let byte = bytes[place]
      place += 1
      if byte == UInt8(ascii: "[") { depth += 1 }
      if byte == UInt8(ascii: "]") { depth -= 1 }
      if byte == UInt8(ascii: ">"), depth <= 0 { return }
    }
  }

  private mutating func takeName() -> ArraySlice<UInt8> {
    let start = place
    while place < bytes.count, !" \t\r\n/>=<".utf8.contains(bytes[place]) { place += 1 }
    return bytes[start..<place]
  }

  private mutating func skipBlanks() {
    while place < bytes.count, bytes[place] <= 0x20 { place += 1 }
  }

  private mutating func begin() {
    place += 1
    let written = takeName()
    guard !written.isEmpty else {
      write([0x3C], isLiteral: true)
      tree.isWhole = false
      return
    }
    var attributes: [(written: ArraySlice<UInt8>, value: String)] = []
    let outside = namespaces.count
    var isClosed = false
    while true {
      skipBlanks()
      guard place < bytes.count else {
        tree.isWhole = false
        break
      }
      if bytes[place] == UInt8(ascii: ">") {
        place += 1
        break
      }
      if bytes[place] == UInt8(ascii: "/") {
        place += 1
        isClosed = true
        continue
      }
      if bytes[place] == 0x3C {
        tree.isWhole = false
        break
      }
      let name = takeName()
      skipBlanks()
      guard place < bytes.count, bytes[place] == UInt8(ascii: "=") else {
        // No value: not XML, and never for ever.
        if name.isEmpty { place += 1 }
        continue
      }
      place += 1
      skipBlanks()
      guard place < bytes.count, let quote = Optional(bytes[place]), quote == 0x22 || quote == 0x27 else { continue }
      place += 1
      let start = place
      while place < bytes.count, bytes[place] != quote { place += 1 }
      let value = XmlReader.text(bytes[start..<place])
      place = min(place + 1, bytes.count)
      if name.starts(with: "xmlns".utf8) {
        let prefix = String(decoding: name.dropFirst(6), as: UTF8.self)
        // No file needs more, and each name is looked for among them.
        if namespaces.count < 256 { namespaces.append((prefix, XmlReader.prefixes[value] ?? "?")) }
      } else {
        attributes.append((name, value))
      }
    }
    if namespaces.count != outside { known.removeAll(keepingCapacity: true) }
    let element = XmlTree.Element(
      name: name(of: written, isAttribute: false),
      attributes: attributes.map { (name(of: $0.written, isAttribute: true), $0.value) })
    let index = tree.append(element, to: parent)
    if isClosed {
      leave(to: outside)
    } else {
      open.append((written, index, outside))
    }
  }

  private mutating func leave(to outside: Int) {
    guard namespaces.count > outside else { return }
    namespaces.removeSubrange(outside...)
    known.removeAll(keepingCapacity: true)
  }

  private mutating func close() {
    place += 2
    let written = takeName()
    while place < bytes.count, bytes[place] != UInt8(ascii: ">") { place += 1 }
    place = min(place + 1, bytes.count)
    if let last = open.last, last.written == written {
      leave(to: last.namespaces)
      open.removeLast()
      return
    }
    tree.isWhole = false
    // Looking back without end would cost a file of ends that fit nothing too much.
    guard let found = open.suffix(64).lastIndex(where: { $0.written == written }) else { return }
    leave(to: open[found].namespaces)
    open.removeSubrange(found...)
  }

  /// With the prefix of its namespace that the rest of the reading uses.
  private mutating func name(of written: ArraySlice<UInt8>, isAttribute: Bool) -> String {
    let colon = written.firstIndex(of: UInt8(ascii: ":"))
    if isAttribute, colon == nil { return String(decoding: written, as: UTF8.self) }
    if let name = known[written] { return name }
    let prefix = colon.map { String(decoding: written[..<$0], as: UTF8.self) } ?? ""
    let local = String(decoding: colon.map { written[($0 + 1)...] } ?? written, as: UTF8.self)
    let space = namespaces.last { $0.prefix == prefix }?.name ?? (prefix.isEmpty ? "" : prefix)
    let name = space.isEmpty ? local : space + ":" + local
    known[written] = name
    return name
  }

  private mutating func write(_ text: ArraySlice<UInt8>, isLiteral: Bool) {
    guard !text.isEmpty else { return }
    let text = isLiteral ? String(decoding: text, as: UTF8.self) : XmlReader.text(text)
    _ = tree.append(XmlTree.Element(name: "", text: text), to: parent)
  }

  /// Bytes with their references put in.
  private static func text(_ bytes: ArraySlice<UInt8>) -> String {
    guard bytes.contains(UInt8(ascii: "&")) else { return String(decoding: bytes, as: UTF8.self) }
    var result: [UInt8] = []
    var rest = bytes
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "&"), let end = rest.prefix(12).firstIndex(of: UInt8(ascii: ";")),
        let scalar = reference(rest[..<end])
      {
        result += String(Character(scalar)).utf8
        rest = rest[(end + 1)...]
      } else {
        result.append(byte)
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  private static func reference(_ name: ArraySlice<UInt8>) -> Unicode.Scalar? {
    switch String(decoding: name, as: UTF8.self) {
    case "amp": return "&"
    case "lt": return "<"
    case "gt": return ">"
    case "quot": return "\""
    case "apos": return "'"
    case let name where name.hasPrefix("#x") || name.hasPrefix("#X"):
      return UInt32(name.dropFirst(2), radix: 16).flatMap(Unicode.Scalar.init)
    case let name where name.hasPrefix("#"): return UInt32(name.dropFirst()).flatMap(Unicode.Scalar.init)
    default: return nil
    }
  }

  /// Both sets of names of the standard (ISO/IEC 29500, transitional and strict), and those of OpenDocument.
  private static let prefixes: [String: String] = [
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "w",
    "http://purl.oclc.org/ooxml/wordprocessingml/main": "w",
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships": "r",
    "http://purl.oclc.org/ooxml/officeDocument/relationships": "r",
    "http://schemas.openxmlformats.org/officeDocument/2006/math": "m",
    "http://purl.oclc.org/ooxml/officeDocument/math": "m",
    "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc",
    "http://schemas.openxmlformats.org/drawingml/2006/main": "a",
    "http://purl.oclc.org/ooxml/drawingml/main": "a",
    "http://schemas.openxmlformats.org/package/2006/relationships": "rel",
    "http://schemas.openxmlformats.org/package/2006/content-types": "types",
    "urn:schemas-microsoft-com:vml": "v",
  ]
}
