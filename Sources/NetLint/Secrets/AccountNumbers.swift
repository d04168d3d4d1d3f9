import NetSyntax

// MARK: Payment cards

/// The number of a payment card that starts at an offset, where no word goes on: with the first digits of an issuer, in
/// the groups that are printed on cards or in none, and with the right check digit.
func card(_ bytes: Span<UInt8>, at start: Int) -> Secret? {
  // What begins in the middle of something else, such as an address or a sum, is none.
  if start > 0, bytes[start - 1].isOne(of: "-.,+/#@=&?%") { return nil }
  guard let issuer = issuer(bytes, at: start), !isBehindNumber(bytes, start) else { return nil }
  var digits: [UInt8] = []
  var groups: [Int] = []
  var separator: UInt8?
  var offset = start
  while digits.count <= 19, offset < bytes.count {
    let first = offset
    while offset < bytes.count, bytes[offset].isAsciiDigit, digits.count <= 19 {
      digits.append(bytes[offset] - UInt8(ascii: "0"))
      offset += 1
    }
    groups.append(offset - first)
    guard offset + 1 < bytes.count, bytes[offset] == Ascii.space || bytes[offset] == UInt8(ascii: "-"),
      bytes[offset + 1].isAsciiDigit, separator == nil || separator == bytes[offset]
    else { break }
    separator = bytes[offset]
    offset += 1
  }
  guard 13...19 ~= digits.count, isPrinted(groups), endsNumber(bytes, at: offset),
    groups.count == 1 || !isBeforeGroup(bytes, offset), isIssued(by: issuer, digits, groups),
    hasLuhnDigit(digits)
  else { return nil }
  return Secret(range: ByteRange(start, offset), kind: .card)
}

/// Whether a part of a telephone number stands before an offset (`+49 4111…`, `(030) 4111…`), or a word with a digit, as
/// in lists of code points.
private func isBehindNumber(_ bytes: Span<UInt8>, _ start: Int) -> Bool {
  guard start > 1, bytes[start - 1] == Ascii.space else { return false }
  var offset = start - 1
  if bytes[offset - 1] == UInt8(ascii: ")") { return true }
  while offset > 0, start - offset < 16, bytes[offset - 1].isAsciiAlphanumeric {
    offset -= 1
    if bytes[offset].isAsciiDigit { return true }
  }
  return false
}

/// Whether one more group of four stands behind an offset.
private func isBeforeGroup(_ bytes: Span<UInt8>, _ end: Int) -> Bool {
  guard end + 4 < bytes.count, bytes[end] == Ascii.space else { return false }
  return (end + 1...end + 4).allSatisfy { bytes[$0].isAsciiAlphanumeric }
    && (end + 1...end + 4).contains { bytes[$0].isAsciiDigit }
    && (end + 5 == bytes.count || !bytes[end + 5].isWordByte)
}

/// Whether nothing goes on behind a number.
private func endsNumber(_ bytes: Span<UInt8>, at offset: Int) -> Bool {
  guard offset < bytes.count else { return true }
  let byte = bytes[offset]
  if byte.isWordByte || byte.isOne(of: "-/%@") { return false }
  let isPoint = byte == UInt8(ascii: ".") || byte == UInt8(ascii: ",")
  return !(isPoint && offset + 1 < bytes.count && bytes[offset + 1].isAsciiDigit)
}

private func isPrinted(_ groups: [Int]) -> Bool {
  let printed: [[Int]] = [
    [4, 4, 4, 4], [4, 6, 5], [4, 6, 4], [4, 3, 3, 3], [4, 4, 4, 4, 3], [4, 4, 4, 4, 2], [4, 4, 4, 4, 1],
  ]
  return groups.count == 1 || printed.contains(groups)
}

/// The number that the first four digits are, which always stand together. Anything but a card is mostly known by them.
private func issuer(_ bytes: Span<UInt8>, at start: Int) -> Int? {
  guard start + 13 <= bytes.count else { return nil }
  var number = 0
  for offset in start..<start + 4 {
    guard bytes[offset].isAsciiDigit else { return nil }
    number = number * 10 + Int(bytes[offset] - UInt8(ascii: "0"))
  }
  return number
}

/// Whether an issuer's numbers have that length.
private func isIssued(by issuer: Int, _ digits: [UInt8], _ groups: [Int]) -> Bool {
  switch issuer {
  // Thirteen digits in one group are a bar code far more often.
  case 4000...4999: return digits.count == 16 || digits.count == 19 || (digits.count == 13 && groups.count > 1)
  case 2200...2204, 2221...2720, 3528...3589, 5100...5599, 6011, 6440...6599: return digits.count == 16
  case 3400...3499, 3700...3799: return digits.count == 15
  case 3000...3059, 3600...3699, 3800...3999: return digits.count == 14
  case 6200...6299: return digits.count == 16 || digits.count == 19
  case 5018, 5020, 5038, 5893, 6304, 6759, 6761...6763: return digits.count == 16 || digits.count == 19
  default: return false
  }
}

/// Whether the last digit is that of ISO/IEC 7812, after Luhn.
private func hasLuhnDigit(_ digits: [UInt8]) -> Bool {
  var sum = 0
  for (index, digit) in digits.reversed().enumerated() {
    let value = Int(digit) * (index.isMultiple(of: 2) ? 1 : 2)
    sum += value > 9 ? value - 9 : value
  }
  return sum.isMultiple(of: 10) && Set(digits).count > 1
}

// MARK: Bank accounts

/// The IBAN whose check digits start at an offset: of the length of its country, in groups of four or in none, and with
/// the right check digits.
func iban(_ bytes: Span<UInt8>, behindCountryAt check: Int) -> Secret? {
  let start = check - 2
  guard start >= 0, check + 1 < bytes.count, bytes[check + 1].isAsciiDigit, isCapital(bytes[start]),
    isCapital(bytes[start + 1]), start == 0 || !bytes[start - 1].isWordByte,
    let length = ibanLengths[[bytes[start], bytes[start + 1]]]
  else { return nil }
  var characters: [UInt8] = []
  let isGrouped = start + 4 < bytes.count && bytes[start + 4] == Ascii.space
  var offset = start
  while characters.count < length {
    if isGrouped, !characters.isEmpty, characters.count.isMultiple(of: 4) {
      guard offset < bytes.count, bytes[offset] == Ascii.space else { return nil }
      offset += 1
    }
    guard offset < bytes.count, bytes[offset].isAsciiDigit || isCapital(bytes[offset]) else { return nil }
    characters.append(bytes[offset])
    offset += 1
  }
  guard offset == bytes.count || !bytes[offset].isWordByte, isDivisible(characters) else { return nil }
  return Secret(range: ByteRange(start, offset), kind: .iban)
}

private func isCapital(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "A") < 26 }

/// Whether the check digits are those of ISO 7064, modulo 97.
private func isDivisible(_ characters: [UInt8]) -> Bool {
  var rest = 0
  for byte in characters[4...] + characters[..<4] {
    rest =
      byte.isAsciiDigit ? rest * 10 + Int(byte - UInt8(ascii: "0")) : rest * 100 + Int(byte - UInt8(ascii: "A")) + 10
    rest %= 97
  }
  return rest == 1
}

/// How long the IBANs of a country are, from the registry of ISO 13616.
private let ibanLengths: [[UInt8]: Int] = {
  let lengths: [Int: String] = [
    15: "NO", 16: "BE", 18: "DK FI FO GL NL FK SD", 19: "MK SI", 20: "AT BA EE KZ LT LU MN XK",
    21: "CH HR LI LV", 22: "BG BH CR DE GB GE IE ME RS VA", 23: "AE GI IL IQ TL OM SO",
    24: "AD CZ ES MD PK RO SA SE SK TN VG", 25: "LY PT ST", 26: "IS TR", 27: "BI DJ FR GR IT MC MR SM",
    28: "AL AZ BY CY DO GT HU LB NI PL SV", 29: "BR EG PS QA UA", 30: "JO KW MU YE", 31: "MT SC", 32: "LC",
    33: "RU",
  ]
  var found: [[UInt8]: Int] = [:]
  for (length, countries) in lengths {
    for country in countries.split(separator: " ") { found[Array(country.utf8)] = length }
  }
  return found
}()
