internal import MotionKit
internal import Platform

extension TimeZoneRules {
  /// The zone from the system's data, or an error that names the package to install.
  static func found(_ name: String, in world: World) throws -> TimeZoneRules {
    if name == "UTC" { return .utc }
    guard let bytes = world.zoneFile(name) else {
      throw Failure(
        .inputOutput, "zone-data-missing", "There is no data for the time zone \(name) on this machine.",
        help: "Install the package tzdata (it holds the zones), or correct time-zone in rules.yaml.")
    }
    do {
      return try TimeZoneRules(name: name, zoneFile: bytes)
    } catch {
      throw Failure(
        .inputOutput, "zone-data-damaged", "The data for the time zone \(name) can't be read.",
        help: "Install the package tzdata anew.")
    }
  }
}
