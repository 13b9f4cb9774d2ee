/// One line of what is being imported, as characters, with its place in the original.
struct PastedLine: Hashable, Sendable {
  var scalars: [Unicode.Scalar]
  /// 1-based line of the original.
  var number: Int
  /// A page ended just before it.
  var startsPage = false
  /// The file itself says that it is the title of the whole.
  var isTitle = false
  /// It held blanks of another kind, which double up with plain ones.
  var hadOddBlanks = false

  var text: String { scalars.text }
  var isBlank: Bool { scalars.allSatisfy(\.isBlank) }

  /// The number of blanks at its start.
  var indent: Int { scalars.prefix(while: \.isBlank).count }

  /// Without blanks at either end.
  var trimmed: ArraySlice<Unicode.Scalar> { scalars[...].trimmed }
}
