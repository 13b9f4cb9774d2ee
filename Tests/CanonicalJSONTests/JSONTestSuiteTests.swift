internal import CanonicalJSON
internal import Testing

@Suite struct JSONTestSuiteTests {
  static let names = Fixtures.names(in: "jsontestsuite/test_parsing")

  @Test("the suite is there whole")
  func complete() {
    #expect(Self.names.count == 318)
  }

  @Test(
    "what JSON allows is read, or refused for being outside what every program reads alike",
    arguments: names.filter { $0.hasPrefix("y_") })
  func allowed(name: String) throws {
    let bytes = try Fixtures.bytes("jsontestsuite/test_parsing/\(name)")
    do throws(JSONError) {
      let value = try JSON(parsing: bytes, limits: .answer)
      let again = try JSON(parsing: value.answer, limits: .answer)
      #expect(again == value)
    } catch {
      #expect(error.fault == Self.narrowed[name], "\(error)")
    }
  }

  /// Every valid text that is refused, and the rule that refuses it.
  static let narrowed: [String: JSONFault] = [
    "y_number.json": .fraction, "y_number_0e+1.json": .fraction, "y_number_0e1.json": .fraction,
    "y_number_after_space.json": .fraction, "y_number_double_close_to_zero.json": .fraction,
    "y_number_int_with_exp.json": .fraction, "y_number_minus_zero.json": .negativeZero,
    "y_number_negative_zero.json": .negativeZero, "y_number_real_capital_e.json": .fraction,
    "y_number_real_capital_e_neg_exp.json": .fraction, "y_number_real_capital_e_pos_exp.json": .fraction,
    "y_number_real_exponent.json": .fraction, "y_number_real_fraction_exponent.json": .fraction,
    "y_number_real_neg_exp.json": .fraction, "y_number_real_pos_exponent.json": .fraction,
    "y_number_simple_real.json": .fraction, "y_object_duplicated_key.json": .duplicateKey,
    "y_object_duplicated_key_and_value.json": .duplicateKey, "y_object_escaped_null_in_key.json": .nul,
    "y_object_extreme_numbers.json": .fraction, "y_string_null_escape.json": .nul,
    "y_structure_lonely_negative_real.json": .fraction,
  ]

  @Test("what JSON forbids is refused with a place", arguments: names.filter { $0.hasPrefix("n_") })
  func forbidden(name: String) throws {
    let bytes = try Fixtures.bytes("jsontestsuite/test_parsing/\(name)")
    let error = #expect(throws: JSONError.self) { try JSON(parsing: bytes, limits: .answer) }
    #expect(error.map { $0.offset <= bytes.count && $0.line > 0 && $0.column > 0 } == true)
    #expect(throws: JSONError.self) { try JSON(parsing: bytes) }
    #expect(throws: JSONError.self) {
      var line = CanonicalLine()
      try line.check(bytes)
    }
  }

  @Test("what JSON leaves open is decided by the narrowing", arguments: names.filter { $0.hasPrefix("i_") })
  func open(name: String) throws {
    let bytes = try Fixtures.bytes("jsontestsuite/test_parsing/\(name)")
    let error = #expect(throws: JSONError.self) { try JSON(parsing: bytes, limits: .answer) }
    #expect(error?.fault == Self.decided[name], "\(name)")
  }

  static let decided: [String: JSONFault] = [
    "i_number_double_huge_neg_exp.json": .fraction, "i_number_huge_exp.json": .fraction,
    "i_number_neg_int_huge_exp.json": .fraction, "i_number_pos_double_huge_exp.json": .fraction,
    "i_number_real_neg_overflow.json": .fraction, "i_number_real_pos_overflow.json": .fraction,
    "i_number_real_underflow.json": .fraction, "i_number_too_big_neg_int.json": .largeNumber,
    "i_number_too_big_pos_int.json": .largeNumber, "i_number_very_big_negative_int.json": .largeNumber,
    "i_object_key_lone_2nd_surrogate.json": .loneSurrogate,
    "i_string_1st_surrogate_but_2nd_missing.json": .loneSurrogate,
    "i_string_1st_valid_surrogate_2nd_invalid.json": .loneSurrogate, "i_string_UTF-16LE_with_BOM.json": .unexpected,
    "i_string_UTF-8_invalid_sequence.json": .badUTF8, "i_string_UTF8_surrogate_U+D800.json": .badUTF8,
    "i_string_incomplete_surrogate_and_escape_valid.json": .loneSurrogate,
    "i_string_incomplete_surrogate_pair.json": .loneSurrogate,
    "i_string_incomplete_surrogates_escape_valid.json": .loneSurrogate,
    "i_string_invalid_lonely_surrogate.json": .loneSurrogate, "i_string_invalid_surrogate.json": .loneSurrogate,
    "i_string_invalid_utf-8.json": .badUTF8, "i_string_inverted_surrogates_U+1D11E.json": .loneSurrogate,
    "i_string_iso_latin_1.json": .badUTF8, "i_string_lone_second_surrogate.json": .loneSurrogate,
    "i_string_lone_utf8_continuation_byte.json": .badUTF8, "i_string_not_in_unicode_range.json": .badUTF8,
    "i_string_overlong_sequence_2_bytes.json": .badUTF8, "i_string_overlong_sequence_6_bytes.json": .badUTF8,
    "i_string_overlong_sequence_6_bytes_null.json": .badUTF8, "i_string_truncated-utf-8.json": .badUTF8,
    "i_string_utf16BE_no_BOM.json": .unexpected, "i_string_utf16LE_no_BOM.json": .unexpected,
    "i_structure_500_nested_arrays.json": .tooDeep, "i_structure_UTF-8_BOM_empty_object.json": .byteOrderMark,
  ]
}
