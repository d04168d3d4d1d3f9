import NetModel
import NetSyntax

/// almost-head: what was meant as a head and is plain text.
let almostHead = Rule(
  "almost-head", "N126", .warning, page: PackageResources.almost_head_md,
  .several([
    .lines([.item, .paragraph], holding: [.label, .startsLikeLabel, .startsWithMark, .startsWithDigit]) {
      file, line, findings in
      if line.node.kind == .item, line.isFirst {
        checkItem(file, line, &findings)
      } else {
        checkText(file, line, &findings)
      }
    },
    .fields(.unknown) { file, field, findings in
      guard field.key == nil, field.recordKind != .page else { return }
      let range = field.keyRange
      guard let label = ItemLabel(file.bytes.span, in: range) else { return }
      let span = ByteRange(range.start, range.end + 1)
      findings.report(
        span, "`\(text(file.bytes.span, span))` is read as a field here, not as the start of a note",
        help: "write `- \(label.name):` below the fields")
    },
  ]))

private func checkItem(_ file: borrowing ParsedFile, _ line: CheckedLine, _ findings: inout Findings) {
  let bytes = file.bytes.span
  // Nearly all labels are good ones.
  if line.signs.contains(.label), let label = file.tree.first(.label, in: line.tokens),
    case let range = file.tree.range(ofToken: label), ItemLabel(bytes, in: range) != nil
  {
    return
  }
  let parts = file.tree.itemParts(ofNode: line.node.node)
  let end = line.text.end
  let found: AlmostHead?
  if let head = parts.head {
    guard let label = parts.label else { return }
    found = slip(
      in: file.tree.range(ofToken: label), headEnd: file.tree.start(ofToken: head.upperBound), bytes)
  } else {
    let start = file.tree.start(ofToken: parts.text.lowerBound)
    guard start < end else { return }
    found = almostHead(bytes, at: start, end: end, lineStart: line.start, isTask: parts.checkbox != nil)
  }
  guard let found else { return }
  let replaced = ByteRange(found.span.start, dashEnd(bytes, from: found.end, end: end) ?? found.end)
  let blank = isBlankOrEnd(bytes, at: replaced.end, end: end) ? "" : " "
  var word = found.end
  while found.isTight, word < end, blankLength(bytes, at: word, end: end) == 0 { word += 1 }
  let mended = found.isTight ? "\(found.head) \(text(bytes, ByteRange(found.end, word)))" : found.head
  findings.report(
    found.span,
    "\(quoted(text(bytes, found.span))) is read as plain text\(found.isTight ? " without a blank behind it" : "")",
    help: "write \(quoted(mended))",
    fix: restOfNameFollows(bytes, from: found.end, end: end)
      ? nil
      : Fix(
        isSafe: false, title: "write `\(found.head)`",
        edits: [TextEdit(range: replaced, replacement: found.head + blank)]))
}

/// The end of the dash in `gave @jun – a book`, which stands for the colon.
private func dashEnd(_ bytes: Span<UInt8>, from start: Int, end: Int) -> Int? {
  let dash = skipSpace(bytes, from: start, end: end)
  guard dash > start, dash < end else { return nil }
  let isHyphen = bytes[dash] == UInt8(ascii: "-")
  guard isHyphen || wideKind(bytes, at: dash, end: end) == .dash else { return nil }
  let dashEnd = dash + (isHyphen ? 1 : 3)
  return blankLength(bytes, at: dashEnd, end: end) > 0 ? dashEnd : nil
}

/// Whether capitalised words lead to a colon, as in `gave @jun Tanaka: a book`: a colon before them would tear a name.
private func restOfNameFollows(_ bytes: Span<UInt8>, from start: Int, end: Int) -> Bool {
  var word = skipSpace(bytes, from: start, end: end)
  while word < end, decodeScalar(bytes, at: word, end: end).scalar.properties.isUppercase {
    let wordEnd = wordEnd(bytes.extracting(0..<end), from: word)
    if bytes[wordEnd - 1] == UInt8(ascii: ":") { return true }
    word = skipSpace(bytes, from: wordEnd, end: end)
  }
  return false
}

/// A head with a label and people, or at the start of a paragraph a label alone, without a bullet or behind a number;
/// either of them on any line, directly behind a bullet.
private func checkText(_ file: borrowing ParsedFile, _ line: CheckedLine, _ findings: inout Findings) {
  let bytes = file.bytes.span
  let (start, end) = (line.text.start, line.text.end)
  let bullet = tightBulletEnd(bytes, at: start, end: end)
  let label = bullet ?? numberEnd(bytes, at: start, end: end) ?? start
  guard let scanned = scanLabel(bytes, at: label, end: end),
    let head = startsWithHead(bytes, at: label, end: end, lineStart: line.start)
  else { return }
  if bullet != nil {
    guard head.people != nil || head.end < end, !isEmphasis(bytes, at: start, end: end) else { return }
  } else if head.people == nil {
    guard line.node.kind == .paragraph, line.isFirst, label == start, head.end < end,
      bytes[start].asciiLowercased == bytes[start]
    else { return }
  }
  let mended = "- " + headText(scanned.label, peopleIn: head.people, bytes)
  let span = ByteRange(bullet == nil ? label : start, head.end)
  let isAlone = line.node.kind == .paragraph && file.tree.tokens(ofNode: line.node.node) == line.tokens
  let lack = bullet == nil ? "a bullet" : "a blank behind the bullet"
  findings.report(
    span, "\(quoted(text(bytes, span))) is read as plain text without \(lack)",
    help: "write `\(mended)`",
    fix: isAlone || bullet != nil ? .replace(ByteRange(start, head.end), with: mended, isSafe: false) : nil)
}

/// Whether a `*` at an offset is no bullet but opens emphasis, which another one closes on its line.
private func isEmphasis(_ bytes: Span<UInt8>, at start: Int, end: Int) -> Bool {
  guard bytes[start] == UInt8(ascii: "*") else { return false }
  var offset = start + 1
  while offset < end, bytes[offset] != UInt8(ascii: "*") { offset += 1 }
  return offset < end
}
