internal import Foundation
internal import Testing

@Suite struct JSONLawTests {
  @Test("every case of the suite keeps the laws of reading and writing, whole and cut off anywhere")
  func suite() throws {
    let folder = Fixtures.folder.appending(path: "jsontestsuite")
    let names = FileManager.default.enumerator(atPath: folder.path())?.allObjects as? [String] ?? []
    let files = names.filter { $0.hasSuffix(".json") }.sorted()
    #expect(files.count > 100)
    for file in files {
      let bytes = try Array(Data(contentsOf: folder.appending(path: file)).prefix(600))
      for count in Set([0, 1, bytes.count / 2, bytes.count]) {
        #expect(JSONLaws.broken(by: Array(bytes.prefix(count))) == nil, "\(file), \(count) bytes")
      }
    }
  }
}
