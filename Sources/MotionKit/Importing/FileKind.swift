/// What kind of file bytes are, by how they begin; never by a name.
enum FileKind: Hashable, Sendable {
  case text
  case word
  case unreadable(UnreadableFile)

  init(of bytes: [UInt8]) {
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3).prefix(8) : bytes.prefix(8)
    if start.starts(with: "{\\rtf".utf8) {
      self = .unreadable(.richText)
    } else if start.starts(with: "%PDF-".utf8) {
      self = .unreadable(.pdf)
    } else if start.starts(with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) {
      // What Word locks lies in the same shell as its old files, under this name in UTF-16.
      let name = Array("EncryptedPackage".utf8.map { [$0, UInt8(0)] }.joined())
      self = .unreadable(FileKind.holds(name, in: bytes) ? .encrypted : .oldWord)
    } else if start.starts(with: [0x50, 0x4B, 3, 4]) || start.starts(with: [0x50, 0x4B, 5, 6]) {
      self = .word
    } else if TextDecoding.isBinary(bytes) {
      self = .unreadable(.program)
    } else {
      self = .text
    }
  }

  private static func holds(_ name: [UInt8], in bytes: [UInt8]) -> Bool {
    var place = 0
    while place + name.count <= bytes.count {
      if bytes[place] == name[0], bytes[place..<(place + name.count)].elementsEqual(name) { return true }
      place += 1
    }
    return false
  }
}
