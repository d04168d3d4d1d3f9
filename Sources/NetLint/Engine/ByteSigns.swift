import NetSyntax

/// What the bytes of a file hold that some rules look for, as far as it can be told at a glance.
///
/// One pass tells it for all of them, so that in ordinary notes none has to look for itself: six passes took 9.8
/// instructions a byte, and this one takes 4.4 where a thirtieth of the characters is not ASCII.
struct ByteSigns: OptionSet, Sendable {
  var rawValue: UInt8

  /// What is not UTF-8.
  static let broken = ByteSigns(rawValue: 1)
  /// A control character other than a line feed or a tab.
  static let control = ByteSigns(rawValue: 2)
  /// What begins like a character that cannot be seen.
  static let hidden = ByteSigns(rawValue: 4)
  /// U+FFFD.
  static let replacement = ByteSigns(rawValue: 8)
  /// `//` with `kith` behind it.
  static let directive = ByteSigns(rawValue: 16)
  /// `<<` or `>>`.
  static let conflict = ByteSigns(rawValue: 32)

  private static let all: ByteSigns = [.broken, .control, .hidden, .replacement, .directive, .conflict]
}

extension ByteSigns {
  /// The signs in a text; all of them where it is not UTF-8.
  init(in bytes: Span<UInt8>) {
    self = []
    var offset = findUnusual(bytes, from: 0, to: bytes.count)
    while offset < bytes.count {
      if bytes[offset] < 0x80 {
        addASCII(bytes, at: offset)
        offset &+= 1
      } else {
        let length = scalarLength(at: offset, in: bytes)
        if length == 1 {
          self = .all
          return
        }
        addMultibyte(bytes, at: offset)
        offset += length
        // These mostly stand side by side.
        if offset < bytes.count, bytes[offset] >= 0x80 { continue }
      }
      offset = findUnusual(bytes, from: offset, to: bytes.count)
    }
  }

  private mutating func addASCII(_ bytes: Span<UInt8>, at offset: Int) {
    let byte = bytes[offset]
    switch byte {
    case Ascii.tab: break
    case UInt8(ascii: "/"):
      if offset + 1 < bytes.count, bytes[offset + 1] == byte, addressesKith(bytes, from: offset + 2) {
        insert(.directive)
      }
    case UInt8(ascii: "<"), UInt8(ascii: ">"):
      if offset + 1 < bytes.count, bytes[offset + 1] == byte { insert(.conflict) }
    default: insert(.control)
    }
  }

  /// Adds what a character of two bytes or more is, which all stand there.
  @inline(__always)
  private mutating func addMultibyte(_ bytes: Span<UInt8>, at offset: Int) {
    if mayBeHidden(bytes, at: offset) { insert(.hidden) }
    if bytes[offset] == 0xC2, bytes[offset + 1] < 0xA0 { insert(.control) }
    if bytes[offset] == 0xEF, bytes[offset + 1] == 0xBF, bytes[offset + 2] == 0xBD { insert(.replacement) }
  }
}

/// Whether `kith` stands at an offset, or behind blanks there, in any letter case.
func addressesKith(_ bytes: Span<UInt8>, from offset: Int) -> Bool {
  let word = skipSpace(bytes, from: offset, end: bytes.count)
  return word + 4 <= bytes.count && equalsIgnoringCase(bytes, from: word, to: word + 4, "kith")
}
