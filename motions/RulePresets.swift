/// The standing orders that ship with the tool: files to begin with, commented for those who will change them.
public enum RulePresets {
  /// One file of rules.
  public struct Preset: Hashable, Sendable {
    /// What it is asked for by: `members-organisation`.
    public let name: String
    /// One sentence for a list.
    public let summary: String
    /// The file, byte for byte.
    public let bytes: [UInt8]
  }

  /// The one that is taken where none is named comes first.
  public static let all: [Preset] = [
    Preset(
      name: "members-organisation",
      summary: "A branch of members: simple majority, quorum of 10, casting vote, motions to conference.",
      bytes: PackageResources.members_organisation_yaml),
    Preset(
      name: "students-union",
      summary: "A union that decides by general meetings: quorum on challenge, a tie is lost.",
      bytes: PackageResources.students_union_yaml),
    Preset(
      name: "co-operative",
      summary: "A society with registered rules: three quarters for a rule change, no late motions.",
      bytes: PackageResources.co_operative_yaml),
  ]

  public static func preset(named name: String) -> Preset? { all.first { $0.name == name } }
}
