/// The model motions and the presets of standing orders that ship with the tool.
public enum ModelMotions {
  /// A text that ships with the tool, by the name it is asked for with.
  public struct Model: Hashable, Sendable {
    /// The file's name without its ending, such as `living-wage`.
    public let name: String
    /// The file, byte for byte.
    public let bytes: [UInt8]
  }

  /// The model motions, by name.
  public static let all: [Model] = [
    Model(name: "accessible-meetings", bytes: PackageResources.accessible_meetings_md),
    Model(name: "affiliation", bytes: PackageResources.affiliation_md),
    Model(name: "emergency", bytes: PackageResources.emergency_md),
    Model(name: "green-space", bytes: PackageResources.green_space_md),
    Model(name: "library", bytes: PackageResources.library_md),
    Model(name: "living-wage", bytes: PackageResources.living_wage_md),
    Model(name: "public-transport", bytes: PackageResources.public_transport_md),
    Model(name: "standing-orders", bytes: PackageResources.standing_orders_md),
  ]
}
