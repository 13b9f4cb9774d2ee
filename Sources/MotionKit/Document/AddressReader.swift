/// Reads one place as people name it.
struct AddressReader {
  private let document: Document
  private let finder: LabelFinder
  private let address: String
  private var words: [String] = []
  private var quoted: String?

  private static let kinds: [String: [Node.Kind]] = [
    "clause": [.clause], "point": [.clause, .bullet], "item": [.clause, .bullet], "bullet": [.bullet],
    "paragraph": [.paragraph, .recital, .clause], "para": [.paragraph, .recital, .clause], "recital": [.recital],
    "section": [.section], "quote": [.quote], "quotation": [.quote], "table": [.raw], "sub-clause": [.clause],
    "subclause": [.clause], "sub-paragraph": [.clause, .paragraph], "part": [.section],
  ]

  private static let ordinals: [String: Int] = [
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
    "tenth": 10, "eleventh": 11, "twelfth": 12, "last": -1, "final": -1, "penultimate": -2,
  ]

  init(_ document: Document, _ address: String) {
    self.document = document
    self.address = address
    finder = LabelFinder(document)
    cut()
  }

  mutating func resolve() -> AddressResolution {
    let plain = Self.trim(address)
    if let node = document.node(at: Path(plain)) { return AddressResolution(nodes: [node]) }
    var rest = words[...]
    while let first = rest.first, ["the", "in", "of", "at", "this", "under"].contains(first) { rest = rest.dropFirst() }
    guard let first = rest.first else {
      return quoted == nil ? AddressResolution(part: .whole) : beginning(document.nodes.indices.map { $0 })
    }
    if rest.count == 1 {
      if first == "title" { return AddressResolution(part: .title, nodes: document.titleNode.map { [$0] } ?? []) }
      if ["motion", "text", "resolution"].contains(first) { return AddressResolution(part: .whole) }
    }
    if first == "heading" {
      var inner = place(rest.dropFirst().drop { ["of", "the", "above", "over"].contains($0) })
      inner.nodes = inner.nodes.compactMap { section(of: $0) }
      inner.part = .heading
      return inner
    }
    return place(rest)
  }

  private func section(of node: Int) -> Int? {
    var at: Int? = node
    while let index = at, document.nodes[index].kind != .section { at = document.nodes[index].parent }
    return at
  }

  // MARK: Words

  private static func trim(_ text: String) -> String {
    let bytes = Array(text.utf8)
    let start = bytes.firstIndex { !isBlank($0) } ?? bytes.count
    let end = (bytes.lastIndex { !isBlank($0) } ?? -1) + 1
    return start < end ? String(decoding: bytes[start..<end], as: UTF8.self) : ""
  }

  /// Splits at blanks and commas; what stands between quotation marks is kept apart.
  private mutating func cut() {
    let marks: [Character] = ["\"", "“", "”", "‘", "’", "«", "»"]
    var text = ""
    var inside: String?
    for character in address {
      if inside == nil, marks.contains(character), quoted == nil, text.last.map({ $0 == " " }) ?? true {
        inside = ""
      } else if inside != nil, marks.contains(character) {
        quoted = inside
        inside = nil
      } else if inside != nil {
        inside?.append(character)
      } else {
        text.append(character)
      }
    }
    if let inside { quoted = inside }
    if quoted != nil {
      while let last = quoted?.last, last == "…" || last == "." || last == " " { quoted?.removeLast() }
    }
    words = text.utf8.split { isBlank($0) || $0 == UInt8(ascii: ",") }.map { word in
      let text = String(decoding: word, as: UTF8.self)
      // Labels keep their case; words lose it.
      return isLabel(text) ? text : text.lowercased()
    }
  }

  private func isLabel(_ word: String) -> Bool {
    let bytes = Array(word.utf8)
    guard let first = bytes.first else { return false }
    if first == UInt8(ascii: "(") || isDigit(first) { return true }
    return bytes.count <= 6 && bytes.contains { isDigit($0) || $0 == UInt8(ascii: ")") } || bytes.count == 1
  }

  // MARK: Places

  private func place(_ words: ArraySlice<String>) -> AddressResolution {
    guard var first = words.first else { return AddressResolution() }
    var rest = words.dropFirst()
    if let number = ordinal(first), let noun = rest.first.map(singular), let kinds = Self.kinds[noun] {
      let found = counted(number, noun, kinds, in: container(rest.dropFirst()))
      return AddressResolution(nodes: found.map { [$0] } ?? [])
    }
    var kinds: [Node.Kind]?
    if let known = Self.kinds[singular(first)] {
      kinds = known
      if rest.first == "beginning" || rest.first == "starting" || rest.first == "that", quoted != nil {
        return beginning(document.nodes.indices.filter { known.contains(document.nodes[$0].kind) })
      }
      guard let next = rest.first else { return AddressResolution() }
      first = next
      rest = rest.dropFirst()
    }
    if let step = SectionWords.step(of: first), !isLabel(first) {
      while let next = rest.first, Self.kinds[singular(next)] != nil { rest = rest.dropFirst() }
      if rest.isEmpty { return sections(named: step) }
      return labels(rest, section: step, kinds: kinds, noun: nil)
    }
    let labelled = labels([first] + rest, section: nil, kinds: kinds, noun: words.first)
    if labelled.isFound || labelled.isAmbiguous { return labelled }
    return heading(words.joined(separator: " "))
  }

  private func singular(_ word: String) -> String {
    word.count > 2 && word.hasSuffix("s") && Self.kinds[String(word.dropLast())] != nil ? String(word.dropLast()) : word
  }

  private func ordinal(_ word: String) -> Int? {
    if let number = Self.ordinals[word] { return number }
    let bytes = Array(word.utf8)
    let digits = bytes.prefix { isDigit($0) }
    guard !digits.isEmpty, digits.count <= 4,
      ["st", "nd", "rd", "th"].contains(String(decoding: bytes[digits.count...], as: UTF8.self))
    else { return nil }
    return Int(String(decoding: digits, as: UTF8.self))
  }

  /// "of resolves", "under Next steps", "in clause 2": the node that holds what is counted; nil for the whole text.
  private func container(_ words: ArraySlice<String>) -> Int? {
    let rest = words.drop { ["of", "in", "under", "the", "from"].contains($0) }
    if rest.isEmpty || ["motion", "text", "this"].contains(rest.first ?? "") { return nil }
    let inner = place(rest)
    return inner.nodes.first
  }

  private func counted(_ number: Int, _ noun: String, _ kinds: [Node.Kind], in container: Int?) -> Int? {
    let scope = container.map { Array(document.subtree(of: $0).dropFirst()) } ?? Array(document.nodes.indices)
    // "The second paragraph" counts paragraphs; where there are none, clauses at the top.
    for kind in noun == "paragraph" || noun == "para" ? [[.paragraph, .recital], [.clause]] : [kinds] {
      var found = scope.filter { kind.contains(document.nodes[$0].kind) }
      let top = found.map { document.nodes[$0].depth }.min()
      if kind == [.clause] { found = found.filter { document.nodes[$0].depth == top || isInSection($0) } }
      let index = number > 0 ? number - 1 : found.count + number
      if found.indices.contains(index) { return found[index] }
      if !found.isEmpty { return nil }
    }
    return nil
  }

  private func isInSection(_ node: Int) -> Bool {
    document.nodes[node].parent.map { document.nodes[$0].kind == .section } ?? true
  }

  private func sections(named step: String) -> AddressResolution {
    let found = document.nodes.indices.filter { document.nodes[$0].kind == .section && finder.isNamed($0, step) }
    return found.count == 1 ? AddressResolution(nodes: found) : AddressResolution(candidates: found)
  }

  private func heading(_ words: String) -> AddressResolution {
    let found = document.nodes.indices.filter { index in
      guard document.nodes[index].kind == .section else { return false }
      let heading = document.heading(of: index).lowercased()
      return heading == words || heading == words + ":"
    }
    return found.count == 1 ? AddressResolution(nodes: found) : AddressResolution(candidates: found)
  }

  private func beginning(_ scope: [Int]) -> AddressResolution {
    guard let quoted else { return AddressResolution() }
    let wanted = quoted.lowercased()
    let found = scope.filter { index in
      let node = document.nodes[index]
      return (node.kind == .section ? document.heading(of: index) : document.text(of: index)).lowercased().hasPrefix(
        wanted)
    }
    return found.count == 1 ? AddressResolution(nodes: found) : AddressResolution(candidates: found)
  }

  // MARK: Labels

  /// "2", "2 and 3", "2 to 4", "2(a) of resolves".
  private func labels(
    _ words: ArraySlice<String>, section: String?, kinds: [Node.Kind]?, noun: String?
  ) -> AddressResolution {
    var section = section
    var words = words
    if let of = words.firstIndex(where: { $0 == "of" || $0 == "in" || $0 == "under" }) {
      let rest = words[(of + 1)...].drop { $0 == "the" }
      if let step = rest.first.flatMap({ SectionWords.step(of: $0) }) {
        section = step
      } else if let holder = place(rest).nodes.first {
        return below(holder, words[..<of])
      }
      words = words[..<of]
    }
    var nodes: [Int] = []
    var isRange = false
    for word in words {
      if word == "and" || word == "or" || word == "&" { continue }
      if ["to", "-", "–", "through"].contains(word) {
        isRange = true
        continue
      }
      guard let chain = chain(word) else { return AddressResolution() }
      var found = finder.find(chain, section: section)
      if found.isEmpty, noun.map({ Self.kinds[singular($0)] != nil }) ?? (section != nil), chain.count == 1,
        let number = Int(chain[0]), let kinds
      {
        // "paragraph 2" of a text without numbers: the second.
        let scope = section.map { sections(named: $0).nodes.first } ?? nil
        found = counted(number, noun.map(singular) ?? "point", kinds, in: scope).map { [$0] } ?? []
      }
      guard found.count == 1, let node = found.first else { return AddressResolution(candidates: found) }
      if isRange, let from = nodes.last {
        nodes += document.nodes.indices.filter {
          $0 > from && $0 < node && document.nodes[$0].parent == document.nodes[from].parent
        }
        isRange = false
      }
      nodes.append(node)
    }
    return AddressResolution(nodes: nodes)
  }

  /// "(a) of clause 2".
  private func below(_ holder: Int, _ words: ArraySlice<String>) -> AddressResolution {
    guard let chain = words.first.flatMap({ chain($0) }), let last = chain.last else { return AddressResolution() }
    let found = document.subtree(of: holder).dropFirst().filter {
      document.nodes[$0].kind != .bullet && document.nodes[$0].label?.bare == last
    }
    let direct = found.filter { document.nodes[$0].parent == holder }
    let best = direct.count == 1 ? direct : Array(found)
    return best.count == 1 ? AddressResolution(nodes: best) : AddressResolution(candidates: best)
  }

  /// `2.1(a)(i)`, `2.1/a`, `(a)`, `2.`, `EC501`.
  private func chain(_ word: String) -> [String]? {
    let pieces = word.utf8.split {
      $0 == UInt8(ascii: "(") || $0 == UInt8(ascii: ")") || $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "[")
        || $0 == UInt8(ascii: "]") || $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: ";")
    }
    let labels = pieces.compactMap { piece -> String? in
      var piece = piece
      while piece.last == UInt8(ascii: ".") { piece = piece.dropLast() }
      return piece.isEmpty ? nil : String(decoding: piece, as: UTF8.self)
    }
    guard !labels.isEmpty,
      labels.allSatisfy({ $0.utf8.allSatisfy { isDigit($0) || isLetter($0) || $0 == UInt8(ascii: ".") } })
    else { return nil }
    return labels
  }
}
