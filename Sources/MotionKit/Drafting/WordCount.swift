/// Words as word processors count them.
enum WordCount {
  /// Runs between white space that hold a letter or a digit.
  static func words(in text: String) -> Int {
    var count = 0
    var isWord = false
    for scalar in text.unicodeScalars {
      if scalar.properties.isWhitespace {
        if isWord { count += 1 }
        isWord = false
      } else if !isWord {
        isWord = scalar.isASCII ? scalar.isASCIILetter || scalar.isASCIIDigit : isCounted(scalar)
      }
    }
    return isWord ? count + 1 : count
  }

  private static func isCounted(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || scalar.properties.numericType != nil
  }
}
