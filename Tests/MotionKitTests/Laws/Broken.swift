/// The first law that an input breaks, as a sentence.
///
/// The laws in this folder are plain functions from an input to what it breaks, so that the same sentence is held
/// against the cases of a table, against seeded chance, and against what a fuzzer thinks of.
struct Broken {
  private(set) var law: String?

  mutating func unless(_ holds: Bool, _ sentence: @autoclosure () -> String) {
    if !holds, law == nil { law = sentence() }
  }

  mutating func unless(_ inner: String?) { if law == nil { law = inner } }
}
