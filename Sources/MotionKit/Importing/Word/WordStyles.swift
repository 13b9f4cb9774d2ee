/// What the styles of a Word file say of a paragraph: whether it is a heading, which list it belongs to, how far it is
/// set in.
struct WordStyles: Sendable {
  /// A style with all that it takes over from those it is based on.
  struct Style: Hashable, Sendable {
    var isTitle = false
    var isContents = false
    var isQuote = false
    /// 1 to 9; nil for text.
    var outline: Int?
    var list: String?
    var level: Int?
    var indent: Int?
    var isBold: Bool?
    var isHidden: Bool?
  }

  private var styles: [String: Style] = [:]
  private var standard = Style()
  private var standardRun = Style()

  init(_ tree: XmlTree?) {
    guard let tree, let root = tree.child(0, "w:styles") else { return }
    let defaults = tree.child(root, "w:docDefaults")
    standardRun.isBold = tree.isOn(tree.child(tree.child(defaults, "w:rPrDefault"), "w:rPr"), "w:b")
    var places: [String: Int] = [:]
    var order: [String] = []
    var first: String?
    for index in tree.children(root) where tree.name(index) == "w:style" {
      guard let id = tree.attribute(index, "w:styleId"), places[id] == nil else { continue }
      places[id] = index
      order.append(id)
      if tree.attribute(index, "w:type") == "paragraph", let mark = tree.attribute(index, "w:default"),
        mark == "1" || mark == "true"
      {
        first = first ?? id
      }
    }
    for id in order { resolve(id, in: tree, places) }
    if let first, let style = styles[first] { standard = style }
  }

  /// The style of a paragraph or run; what every paragraph has where none is named.
  func paragraph(_ id: String?) -> Style { id.flatMap { styles[$0] } ?? standard }

  func run(_ id: String?) -> Style { id.flatMap { styles[$0] } ?? Style() }

  private mutating func resolve(_ id: String, in tree: XmlTree, _ places: [String: Int]) {
    // From the style up to the first that is known or is based on none; a circle ends where it began.
    var chain: [(id: String, index: Int)] = []
    var next: String? = id
    var base = standardRun
    while let name = next {
      if let known = styles[name] {
        base = known
        break
      }
      guard let index = places[name], chain.count < 64, !chain.contains(where: { $0.id == name }) else { break }
      chain.append((name, index))
      next = tree.value(index, "w:basedOn")
    }
    for (name, index) in chain.reversed() {
      base = WordStyles.style(index, in: tree, over: base)
      styles[name] = base
    }
  }

  private static func style(_ index: Int, in tree: XmlTree, over base: Style) -> Style {
    var style = base
    // The name is English in every version of Word; the id is not.
    let name = (tree.value(index, "w:name") ?? "").lowercased()
    if name == "title" { style.isTitle = true }
    if name.hasPrefix("toc ") || name.hasPrefix("contents ") || name == "toc heading" { style.isContents = true }
    if ["quote", "intense quote", "block text", "quotations"].contains(name) { style.isQuote = true }
    if name.hasPrefix("heading "), let level = Int(name.dropFirst(8)), (1...9).contains(level) { style.outline = level }
    let properties = tree.child(index, "w:pPr")
    if let level = tree.value(properties, "w:outlineLvl").flatMap({ Int($0) }) {
      style.outline = (0...8).contains(level) ? level + 1 : nil
    }
    let numbering = tree.child(properties, "w:numPr")
    if let list = tree.value(numbering, "w:numId") { style.list = list }
    if let level = tree.value(numbering, "w:ilvl").flatMap({ Int($0) }) { style.level = level }
    if let indent = WordStyles.indent(of: properties, in: tree) { style.indent = indent }
    let run = tree.child(index, "w:rPr")
    if let isBold = tree.isOn(run, "w:b") { style.isBold = isBold }
    if let isHidden = tree.isOn(run, "w:vanish") { style.isHidden = isHidden }
    return style
  }

  /// How far a paragraph's properties set it in, in twentieths of a point; nil where they do not say.
  static func indent(of properties: Int?, in tree: XmlTree) -> Int? {
    guard let element = tree.child(properties, "w:ind") else { return nil }
    let text = tree.attribute(element, "w:left") ?? tree.attribute(element, "w:start")
    return text.flatMap { Int($0) }.map { min(max($0, 0), 100_000) }
  }
}
