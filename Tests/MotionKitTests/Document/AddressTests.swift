import MotionKit
import Testing

@Suite("Addresses")
struct AddressTests {
  static let text = """
    # Fares

    A preamble.

    Another one.

    ## This branch believes

    1. Buses matter.
    2. Two:
       (a) x
       (b) y

    ## This branch resolves

    1. Campaign.
    2. Write:

       More of two.

       - bullet one
       - bullet two

    ## Next steps

    2A. Inserted.

    - s
    - t
    - u
    """

  @Test(
    "Places are found as people name them",
    arguments: [
      ("believes/1", "believes/1"), ("Believes 2", "believes/2"), ("resolves 1", "resolves/1"),
      ("point 2 of resolves", "resolves/2"), ("clause 2(a)", "believes/2/a"), ("2(b)", "believes/2/b"),
      ("2A", "2A"), ("clause 2A", "2A"), ("the second paragraph", "p2"), ("first paragraph", "p1"),
      ("third bullet under Next steps", "s1/b3"), ("the last bullet", "s1/b3"), ("the resolves section", "resolves"),
      ("the paragraph beginning ‘another’", "p2"), ("(b) of believes 2", "believes/2/b"), ("Next steps", "s1"),
      ("the section resolves", "resolves"), ("resolves clauses 1 and 2", "resolves/1 resolves/2"),
      ("last bullet of resolves", "resolves/2/b2"), ("resolves 2, second paragraph", "resolves/2/p1"),
    ])
  func found(address: String, paths: String) {
    let document = Document(parsing: Self.text)
    let resolution = document.resolve(address: address)
    #expect(resolution.nodes.map { document.nodes[$0].path.text }.joined(separator: " ") == paths)
    #expect(resolution.part == .node)
  }

  @Test(
    "Where several places fit, all are said and none is taken",
    arguments: ["clause 1", "2", "point 2", "last paragraph"])
  func ambiguous(address: String) {
    let resolution = Document(parsing: Self.text).resolve(address: address)
    #expect(resolution.nodes.isEmpty && resolution.candidates.count == 2)
    #expect(resolution.finding?.severity == .error)
  }

  @Test(
    "What is not there is not found", arguments: ["clause 9", "2(f)", "the tenth paragraph", "instructs 1", "nonsense"])
  func missing(address: String) {
    let resolution = Document(parsing: Self.text).resolve(address: address)
    #expect(!resolution.isFound && resolution.candidates.isEmpty && resolution.finding != nil)
  }

  @Test("Title, headings and the whole text are parts of their own")
  func parts() {
    let document = Document(parsing: Self.text)
    #expect(document.resolve(address: "the title").part == .title)
    #expect(document.resolve(address: "the motion").part == .whole)
    let heading = document.resolve(address: "the heading of resolves")
    #expect(heading.part == .heading && heading.nodes.map { document.nodes[$0].path } == ["resolves"])
  }

  @Test("Every path is an address")
  func paths() {
    let document = Document(parsing: Self.text)
    for (index, node) in document.nodes.enumerated() where node.path != .title {
      #expect(document.resolve(address: node.path.text).nodes == [index])
    }
  }
}
