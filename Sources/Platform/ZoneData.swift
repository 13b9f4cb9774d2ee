extension World {
  /// The version of the time zone data, where the system says it: `2026a`.
  public var zoneDataVersion: String? {
    guard let bytes = zoneFile("tzdata.zi") else { return nil }
    let line = String(decoding: bytes.prefix { $0 != 10 }, as: UTF8.self)
    return line.hasPrefix("# version ") ? String(line.dropFirst(10)) : nil
  }
}
