/// What was probably meant by a text that says no cadence in the notation's words.
public struct CadenceSuggestion: Sendable, Hashable {
  /// The cadence in the notation's form.
  public var text: String
  /// Whether the text can mean nothing else; otherwise a word of it is misspelt, left out, or has two meanings.
  public var isCertain: Bool
}

extension Cadence {
  /// The cadence that was probably meant by a text that says none in the notation's words: `annually`, `three
  /// months`, `fortnightly`, `3months`, `once a month`; in the notation's form, or nil.
  public static func suggestion(for bytes: Span<UInt8>) -> CadenceSuggestion? {
    var words: [String] = []
    var index = TextBytes.skipBlanks(bytes, 0)
    while index < bytes.count, words.count < 5 {
      let start = index
      let isNumber = TextBytes.isDigit(bytes[index])
      while index < bytes.count, TextBytes.blankLength(bytes, index) == 0, bytes[index] != 0x2D,
        TextBytes.isDigit(bytes[index]) == isNumber
      {
        index += 1
      }
      words.append(foldHandle(bytes.extracting(start..<index)))
      if TextBytes.byte(bytes, index) == 0x2D { index += 1 }
      index = TextBytes.skipBlanks(bytes, index)
    }
    guard index == bytes.count else { return nil }
    let vague: Set<String> = ["about", "ca", "in"]
    let isExact = words.allSatisfy { !vague.contains($0) }
    words.removeAll { vague.contains($0) || ["every", "each", "once", "per"].contains($0) }
    var suggestion = suggestion(for: words)
    if !isExact { suggestion?.isCertain = false }
    return suggestion
  }

  private static func suggestion(for words: [String]) -> CadenceSuggestion? {
    if words.count == 1, let word = words.first {
      if let known = adverbs[word] { return CadenceSuggestion(text: known, isCertain: true) }
      if let known = vagueAdverbs[word] { return CadenceSuggestion(text: known, isCertain: false) }
      let close = nearest(to: word, in: ["weekly", "monthly", "quarterly", "yearly", "none", "month"])
      if let close, close != "month" { return CadenceSuggestion(text: close, isCertain: close == word) }
      return unit(word).map { CadenceSuggestion(text: "every " + $0.unit.name, isCertain: $0.isCertain) }
    }
    guard words.count == 2, let (unit, isCertain) = unit(words[1]) else { return nil }
    let number = words[0] == "other" ? 2 : numbers.firstIndex(of: words[0]) ?? Int(words[0]) ?? 0
    if words[0] == "a" || words[0] == "an" {
      return CadenceSuggestion(text: "every " + unit.name, isCertain: isCertain)
    }
    guard number >= 1, number <= 9999 else { return nil }
    return CadenceSuggestion(
      text: number == 1 ? "1 " + unit.name : "\(number) \(unit.name)s", isCertain: isCertain)
  }

  /// A unit, and whether it is written out or shortened, not misspelt.
  private static func unit(_ word: String) -> (unit: Unit, isCertain: Bool)? {
    if let short = shortUnits[word] { return (short, true) }
    let names = Unit.allCases.flatMap { [$0.name, $0.name + "s"] }
    let isName = names.contains(word)
    guard let name = isName ? word : nearest(to: word, in: names) else { return nil }
    return Unit.allCases.first { name.hasPrefix($0.name) }.map { ($0, isName) }
  }

  private static let shortUnits: [String: Unit] = [
    "d": .day, "w": .week, "wk": .week, "wks": .week, "m": .month, "mo": .month, "mos": .month,
    "mth": .month, "mths": .month, "y": .year, "yr": .year, "yrs": .year,
  ]

  private static let numbers = [
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve",
  ]

  private static let adverbs: [String: String] = [
    "daily": "1 day", "fortnight": "2 weeks", "fortnightly": "2 weeks", "quarter": "quarterly", "annual": "yearly",
    "annually": "yearly", "halfyearly": "6 months", "biennially": "2 years", "never": "none",
  ]

  /// Twice a week or every two weeks; and what is no number at all.
  private static let vagueAdverbs: [String: String] = [
    "biweekly": "2 weeks", "bimonthly": "2 months", "biannually": "6 months", "no": "none", "rarely": "none",
  ]
}
