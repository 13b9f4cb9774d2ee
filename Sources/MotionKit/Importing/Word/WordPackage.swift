/// The parts of a Word file that a motion is read from.
struct WordPackage: Sendable {
  var document: XmlTree
  var styles: XmlTree?
  var numbering: XmlTree?
  var footnotes: XmlTree?
  var endnotes: XmlTree?
  /// Headers and footers, in the order of the file's own list.
  var margins: [XmlTree] = []

  /// Opens the archive and reads what its own list of relations names, so that a file of any program is found.
  init(_ bytes: [UInt8]) throws(UnreadableFile) {
    let archive = try ZipArchive(bytes)
    let root = try WordPackage.relations(in: archive, of: "")
    let main = root.first { $0.kind == "officeDocument" }?.target ?? "word/document.xml"
    guard archive.has(main) || archive.has("word/document.xml") else { throw WordPackage.other(archive) }
    let name = archive.has(main) ? main : "word/document.xml"
    if name.hasPrefix("xl/") { throw .spreadsheet }
    if name.hasPrefix("ppt/") { throw .slides }
    guard let content = try archive.read(name) else { throw .archive }
    document = XmlReader.read(content)
    guard document.child(document.child(0, "w:document"), "w:body") != nil else { throw .damaged(part: name) }
    let parts = try WordPackage.relations(in: archive, of: name)
    func part(_ kind: String) throws(UnreadableFile) -> XmlTree? {
      guard let target = parts.first(where: { $0.kind == kind })?.target else { return nil }
      return try archive.read(target).map(XmlReader.read)
    }
    styles = try part("styles")
    numbering = try part("numbering")
    footnotes = try part("footnotes")
    endnotes = try part("endnotes")
    for entry in parts where entry.kind == "header" || entry.kind == "footer" {
      // What is left out need not be readable.
      if let content = try? archive.read(entry.target) { margins.append(XmlReader.read(content)) }
      if margins.count == 64 { break }
    }
  }

  private static func relations(
    in archive: ZipArchive, of part: String
  ) throws(UnreadableFile) -> [(kind: String, target: String)] {
    let slash = part.utf8.lastIndex(of: UInt8(ascii: "/")).map { part.utf8.index(after: $0) } ?? part.startIndex
    let folder = String(part[..<slash])
    guard let content = try archive.read("\(folder)_rels/\(part[slash...]).rels") else { return [] }
    let tree = XmlReader.read(content)
    guard let list = tree.child(0, "rel:Relationships") else { return [] }
    return tree.children(list).compactMap { index in
      guard let type = tree.attribute(index, "Type"), let target = tree.attribute(index, "Target"),
        tree.attribute(index, "TargetMode") != "External"
      else { return nil }
      let kind = String(type.split(separator: "/").last ?? "")
      return (kind, resolve(target, from: folder))
    }
  }

  /// A target is a path from its own part's folder, or from the archive's root.
  private static func resolve(_ target: String, from folder: String) -> String {
    if target.utf8.first == UInt8(ascii: "/") { return String(target.dropFirst()) }
    var steps = folder.split(separator: "/")
    for step in target.split(separator: "/") {
      if step == ".." { _ = steps.popLast() } else if step != "." { steps.append(step) }
    }
    return steps.joined(separator: "/")
  }

  /// What another archive is.
  private static func other(_ archive: ZipArchive) -> UnreadableFile {
    if let kind = try? archive.read("mimetype"), String(decoding: kind, as: UTF8.self).contains("opendocument") {
      let kind = String(decoding: kind, as: UTF8.self)
      return kind.contains("spreadsheet") ? .spreadsheet : kind.contains("presentation") ? .slides : .openDocument
    }
    if archive.has("Index/Document.iwa") || archive.has("Index.zip") { return .pages }
    if archive.has("xl/workbook.xml") || archive.has("xl/workbook.bin") { return .spreadsheet }
    if archive.has("ppt/presentation.xml") { return .slides }
    return .archive
  }
}
