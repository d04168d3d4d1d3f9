/// Counts the columns that text takes on a terminal, scalar by scalar.
///
/// Widths follow Unicode's tables. Emoji made of several scalars take two columns together, as terminals of
/// today show them.
struct ColumnCounter {
  /// The columns of the last scalar that took some, and what may still be joined to it.
  private var lastWidth = 0
  private var isEmoji = false
  private var isJoined = false

  /// The columns that `scalar` adds behind those counted before.
  mutating func width(of scalar: Unicode.Scalar) -> Int {
    let value = scalar.value
    if value < 0x300 {
      lastWidth = 1
      // A digit, `#` or `*` is one with a variation selector behind it.
      isEmoji = value < 0x3A || value >= 0xA9
      isJoined = false
      return 1
    }
    if value == 0x200D {
      isJoined = isEmoji && lastWidth == 2
      return 0
    }
    if value == 0xFE0F {
      guard isEmoji, lastWidth == 1 else { return 0 }
      lastWidth = 2
      return 1
    }
    if isEmoji, isJoined || (0x1F3FB...0x1F3FF).contains(value) {
      isJoined = false
      return 0
    }
    isJoined = false
    if holds(zeroWidthRanges, value) { return 0 }
    lastWidth = holds(wideRanges, value) ? 2 : 1
    isEmoji = (0x203C...0x3299).contains(value) || value >= 0x1_F000 && value < 0x2_0000
    return lastWidth
  }

  /// Whether the ranges, given by their first and last values in turn, hold `value`.
  private func holds(_ ranges: [UInt32], _ value: UInt32) -> Bool {
    var low = 0
    var high = ranges.count / 2
    while low < high {
      let middle = (low + high) / 2
      if ranges[2 * middle + 1] < value { low = middle + 1 } else { high = middle }
    }
    return low < ranges.count / 2 && ranges[2 * low] <= value
  }
}
