internal import CanonicalJSON

/// Somebody who moved, seconded, told or chaired: a role in the record, the name apart.
///
/// The entry holds a number and a salted SHA-256 of the name; the name and its salt are in a side file that can be
/// pruned, and the record still verifies.
package struct Person: Hashable, Sendable {
  /// `N1`, `N2` …
  package var reference: String
  /// SHA-256 of salt and name, in hexadecimal.
  package var commitment: String

  package init(reference: String, commitment: String) {
    self.reference = reference
    self.commitment = commitment
  }

  init?(_ fields: EventFields?) throws(EventError) {
    guard let fields else { return nil }
    reference = try fields.text("ref")
    commitment = try fields.text("commitment")
  }

  var json: JSON { ["commitment": .string(commitment), "ref": .string(reference)] }
}

extension JSON {
  init(_ person: Person?) { self = person?.json ?? .null }
}
