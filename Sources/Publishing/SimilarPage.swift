package import CanonicalJSON
package import MotionKit

/// Which of some texts say nearly the same: what `motions similar` answers, for people and as `motions.similar/1`.
package struct SimilarPage {
  private let similar: SimilarTexts
  private let names: [String]
  private let titles: [String?]

  /// - Parameter names: what the texts are called, in the order in which they were compared.
  package init(_ similar: SimilarTexts, of documents: [Document], called names: [String]) {
    self.similar = similar
    self.names = names
    titles = documents.map(\.title)
  }

  package var lines: [String] {
    var lines: [String] = []
    for cluster in similar.clusters {
      if !lines.isEmpty { lines.append("") }
      lines.append("\(PlainWords.list(cluster.members.map { names[$0] })) say much the same:")
      for member in cluster.members { if let title = titles[member] { lines.append("  \(names[member]): \(title)") } }
      for pair in cluster.pairs { lines.append("  \(sentence(pair))") }
      let members = cluster.members.map { names[$0] }.joined(separator: " ")
      lines.append("  One text from them: motions composite \(members)")
    }
    let alone = names.indices.filter { index in !similar.clusters.contains { $0.members.contains(index) } }
    if similar.clusters.isEmpty { lines.append("No two of the \(names.count) texts are alike.") }
    if !similar.clusters.isEmpty, !alone.isEmpty {
      lines += ["", "Like no other: \(alone.map { names[$0] }.joined(separator: ", "))"]
    }
    return lines
  }

  private func sentence(_ pair: SimilarTexts.Pair) -> String {
    if pair.isSameWording { return "\(names[pair.first]) and \(names[pair.second]) have the same wording." }
    let percent = pair.percent == 100 ? "all" : "\(pair.percent)%"
    return "\(percent) of the wording of \(names[pair.shorter]) stands in \(names[pair.longer])."
  }

  package var json: JSON {
    let texts = names.indices.map { index -> JSON in ["name": .string(names[index]), "title": JSON(titles[index])] }
    return [
      "schema": "motions.similar/1", "texts": .array(texts), "clusters": .array(similar.clusters.map { json(of: $0) }),
    ]
  }

  private func json(of cluster: SimilarTexts.Cluster) -> JSON {
    let pairs = cluster.pairs.map { json(of: $0) }
    return ["members": JSON(cluster.members.map { names[$0] }), "pairs": .array(pairs)]
  }

  private func json(of pair: SimilarTexts.Pair) -> JSON {
    let phrases: [JSON] = [.integer(pair.phrasesOfFirst), .integer(pair.phrasesOfSecond)]
    return [
      "names": JSON([names[pair.first], names[pair.second]]), "shared": .integer(pair.shared),
      "phrases": .array(phrases), "percent": .integer(pair.percent),
    ]
  }
}
