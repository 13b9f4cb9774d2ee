import CanonicalJSON

/// What holds of any bytes that are read as JSON. A plain function, for tests and for the fuzzer.
enum JSONLaws {
  static func broken(by bytes: [UInt8]) -> String? {
    var checker = CanonicalLine()
    let checked: JSONError?
    do throws(JSONError) {
      try checker.check(bytes)
      checked = nil
    } catch {
      checked = error
    }
    if let checked, !isPlace(checked, in: bytes) { return "the place of an error lies in the bytes" }
    let value: JSON
    do throws(JSONError) {
      value = try JSON(parsing: bytes)
    } catch {
      if !isPlace(error, in: bytes) { return "the place of an error lies in the bytes" }
      if checked == nil { return "what is canonical is JSON" }
      return answers(bytes)
    }
    let canonical = value.canonical
    if (canonical == bytes) != (checked == nil) { return "a line is canonical if it is what is written of its value" }
    if (try? checker.check(canonical)) == nil { return "what is written is canonical" }
    guard let again = try? JSON(parsing: canonical) else { return "what is written is read" }
    if again.canonical != canonical { return "what is read again is written alike" }
    return answers(bytes)
  }

  /// The wider form that answers of commands have.
  private static func answers(_ bytes: [UInt8]) -> String? {
    guard let value = try? JSON(parsing: bytes, limits: .answer) else { return nil }
    guard let again = try? JSON(parsing: value.answer, limits: .answer) else { return "an answer is read" }
    return again == value ? nil : "an answer says what was given"
  }

  private static func isPlace(_ error: JSONError, in bytes: [UInt8]) -> Bool {
    (0...bytes.count).contains(error.offset) && error.line >= 1 && error.column >= 1
  }
}
