/// The file holds something that is no letter of any script.
///
/// Mostly it was saved by an old program in the letters of its own country. `motions import` knows these and writes the
/// motion anew; else save the file as UTF-8.
///
/// ```markdown
/// 1. The caf\u{FF} closes.
/// ```
///
/// ```markdown
/// 1. The café closes.
/// ```
enum InvalidUtf8Check: ReadingCheck {
  static let code = "invalid-utf8"
}
