/// The beginning of a text cut into what dates in other forms are made of.
struct DateTokens {
  enum Kind: Hashable {
    /// Decimal digits of any one script, at most eight.
    case number(Int, digits: Int, isASCII: Bool)
    case month(Int)
    /// `th`, `st`, `nd`, `rd` directly behind a number.
    case ordinal
    /// `of`, between blanks.
    case of
    case hyphen, slash, dot, comma, tilde
    /// One or more blanks.
    case blank
    /// 年, 月 and 日, or the Korean 년, 월 and 일.
    case yearSign, monthSign, daySign
  }

  struct Token {
    let kind: Kind
    let end: Int
  }

  /// At most twelve tokens, more than any date has.
  private(set) var list: [Token] = []
  private var endings: [Bool] = []

  private static let most = 12

  init(_ bytes: Span<UInt8>, from start: Int) {
    var index = start
    while list.count < DateTokens.most, let token = next(bytes, index) {
      list.append(token)
      index = token.end
      endings.append(DateTokens.isEnd(bytes, index, behind: token.kind))
    }
  }

  /// Whether a date may end behind the first so many tokens: not in the middle of a word or number.
  func mayEnd(after count: Int) -> Bool { endings[count - 1] }

  private static func isEnd(_ bytes: Span<UInt8>, _ index: Int, behind kind: Kind) -> Bool {
    if kind == .blank || kind == .comma || kind == .slash || kind == .hyphen { return false }
    guard let (scalar, _) = TextBytes.scalar(bytes, index) else { return true }
    switch HandleText.classify(scalar) {
    case .letter, .digit, .mark, .punctuation:
      // Chinese and Japanese put no blank behind a date.
      return kind == .daySign
    case .joiner: return true
    case .other: return scalar != "/"
    }
  }

  private func next(_ bytes: Span<UInt8>, _ index: Int) -> Token? {
    let blankEnd = TextBytes.skipBlanks(bytes, index)
    if blankEnd > index { return Token(kind: .blank, end: blankEnd) }
    guard let (scalar, length) = TextBytes.scalar(bytes, index) else { return nil }
    if DateTokens.digit(scalar) != nil { return DateTokens.number(bytes, index) }
    if let kind = DateTokens.sign(scalar) { return Token(kind: kind, end: index + length) }
    guard TextBytes.isLetter(bytes[index]) else { return nil }
    return word(bytes, index)
  }

  private static func sign(_ scalar: Unicode.Scalar) -> Kind? {
    switch scalar {
    // Beside the ASCII marks the wide ones, and the dashes that editors put for a hyphen.
    case "-", "\u{2010}", "\u{2011}", "\u{2012}", "\u{2013}", "\u{2212}", "\u{FF0D}": .hyphen
    case "/", "\u{FF0F}", "\u{2044}": .slash
    case ".", "\u{FF0E}": .dot
    case ",", "\u{060C}": .comma
    case "~": .tilde
    case "年", "년": .yearSign
    case "月", "월": .monthSign
    case "日", "일", "号": .daySign
    default: nil
    }
  }

  private static func digit(_ scalar: Unicode.Scalar) -> Int? {
    if scalar.isASCII {
      let byte = UInt8(truncatingIfNeeded: scalar.value)
      return TextBytes.isDigit(byte) ? Int(byte - 0x30) : nil
    }
    guard scalar.properties.generalCategory == .decimalNumber,
      let value = scalar.properties.numericValue, value >= 0, value <= 9
    else { return nil }
    return Int(value)
  }

  private static func number(_ bytes: Span<UInt8>, _ start: Int) -> Token? {
    var index = start
    var value = 0
    var digits = 0
    var isASCII = true
    while let (scalar, length) = TextBytes.scalar(bytes, index), let digit = digit(scalar) {
      guard digits < 8 else { return nil }
      value = value * 10 + digit
      digits += 1
      isASCII = isASCII && scalar.isASCII
      index += length
    }
    return Token(kind: .number(value, digits: digits, isASCII: isASCII), end: index)
  }

  private func word(_ bytes: Span<UInt8>, _ start: Int) -> Token? {
    var end = start
    while end < bytes.count, TextBytes.isLetter(bytes[end]) { end += 1 }
    let letters = bytes.extracting(start..<end)
    if let month = MonthName.month(letters) { return Token(kind: .month(month), end: end) }
    guard let word = Word(letters) else { return nil }
    if case .number = list.last?.kind, DateTokens.ordinals.contains(word) {
      return Token(kind: .ordinal, end: end)
    }
    return word == DateTokens.of && list.last?.kind == .blank ? Token(kind: .of, end: end) : nil
  }

  private static let ordinals: Set<Word> = [Word("st"), Word("nd"), Word("rd"), Word("th")]
  private static let of = Word("of")
  private static let about: Set<Word> = [Word("c"), Word("ca"), Word("circa"), Word("about"), Word("around")]

  /// Passes over `~`, `c.`, `ca.`, `circa` and `about` before a date.
  static func skipAbout(_ bytes: Span<UInt8>, _ start: Int) -> (found: Bool, index: Int) {
    if TextBytes.byte(bytes, start) == UInt8(ascii: "~") {
      return (true, TextBytes.skipBlanks(bytes, start + 1))
    }
    var end = start
    while end < bytes.count, end - start < 8, TextBytes.isLetter(bytes[end]) { end += 1 }
    guard let word = Word(bytes.extracting(start..<end)), about.contains(word) else { return (false, start) }
    if TextBytes.byte(bytes, end) == UInt8(ascii: ".") { end += 1 }
    return (true, TextBytes.skipBlanks(bytes, end))
  }
}
