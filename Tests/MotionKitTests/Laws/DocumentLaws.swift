import MotionKit

/// What holds of every file, whatever bytes it has.
enum DocumentLaws {
  static func broken(by bytes: [UInt8]) -> String? {
    let document = Document(parsing: bytes)
    var broken = Broken()
    broken.unless(document.bytes == bytes, "what is read is printed byte for byte")
    broken.unless(tree(document))
    broken.unless(findings(document))
    broken.unless(references(document))
    broken.unless(addresses(document))
    broken.unless(renumbering(document))
    broken.unless(Document(parsing: bytes).nodes == document.nodes, "a text is read alike twice")
    broken.unless(document.words() >= 0, "words are counted")
    return broken.law
  }

  /// Spans lie in the file, one behind the other, children inside their parents; every path is one node's.
  static func tree(_ document: Document) -> String? {
    var broken = Broken()
    var last = document.body.lowerBound
    for (index, node) in document.nodes.enumerated() {
      broken.unless(
        node.span.lowerBound >= last && node.span.upperBound <= document.bytes.count,
        "node \(index) lies behind the one before and in the file")
      last = node.span.upperBound
      var piece = node.span.lowerBound
      for span in (node.label.map { [$0.span] } ?? []) + node.textSpans {
        broken.unless(
          span.lowerBound >= piece && span.upperBound <= node.span.upperBound,
          "label and words of node \(index) lie in it, in order")
        piece = span.upperBound
      }
      broken.unless(
        node.extent.lowerBound <= node.span.lowerBound && node.extent.upperBound >= node.span.upperBound
          && node.extent.upperBound <= document.bytes.count, "the lines of node \(index) hold it")
      if let parent = node.parent {
        guard document.nodes.indices.contains(parent), parent < index else { return "node \(index) follows its parent" }
        broken.unless(document.nodes[parent].depth + 1 == node.depth, "node \(index) is one deeper than its parent")
        broken.unless(
          document.nodes[parent].extent.lowerBound <= node.extent.lowerBound
            && document.nodes[parent].extent.upperBound >= node.extent.upperBound,
          "the lines of node \(index) are among its parent's")
      } else {
        broken.unless(node.depth == 0, "node \(index) has no parent and depth 0")
      }
      broken.unless(document.node(at: node.path) == index, "the path \(node.path) is that of node \(index) alone")
    }
    return broken.law
  }

  private static func findings(_ document: Document) -> String? {
    var broken = Broken()
    for finding in document.allFindings() {
      if let span = finding.span {
        broken.unless(
          span.lowerBound >= 0 && span.upperBound <= document.bytes.count, "\(finding.code) lies in the file")
        let place = document.place(of: span.lowerBound)
        broken.unless(place.line >= 1 && place.column >= 1, "\(finding.code) has a line and a column")
        _ = document.line(containing: span.lowerBound)
      }
      broken.unless(!finding.message.isEmpty, "\(finding.code) says something")
    }
    return broken.law
  }

  private static func references(_ document: Document) -> String? {
    var broken = Broken()
    var last = 0
    for reference in document.crossReferences() {
      guard document.nodes.indices.contains(reference.node) else { return "a reference stands in a node" }
      broken.unless(
        document.nodes[reference.node].textSpans.contains {
          $0.lowerBound <= reference.span.lowerBound && reference.span.upperBound <= $0.upperBound
        }, "a reference lies in the words of its node")
      broken.unless(reference.span.lowerBound >= last && !reference.span.isEmpty, "references are apart and in order")
      last = reference.span.upperBound
      for target in reference.steps.compactMap(\.target) + reference.candidates {
        broken.unless(document.nodes.indices.contains(target), "a reference names a node")
      }
      for step in reference.steps {
        broken.unless(
          reference.span.lowerBound <= step.span.lowerBound && step.span.upperBound <= reference.span.upperBound,
          "the labels of a reference lie in it")
      }
    }
    return broken.law
  }

  /// Every path is an address of its node; of whatever a person writes, nodes that are there are named, or none.
  private static func addresses(_ document: Document) -> String? {
    var broken = Broken()
    for (index, node) in document.nodes.enumerated().prefix(8) {
      broken.unless(
        document.resolve(address: node.path.text).nodes == [index],
        "the path \(node.path) is the address of its node")
    }
    for line in document.bytes.split(whereSeparator: { $0 == 10 || $0 == 13 }).prefix(6) {
      let found = document.resolve(address: String(decoding: line.prefix(200), as: UTF8.self))
      broken.unless(
        found.nodes.allSatisfy { document.nodes.indices.contains($0) }
          && found.candidates.allSatisfy { document.node(at: $0.path) != nil || $0.path == "title" },
        "an address names nodes that are there")
      broken.unless(found.nodes.isEmpty || found.candidates.isEmpty, "an address is found or in question, never both")
    }
    return broken.law
  }

  /// Only labels and the references to them change, and once is enough.
  static func renumbering(_ document: Document) -> String? {
    var broken = Broken()
    var last = 0
    for edit in document.renumbering().edits {
      broken.unless(
        edit.span.lowerBound >= last && edit.span.upperBound <= document.bytes.count,
        "the edits of renumbering are in order and apart")
      last = edit.span.upperBound
    }
    let once = document.renumbered()
    broken.unless(once.renumbered().bytes == once.bytes, "renumbering twice is renumbering once")
    guard once.nodes.count == document.nodes.count else { return "renumbering keeps every node" }
    for (before, after) in zip(document.nodes, once.nodes) {
      broken.unless(before.kind == after.kind && before.parent == after.parent, "renumbering keeps the tree")
      broken.unless((before.label == nil) == (after.label == nil), "renumbering gives and takes no label")
    }
    return broken.law
  }
}
