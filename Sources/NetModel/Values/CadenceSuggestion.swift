extension Cadence {
  /// The cadence that was probably meant by a text that says none in the notation's words: `annually`, `three
  /// months`, `fortnightly`, `3months`, `once a month`; in the notation's form, or nil.
  public static func suggestion(for bytes: Span<UInt8>) -> String? {
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
    let fillers: Set<String> = ["every", "each", "once", "about", "ca", "per", "in"]
    words.removeAll { fillers.contains($0) }
    return suggestion(for: words)
  }

  private static func suggestion(for words: [String]) -> String? {
    if words.count == 1, let word = words.first {
      if let known = adverbs[word] { return known }
      let close = nearest(to: word, in: ["weekly", "monthly", "quarterly", "yearly", "none", "month"])
      if let close, close != "month" { return close }
      return unit(word).map { "every " + $0.name }
    }
    guard words.count == 2, let unit = unit(words[1]) else { return nil }
    let number = words[0] == "other" ? 2 : numbers.firstIndex(of: words[0]) ?? Int(words[0]) ?? 0
    if words[0] == "a" || words[0] == "an" { return "every " + unit.name }
    guard number >= 1, number <= 9999 else { return nil }
    return number == 1 ? "1 " + unit.name : "\(number) \(unit.name)s"
  }

  private static func unit(_ word: String) -> Unit? {
    if let short = shortUnits[word] { return short }
    let names = Unit.allCases.flatMap { [$0.name, $0.name + "s"] }
    guard let name = names.contains(word) ? word : nearest(to: word, in: names) else { return nil }
    return Unit.allCases.first { name.hasPrefix($0.name) }
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
    "daily": "1 day", "biweekly": "2 weeks", "fortnight": "2 weeks", "fortnightly": "2 weeks",
    "bimonthly": "2 months", "quarter": "quarterly", "annual": "yearly", "annually": "yearly",
    "biannually": "6 months", "halfyearly": "6 months", "biennially": "2 years", "never": "none",
    "no": "none", "rarely": "none",
  ]
}
