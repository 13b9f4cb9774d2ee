internal import Platform

/// A text named on the command line; `-` is standard input.
struct SourceFile {
  /// As it was given; `-` for standard input.
  var path: String
  var bytes: [UInt8]

  /// Reads it whole. In a body's folder `M1` and `M1@2` are the texts of the record; a file of that name is `./M1`. A
  /// file that is not there is exit status 66; one that is no text is 65.
  init(reading path: String, in world: World) throws {
    self.path = path
    if let text = try Body.text(named: path, in: world) {
      bytes = text
      return
    }
    do {
      bytes = path == "-" ? try world.readInput() : try world.files.read(path.path(in: world.folder))
    } catch let error as FileError {
      throw Failure(error, in: world)
    }
    if bytes.contains(0) {
      throw Failure(
        .badInput, "not-text", "this is no plain text; it holds bytes that only other kinds of files have",
        file: name, help: "save it as plain text (UTF-8), or bring it in with motions import")
    }
  }

  /// What it is called in messages.
  var name: String { path == "-" ? "standard input" : path }

  /// The file's name without its folder and extension: what an amendment in it is called.
  var stem: String {
    let last = path.utf8.split(separator: UInt8(ascii: "/")).last.map { Array($0) } ?? []
    guard let dot = last.lastIndex(of: UInt8(ascii: ".")), dot > 0 else { return String(decoding: last, as: UTF8.self) }
    return String(decoding: last[..<dot], as: UTF8.self)
  }
}
