import Foundation
import NetJSON
import NetSyntax
import Testing

/// Texts that are JSON. Each is read by Foundation too, which has to find the same values.
private let accepted: [String] = [
  // Structure
  "[]", "{}", " [] ", "\t\n\r{ }\n", "[[]]", "[[],[[]]]", "[{}]", #"{"a":{}}"#, #"{"":0}"#, #"{"a":[]}"#,
  "[1,2]", "[1\n,\n2]", #"{"a":1,"b":2}"#, #"{"a":[1,{"b":null}]}"#, "[true]", "[false]", "[null]",
  "[true,false,null]",
  // Any value may stand at the top
  "1", "-0", "\"\"", "\"text\"", "true", "false", "null", " 7 ",
  // Numbers
  "[0]", "[-1]", "[12]", "[0.5]", "[-0.5]", "[1.0]", "[1e3]", "[1E3]", "[1e+3]", "[1e-3]", "[0e1]", "[0e+1]",
  "[123456789012]", "[1.25e2]", "[-123]", "[0.0001]", "[20.00]", "[9007199254740991]",
  // Strings
  #"["a b"]"#, #"["\""]"#, #"["\\"]"#, #"["\/"]"#, #"["\b\f\n\r\t"]"#, #"["\u0041"]"#, #"["\u00e9\u00E9"]"#,
  #"["\u0000"]"#, #"["\ud83d\ude00"]"#, #"["\uD834\uDD1E"]"#, #"["\u2028"]"#, "[\"\u{2028}\u{7F}\u{85}\"]",
  #"["é 小林 اسم नाम"]"#, #"["😀"]"#, #"["//"]"#, #"["/* text */"]"#, #"["a,b]"]"#, #"["\\u0041"]"#, #"["'"]"#,
  #"["\ufeff"]"#, "[\"e\u{301}\"]", "[\"\u{10FFFF}\"]", #"{"\u0061":1}"#,
]

/// Texts that are not, with the range and words of the error: `start-end message`.
private let refused: [(text: String, error: String)] = [
  // Too short
  ("", "0-0 there is no value"), ("  ", "2-2 there is no value"),
  ("[", "1-1 the text ends before `[` is closed"),
  ("{", "1-1 the text ends before `{` is closed"), ("[1", "2-2 the text ends before `[` is closed"),
  ("[1,", "3-3 the text ends before `[` is closed"), ("[[]", "3-3 the text ends before `[` is closed"),
  (#"{"a""#, "4-4 the value of the last key is missing"),
  (#"{"a":"#, "5-5 the value of the last key is missing"),
  (#"{"a":1"#, "6-6 the text ends before `{` is closed"),
  (#"{"a":1,"#, "7-7 the text ends before `{` is closed"),
  ("\"", "0-1 the string is not closed"), ("\"a\\", "0-3 the string is not closed"),
  ("[\"a", "1-3 the string is not closed"),
  // Commas, colons and brackets
  ("[1,]", "2-3 a comma stands behind the last entry"),
  (#"{"a":1, }"#, "6-7 a comma stands behind the last entry"),
  ("[,1]", "1-2 `,` begins no value"), ("[1,,2]", "3-4 a value is missing before `,`"),
  ("[1 2]", "3-3 a comma is missing before `2`"), (#"{"a":1 "b":2}"#, "7-7 a comma is missing before `\"`"),
  ("[1}", "2-3 `}` does not close what is open here"),
  (#"{"a":1]"#, "6-7 `]` does not close what is open here"),
  (#"{"a" 1}"#, "5-6 a colon is missing before `1`"), (#"{"a"}"#, "4-5 a colon is missing before `}`"),
  (#"{"a":}"#, "5-6 a value is missing before `}`"), (#"{"a"::1}"#, "5-6 a value is missing before `:`"),
  (#"{"a",1}"#, "4-5 a colon is missing before `,`"), ("{,}", "1-2 `,` begins no key"),
  ("]", "0-1 a value is missing before `]`"), ("{]", "1-2 `]` begins no key"),
  ("[}", "1-2 `}` begins no value"),
  ("{[]:1}", "1-2 `[` begins no key"), ("[1:2]", "2-2 a comma is missing before `:`"),
  ("[1;2]", "2-2 a comma is missing before `;`"),
  ("[] []", "3-5 something stands behind the end of the value"),
  ("{}}", "2-3 something stands behind the end of the value"),
  ("1 2", "2-3 something stands behind the end of the value"),
  ("[],", "2-3 something stands behind the end of the value"),
  // Comments
  ("// note\n{}", "0-2 JSON has no comments"), ("[1, /* one */ 2]", "4-6 JSON has no comments"),
  ("[1 // one\n]", "3-5 JSON has no comments"), ("# note\n{}", "0-1 JSON has no comments"),
  // Keys and quotes
  ("{a:1}", "1-2 the key `a` is not in double quotes"), ("{1:1}", "1-2 the key `1` is not in double quotes"),
  (#"{"a":1,b:2}"#, "7-8 the key `b` is not in double quotes"),
  ("{'a':1}", "1-2 a text stands in double quotes, not in `'`"),
  ("['a']", "1-2 a text stands in double quotes, not in `'`"),
  ("[`a`]", "1-2 a text stands in double quotes, not in backticks"),
  ("[“a”]", "1-4 a text stands in double quotes, not in `“`"),
  // Words
  ("[True]", "1-5 `True` is no JSON value"), ("[tru]", "1-4 `tru` is no JSON value"),
  ("[truee]", "1-6 `truee` is no JSON value"), ("[None]", "1-5 `None` is no JSON value"),
  ("[NaN]", "1-4 `NaN` is no JSON value"), ("[Infinity]", "1-9 `Infinity` is no JSON value"),
  ("[error]", "1-6 `error` is no JSON value"),
  // Numbers
  ("[01]", "1-3 this number cannot be read"), ("[-01]", "1-4 this number cannot be read"),
  ("[+1]", "1-3 this number cannot be read"), ("[.5]", "1-3 this number cannot be read"),
  ("[1.]", "1-3 this number cannot be read"), ("[1.e1]", "1-5 this number cannot be read"),
  ("[-]", "1-2 this number cannot be read"), ("[-a]", "1-3 this number cannot be read"),
  ("[1e]", "1-3 this number cannot be read"), ("[1e+]", "1-4 this number cannot be read"),
  ("[0x1F]", "1-5 this number cannot be read"), ("[1_000]", "1-6 this number cannot be read"),
  ("[1.2.3]", "1-6 this number cannot be read"), ("[2026-11-14]", "1-11 this number cannot be read"),
  ("[-Infinity]", "1-10 this number cannot be read"), ("[--1]", "1-4 this number cannot be read"),
  ("[１]", "1-4 `１` begins no value"),
  // Inside strings
  ("[\"a\nb\"]", "1-3 the string is not closed on its line"),
  ("[\"a\tb\"]", "3-4 a control character stands in a string"),
  ("[\"\u{0}\"]", "2-3 a control character stands in a string"),
  ("[\"\u{1B}\"]", "2-3 a control character stands in a string"),
  (#"["\x41"]"#, "2-4 there is no such escape"), (#"["\'"]"#, "2-4 there is no such escape"),
  (#"["\é"]"#, "2-5 there is no such escape"), (#"["\U0041"]"#, "2-4 there is no such escape"),
  (#"["\u12"]"#, "2-6 `\\u` lacks its four hexadecimal digits"),
  (#"["\u12G4"]"#, "2-6 `\\u` lacks its four hexadecimal digits"),
  (#"["\ud800"]"#, "2-8 this is half of a surrogate pair"),
  (#"["\ude00\ud83d"]"#, "2-8 this is half of a surrogate pair"),
  (#"["\ud83d\u0041"]"#, "2-8 this is half of a surrogate pair"),
  // Blanks and invisible characters
  ("\u{FEFF}{}", "0-3 a byte-order mark stands before the text"),
  ("[\u{A0}1]", "1-3 this blank, U+00A0, is none of JSON's"),
  ("[1,\u{3000}2]", "3-6 this blank, U+3000, is none of JSON's"),
  ("[\u{C}1]", "1-2 the invisible character U+000C stands here"),
  ("[1]\u{0}", "3-4 the invisible character U+0000 stands here"),
  ("[\u{200B}1]", "1-4 the invisible character U+200B stands here"),
]

@Suite struct JSONReaderTests {
  @Test(arguments: accepted) func accepts(_ text: String) throws {
    let value = try readJSON(Array(text.utf8))
    let expected = try JSONSerialization.jsonObject(with: Data(text.utf8), options: .fragmentsAllowed)
    #expect(isSame(value, expected), "\(text)")
  }

  @Test(arguments: refused) func refuses(_ text: String, _ expected: String) {
    #expect(failure(Array(text.utf8)) == expected)
  }

  @Test func refusesWhatIsNotUTF8AtItsPlace() {
    #expect(failure([0x5B, 0x22, 0x41, 0xFF, 0x22, 0x5D]) == "3-4 this is not valid UTF-8")
    #expect(failure([0x22, 0xC0, 0xAF, 0x22])?.hasPrefix("1-") == true)
    #expect(failure([0x22, 0xE2, 0x82, 0x22])?.hasPrefix("1-") == true)
    #expect(failure([0x22, 0xED, 0xA0, 0x80, 0x22])?.hasPrefix("1-") == true)
    #expect(failure([0xFF, 0xFE, 0x5B, 0x00]) == "0-2 the text is in UTF-16")
  }

  @Test func aByteOrderMarkInAStringIsText() throws {
    #expect(try readJSON(Array("\"\u{FEFF}\"".utf8)).string?.unicodeScalars.map(\.value) == [0xFEFF])
  }

  @Test func saysWhatToWrite() {
    #expect(help("[True]") == "write `true`")
    #expect(help("[None]") == "write `null`")
    #expect(help("[hello]") == "a text stands in double quotes: `\"hello\"`")
    #expect(help("{select: 1}") == "write `\"select\"`")
    #expect(help("[1,]") == "remove it")
    #expect(help("[007]") == "leave out the zeros it begins with, or write it as a string, in double quotes")
    #expect(help("[\"\t\"]") == "write it as `\\t`")
    #expect(help("[\"\u{1B}\"]") == "write it as `\\u001b`")
    #expect(help("[1") == "add `]`")
  }

  @Test func namesTheBracketThatIsNotClosed() {
    #expect(throws: JSONError.self) { try readJSON(Array(#"{"a": {"b": 1}"#.utf8)) }
    do {
      _ = try readJSON(Array(#"{"a": {"b": [1}"#.utf8.dropLast()))
    } catch {
      #expect(error.opening == ByteRange(12, 13))
    }
  }

  @Test func everyPrefixOfAnObjectIsRefused() throws {
    let text = Array(#"{"a": [1, -2.5e3, "é\n", true, false, null], "b": {"c": []}}"#.utf8)
    _ = try readJSON(text)
    for length in 0..<text.count { #expect(failure(Array(text[..<length])) != nil, "\(length)") }
  }

  @Test func knowsWhereValuesStand() throws {
    let value = try readJSON(Array(#" {"é": [1, "x\ty"], "n": -2.50} "#.utf8))
    #expect(value.range == ByteRange(1, 32))
    #expect(value.members.map(\.key.range) == [ByteRange(2, 6), ByteRange(21, 24)])
    let list = try #require(value["é"])
    #expect(list.range == ByteRange(8, 19))
    #expect(list.elements.map(\.range) == [ByteRange(9, 10), ByteRange(12, 18)])
    #expect(list.elements.last?.string == "x\ty")
    #expect(value["n"]?.numberText == "-2.50")
    #expect(value["n"]?.double == -2.5)
    #expect(value["n"]?.int == nil)
    #expect(value["x"] == nil)
  }

  @Test func numbersKeepTheirText() throws {
    #expect(try readJSON(Array("12345678901234567890".utf8)).int == nil)
    #expect(try readJSON(Array("12345678901234567890".utf8)).numberText == "12345678901234567890")
    #expect(try readJSON(Array("-9223372036854775808".utf8)).int == Int.min)
    #expect(try readJSON(Array("1e400".utf8)).double == nil)
    #expect(try readJSON(Array("1e2".utf8)).double == 100)
    #expect(try readJSON(Array("\"1\"".utf8)).int == nil)
  }

  @Test func repeatedKeysAreKeptAndKnown() throws {
    let value = try readJSON(Array(#"{"a":1,"b":2,"\u0061":3,"a":4}"#.utf8))
    #expect(value.members.compactMap(\.value.int) == [1, 2, 3, 4])
    #expect(value["a"]?.int == 4)
    #expect(value.repeatedKeys.map(\.key.range.start) == [13, 24])
    #expect(value.repeatedKeys.map(\.first.range.start) == [1, 1])
    // Equivalent, but not the same: two keys.
    let accents = try readJSON(Array("{\"\u{E9}\":1,\"e\u{301}\":2}".utf8))
    #expect(accents.repeatedKeys.isEmpty)
    #expect(accents["\u{E9}"]?.int == 1)
  }

  @Test func nestingEndsAtTheLimitAndTakesNoStack() throws {
    func nested(_ depth: Int) -> [UInt8] {
      Array((String(repeating: "[", count: depth) + String(repeating: "]", count: depth)).utf8)
    }
    _ = try readJSON(nested(512))
    #expect(failure(nested(513)) == "512-513 this is nested deeper than 512 levels")
    _ = try readJSON(nested(1_000_000), maximumDepth: .max)
    #expect(failure(Array(String(repeating: "[{\"\":", count: 200_000).utf8))?.hasPrefix("1280-") == true)
  }

  @Test func mutationsNeverTrap() {
    let text = Array(#"{"a": [1, -2.5e3, "é\n😀", true, false, null], "b": {"c": []}}"#.utf8)
    var generator = Generator(seed: 7)
    for _ in 0..<20_000 {
      var bytes = text
      for _ in 0...Int.random(in: 0..<3, using: &generator) {
        let place = Int.random(in: 0..<bytes.count, using: &generator)
        bytes[place] = UInt8.random(in: 0...255, using: &generator)
      }
      let isJSON = (try? JSONSerialization.jsonObject(with: Data(bytes), options: .fragmentsAllowed)) != nil
      // Foundation lets some more pass, such as half surrogate pairs; what is read here it must read too.
      if failure(bytes) == nil { #expect(isJSON, "\(bytes)") }
    }
  }

  /// The error as `start-end message`, or nil if there is none.
  private func failure(_ bytes: [UInt8]) -> String? {
    do {
      _ = try readJSON(bytes)
      return nil
    } catch {
      return "\(error.range.start)-\(error.range.end) \(error.message)"
    }
  }

  private func help(_ text: String) -> String? {
    do {
      _ = try readJSON(Array(text.utf8))
      return nil
    } catch {
      return error.help
    }
  }
}

/// Whether a value is what Foundation has read.
func isSame(_ value: JSONValue, _ expected: Any) -> Bool {
  switch value.kind {
  case .null: return expected is NSNull
  case .bool: return value.bool == expected as? Bool
  case .number:
    let number = expected as? NSNumber
    // Foundation's `doubleValue` of a large whole number is not the nearest one.
    return value.int.map { $0 == number?.intValue } ?? (value.double == number?.doubleValue)
  case .string:
    guard let string = value.string, let expected = expected as? String else { return false }
    return string.utf8.elementsEqual(expected.utf8)
  case .array:
    guard let expected = expected as? [Any] else { return false }
    return expected.count == value.elements.count && zip(value.elements, expected).allSatisfy(isSame)
  case .object:
    guard let expected = expected as? [String: Any], expected.count == value.members.count else {
      return false
    }
    return value.members.allSatisfy { member in
      member.key.string.flatMap { expected[$0] }.map { isSame(member.value, $0) } ?? false
    }
  }
}

/// Random numbers that are the same in every run (SplitMix64).
struct Generator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }
}
