import NetModel
import NetSyntax

/// bidirectional-control: what shows text in another order than the one it is read in.
let bidirectionalControl = Rule(
  "bidirectional-control", "N401", .error, page: PackageResources.bidirectional_control_md,
  .file(holding: .hidden) { file, findings in
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
  let token = file.tree.token(at: mark.start)
  switch file.tree.kind(ofToken: token) {
  case .address, .bracketedAddress, .linkAddress:
    return holdsWord(bytes, ByteRange(mark.end, file.tree.range(ofToken: token).end)) ? .address : nil
  // Between marks of the notation, such as a date and what stands behind it.
  case .space: return nil
  default: break
  }
  let start = handleStart(bytes, from: mark.start)
  let end = handleEnd(bytes, from: mark.end, isInTag: start.opener == "#")
  guard end > mark.end, start.word < mark.start || start.opener != nil else { return nil }
  if end + 1 < bytes.count, bytes[end] == UInt8(ascii: "@"), handleEnd(bytes, from: end + 1, isInTag: false) > end + 1 {
    return .address
  }
  guard let opener = start.opener else {
    if isKey(bytes, from: start.word, to: end) { return .key }
    return isInTags(mark.start, file) ? .handle : nil
  }
  if opener == "@", start.hasSlash { return nil }
  if isHandleCharacter(bytes, before: start.word - 1, start: 0) {
    let holdsDot = find(UInt8(ascii: "."), bytes, from: start.word, to: end) < end
    // Behind letters that are not ASCII, as in `ל@mira`, mentions and tags open too.
    if bytes[start.word - 2] < 0x80 || holdsDot { return opener == "@" ? .address : nil }
  }
  return start.hasDot ? nil : .handle
}

/// Whether an offset lies in the value of `tags`, where a tag needs no `#`.
private func isInTags(_ offset: Int, _ file: borrowing ParsedFile) -> Bool {
  // The last node that starts before it: a field holds no others.
  var (low, high) = (0, file.tree.nodeCount)
  while low < high {
    let middle = (low + high) / 2
    if file.tree.range(ofNode: middle).start <= offset { low = middle + 1 } else { high = middle }
  }
  guard low > 0, file.tree.kind(ofNode: low - 1) == .field else { return false }
  let key = file.tree.range(ofToken: file.tree.fieldParts(ofNode: low - 1).key)
  return key.end <= offset && FieldKey(file.bytes.span, in: key) == .tags
}

/// Whether a letter, digit or mark stands in a range, or the range is too long to tell.
private func holdsWord(_ bytes: Span<UInt8>, _ range: ByteRange) -> Bool {
  var offset = range.start
  while offset < min(range.end, range.start + mostBytes) {
    let next = decodeScalar(bytes, at: offset, end: range.end)
    if isHandleCharacter(next.scalar) { return true }
    offset += next.length
  }
  return offset < range.end
}

/// The furthest that is looked for the ends of a handle, so that a line without blanks takes no longer than any other.
private let mostBytes = 256

/// The offset behind the handle characters from an offset on, among which dots and what cannot be seen may stand, and
/// slashes in a tag.
private func handleEnd(_ bytes: Span<UInt8>, from start: Int, isInTag: Bool) -> Int {
  var (end, offset) = (start, start)
  while offset < min(bytes.count, start + mostBytes) {
    let next = decodeScalar(bytes, at: offset, end: bytes.count)
    offset += next.length
    if isHandleCharacter(next.scalar) {
      end = offset
    } else if next.scalar != ".", next.scalar != "/" || !isInTag, HiddenCharacter.Kind(next.scalar) == nil {
      break
    }
  }
  return end
}

/// What stands before an offset and belongs to a handle, tag or key there.
private struct HandleStart {
  /// Where it starts, behind its `@` or `#`.
  var word: Int
  /// The `@` or `#` before it.
  var opener: Unicode.Scalar?
  var hasDot = false
  var hasSlash = false
}

private func handleStart(_ bytes: Span<UInt8>, from end: Int) -> HandleStart {
  var start = HandleStart(word: end)
  // Where it starts unless `#` shows slashes to be a tag's.
  var level: Int?
  while start.word > max(0, end - mostBytes) {
    let before = decodeScalar(bytes, before: start.word, start: 0)
    if before.scalar == "@" || before.scalar == "#" {
      start.opener = before.scalar
      return start
    }
    if before.scalar == "/" {
      start.hasSlash = true
      level = level ?? start.word
    } else if before.scalar == "." {
      start.hasDot = true
    } else if !isHandleCharacter(before.scalar), HiddenCharacter.Kind(before.scalar) == nil {
      break
    }
    start.word -= before.length
  }
  return HandleStart(word: level ?? start.word, hasDot: start.hasDot)
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
