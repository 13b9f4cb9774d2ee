internal import CanonicalJSON
internal import Ledger

extension Publication {
  /// `motions.publication/1`; of a body's record with the page that was written beside it.
  func answer(folder: String, page: String? = nil) -> [UInt8] {
    JSON.object(
      [
        JSON.Member("schema", "motions.publication/1"), JSON.Member("folder", .string(folder)),
        JSON.Member("origin", .string(checkpoint.origin)), JSON.Member("size", .integer(checkpoint.size)),
        JSON.Member("root", .string(checkpoint.root.base64)), JSON.Member("written", .integer(written)),
        JSON.Member("kept", .integer(kept)), JSON.Member("seal", .string(checkpoint.seal.letters)),
      ] + (page.map { [JSON.Member("page", .string($0))] } ?? [])
    ).answer
  }

  func lines(folder: String) -> [String] {
    let entries = checkpoint.size == 1 ? "entry" : "\(checkpoint.size) entries"
    let kept = kept > 0 ? ", \(kept) there already" : ""
    return [
      "\(folder) holds the \(entries) that \(checkpoint.origin) has sealed.",
      "\(written) \(written == 1 ? "file" : "files") written\(kept).", "Seal: \(checkpoint.seal.text)",
    ]
  }
}
