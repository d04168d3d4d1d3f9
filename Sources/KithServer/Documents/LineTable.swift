import NetLint
import NetSyntax

/// In what the protocol counts the characters of a line.
enum PositionEncoding: String, Sendable {
  case utf8 = "utf-8"
  case utf16 = "utf-16"
}

/// A place in a text as the protocol has it: a line, and code units before it in that line, both from 0.
struct TextPlace: Hashable, Comparable, Sendable {
  var line: Int
  var character: Int

  static func < (left: TextPlace, right: TextPlace) -> Bool {
    (left.line, left.character) < (right.line, right.character)
  }
}

/// The lines of a text, to turn places of the protocol into byte offsets and back.
///
/// Here lines end at a line feed, a carriage return, or both in a row (section "Text Documents"), while in the notation they
/// end at line feeds only.
///
///     starts   0     12      40 …   one for each line; a line end at the end opens one more, empty line
///     marks    0   1021    2040 …   UTF-16 units before each multiple of `markDistance`; none if they are bytes
///
/// The marks keep a place cheap to find in a text that is a single line.
struct LineTable: Sendable {
  private var starts: [UInt32] = [0]
  private var marks: [UInt32] = []
  private let byteCount: Int

  private static let markDistance = 1024

  init(_ bytes: [UInt8], _ encoding: PositionEncoding) {
    byteCount = bytes.count
    starts.reserveCapacity(bytes.count / 40 + 2)
    var isASCII = true
    for (offset, byte) in bytes.enumerated() where byte < 0x0E || byte >= 0x80 {
      if byte == Ascii.lineFeed || (byte == Ascii.carriageReturn && !bytes.holds(Ascii.lineFeed, at: offset + 1)) {
        starts.append(UInt32(offset + 1))
      } else if byte >= 0x80 {
        isASCII = false
      }
    }
    if encoding == .utf16, !isASCII { countMarks(bytes) }
  }

  /// The byte offset of a place; behind the end of a line it is that of the line end, and behind the last line that of the
  /// end of the text. Inside a character it is that of the character.
  func offset(of place: TextPlace, in bytes: [UInt8]) -> Int {
    guard place.line < starts.count else { return byteCount }
    let start = Int(starts[place.line])
    let end = endOfText(ofLine: place.line, in: bytes)
    // No line has more code units than bytes.
    let character = min(place.character, end - start)
    var offset =
      marks.isEmpty ? start + character : self.offset(ofUnit: units(before: start, in: bytes) + character, bytes)
    offset = min(offset, end)
    while offset > start, bytes.holds(offset), bytes[offset] & 0xC0 == 0x80 { offset -= 1 }
    return offset
  }

  /// The place of a byte offset; inside a line end it is where that begins.
  func place(of offset: Int, in bytes: [UInt8]) -> TextPlace {
    let line = line(of: offset)
    let start = Int(starts[line])
    let offset = max(start, min(offset, endOfText(ofLine: line, in: bytes)))
    let character = marks.isEmpty ? offset - start : units(before: offset, in: bytes) - units(before: start, in: bytes)
    return TextPlace(line: line, character: character)
  }

  /// The line, from 0, that an offset is in.
  private func line(of offset: Int) -> Int {
    starts.partitioned { Int($0) <= offset } - 1
  }

  /// The end of a line, without its line end.
  private func endOfText(ofLine line: Int, in bytes: [UInt8]) -> Int {
    guard line + 1 < starts.count else { return byteCount }
    let end = Int(starts[line + 1]) - 1
    let isPair = bytes[end] == Ascii.lineFeed && end > Int(starts[line]) && bytes[end - 1] == Ascii.carriageReturn
    return isPair ? end - 1 : end
  }

  private mutating func countMarks(_ bytes: [UInt8]) {
    marks.reserveCapacity(bytes.count / Self.markDistance + 1)
    marks.append(0)
    var total = 0
    var mark = Self.markDistance
    while mark <= bytes.count {
      total += countUnits(bytes[(mark - Self.markDistance)..<mark])
      marks.append(UInt32(total))
      mark += Self.markDistance
    }
  }

  private func units(before offset: Int, in bytes: [UInt8]) -> Int {
    let mark = offset / Self.markDistance
    return Int(marks[mark]) + countUnits(bytes[(mark * Self.markDistance)..<offset])
  }

  /// The offset at which a unit begins; of the second of a pair that of a byte inside its character.
  private func offset(ofUnit unit: Int, _ bytes: [UInt8]) -> Int {
    let mark = marks.partitioned { Int($0) <= unit } - 1
    var offset = mark * Self.markDistance
    var units = Int(marks[mark])
    while offset < bytes.count {
      let width = unitCount(bytes[offset])
      if units + width > unit, width > 0 { return offset }
      units += width
      offset += 1
    }
    return offset
  }
}

/// The UTF-16 units of some UTF-8, each character counted where it begins.
private func countUnits(_ bytes: ArraySlice<UInt8>) -> Int {
  bytes.reduce(0) { $0 + unitCount($1) }
}

private func unitCount(_ byte: UInt8) -> Int { byte & 0xC0 == 0x80 ? 0 : byte < 0xF0 ? 1 : 2 }

extension [UInt8] {
  fileprivate func holds(_ offset: Int) -> Bool { offset < count }
  fileprivate func holds(_ byte: UInt8, at offset: Int) -> Bool { offset < count && self[offset] == byte }
}
