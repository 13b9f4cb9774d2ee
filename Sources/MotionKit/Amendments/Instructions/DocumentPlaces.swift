extension Document {
  /// What people call a place of this text: `2.1(a)`, `resolves 2`, `the second paragraph`.
  package func placeName(of path: Path) -> String { PlaceNames(self).name(path) }
}
