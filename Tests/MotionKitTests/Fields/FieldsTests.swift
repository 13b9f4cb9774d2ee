import MotionKit
import Testing

@Suite("Fields")
struct FieldsTests {
  @Test("Mappings, lists, quotes and comments are read")
  func reading() {
    let fields = Fields(
      parsing: """
        # Standing orders
        body: Riverside branch   # its name
        zone: "Europe/London"
        quorum: 12
        casting: true
        kinds: [ordinary, 'rule change', "a, b"]
        routes:
          - name: conference
            stages:
            - body: branch
              days: 14
            - body: conference
          - name: council
        empty: ""

        """)
    #expect(fields.findings.isEmpty, "\(fields.findings)")
    #expect(fields["body"]?.string == "Riverside branch")
    #expect(fields["zone"]?.string == "Europe/London")
    #expect(fields["quorum"]?.integer == 12 && fields["quorum"]?.string == "12")
    #expect(fields["casting"]?.boolean == true)
    #expect(fields["kinds"]?.strings == ["ordinary", "rule change", "a, b"])
    let route = fields["routes"]?.list?.first
    #expect(route?["name"]?.string == "conference")
    #expect(route?["stages"]?.list?.map { $0["body"]?.string } == ["branch", "conference"])
    #expect(route?["stages"]?.list?.first?["days"]?.integer == 14)
    #expect(fields["routes"]?.list?.count == 2)
    #expect(fields["empty"]?.string == "")
    #expect(fields["nothing"] == nil)
  }

  @Test(
    "What other programs read as something else needs quotes",
    arguments: [
      "no", "Yes", "on", "OFF", "y", "~", "null", "12:00", "09:30", "2026-09-13", "2026-09-13T10:00:00Z", "010", "1.0",
      "1e3",
      ".5", "+3", "1_000", "0x1F", "0o17", "0b11", ".inf", "-.INF", ".NaN", "TRUE", "False", "<<", "=", "190:20:30",
    ])
  func notText(scalar: String) {
    let fields = Fields(parsing: "field: \(scalar)\n")
    #expect(fields.findings.map(\.code) == ["field-not-text"])
    #expect(fields.findings.first?.fix == "\"\(scalar)\"")
    #expect(fields.findings.first?.edit?.span == 7..<7 + scalar.utf8.count)
    #expect(fields["field"]?.string == scalar)
  }

  @Test(
    "Ordinary words and numbers need none",
    arguments: [
      "Bus fares", "M7", "nO", "it's", "14 days", "a:b", "a#b", "12%", "1/2", "£1.50", "-x", "- ", "e10",
      "2/3 of votes",
      "Fri 11:58", "nobody", "0", "-4", "true", "1st",
    ])
  func text(scalar: String) {
    guard scalar != "- " else { return }
    let fields = Fields(parsing: "field: \(scalar)\n")
    #expect(fields.findings.isEmpty, "\(fields.findings)")
    #expect(fields["field"]?.string == scalar)
  }

  @Test(
    "What the subset does not have is an error with its place",
    arguments: [
      ("a: {b: c}", "field-syntax", 3), ("a: &x y", "field-syntax", 3), ("a: !t y", "field-syntax", 3),
      ("a: |\n  b", "field-syntax", 3), ("a: b: c", "field-syntax", 3), ("a: \"b", "field-quote", 3),
      ("a: \"b\\q\"", "field-quote", 3), ("a: [b, c", "field-list", 3), ("a: 1\na: 2", "field-twice", 5),
      ("\ta: b", "field-tab", 0), ("words", "field-syntax", 0), ("a:\n  b: c\n d: e", "field-indent", 11),
      ("a: b\n  c: d", "field-indent", 7), ("on: x", "field-not-text", 0),
      ("a:\n b:\n  c:\n   d:\n    e:\n     f:\n      g: h", "field-depth", 39), ("a:", "field-empty", 2),
      ("a: b\n- c: d", "field-syntax", 5),
    ])
  func errors(text: String, code: String, offset: Int) {
    let finding = Fields(parsing: text).findings.first
    #expect(finding?.code == code)
    #expect(finding?.span?.lowerBound == offset)
    #expect(finding?.fix != nil)
  }

  @Test(
    "Setting or removing a field changes its bytes only",
    arguments: [
      (
        "---\r\ntitle: \"Old\" # c\r\nkind: ordinary\r\n---\r\nText", "title", "New",
        "---\r\ntitle: \"New\" # c\r\nkind: ordinary\r\n---\r\nText"
      ),
      ("---\ntitle: Old\n---\nText", "mover", "A: b", "---\ntitle: Old\nmover: \"A: b\"\n---\nText"),
      ("---\n---\nText", "mover", "no", "---\nmover: \"no\"\n---\nText"),
      ("Text", "kind", "emergency", "---\nkind: emergency\n---\nText"),
      ("---\nlist:\n  - a\n  - b\n# c\nx: z\n---\n", "list", "z", "---\nlist: z\n# c\nx: z\n---\n"),
      ("---\nempty:\nx: z\n---\n", "empty", "z", "---\nempty: z\nx: z\n---\n"),
    ])
  func setting(text: String, key: String, value: String, expected: String) {
    let changed = Document(parsing: text).setting(field: key, to: value)
    #expect(changed == Array(expected.utf8), "\(String(decoding: changed, as: UTF8.self))")
    #expect(Document(parsing: changed).fields[key]?.string == value)
  }

  @Test("Removing takes whole lines")
  func removing() {
    let text = "---\na: b\nlist:\n  - x\n\n# kept\nc: d\n---\nText"
    #expect(Document(parsing: text).removing(field: "list") == Array("---\na: b\n\n# kept\nc: d\n---\nText".utf8))
  }

  @Test("Any text at all can be a field's value and is read back")
  func roundTrip() {
    let pieces = ["a", " ", ":", "#", "\"", "\\", "-", "1", "é", "'", "[", ",", "no", "\t", "\u{7}", "%", "~"]
    for seed in Cases.seeds(400) {
      var chance = Chance(seed: seed)
      let value = (0..<Int.random(in: 0...6, using: &chance)).map { _ in
        pieces[Int.random(in: 0..<pieces.count, using: &chance)]
      }.joined()
      let document = Document(parsing: Document(parsing: "---\nx: z\n---\n").setting(field: "v", to: value))
      #expect(document.fields["v"]?.string == value, "seed \(seed)")
      #expect(document.fields.findings.isEmpty, "seed \(seed) \(document.fields.findings)")
    }
  }

  @Test("Any bytes at all are read and kept, and of sound fields an edit changes that field alone")
  func anyBytes() {
    let base = Array("a: b\nlist:\n  - x: [1, \"2\"]\n    y: 'z'\n  - - q\n# c\nd: \"e\\u00e9\"\n".utf8)
    let odd: [UInt8] = [9, 10, 13, 32, 34, 35, 39, 44, 45, 58, 91, 92, 93, 0xFF, 0x80]
    Cases.hold(600) { chance in
      var bytes = base
      for _ in 0...chance.below(8) {
        let at = chance.below(max(bytes.count, 1))
        if chance.below(2) == 0 { bytes.insert(chance.pick(odd), at: at) } else { bytes.remove(at: at) }
      }
      let file = Array("---\n".utf8) + bytes + Array("---\nno: text".utf8)
      return FieldsLaws.broken(by: file).map { "\($0)\n\(String(decoding: file, as: UTF8.self).debugDescription)" }
    }
  }
}
