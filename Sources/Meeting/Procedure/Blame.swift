internal import MotionKit

/// Where each phrase of a text comes from: the motion as received or one of its amendments, and how that was decided.
package struct Blame: Sendable {
  /// What brought a phrase.
  package struct Source: Hashable, Sendable {
    /// `M1`, `M1/A2`.
    package var item: String
    /// Amendments to it that were taken into its words.
    package var with: [String]
    /// The first version that has its words: `M1@2`.
    package var version: String
    /// The entry that made that version.
    package var seq: Int
    package var mover: Person?
    /// `carried`, `accepted by the mover`; nil for the motion as received.
    package var decision: String?
    package var count: VotesCounted?
  }

  package struct Phrase: Hashable, Sendable {
    /// The item of its source.
    package var item: String
    package var text: String
  }

  package struct Clause: Hashable, Sendable {
    package var path: String
    package var label: String?
    package var phrases: [Phrase]

    fileprivate var text: String { phrases.map(\.text).joined(separator: " ") }
  }

  /// Words that were taken out, and by which amendment.
  package struct Gone: Hashable, Sendable {
    package var path: String
    package var text: String
    package var item: String
  }

  package var version: String
  package var words: String
  package var title: String?
  package var sources: [Source] = []
  package var clauses: [Clause] = []
  package var gone: [Gone] = []
}

extension State {
  /// Where each phrase of a version comes from; nil where its text is withheld.
  package func blame(_ motion: MotionState, _ version: MotionVersion) -> Blame? {
    guard let composition = motion.composition(of: version), let base = motion.base else { return nil }
    let (file, edits) = version.isAdopted ? MotionState.renumbering(composition.bytes) : (composition.bytes, [])
    let document = Document(parsing: file)
    let runs = Origins(composition, edits: edits)
    var blame = Blame(
      version: motion.name(of: version), words: version.words, title: document.title)
    let originals = Originals(of: motion, in: self)
    for node in document.nodes {
      let spans = node.kind == .section ? [node.span] : node.textSpans
      var phrases: [Blame.Phrase] = []
      for run in spans.flatMap({ runs.within($0) }) {
        let text = String(decoding: file[run.range], as: UTF8.self).split(whereSeparator: \.isWhitespace)
          .joined(separator: " ")
        guard !text.isEmpty else { continue }
        let item =
          run.amendment.map { "\(motion.number)/\($0)" } ?? run.offset.flatMap { originals.item(at: $0) }
          ?? motion.number
        // A full stop by itself is no phrase.
        if let last = phrases.last, last.item == item || !text.contains(where: { $0.isLetter || $0.isNumber }) {
          phrases[phrases.count - 1].text += (last.item == item ? " " : "") + text
        } else {
          phrases.append(Blame.Phrase(item: item, text: text))
        }
      }
      guard !phrases.isEmpty else { continue }
      if phrases.count == 1, let theirs = originals.phrases(instead: phrases[0]) { phrases = theirs }
      blame.clauses.append(
        Blame.Clause(path: node.path.text, label: node.label?.printed, phrases: phrases))
    }
    blame.gone = composition.deletions.compactMap { deletion in
      let text = deletion.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      guard !text.isEmpty else { return nil }
      let node = base.nodes.last { $0.span.lowerBound <= deletion.span.lowerBound }
      return Blame.Gone(
        path: node?.path.text ?? "", text: text, item: "\(motion.number)/\(deletion.amendment)")
    }
    let items = blame.clauses.flatMap { $0.phrases.map(\.item) } + blame.gone.map(\.item)
    var met: Set<String> = []
    for item in items where met.insert(item).inserted {
      if let source = source(item, in: item.hasPrefix(motion.number) ? version : nil) { blame.sources.append(source) }
    }
    return blame
  }

  private func source(_ item: String, in version: MotionVersion?) -> Blame.Source? {
    guard let reference = ItemReference(item), let motion = motion(reference.motion) else { return nil }
    let last = version?.number ?? motion.versionCount
    guard let name = reference.amendment else {
      guard let first = motion.versions.first else { return nil }
      return Blame.Source(
        item: item, with: [], version: motion.name(of: first), seq: first.seq, mover: motion.received.mover)
    }
    guard let amendment = motion.amendment(name) else { return nil }
    let made = motion.versions.prefix(last).last { version in
      switch version.origin {
      case .carried(name), .accepted(name): true
      default: false
      }
    }
    guard let made = made ?? motion.versions.prefix(last).first(where: { $0.carried.contains(name) }) else {
      return nil
    }
    let question = questions.last { $0.put.item == item && $0.put.matter == .amendment && $0.declared != nil }
    var source = Blame.Source(
      item: item, with: made.carried.filter { $0.hasPrefix(name + ".") }.map { "\(motion.number)/\($0)" },
      version: motion.name(of: made), seq: made.seq, mover: amendment.received.from ?? amendment.moved)
    if case .accepted = made.origin {
      source.decision = "accepted by the mover"
    } else {
      source.decision = question?.declared?.decision.words
      source.count = question?.lastCount
    }
    return source
  }
}

/// Which amendment each byte of a text came with, after its labels were run through once more.
private struct Origins {
  struct Run {
    var range: Range<Int>
    /// Nil for words of the base, and for labels and line ends that composing made.
    var amendment: String?
    /// Where they stand in the base.
    var offset: Int?
  }

  private var runs: [Run] = []

  init(_ composition: Composition, edits: [SourceEdit]) {
    var edits = edits.sorted { $0.span.lowerBound < $1.span.lowerBound }[...]
    var at = 0
    var shift = 0
    for piece in composition.pieces {
      let end = at + piece.count
      let start = at + shift
      // What a new number makes longer or shorter belongs to the run in which it begins.
      while let edit = edits.first, edit.span.lowerBound < end {
        shift += edit.replacement.utf8.count - edit.span.count
        edits.removeFirst()
      }
      at = end
      guard at + shift > start else { continue }
      var offset: Int?
      if case .source(.base, let place) = piece.origin { offset = place }
      runs.append(Run(range: start..<(at + shift), amendment: piece.amendment, offset: offset))
    }
  }

  func within(_ span: Range<Int>) -> [Run] {
    runs.compactMap { run in
      let range = run.range.clamped(to: span)
      guard !range.isEmpty else { return nil }
      return Run(
        range: range, amendment: run.amendment, offset: run.offset.map { $0 + range.lowerBound - run.range.lowerBound })
    }
  }
}

/// Which of the motions that a composite was made from has a clause of it.
private struct Originals {
  private struct Clause {
    /// The motion that has it.
    var item: String
    var words: String
    var phrases: [Blame.Phrase]
    var text: String { phrases.map(\.text).joined(separator: " ") }
  }

  private let base: Document?
  private var clauses: [Clause] = []

  init(of motion: MotionState, in state: State) {
    base = motion.composited == nil ? nil : motion.base
    guard motion.composited != nil else { return }
    for name in motion.versions.first?.parents ?? [] {
      guard let reference = ItemReference(name), let number = reference.version,
        let original = state.motion(reference.motion), let version = original.version(number),
        let blame = state.blame(original, version)
      else { continue }
      clauses += blame.clauses.map {
        Clause(item: original.number, words: Originals.plain($0.text), phrases: $0.phrases)
      }
    }
  }

  /// The motion whose clause stands at a place of the composite as received; of two that have it, the first.
  func item(at offset: Int) -> String? {
    guard let base, let node = base.nodes.indices.last(where: { base.nodes[$0].span.contains(offset) }) else {
      return nil
    }
    let words = base.nodes[node].kind == .section ? base.heading(of: node) : base.text(of: node)
    let plain = Originals.plain(words)
    return clauses.first { $0.words == plain }?.item
  }

  /// What an original's own amendments brought into a clause that the composite has from it.
  func phrases(instead phrase: Blame.Phrase) -> [Blame.Phrase]? {
    let plain = Originals.plain(phrase.text)
    guard let clause = clauses.first(where: { $0.item == phrase.item && $0.words == plain }),
      clause.text == phrase.text
    else { return nil }
    return clause.phrases
  }

  /// Letters alone: numbers follow what they refer to, and blanks and stops stand otherwise.
  private static func plain(_ text: String) -> String { text.filter(\.isLetter) }
}
