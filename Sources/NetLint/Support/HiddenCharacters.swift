import NetSyntax

/// A character that cannot be seen.
struct HiddenCharacter {
  /// What it is for.
  enum Kind {
    /// U+202A to U+202E and U+2066 to U+2069, which turn the direction of what stands behind them.
    case turn
    /// U+200E, U+200F and U+061C, which say the direction of what has none.
    case direction
    /// U+200C and U+200D.
    case joiner
    /// U+FE00 to U+FE0F and U+E0100 to U+E01EF.
    case selector
    /// U+180B to U+180F.
    case mongolian
    /// U+E0000 to U+E0FFF, the selectors left out.
    case tag
    /// U+200B.
    case wordBreak
    /// U+115F and U+1160, which stand for a consonant or vowel that is not there.
    case filler
    /// U+034F, which keeps marks apart.
    case markJoiner
    /// What writes shorthand and music.
    case layout
    /// U+2028 and U+2029.
    case lineBreak
    /// U+00AD, U+2060 and U+FEFF, which say where a line may end.
    case wrapping
    /// What no text needs: fillers that stand alone, annotations, what is not assigned.
    case other
  }

  var kind: Kind
  var scalar: Unicode.Scalar
  var range: ByteRange

  /// `U+00AD`.
  var code: String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
  }
}

/// The next character from an offset on that cannot be seen; control characters are not among them.
///
/// This looks at every byte of a file: at many at a time up to the next that is not ASCII, then at what it begins.
func nextHidden(_ bytes: Span<UInt8>, from start: Int) -> HiddenCharacter? {
  var offset = findNonASCII(bytes, from: start, to: bytes.count)
  while offset < bytes.count {
    let byte = bytes[offset]
    if byte >= 0xC0, mayBeHidden(bytes, at: offset), let found = hidden(bytes, at: offset) { return found }
    offset &+= byte < 0xC0 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
    if offset < bytes.count, bytes[offset] < 0x80 { offset = findNonASCII(bytes, from: offset, to: bytes.count) }
  }
  return nil
}

/// Whether the first two bytes of a character are those of some that cannot be seen; the first is C0 or more.
@inline(__always)
func mayBeHidden(_ bytes: Span<UInt8>, at offset: Int) -> Bool {
  // By the lower six bits of the first, whether such characters begin with it.
  let leadBytes: UInt64 =
    1 << 0x02 | 1 << 0x0D | 1 << 0x18 | 1 << 0x21 | 1 << 0x22 | 1 << 0x23 | 1 << 0x2F | 1 << 0x30 | 1 << 0x33
  guard leadBytes >> UInt64(bytes[offset] & 0x3F) & 1 != 0, offset &+ 1 < bytes.count else { return false }
  let next = bytes[offset &+ 1]
  switch bytes[offset] {
  case 0xC2: return next == 0xAD
  case 0xCD: return next == 0x8F
  case 0xD8: return next == 0x9C
  case 0xE1: return next == 0x85 || next == 0x9E || next == 0xA0
  case 0xE2: return next == 0x80 || next == 0x81
  case 0xE3: return next == 0x85
  case 0xEF: return next == 0xB8 || next == 0xBB || next == 0xBE || next == 0xBF
  case 0xF0: return next == 0x9B || next == 0x9D
  case 0xF3: return next == 0xA0
  default: return false
  }
}

/// The character at an offset, if it cannot be seen.
func hidden(_ bytes: Span<UInt8>, at offset: Int) -> HiddenCharacter? {
  let decoded = decodeScalar(bytes, at: offset, end: bytes.count)
  guard let kind = HiddenCharacter.Kind(decoded.scalar) else { return nil }
  return HiddenCharacter(
    kind: kind, scalar: decoded.scalar, range: ByteRange(offset, offset + decoded.length))
}

extension HiddenCharacter.Kind {
  init?(_ scalar: Unicode.Scalar) {
    switch scalar.value {
    case 0x202A...0x202E, 0x2066...0x2069: self = .turn
    case 0x200E, 0x200F, 0x61C: self = .direction
    case 0x200C, 0x200D: self = .joiner
    case 0xFE00...0xFE0F, 0xE_0100...0xE_01EF: self = .selector
    case 0x180B...0x180F: self = .mongolian
    case 0xE_0000...0xE_0FFF: self = .tag
    case 0x200B: self = .wordBreak
    case 0x115F, 0x1160: self = .filler
    case 0x34F: self = .markJoiner
    case 0x1_BCA0...0x1_BCA3, 0x1_D173...0x1_D17A: self = .layout
    case 0x2028, 0x2029: self = .lineBreak
    case 0xAD, 0x2060, 0xFEFF: self = .wrapping
    case 0x17B4, 0x17B5, 0x2061...0x206F, 0x3164, 0xFFA0, 0xFFF0...0xFFFB: self = .other
    default: return nil
    }
  }

  /// Whether nobody misses it: it parts no words, and is no part of a hidden text.
  var saysNothing: Bool {
    switch self {
    case .joiner, .selector, .markJoiner, .wrapping: true
    case .turn, .direction, .mongolian, .tag, .wordBreak, .filler, .layout, .lineBreak, .other: false
    }
  }
}

extension HiddenCharacter {
  /// Whether it does something where it stands: in a script that needs it, or in an emoji.
  func isOfUse(in bytes: Span<UInt8>) -> Bool {
    switch kind {
    case .joiner: isBeside(.joining, in: bytes) || joinsEmoji(bytes)
    case .selector: selects(bytes)
    case .mongolian: isBeside(.mongolian, in: bytes)
    case .tag: isInFlag(bytes)
    case .wordBreak: isBeside(.unspaced, in: bytes)
    case .filler: neighbours(bytes).contains { !ScriptSet(of: $0).isDisjoint(with: .hangul) }
    case .markJoiner: !neighbours(bytes).isEmpty && neighbours(bytes).allSatisfy { $0.isMark || $0.isLetter }
    case .layout: neighbours(bytes).contains { $0.value >> 12 == scalar.value >> 12 }
    case .turn, .direction, .lineBreak, .wrapping, .other: false
    }
  }

  /// U+200D between two emoji, the first of which may have a selector, a colour or tags.
  private func joinsEmoji(_ bytes: Span<UInt8>) -> Bool {
    guard scalar == "\u{200D}", range.start > 0, range.end < bytes.count else { return false }
    let before = decodeScalar(bytes, before: range.start, start: 0).scalar
    let isEmoji =
      isPictograph(before) || before == "\u{FE0F}" || (0x1_F3FB...0x1_F3FF).contains(before.value)
      || before.value == 0xE_007F
    return isEmoji && isPictograph(decodeScalar(bytes, at: range.end, end: bytes.count).scalar)
  }

  private func selects(_ bytes: Span<UInt8>) -> Bool {
    guard range.start > 0 else { return false }
    let before = decodeScalar(bytes, before: range.start, start: 0).scalar
    return scalar.value < 0xE_0100 ? isVarying(before) : !ScriptSet(of: before).isDisjoint(with: .han)
  }

  /// Whether it is one of the tags of a flag such as Scotland's: behind an emoji, and up to U+E007F.
  private func isInFlag(_ bytes: Span<UInt8>) -> Bool {
    // The longest tag is that of a subdivision: six characters and the end.
    var start = range.start
    for _ in 0..<8 where start > 0 {
      let before = decodeScalar(bytes, before: start, start: 0)
      start -= before.length
      if !(0xE_0020...0xE_007E).contains(before.scalar.value) {
        guard isPictograph(before.scalar) else { return false }
        break
      }
    }
    var end = range.start
    for _ in 0..<8 where end < bytes.count {
      let next = decodeScalar(bytes, at: end, end: bytes.count)
      if next.scalar.value == 0xE_007F { return end > start + 4 }
      guard (0xE_0020...0xE_007E).contains(next.scalar.value) else { return false }
      end += next.length
    }
    return false
  }

  /// Whether the last character before it that has a script, or the next, is written in some scripts.
  ///
  /// Marks and other hidden characters may stand between; more than a few of them say nothing of a script.
  private func isBeside(_ scripts: ScriptSet, in bytes: Span<UInt8>) -> Bool {
    var start = range.start
    for _ in 0..<4 where start > 0 {
      let before = decodeScalar(bytes, before: start, start: 0)
      let found = ScriptSet(of: before.scalar)
      if !found.isDisjoint(with: scripts) { return true }
      if Self.isLast(before.scalar, found) { break }
      start -= before.length
    }
    var end = range.end
    for _ in 0..<4 where end < bytes.count {
      let next = decodeScalar(bytes, at: end, end: bytes.count)
      let found = ScriptSet(of: next.scalar)
      if !found.isDisjoint(with: scripts) { return true }
      if Self.isLast(next.scalar, found) { break }
      end += next.length
    }
    return false
  }

  /// Whether a scalar with some scripts is the last to be asked: neither a mark of any script nor hidden.
  private static func isLast(_ scalar: Unicode.Scalar, _ scripts: ScriptSet) -> Bool {
    !scripts.isEmpty || !(scalar.isMark || Kind(scalar) != nil)
  }

  /// The characters directly before it and behind it.
  private func neighbours(_ bytes: Span<UInt8>) -> [Unicode.Scalar] {
    var neighbours: [Unicode.Scalar] = []
    if range.start > 0 { neighbours.append(decodeScalar(bytes, before: range.start, start: 0).scalar) }
    if range.end < bytes.count {
      neighbours.append(decodeScalar(bytes, at: range.end, end: bytes.count).scalar)
    }
    return neighbours
  }
}
