/// The scalars that never reach a terminal as they are: controls, marks that turn the direction of text, and
/// others that cannot be seen.
///
/// The zero-width joiners (U+200C, U+200D) and variation selectors are not among them: scripts and emoji need
/// them.
private let unseenRanges: [ClosedRange<UInt32>] = [
  0x00...0x1F, 0x7F...0x9F, 0xAD...0xAD, 0x61C...0x61C, 0x180E...0x180E, 0x200B...0x200B, 0x200E...0x200F,
  0x2028...0x202E, 0x2060...0x206F, 0x3164...0x3164, 0xFEFF...0xFEFF, 0xFFA0...0xFFA0, 0xFFF9...0xFFFB,
  0x1_D173...0x1_D17A, 0xE_0000...0xE_007F,
]

/// Whether `scalar` is written as an escape wherever people read it.
public func isUnseen(_ scalar: Unicode.Scalar) -> Bool {
  let value = scalar.value
  if value < 0xAD { return value < 0x20 || (0x7F...0x9F).contains(value) }
  return unseenRanges.contains { $0.contains(value) }
}
