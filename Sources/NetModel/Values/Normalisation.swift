import NetSyntax

/// Whether text is surely in Unicode's normalisation form C, told by a look at each scalar (UAX 15, section 9).
///
/// Where it is false the text may still be in that form: `nfc` finds out. Nearly all names as people type them
/// are surely so; text from macOS file names and some keyboards, and Jamo, are not. Bytes that are not UTF-8 are
/// not, so that what is certain needs no change at all.
package func isCertainlyNFC(_ bytes: Span<UInt8>) -> Bool {
  var starter: UInt32?
  // The class of what stands last behind the starter: -1 where nothing does.
  var lastClass = -1
  var index = 0
  while let (scalar, length) = TextBytes.scalar(bytes, index) {
    index += length
    if length == 1, !scalar.isASCII { return false }
    // All scalars before the first combining mark stand in form C as they are, and none of them is a mark.
    if scalar.value < 0x300 {
      (starter, lastClass) = (scalar.value, -1)
      continue
    }
    let kind = NormalisationKind(scalar.value)
    if kind.isUsual {
      (starter, lastClass) = (scalar.value, -1)
      continue
    }
    let kindClass = kind.combiningClass
    if kind.changes || (kindClass != 0 && kindClass < lastClass) { return false }
    if kind.mayCombine, let starter, lastClass < kindClass {
      // Vowel signs of Bengali and a nukta may combine, and mostly find nothing to combine with. A mark behind a
      // composed letter might have to stand before the letter's own mark.
      if kindClass != 0 && NormalisationKind(starter).decomposes { return false }
      if composition(of: starter, scalar.value) != nil { return false }
    }
    if kindClass == 0 { (starter, lastClass) = (scalar.value, -1) } else { lastClass = kindClass }
  }
  return true
}

/// Text in Unicode's normalisation form C: canonically decomposed, ordered and composed again (UAX 15).
///
/// Texts that are canonically equivalent, and only those, have the same bytes in this form. It takes time in
/// proportion to the length of the text, whatever stands in it. Bytes that are not UTF-8 become U+FFFD, one
/// at a time.
package func nfc(_ bytes: Span<UInt8>) -> [UInt8] {
  isCertainlyNFC(bytes) ? TextBytes.copy(bytes) : composed(bytes)
}

/// What `nfc` gives, found without the quick check.
func composed(_ bytes: Span<UInt8>) -> [UInt8] {
  var text = DecomposedText(bytes)
  text.compose()
  return text.utf8
}

/// Text in Unicode's normalisation form D: canonically decomposed and ordered (UAX 15).
package func nfd(_ bytes: Span<UInt8>) -> [UInt8] {
  DecomposedText(bytes).utf8
}

/// What normalisation does to a scalar.
private struct NormalisationKind {
  private let index: Int

  @inline(__always)
  init(_ scalar: UInt32) {
    guard scalar >= 0xC0, scalar < NormalisationData.end else {
      index = 0
      return
    }
    let value = Int(scalar)
    let block = NormalisationData.blocks.pair(at: (value >> 6) * 2)
    index = NormalisationData.kinds[block << 6 | value & 0x3F]
  }

  /// Whether the scalar stands in form C as it is, and has no combining class: told without a further look.
  @inline(__always)
  var isUsual: Bool { index <= 1 }

  @inline(__always)
  private func has(_ bit: Int) -> Bool { NormalisationData.properties[index * 3 + 2] & bit != 0 }

  /// The canonical combining class: 0 for what marks stand on, else where a mark stands.
  @inline(__always)
  var combiningClass: Int { NormalisationData.properties.pair(at: index * 3) }

  /// Whether the scalar never stands in form C.
  @inline(__always)
  var changes: Bool { has(1) }

  /// Whether the scalar may be composed with one before it.
  @inline(__always)
  var mayCombine: Bool { has(2) }

  /// Whether the scalar has a canonical decomposition in the table.
  @inline(__always)
  var decomposes: Bool { has(4) }
}

/// Hangul syllables are composed and decomposed by arithmetic (the Unicode Standard, section 3.12).
private enum Hangul {
  static let syllables: Range<UInt32> = 0xAC00..<0xD7A4
  static let leads: Range<UInt32> = 0x1100..<0x1113
  static let vowels: Range<UInt32> = 0x1161..<0x1176
  static let finals: Range<UInt32> = 0x11A8..<0x11C3
  /// Final consonants and their absence.
  static let finalCount: UInt32 = 28

  static func compose(_ first: UInt32, _ second: UInt32) -> UInt32? {
    if leads.contains(first), vowels.contains(second) {
      let order = (first - leads.lowerBound) * UInt32(vowels.count) + second - vowels.lowerBound
      return syllables.lowerBound + order * finalCount
    }
    if syllables.contains(first), (first - syllables.lowerBound) % finalCount == 0, finals.contains(second) {
      return first + second - finals.lowerBound + 1
    }
    return nil
  }
}

/// A scalar with what ordering and composing ask of it.
///
///     bits 31 … 24   canonical combining class
///     bit  23        whether it may be composed with a scalar before it
///     bits 20 … 0    the scalar
private struct Piece {
  private let packed: UInt32

  init(_ scalar: UInt32, _ kind: NormalisationKind) {
    packed = UInt32(truncatingIfNeeded: kind.combiningClass) << 24 | (kind.mayCombine ? 1 << 23 : 0) | scalar
  }

  /// A scalar on which marks stand, and which combines with none before it.
  init(starter scalar: UInt32) { packed = scalar }

  var combiningClass: Int { Int(packed >> 24) }
  var mayCombine: Bool { packed & 1 << 23 != 0 }
  var scalar: UInt32 { packed & 0x1F_FFFF }
}

/// Text in canonical decomposition, and what is made of it.
private struct DecomposedText {
  private var pieces: [Piece] = []

  init(_ bytes: Span<UInt8>) {
    pieces.reserveCapacity(bytes.count)
    var index = 0
    while let (scalar, length) = TextBytes.scalar(bytes, index) {
      append(scalar.value)
      index += length
    }
    orderMarks()
  }

  private mutating func append(_ scalar: UInt32) {
    let kind = NormalisationKind(scalar)
    if kind.decomposes {
      appendParts(of: scalar)
    } else if Hangul.syllables.contains(scalar) {
      let order = scalar - Hangul.syllables.lowerBound
      let (vowel, final) = (order / Hangul.finalCount, order % Hangul.finalCount)
      let vowelCount = UInt32(Hangul.vowels.count)
      append(Hangul.leads.lowerBound + vowel / vowelCount)
      append(Hangul.vowels.lowerBound + vowel % vowelCount)
      if final > 0 { append(Hangul.finals.lowerBound + final - 1) }
    } else {
      pieces.append(Piece(scalar, kind))
    }
  }

  /// Only the first part of a decomposition decomposes further, so that the parts are found from the last on.
  private mutating func appendParts(of scalar: UInt32) {
    let start = pieces.count
    var rest = scalar
    var kind = NormalisationKind(rest)
    while kind.decomposes, let parts = decomposition(of: rest) {
      if parts.second > 0 { pieces.append(Piece(parts.second, NormalisationKind(parts.second))) }
      rest = parts.first
      kind = NormalisationKind(rest)
    }
    pieces.append(Piece(rest, kind))
    var (low, high) = (start, pieces.count - 1)
    while low < high {
      pieces.swapAt(low, high)
      (low, high) = (low + 1, high - 1)
    }
  }

  /// Brings every run of marks in the order of their classes, those of one class as they stood.
  private mutating func orderMarks() {
    var index = 0
    while index < pieces.count {
      let start = index
      var isOrdered = true
      var lastClass = 0
      while index < pieces.count, pieces[index].combiningClass > 0 {
        isOrdered = isOrdered && pieces[index].combiningClass >= lastClass
        lastClass = pieces[index].combiningClass
        index += 1
      }
      if !isOrdered { orderRun(start..<index) }
      index += 1
    }
  }

  private mutating func orderRun(_ range: Range<Int>) {
    // Counting pays from some length on, and keeps runs of any length linear.
    guard range.count > 32 else {
      for sorted in range.dropFirst() {
        var index = sorted
        while index > range.lowerBound, pieces[index - 1].combiningClass > pieces[index].combiningClass {
          pieces.swapAt(index - 1, index)
          index -= 1
        }
      }
      return
    }
    let run = Array(pieces[range])
    var places = [Int](repeating: 0, count: 257)
    for piece in run { places[piece.combiningClass + 1] += 1 }
    places[0] = range.lowerBound
    for index in 1..<places.count { places[index] += places[index - 1] }
    for piece in run {
      pieces[places[piece.combiningClass]] = piece
      places[piece.combiningClass] += 1
    }
  }

  /// Composes each mark or letter with the last starter, unless something between them keeps it away (UAX 15, D117).
  mutating func compose() {
    var starter: Int?
    // The class of what stands last between the starter and the scalar at hand: -1 where nothing does.
    var lastClass = -1
    var written = 0
    for index in pieces.indices {
      let piece = pieces[index]
      if piece.mayCombine, let starter, lastClass < piece.combiningClass,
        let composed = composition(of: pieces[starter].scalar, piece.scalar)
      {
        pieces[starter] = Piece(starter: composed)
        continue
      }
      if piece.combiningClass == 0 {
        starter = written
        lastClass = -1
      } else {
        lastClass = piece.combiningClass
      }
      pieces[written] = piece
      written += 1
    }
    pieces.removeSubrange(written...)
  }

  var utf8: [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(pieces.count * 2)
    for piece in pieces { TextBytes.append(piece.scalar, to: &bytes) }
    return bytes
  }
}

/// The parts to which a scalar decomposes in one step, the second 0 where there is only one.
private func decomposition(of scalar: UInt32) -> (first: UInt32, second: UInt32)? {
  let table = NormalisationData.decompositions
  var (low, high) = (0, table.count / 9)
  while low < high {
    let middle = (low + high) / 2
    let found = table.triple(at: middle * 9)
    if found == Int(scalar) {
      let first = table.triple(at: middle * 9 + 3)
      let second = table.triple(at: middle * 9 + 6)
      return (UInt32(truncatingIfNeeded: first), UInt32(truncatingIfNeeded: second))
    }
    if found < Int(scalar) { low = middle + 1 } else { high = middle }
  }
  return nil
}

/// The scalar that is canonically composed of two, if there is one.
private func composition(of first: UInt32, _ second: UInt32) -> UInt32? {
  if let syllable = Hangul.compose(first, second) { return syllable }
  let (entries, orders) = (NormalisationData.decompositions, NormalisationData.compositions)
  let wanted = Int(first) << 18 | Int(second)
  var (low, high) = (0, orders.count / 2)
  while low < high {
    let middle = (low + high) / 2
    let entry = orders.pair(at: middle * 2) * 9
    let found = entries.triple(at: entry + 3) << 18 | entries.triple(at: entry + 6)
    if found == wanted { return UInt32(truncatingIfNeeded: entries.triple(at: entry)) }
    if found < wanted { low = middle + 1 } else { high = middle }
  }
  return nil
}
