/// A Word file written part by part, as small as it can be, so that a test says all that is in it.
struct WordFile {
  enum Packing { case stored, deflated }

  var body: String
  var numbering = ""
  var styles = ""
  /// Further parts, by their names within `word/`.
  var parts: [(name: String, text: String)] = []
  var packing = Packing.stored
  var namespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
  var isStrict = false

  /// A list whose levels have these formats and patterns; lists 1 and 2 share it.
  static func list(_ levels: [(format: String, pattern: String)], second: String = "") -> String {
    let all = levels.enumerated().map { index, level in
      "<w:lvl w:ilvl=\"\(index)\"><w:start w:val=\"1\"/><w:numFmt w:val=\"\(level.format)\"/>"
        + "<w:lvlText w:val=\"\(level.pattern)\"/>"
        + "<w:pPr><w:ind w:left=\"\(720 * (index + 1))\" w:hanging=\"360\"/></w:pPr></w:lvl>"
    }.joined()
    return "<w:abstractNum w:abstractNumId=\"7\">\(all)</w:abstractNum>"
      + "<w:num w:numId=\"1\"><w:abstractNumId w:val=\"7\"/></w:num>"
      + "<w:num w:numId=\"2\"><w:abstractNumId w:val=\"7\"/>\(second)</w:num>"
  }

  static func paragraph(_ text: String, list: Int? = nil, level: Int = 0, style: String = "", more: String = "")
    -> String
  {
    let style = style.isEmpty ? "" : "<w:pStyle w:val=\"\(style)\"/>"
    let number =
      list.map { "<w:numPr><w:ilvl w:val=\"\(level)\"/><w:numId w:val=\"\($0)\"/></w:numPr>" } ?? ""
    return "<w:p><w:pPr>\(style)\(number)\(more)</w:pPr>"
      + "<w:r><w:t xml:space=\"preserve\">\(text)</w:t></w:r></w:p>"
  }

  var bytes: [UInt8] {
    let family =
      isStrict
      ? "http://purl.oclc.org/ooxml/officeDocument/relationships"
      : "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    func relations(_ list: [(String, String)]) -> String {
      "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
        + list.enumerated().map { "<Relationship Id=\"r\($0)\" Type=\"\(family)/\($1.0)\" Target=\"\($1.1)\"/>" }
        .joined() + "</Relationships>"
    }
    let space = "xmlns:w=\"\(namespace)\" xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\""
    var zip = ZipFile(packing: packing)
    zip.add("[Content_Types].xml", "<Types/>")
    zip.add("_rels/.rels", relations([("officeDocument", "word/document.xml")]))
    var targets: [(String, String)] = []
    if !styles.isEmpty {
      targets.append(("styles", "styles.xml"))
      zip.add("word/styles.xml", "<w:styles \(space)>\(styles)</w:styles>")
    }
    if !numbering.isEmpty {
      targets.append(("numbering", "/word/numbering.xml"))
      zip.add("word/numbering.xml", "<w:numbering \(space)>\(numbering)</w:numbering>")
    }
    for part in parts {
      targets.append((String(part.name.prefix { $0 != "." && !$0.isNumber }), part.name))
      zip.add("word/" + part.name, part.text.replacing("SPACE", with: space))
    }
    zip.add("word/_rels/document.xml.rels", relations(targets))
    zip.add(
      "word/document.xml",
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?><w:document \(space)><w:body>\(body)</w:body></w:document>")
    return zip.bytes
  }
}

/// A zip archive written entry by entry.
struct ZipFile {
  var packing = WordFile.Packing.stored
  /// Sizes and places stand in the fields for large archives (zip64).
  var isLarge = false
  /// How many entries the archive says it has, where that is not the truth.
  var claimed: Int?
  private var content: [UInt8] = []
  private var directory: [UInt8] = []
  private var count = 0

  init(packing: WordFile.Packing = .stored) { self.packing = packing }

  mutating func add(_ name: String, _ text: String) { add(name, Array(text.utf8)) }

  mutating func add(_ name: String, _ data: [UInt8]) {
    add(name, packed: packing == .stored ? data : ZipFile.deflate(data), of: data)
  }

  /// - Parameter packed: A stream that unpacks to `data`, or the data themselves.
  mutating func add(
    _ name: String, packed: [UInt8], of data: [UInt8], sum: UInt32? = nil, flags: Int = 0, size: Int? = nil
  ) {
    let method = packing == .stored ? 0 : 8
    let sum = Int(sum ?? ZipFile.sum(data))
    let start = content.count
    let middle = ZipFile.number(flags, 2) + ZipFile.number(method, 2) + ZipFile.number(0, 4)
    let sizes = ZipFile.number(sum, 4) + ZipFile.number(packed.count, 4) + ZipFile.number(size ?? data.count, 4)
    let length = ZipFile.number(name.utf8.count, 2)
    content += ZipFile.number(0x0403_4B50, 4) + ZipFile.number(20, 2) + middle
    // Writers that do not know the sizes yet leave them out here.
    content += flags & 8 == 8 ? ZipFile.number(0, 4) + ZipFile.number(0, 4) + ZipFile.number(0, 4) : sizes
    content += length + ZipFile.number(0, 2) + name.utf8 + packed
    if flags & 8 == 8 { content += ZipFile.number(0x0807_4B50, 4) + sizes }
    directory += ZipFile.number(0x0201_4B50, 4) + ZipFile.number(20, 2) + ZipFile.number(20, 2) + middle
    directory += isLarge ? Array(sizes.prefix(4)) : sizes
    if isLarge { directory += Self.full + Self.full }
    directory += length + ZipFile.number(isLarge ? 28 : 0, 2)
    directory += ZipFile.number(0, 10)
    directory += isLarge ? Self.full : ZipFile.number(start, 4)
    directory += Array(name.utf8)
    if isLarge {
      directory += ZipFile.number(1, 2) + ZipFile.number(24, 2)
      for value in [size ?? data.count, packed.count, start] { directory += ZipFile.number(value, 8) }
    }
    count += 1
  }

  /// What stands in a field whose value does not fit.
  private static let full = number(0xFFFF_FFFF, 4)

  var bytes: [UInt8] {
    let count = claimed ?? self.count
    var bytes: [UInt8] = content + directory
    func put(_ value: Int, _ width: Int) { bytes += ZipFile.number(value, width) }
    if isLarge {
      put(0x0606_4B50, 4)
      put(44, 8)
      put(45, 2)
      put(45, 2)
      put(0, 8)
      put(count, 8)
      put(count, 8)
      put(directory.count, 8)
      put(content.count, 8)
      put(0x0706_4B50, 4)
      put(0, 4)
      put(content.count + directory.count, 8)
      put(1, 4)
    }
    put(0x0605_4B50, 4)
    put(0, 4)
    put(isLarge ? 0xFFFF : count, 2)
    put(isLarge ? 0xFFFF : count, 2)
    put(isLarge ? 0xFFFF_FFFF : directory.count, 4)
    put(isLarge ? 0xFFFF_FFFF : content.count, 4)
    put(0, 2)
    return bytes
  }

  private static func number(_ value: Int, _ width: Int) -> [UInt8] {
    (0..<width).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
  }

  private static func sum(_ data: [UInt8]) -> UInt32 {
    var sum = ~UInt32(0)
    for byte in data {
      sum ^= UInt32(byte)
      for _ in 0..<8 { sum = sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1 }
    }
    return ~sum
  }

  /// One block of the fixed code: literals, and runs of one byte as copies of the byte before.
  static func deflate(_ data: [UInt8]) -> [UInt8] {
    var bits: [Bool] = [true, true, false]
    func code(_ value: Int, _ width: Int) { for bit in (0..<width).reversed() { bits.append(value >> bit & 1 == 1) } }
    func symbol(_ value: Int) {
      switch value {
      case 0..<144: code(0x30 + value, 8)
      case 144..<256: code(0x190 + value - 144, 9)
      case 256..<280: code(value - 256, 7)
      default: code(0xC0 + value - 280, 8)
      }
    }
    var index = 0
    while index < data.count {
      let run = data[index...].prefix { $0 == data[index] }.count
      symbol(Int(data[index]))
      index += 1
      var left = run - 1
      while left >= 258 {
        symbol(285)
        code(0, 5)
        left -= 258
        index += 258
      }
      if left >= 3, left <= 10 {
        symbol(254 + left)
        code(0, 5)
        index += left
      }
    }
    symbol(256)
    return stride(from: 0, to: bits.count, by: 8).map { start in
      bits[start..<min(start + 8, bits.count)].enumerated().reduce(UInt8(0)) { $0 | ($1.element ? 1 << $1.offset : 0) }
    }
  }
}
