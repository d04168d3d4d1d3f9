import NetSyntax

/// How the tokens of a service are written: a prefix, and parts of known alphabets and lengths.
struct TokenShape: Sendable {
  /// The characters that a part is made of.
  enum Alphabet {
    case digits, hex, letters, base32, bech32, base62, base64URL
  }

  struct Part {
    /// What stands before it.
    var lead: String
    var alphabet: Alphabet
    /// A part of one length takes just so many characters; another takes all there are.
    var lengths: ClosedRange<Int>

    init(_ lead: String, _ alphabet: Alphabet, _ lengths: ClosedRange<Int>) {
      (self.lead, self.alphabet, self.lengths) = (lead, alphabet, lengths)
    }

    init(_ lead: String, _ alphabet: Alphabet, _ length: Int) { self.init(lead, alphabet, length...length) }
  }

  /// What it is called, with an article.
  var noun: String
  /// The first part's lead is the prefix.
  var parts: [Part]
  /// The first four bytes of the prefix, the first as the highest; 0 for a fourth that it does not have.
  let start: UInt32
  /// What must stand at the end.
  var ending = ""
  /// Whether its last six characters are a checksum of the thirty before them.
  var hasChecksum = false

  init(_ noun: String, _ parts: Part..., ending: String = "", hasChecksum: Bool = false) {
    (self.noun, self.parts, self.ending, self.hasChecksum) = (noun, parts, ending, hasChecksum)
    let prefix = parts.first?.lead.utf8.prefix(4).map { UInt32($0) } ?? []
    start = (0..<4).reduce(0) { $0 << 8 | ($1 < prefix.count ? prefix[$1] : 0) }
  }
}

private typealias Part = TokenShape.Part

/// No token is longer; a longer run of such characters is something else.
private let longest = 4096

let allShapes: [TokenShape] =
  ["AKIA", "ASIA", "ABIA", "ACCA"].map { TokenShape("an AWS access key", Part($0, .base32, 16)) }
  + ["ghp_", "gho_", "ghu_", "ghs_", "ghr_"].map {
    TokenShape("a GitHub token", Part($0, .base62, 36), hasChecksum: true)
  }
  + ["glpat-", "gldt-", "glrt-", "glft-", "glsoat-"].flatMap {
    [
      TokenShape("a GitLab token", Part($0, .base64URL, 20)),
      TokenShape("a GitLab token", Part($0, .base64URL, 27...300), Part(".", .base62, 9)),
    ]
  }
  + ["xoxp-", "xoxa-", "xoxs-", "xoxr-"].map {
    TokenShape(
      "a Slack token", Part($0, .digits, 9...13), Part("-", .digits, 9...13), Part("-", .digits, 9...13),
      Part("-", .hex, 28...64))
  }
  + ["sk_live_", "rk_live_"].map { TokenShape("a Stripe key", Part($0, .base62, 24...247)) }
  + [20, 58, 74].flatMap { length in
    ["sk-proj-", "sk-svcacct-", "sk-admin-"].map {
      TokenShape("an OpenAI key", Part($0, .base64URL, length), Part("T3BlbkFJ", .base64URL, length))
    }
  }
  + ["dop_v1_", "doo_v1_", "dor_v1_"].map { TokenShape("a DigitalOcean token", Part($0, .hex, 64)) }
  + ["shpat_", "shpca_", "shppa_", "shpss_"].map { TokenShape("a Shopify token", Part($0, .hex, 32)) }
  + otherShapes

private let otherShapes: [TokenShape] = [
  TokenShape("a GitHub token", Part("github_pat_", .base62, 22), Part("_", .base62, 59)),
  TokenShape("an npm token", Part("npm_", .base62, 36), hasChecksum: true),
  TokenShape("a Slack token", Part("xoxb-", .digits, 9...13), Part("-", .base62, 24)),
  TokenShape("a Slack token", Part("xoxb-", .digits, 9...13), Part("-", .digits, 9...13), Part("-", .base62, 24)),
  TokenShape(
    "a Slack token", Part("xapp-1-", .base62, 9...12), Part("-", .digits, 9...14), Part("-", .hex, 64)),
  TokenShape(
    "the address of a Slack webhook", Part("hooks.slack.com/services/T", .base62, 8...12),
    Part("/B", .base62, 8...12), Part("/", .base62, 24)),
  TokenShape("a Stripe secret", Part("whsec_", .base62, 32...64)),
  TokenShape("a Google API key", Part("AIza", .base64URL, 35)),
  TokenShape("a Google client secret", Part("GOCSPX-", .base64URL, 28)),
  TokenShape("an OpenAI key", Part("sk-", .base62, 20), Part("T3BlbkFJ", .base62, 20)),
  TokenShape("an Anthropic key", Part("sk-ant-api03-", .base64URL, 95), ending: "AA"),
  TokenShape("an Anthropic key", Part("sk-ant-admin01-", .base64URL, 95), ending: "AA"),
  TokenShape("a PyPI token", Part("pypi-AgEIcHlwaS5vcmc", .base64URL, 50...longest)),
  TokenShape("a Hugging Face token", Part("hf_", .letters, 34)),
  TokenShape("a SendGrid key", Part("SG.", .base64URL, 22), Part(".", .base64URL, 43)),
  TokenShape("a Docker token", Part("dckr_pat_", .base64URL, 27)),
  TokenShape("a Linear key", Part("lin_api_", .base62, 40)),
  TokenShape("an age key", Part("AGE-SECRET-KEY-1", .bech32, 58)),
  // `{"` in base 64, for the header and the claims.
  TokenShape(
    "a signed token (JWT)", Part("eyJ", .base64URL, 8...longest), Part(".eyJ", .base64URL, 8...longest),
    Part(".", .base64URL, 16...longest)),
]

/// By first byte: the shapes that begin with it.
private let tokenShapes: [[TokenShape]] = {
  var shapes = [[TokenShape]](repeating: [], count: 256)
  for shape in allShapes { if let first = shape.parts.first?.lead.utf8.first { shapes[Int(first)].append(shape) } }
  return shapes
}()

/// By which two bytes side by side a token is found: nearly all prefixes begin like words do, and so the search stops
/// at the first pair whose second byte no word goes on with; or, where that is a full stop, which ends sentences, at the
/// pair from there on. Before it stand letters alone.
let tokenAnchors: [(first: UInt8, second: UInt8)] = allShapes.compactMap { shape in
  let lead = Array((shape.parts.first?.lead ?? "").utf8)
  let end = lead.indices.dropFirst().first { !(UInt8(ascii: "a")...UInt8(ascii: "z")).contains(lead[$0]) }
  return end.map { lead[$0] == UInt8(ascii: ".") ? (lead[$0], lead[$0 + 1]) : (lead[$0 - 1], lead[$0]) }
}

/// The token whose anchor stands at an offset, if it does not start before another.
func token(_ bytes: Span<UInt8>, anchoredAt offset: Int, behind end: Int) -> Secret? {
  var start = offset
  while start > 0, offset - start <= longestAnchored, bytes[start - 1].isWordByte { start -= 1 }
  // Behind a hyphen, which many tokens may hold, one would be looked for again and again in the same text.
  guard start >= end, start == 0 || !bytes[start - 1].isWordByte && bytes[start - 1] != UInt8(ascii: "-") else {
    return nil
  }
  return token(bytes, at: start)
}

/// No more letters stand before an anchor: `github_pat_` has five.
let longestAnchored = 8

/// A token that starts at an offset, where no word goes on.
func token(_ bytes: Span<UInt8>, at offset: Int) -> Secret? {
  guard offset + 4 <= bytes.count else { return nil }
  let start = (0..<4).reduce(UInt32(0)) { $0 << 8 | UInt32(bytes[offset + $1]) }
  let shapes = tokenShapes[Int(bytes[offset])]
  for index in shapes.indices {
    // Nearly all words are told by their first four bytes, before a shape is copied.
    let mask: UInt32 = shapes[index].start & 0xFF == 0 ? 0xFFFF_FF00 : .max
    guard (shapes[index].start ^ start) & mask == 0 else { continue }
    let shape = shapes[index]
    if let end = end(of: shape, bytes, at: offset) {
      return Secret(range: ByteRange(offset, end), kind: .token(shape.noun))
    }
  }
  return nil
}

private func end(of shape: TokenShape, _ bytes: Span<UInt8>, at start: Int) -> Int? {
  var offset = start
  var seen: Set<UInt8> = []
  for part in shape.parts {
    guard holds(bytes, part.lead, at: offset) else { return nil }
    offset += part.lead.utf8.count
    let first = offset
    let most = min(first + part.lengths.upperBound, bytes.count)
    while offset < most, part.alphabet.holds(bytes[offset]) {
      seen.insert(bytes[offset])
      offset += 1
    }
    if offset - first < part.lengths.lowerBound { return nil }
  }
  if offset < bytes.count {
    guard !bytes[offset].isWordByte, shape.parts.last?.alphabet.holds(bytes[offset]) != true else { return nil }
  }
  // Fewer characters than that are a stand-in: `ghp_xxxx…`. So is what AWS uses in its own manuals.
  guard seen.count >= 8, holds(bytes, shape.ending, at: offset - shape.ending.utf8.count),
    !holds(bytes, "EXAMPLE", at: offset - 7)
  else { return nil }
  return shape.hasChecksum && !hasChecksum(bytes, ByteRange(offset - 36, offset)) ? nil : offset
}

/// Whether a text stands at an offset.
func holds(_ bytes: Span<UInt8>, _ text: String, at offset: Int) -> Bool {
  var offset = offset
  guard offset >= 0 else { return false }
  for byte in text.utf8 {
    guard offset < bytes.count, bytes[offset] == byte else { return false }
    offset += 1
  }
  return true
}

/// Whether the last six of some characters are the CRC-32 of those before, in base 62.
private func hasChecksum(_ bytes: Span<UInt8>, _ range: ByteRange) -> Bool {
  var crc = UInt32.max
  for offset in range.start..<range.end - 6 {
    crc ^= UInt32(bytes[offset])
    for _ in 0..<8 { crc = crc & 1 == 1 ? crc >> 1 ^ 0xEDB8_8320 : crc >> 1 }
  }
  var rest = ~crc
  for offset in (range.end - 6..<range.end).reversed() {
    guard bytes[offset] == base62Digit(rest % 62) else { return false }
    rest /= 62
  }
  return true
}

private func base62Digit(_ value: UInt32) -> UInt8 {
  let value = UInt8(truncatingIfNeeded: value)
  switch value {
  case ..<10: return UInt8(ascii: "0") + value
  case ..<36: return UInt8(ascii: "A") + value - 10
  default: return UInt8(ascii: "a") + value - 36
  }
}

extension TokenShape.Alphabet {
  func holds(_ byte: UInt8) -> Bool {
    switch self {
    case .digits: byte.isAsciiDigit
    case .hex: byte.isAsciiDigit || byte &- UInt8(ascii: "a") < 6
    case .letters: byte.isAsciiLetter
    case .base32: byte &- UInt8(ascii: "A") < 26 || byte &- UInt8(ascii: "2") < 6
    case .bech32:
      byte.isOne(of: "QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L")
    case .base62: byte.isAsciiAlphanumeric
    case .base64URL: byte.isAsciiAlphanumeric || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
    }
  }
}
