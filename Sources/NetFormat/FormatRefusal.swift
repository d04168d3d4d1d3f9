import NetSyntax

/// Why a file is not formatted, whoever asks for it.
public enum FormatRefusal: Hashable, Sendable {
  /// It is not UTF-8; the first byte that is not stands there.
  case invalidUTF8(Position)
  /// It is a Pajek network, which has the same ending.
  case pajekFile
  /// It holds NUL bytes, so it is no text, or one in UTF-16.
  case nulBytes
  /// Its lines end in carriage returns alone, so all of it is one line.
  case bareReturns

  /// Nil for a file that can be formatted.
  public init?(_ bytes: [UInt8], _ tree: borrowing Tree) {
    if let place = firstInvalid(bytes) {
      self = .invalidUTF8(place)
    } else if tree.faults.first?.kind == .pajekFile {
      self = .pajekFile
    } else if bytes.contains(0) {
      self = .nulBytes
    } else if endsLinesInReturns(bytes.span) {
      self = .bareReturns
    } else {
      return nil
    }
  }

  /// Whether something is wrong with the file, rather than that it is none of notes.
  public var isFault: Bool {
    switch self {
    case .pajekFile: false
    case .invalidUTF8, .nulBytes, .bareReturns: true
    }
  }

  /// One sentence about a file of this name, without a full stop.
  public func message(about name: String) -> String {
    let left = "`\(name)` is left as it is"
    return switch self {
    case .invalidUTF8(let place): "\(left): the byte at line \(place.line), column \(place.column) is not UTF-8"
    case .pajekFile: "\(left): it is a Pajek network, not notes"
    case .nulBytes: "\(left): it holds NUL bytes, which no text does"
    case .bareReturns: "\(left): its lines end in carriage returns alone"
    }
  }

  /// What to do about it.
  public var help: String? {
    switch self {
    case .invalidUTF8: "save it as UTF-8 first; `kith rule invalid-utf8` says more"
    case .pajekFile: nil
    case .nulBytes: "if it is in UTF-16, save it as UTF-8 first"
    case .bareReturns: "save it with LF line ends first"
    }
  }
}

/// Whether all lines of a text end in carriage returns alone, as those of old computers do, so that it is read as one.
package func endsLinesInReturns(_ bytes: Span<UInt8>) -> Bool {
  var end = 0
  while end < bytes.count, bytes[end] != Ascii.lineFeed { end += 1 }
  guard end + 1 >= bytes.count else { return false }
  // Those before the one line feed belong to that line end.
  while end > 0, bytes[end - 1] == Ascii.carriageReturn { end -= 1 }
  return (0..<end).contains { bytes[$0] == Ascii.carriageReturn }
}

/// Where the first byte stands that is not UTF-8.
package func firstInvalid(_ bytes: [UInt8]) -> Position? {
  if isUTF8(bytes.span) { return nil }
  do throws(UTF8.ValidationError) {
    _ = try UTF8Span(validating: bytes.span)
    return nil
  } catch {
    return LineIndex(bytes.span).position(of: error.byteOffsets.lowerBound, in: bytes.span)
  }
}
