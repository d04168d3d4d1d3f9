import Foundation
import NetJSON
import NetSyntax
import Testing

@Suite struct JSONReaderTests {
  @Test(arguments: acceptedTexts) func accepts(_ text: String, _ value: String) throws {
    let read = try readJSON(Array(text.utf8))
    #expect(shown(read).utf8.elementsEqual(value.utf8), "\(text) is read as \(shown(read))")
    let expected = try JSONSerialization.jsonObject(with: Data(text.utf8), options: .fragmentsAllowed)
    #expect(isSame(read, expected), "\(text)")
  }

  @Test(arguments: refusedTexts) func refuses(_ text: String, _ error: String) {
    #expect(failure(Array(text.utf8)) == error, "\(text)")
  }

  @Test(arguments: refusedBytes) func refusesOtherEncodings(_ what: String, _ bytes: [UInt8], _ error: String) {
    #expect(failure(bytes) == error, "\(what)")
  }

  @Test(arguments: openTexts) func decidesWhatIsLeftOpen(_ what: String, _ text: String, _ result: String) throws {
    let bytes = Array(text.utf8)
    let found = try failure(bytes) ?? shown(readJSON(bytes))
    #expect(found.utf8.elementsEqual(result.utf8), "\(what): \(found)")
  }

  @Test(arguments: numbers) func knowsWhatNumbersAre(_ text: String, _ int: Int?, _ double: Double?) throws {
    let value = try readJSON(Array(text.utf8))
    #expect(value.numberText == text)
    #expect(value.int == int)
    #expect(value.double == double && value.double?.sign == double?.sign)
  }

  @Test func noControlCharacterStandsInAString() {
    for value in (0..<0x20 as Range<UInt8>) where value != 0x0A && value != 0x0D {
      #expect(failure([0x22, 0x61, value, 0x22]) == "2-3 a control character stands in a string", "\(value)")
    }
  }

  @Test func thereAreAsManyCasesAsPromised() {
    let texts = acceptedTexts.map(\.text) + refusedTexts.map(\.text) + openTexts.map(\.text)
    #expect(texts.count + refusedBytes.count + numbers.count >= 400)
    // By bytes: some rows differ only by normalisation.
    #expect(Set(texts.map { Array($0.utf8) }).count == texts.count)
  }

  @Test(arguments: helps) func saysWhatToWrite(_ text: String, _ help: String) {
    #expect(self.help(Array(text.utf8)) == help, "\(text)")
  }

  @Test func saysHowToSaveOtherEncodings() {
    #expect(help([0xFF, 0xFE, 0x5B, 0]) == "save it as UTF-8")
    #expect(help([0xFF, 0xFE, 0, 0, 0x5B, 0, 0, 0]) == "save it as UTF-8")
    #expect(help([0xEF, 0xBB, 0xBF, 0x5B, 0x5D]) == "save it as UTF-8 without one")
    #expect(help([0x22, 0xE9, 0x22]) == "save the text as UTF-8")
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

  @Test func aValueHasOnlyWhatBelongsToItsKind() throws {
    let text = try readJSON(Array(#""true""#.utf8))
    #expect(text.string == "true" && text.bool == nil && text.numberText == nil && text.int == nil)
    #expect(text.elements.isEmpty && text.members.isEmpty && text["true"] == nil && text.repeatedKeys.isEmpty)
    let flag = try readJSON(Array("true".utf8))
    #expect(flag.bool == true && flag.string == nil && flag.double == nil)
    let object = try readJSON(Array(#"{"a": 1}"#.utf8))
    #expect(object.members.map(\.name) == ["a"] && object.elements.isEmpty && object.string == nil)
  }

  @Test func repeatedKeysAreKeptAndKnown() throws {
    let value = try readJSON(Array(#"{"a":1,"b":2,"\u0061":3,"a":4}"#.utf8))
    #expect(value.members.compactMap(\.value.int) == [1, 2, 3, 4])
    #expect(value["a"]?.int == 4)
    #expect(value.repeatedKeys.map(\.name) == ["a", "a"])
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

  private func help(_ bytes: [UInt8]) -> String? {
    do {
      _ = try readJSON(bytes)
      return nil
    } catch {
      return error.help
    }
  }
}

/// A value without blanks, numbers as they are written and strings without escapes.
private func shown(_ value: JSONValue) -> String {
  switch value.kind {
  case .null: "null"
  case .bool: value.bool.map { "\($0)" } ?? ""
  case .number: value.numberText ?? ""
  case .string: "\"\(value.string ?? "")\""
  case .array: "[\(value.elements.map(shown).joined(separator: ","))]"
  case .object: "{\(value.members.map { "\(shown($0.key)):\(shown($0.value))" }.joined(separator: ","))}"
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
      expected[member.name].map { isSame(member.value, $0) } ?? false
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
