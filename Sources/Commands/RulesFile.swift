internal import MotionKit
internal import Platform
internal import Publishing

/// A body's rules as they stand in a file.
struct RulesFile {
  var source: SourceFile
  var orders: StandingOrders

  /// Reads the file named, or `rules.yaml` of the folder or of one above it. The first error in it ends the command; the
  /// others are said before it unless that is to be `quiet`.
  init(reading path: String?, quiet: Bool = false, in world: World) throws {
    source = try SourceFile(reading: path ?? RulesFile.nearest(in: world), in: world)
    orders = StandingOrders(reading: Fields(parsing: source.bytes))
    let text = Document(parsing: source.bytes)
    let errors = orders.findings.filter { $0.severity == .error }
    if !quiet {
      let others = orders.findings.filter { $0.severity != .error } + errors.dropFirst()
      let page = FindingPage(name: source.name, document: text, findings: others)
      world.writeError(Array(page.plainText.utf8))
    }
    guard let first = errors.first else { return }
    let place = first.span.map { text.place(of: $0.lowerBound) }
    throw Failure(
      .badInput, "rules-invalid", first.message, file: source.name, line: place?.line, column: place?.column,
      excerpt: first.span.map { text.line(containing: $0.lowerBound) }, help: first.fix)
  }

  private static func nearest(in world: World) throws -> String {
    var folder = world.folder
    while true {
      let path = "rules.yaml".path(in: folder)
      // What lies in the folder one is in is called by its name alone.
      if world.files.kind(of: path) != nil { return folder == world.folder ? "rules.yaml" : path }
      guard let slash = folder.lastIndex(of: "/"), slash > folder.startIndex else { break }
      folder = String(folder[..<slash])
    }
    throw Failure(
      .noSuchFile, "no-rules", "there is no rules.yaml in this folder or above it",
      help: "name the file of rules, or begin a body’s folder with motions init")
  }

  /// The clock of the body's zone.
  func zone(in world: World) throws -> TimeZoneRules { try TimeZoneRules(named: orders.timeZone, in: world) }
}

extension TimeZoneRules {
  /// The rules of a zone by the system's tz database.
  init(named name: String, in world: World) throws {
    if name == "UTC" || name == "Etc/UTC" {
      self = .utc
      return
    }
    guard let bytes = world.zoneFile(name) else {
      // Where there is London, there is a database, and the name is wrong.
      guard world.zoneFile("Europe/London") != nil else {
        throw Failure(
          .inputOutput, "zone-data-missing", "this system has no time zones, so local times can’t be told",
          help: "install the package tzdata")
      }
      throw Failure(
        .badInput, "zone-unknown", "there is no time zone “\(name)”",
        help: "write it as the tz database does, such as Europe/London")
    }
    do {
      try self.init(name: name, zoneFile: bytes)
    } catch {
      throw Failure(
        .inputOutput, "zone-data-damaged", "the system’s data for the time zone \(name) can’t be read",
        help: "install the package tzdata anew")
    }
  }
}
