/// One text drafted from several: what they have in common once, then what each has alone, in the order of the first.
///
/// It is a draft for the movers to settle. The words of the text listed first stand where two texts say the same thing
/// in other words; what the others say there is in `Part.variants`, so that nothing is dropped unseen.
public struct CompositeDraft: Hashable, Sendable {
  /// A text to be composited.
  public struct Source: Hashable, Sendable {
    /// `M1`, or the name of a file.
    public var name: String
    public var document: Document
    public var mover: String?

    public init(name: String, document: Document, mover: String?) {
      self.name = name
      self.document = document
      self.mover = mover
    }
  }

  /// A clause of the draft with all below it, and who brought it.
  public struct Part: Hashable, Sendable {
    /// What another text says in its place.
    public struct Variant: Hashable, Sendable {
      public var name: String
      /// Where it stands in that text.
      public var path: Path
      public var text: String
    }

    /// Where it stands in the draft.
    public var path: Path
    public var text: String
    /// The names of the texts that have it, in the order in which they were listed; the words are those of the first.
    public var from: [String]
    public var variants: [Variant]
  }

  /// The draft, front matter included.
  public private(set) var bytes: [UInt8]
  /// Every clause at the top of a section, in the order of the text.
  public private(set) var parts: [Part]

  /// Drafts it; nil where nothing is listed.
  ///
  /// - Parameter title: the composite's own; that of the first text where nothing is given.
  public init?(of sources: [Source], title: String? = nil) {
    guard let first = sources.first else { return nil }
    var text = CompositeText(Document(parsing: first.document.removing(field: "numbering")), named: first.name)
    for source in sources.dropFirst() { text.take(source.document, named: source.name) }
    parts = text.parts
    let movers = sources.compactMap(\.mover).reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
    var document = text.document
    for field in ["number", "seconder", "base", "requires", "falls_if"] {
      document = Document(parsing: document.removing(field: field))
    }
    document = Document(parsing: document.setting(field: "kind", to: "composite"))
    if let title = title ?? document.title {
      document = Document(parsing: document.setting(field: "title", to: title))
    }
    if !movers.isEmpty {
      document = Document(parsing: document.setting(field: "mover", to: movers.joined(separator: ", ")))
    }
    bytes = document.setting(field: "composite_of", to: sources.map(\.name).joined(separator: ", "))
  }
}
