import NetModel
import NetSyntax

/// bidirectional-control: what shows text in another order than the one it is read in.
let bidirectionalControl = Rule(
  "bidirectional-control", "N401", .error, page: PackageResources.bidirectional_control_md,
  .file { file, findings in
    let bytes = file.bytes.span
    var places: [Int: Place] = [:]
    forEachHiddenLine(
      bytes,
      where: { hidden in
        switch hidden.kind {
        case .turn: return true
        case .direction:
          guard let place = place(of: hidden.range, file) else { return false }
          places[hidden.range.start] = place
          return true
        case .joiner, .selector, .mongolian, .tag, .wordBreak, .filler, .markJoiner, .layout, .lineBreak,
          .wrapping, .other:
          return false
        }
      },
      { line in
        let place = places[line.first.range.start]
        let fault =
          place.map { ", which cannot be seen, stands inside \($0.rawValue)" }
          ?? " turns the direction of the text behind it"
        line.report("`\(line.first.code)`\(fault)", bytes, isSafe: false, &findings)
      })
  })

/// What a mark that says a direction must not stand in.
private enum Place: String {
  case handle = "a handle or tag"
  case key = "a key"
  case address = "an address"
}

/// Where one of U+200E, U+200F and U+061C stands; nil where it may.
private func place(of mark: ByteRange, _ file: borrowing ParsedFile) -> Place? {
  let bytes = file.bytes.span
  switch file.tree.kind(ofToken: file.tree.token(at: mark.start)) {
  case .address, .bracketedAddress, .linkAddress: return .address
  // Between marks of the notation, such as a date and what stands behind it.
  case .space: return nil
  default: break
  }
  let end = handleEnd(bytes, from: mark.end)
  let start = handleStart(bytes, from: mark.start)
  guard end > mark.end, start.word < mark.start || start.isBehindMark else { return nil }
  if start.isBehindMark, start.mark > 0, isHandleCharacter(bytes, before: start.mark, start: 0) { return .address }
  if end + 1 < bytes.count, bytes[end] == UInt8(ascii: "@"), handleEnd(bytes, from: end + 1) > end + 1 {
    return .address
  }
  if start.isBehindMark { return start.hasDot ? nil : .handle }
  return isKey(bytes, from: start.word, to: end) ? .key : nil
}

/// The furthest that is looked for the ends of a handle, so that a line without blanks takes no longer than any other.
private let mostBytes = 256

/// The offset behind the handle characters from an offset on, among which dots and what cannot be seen may stand.
private func handleEnd(_ bytes: Span<UInt8>, from start: Int) -> Int {
  var (end, offset) = (start, start)
  while offset < min(bytes.count, start + mostBytes) {
    let next = decodeScalar(bytes, at: offset, end: bytes.count)
    offset += next.length
    if isHandleCharacter(next.scalar) {
      end = offset
    } else if next.scalar != ".", HiddenCharacter.Kind(next.scalar) == nil {
      break
    }
  }
  return end
}

/// Where the handle characters before an offset start, and whether `@` or `#` stands before them.
private func handleStart(
  _ bytes: Span<UInt8>, from end: Int
) -> (word: Int, mark: Int, isBehindMark: Bool, hasDot: Bool) {
  var start = end
  var hasDot = false
  while start > max(0, end - mostBytes) {
    let before = decodeScalar(bytes, before: start, start: 0)
    if before.scalar == "@" || before.scalar == "#" { return (start, start - 1, true, hasDot) }
    guard isHandleCharacter(before.scalar) || before.scalar == "." || HiddenCharacter.Kind(before.scalar) != nil
    else { break }
    hasDot = hasDot || before.scalar == "."
    start -= before.length
  }
  return (start, start, false, hasDot)
}

private func isHandleCharacter(_ scalar: Unicode.Scalar) -> Bool {
  scalar.isLetter || scalar.isDigit || scalar.isMark || scalar == "-" || scalar == "_"
}

/// Whether a range at a line's start is a known key with a colon behind, but for what cannot be seen in it.
private func isKey(_ bytes: Span<UInt8>, from start: Int, to end: Int) -> Bool {
  guard start == 0 || bytes[start - 1] == UInt8(ascii: "\n"), end < bytes.count,
    bytes[end] == UInt8(ascii: ":")
  else { return false }
  let letters = (start..<end).map { bytes[$0] }.filter { $0 < 0x80 }
  return FieldKey(letters.span) != nil
}
