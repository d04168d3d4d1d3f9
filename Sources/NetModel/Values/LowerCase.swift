import NetSyntax

/// Unicode's lower case, scalar by scalar, from a table of ours: what a handle is does not depend on the system.
enum LowerCase {
  /// `İ`, the one scalar whose lower case is two, whatever stands around it: `i` and U+0307.
  private static let capitalIWithDot: Unicode.Scalar = "\u{130}"

  /// The lower case of a scalar: itself for most, and for one of them two scalars.
  static func mapping(of scalar: Unicode.Scalar) -> (first: Unicode.Scalar, second: Unicode.Scalar?) {
    if scalar.isASCII {
      return (Unicode.Scalar(TextBytes.lowercased(UInt8(truncatingIfNeeded: scalar.value))), nil)
    }
    switch scalarClass(scalar) {
    case .letter, .mark, .digit, .closingPunctuation: return (scalar, nil)
    // Roman numerals and letters in circles have cases, and are no letters.
    case .capital, .other: break
    }
    if scalar == capitalIWithDot { return ("i", "\u{307}") }
    return (simple(scalar), nil)
  }

  private static func simple(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    let table = LowerCaseData.ranges
    let value = Int(scalar.value)
    var (low, high) = (0, table.count / 10)
    while low < high {
      let middle = (low + high) / 2
      let entry = middle * 10
      let first = table.triple(at: entry)
      if value < first {
        high = middle
      } else if value > table.triple(at: entry + 3) {
        low = middle + 1
      } else {
        guard (value - first) % table[entry + 6] == 0 else { return scalar }
        let lower = table.triple(at: entry + 7) + value - first
        return Unicode.Scalar(UInt32(truncatingIfNeeded: lower)) ?? scalar
      }
    }
    return scalar
  }
}
