/// The elements of an XML file, in one array: nothing nests in memory, so no file is too deep for it.
struct XmlTree: Sendable {
  struct Element: Sendable {
    /// With the prefix that this project uses for its namespace, such as `w:p`; empty for a run of text.
    var name: String
    var attributes: [(name: String, value: String)] = []
    /// What a run of text says.
    var text = ""
    var firstChild: Int?
    var lastChild: Int?
    var next: Int?
  }

  /// In the order of the file; the first is the root, and holds the file's own.
  var elements: [Element] = [Element(name: "/")]
  /// Whether every element is closed where it should be.
  var isWhole = true

  /// Adds an element, the last within another.
  mutating func append(_ element: Element, to parent: Int) -> Int {
    let index = elements.count
    elements.append(element)
    if let last = elements[parent].lastChild {
      elements[last].next = index
    } else {
      elements[parent].firstChild = index
    }
    elements[parent].lastChild = index
    return index
  }

  func name(_ index: Int) -> String { elements[index].name }

  func children(_ index: Int) -> Children { Children(tree: self, place: elements[index].firstChild) }

  /// The first child of that name.
  func child(_ index: Int?, _ name: String) -> Int? {
    guard let index else { return nil }
    return children(index).first { elements[$0].name == name }
  }

  func attribute(_ index: Int?, _ name: String) -> String? {
    guard let index else { return nil }
    return elements[index].attributes.first { $0.name == name }?.value
  }

  /// The `w:val` of a child, which is how most properties are written.
  func value(_ index: Int?, _ name: String) -> String? { attribute(child(index, name), "w:val") }

  /// A property that is on or off: on where it stands without a value; nil where it does not stand.
  func isOn(_ index: Int?, _ name: String) -> Bool? {
    guard let found = child(index, name) else { return nil }
    guard let value = attribute(found, "w:val") else { return true }
    return !["0", "false", "off", "none"].contains(value)
  }

  struct Children: Sequence, IteratorProtocol {
    let tree: XmlTree
    var place: Int?

    mutating func next() -> Int? {
      guard let index = place else { return nil }
      place = tree.elements[index].next
      return index
    }
  }
}
