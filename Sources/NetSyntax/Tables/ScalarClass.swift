/// What a character is to the notation: its general category, as far as it matters.
///
/// It comes from a table of ours and not from the standard library, so that the same notes mean the same on
/// every machine, whichever version of Unicode its system knows. A character newer than the table is `other`.
package enum ScalarClass: UInt8, Sendable {
  /// Anything else, and what is not assigned.
  case other
  /// A letter that is neither upper nor title case: Ll, Lm, Lo.
  case letter
  /// An upper-case or title-case letter: Lu, Lt.
  case capital
  /// A combining mark: Mn, Mc, Me.
  case mark
  /// A decimal digit: Nd.
  case digit
  /// Punctuation that may close what an address stands in: Po, Pe, Pf, Pi.
  case closingPunctuation
}

/// The class of a scalar: two look-ups in a table.
package func scalarClass(_ scalar: Unicode.Scalar) -> ScalarClass {
  guard scalar.value < ScalarClassTable.end else {
    return ScalarClassTable.farMarks.contains(scalar.value) ? .mark : .other
  }
  let value = Int(scalar.value)
  let block = ScalarClassTable.blocks.pair(at: (value >> 8) * 2)
  let pair = ScalarClassTable.classes[(block << 7) | ((value & 0xFF) >> 1)]
  let found = value & 1 == 0 ? pair >> 3 : pair & 7
  return ScalarClass(rawValue: UInt8(truncatingIfNeeded: found)) ?? .other
}
