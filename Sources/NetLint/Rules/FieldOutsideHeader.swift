import NetModel
import NetSyntax

/// field-outside-header: a field that is read as text or as an item.
let fieldOutsideHeader = Rule(
  "field-outside-header", "N112", .warning, page: PackageResources.field_outside_header_md,
  .nodes([.record]) { file, checked, findings in
    guard let index = checked.record else { return }
    let record = file.facts.records[index]
    var search = LostFields(record: index, kind: record.kind, above: .header)
    var node = record.notes.lowerBound
    var isFirst = true
    while node < record.notes.upperBound {
      let kind = file.tree.kind(ofNode: node)
      let start = file.tree.range(ofNode: node).start
      if kind != .comment, search.above != .text, !standsBelowText(file.bytes.span, at: start) {
        if search.above == .header, !record.hasFields, kind == .paragraph {
          reportOwnKey(file, node, at: start, record, &findings)
        }
        search.above = .text
      }
      switch kind {
      case .comment: break
      case .paragraph: search.look(atParagraph: node, file, &findings)
      case .list: search.look(atList: node, isFirst: isFirst, file, &findings)
      case .file, .preamble, .record, .heading, .meetingHeading, .field, .section, .quote, .fence, .separator,
        .item,
        .foreign:
        search.above = .text
      }
      isFirst = isFirst && kind == .comment
      node = file.tree.end(ofNode: node)
    }
  })

/// The search for lost fields among the notes of one record.
private struct LostFields {
  /// What stands directly above a line.
  enum Above {
    /// The heading or a field.
    case header
    /// A line in the header's place that is reported.
    case foundInHeader
    /// Another line that is reported.
    case found
    case text
  }

  let record: Int
  let kind: RecordKind
  var above: Above

  private var isInHeader: Bool { above == .header || above == .foundInHeader }

  mutating func look(atParagraph node: Int, _ file: borrowing ParsedFile, _ findings: inout Findings) {
    let range = file.tree.range(ofNode: node)
    if !isInHeader, isPlainlyText(file.bytes.span, range) {
      above = .text
      return
    }
    let first = readLine(file.bytes.span, at: range.start)
    if isEmptyHeading(file.bytes.span, first) {
      above = .text
      return
    }
    let beginsInHeader = isInHeader
    if !beginsInHeader, !first.isInColumnZero {
      above = .text  // What is indented further down belongs to the notes above it: the address of what they speak of.
      return
    }
    lookAtLines(ByteRange(range.start, range.end), of: node, file, isFirst: true, beginsInHeader, &findings)
  }

  mutating func look(
    atList node: Int, isFirst: Bool, _ file: borrowing ParsedFile, _ findings: inout Findings
  ) {
    var item = node + 1
    while item < file.tree.end(ofNode: node) {
      let end = file.tree.end(ofNode: item)
      if file.tree.kind(ofNode: item) == .item {
        look(atItem: item, mayHoldFields: isFirst, file, &findings)
        for child in item + 1..<end where isFirst && file.tree.kind(ofNode: child) == .item {
          look(belowItem: child, file, &findings)
        }
      }
      item = end
    }
  }

  private mutating func look(
    atItem node: Int, mayHoldFields: Bool, _ file: borrowing ParsedFile, _ findings: inout Findings
  ) {
    let bytes = file.bytes.span
    let whole = file.tree.range(ofNode: node)
    guard FieldLine.mayStand(bytes, at: startOfText(ofItem: node, in: file), end: whole.end),
      case let line = readLine(bytes, at: whole.start),
      case let text = skipSpace(bytes, from: line.lead + 1, end: line.contentEnd),
      let field = plausibleField(bytes, at: text, end: line.contentEnd)
    else {
      above = .text
      if mayHoldFields { look(belowItem: node, file, &findings) }
      return
    }
    report(field, line, file, node, upTo: line.next, mayFix: whole.end == line.next, &findings)
    let own = file.tree.range(ofToken: file.tree.ownTokens(ofNode: node).upperBound - 1).end
    lookAtLines(ByteRange(line.next, max(line.next, own)), of: node, file, isFirst: false, false, &findings)
    if own < whole.end { above = .text }
  }

  /// Looks at the further lines of an item in the first list, which takes fields in column 0 for its own.
  private mutating func look(
    belowItem node: Int, _ file: borrowing ParsedFile, _ findings: inout Findings
  ) {
    let bytes = file.bytes.span
    let own = file.tree.range(ofTokens: file.tree.ownTokens(ofNode: node))
    above = .text
    if findLineFeed(bytes, from: own.start) + 1 >= own.end { return }
    var line = readLine(bytes, at: own.start)
    while line.next < own.end {
      line = readLine(bytes, at: line.next)
      if isComment(bytes, line) { continue }
      if isEmptyHeading(bytes, line) { break }
      guard line.isInColumnZero, let field = plausibleField(bytes, at: line.lead, end: line.contentEnd),
        field.isWellFormed
      else {
        above = .text
        continue
      }
      if above == .found { continue }
      report(field, line, file, node, upTo: own.end, mayFix: true, &findings)
    }
    above = .text
  }

  /// Whether a paragraph begins with what is neither a field nor a comment, as nearly all do.
  private func isPlainlyText(_ bytes: Span<UInt8>, _ paragraph: ByteRange) -> Bool {
    let first = bytes[paragraph.start]
    return first < 0x80 && first != UInt8(ascii: "/")
      && !FieldLine.mayStand(bytes, at: paragraph.start, end: paragraph.end)
  }

  /// Behind the bullet of an item, and the blanks there.
  private func startOfText(ofItem node: Int, in file: borrowing ParsedFile) -> Int {
    let tokens = file.tree.tokens(ofNode: node)
    var bullet = tokens.lowerBound
    while bullet < tokens.upperBound - 1, file.tree.kind(ofToken: bullet) != .bullet { bullet += 1 }
    return skipSpace(file.bytes.span, from: file.tree.start(ofToken: bullet + 1), end: file.bytes.count)
  }

  /// Whether a line is an empty heading; what stands below it was meant for another record.
  private func isEmptyHeading(_ bytes: Span<UInt8>, _ line: Line) -> Bool {
    line.lead < line.contentEnd && bytes[line.lead] == UInt8(ascii: "#")
      && skipSpace(bytes, from: line.lead + 1, end: line.contentEnd) >= line.contentEnd
  }

  /// Looks at lines of text: the first of a paragraph, those below a line that is reported, and all in a paragraph
  /// that begins in the header's place.
  private mutating func lookAtLines(
    _ range: ByteRange, of node: Int, _ file: borrowing ParsedFile, isFirst: Bool, _ beginsInHeader: Bool,
    _ findings: inout Findings
  ) {
    let bytes = file.bytes.span
    var offset = range.start
    var isFirst = isFirst
    while offset < range.end, isFirst || beginsInHeader || above != .text {
      let line = readLine(bytes, at: offset)
      offset = line.next
      if isComment(bytes, line) { continue }
      isFirst = false
      guard let field = plausibleField(bytes, at: line.lead, end: line.contentEnd, mayBeTight: beginsInHeader)
      else {
        if beginsInHeader, isInHeader, report(spacedKeyOf: line, upTo: range.end, bytes, &findings) { continue }
        above = .text
        continue
      }
      // An indented one in the header's place is for stray-indent to report.
      if beginsInHeader, !line.isInColumnZero, field.isWellFormed {
        above = isInHeader ? .foundInHeader : .found
        continue
      }
      // The others of a run come along when its first is mended.
      if field.isWellFormed, above == .found || above == .foundInHeader { continue }
      report(field, line, file, node, upTo: range.end, mayFix: true, &findings)
    }
  }

  private func plausibleField(
    _ bytes: Span<UInt8>, at start: Int, end: Int, mayBeTight: Bool = false
  ) -> FieldLine? {
    guard let field = FieldLine(bytes, at: start, end: end), isInHeader || mayBeTight || !field.isTight,
      field.isPlausible(bytes, on: kind)
    else { return nil }
    // "Met: the opera" is a fine note.
    if field.key == .met, !isInHeader, !bytes[field.value.start].isAsciiDigit { return nil }
    return field
  }

  /// Reports `job title: Head of School`, and `fun fact: plays the oud` with a field below it, which it keeps from the header.
  private mutating func report(
    spacedKeyOf line: Line, upTo end: Int, _ bytes: Span<UInt8>, _ findings: inout Findings
  ) -> Bool {
    guard line.isInColumnZero, let spaced = SpacedKey(bytes, at: line.lead, end: line.contentEnd) else { return false }
    var mended = spaced.knownField(bytes, on: kind)
    if mended == nil, line.next < end {
      let below = readLine(bytes, at: line.next)
      let field = below.isInColumnZero ? FieldLine(bytes, at: below.lead, end: below.contentEnd) : nil
      if let field, field.isWellFormed, field.isPlausible(bytes, on: kind) { mended = spaced.ownField(bytes) }
    }
    guard let mended else { return false }
    let whole = ByteRange(line.start, line.contentEnd)
    findings.report(
      spaced.range, "`\(text(bytes, spaced.range))` is read as text here, not as a field", help: "write `\(mended)`",
      fix: .replace(whole, with: mended, isSafe: false), silencing: whole)
    above = .foundInHeader
    return true
  }

  /// Reports a line that is to be a field.
  ///
  /// - Parameter end: Where the lines end of which those that are fields, too, come along.
  private mutating func report(
    _ field: FieldLine, _ line: Line, _ file: borrowing ParsedFile, _ node: Int, upTo end: Int, mayFix: Bool,
    _ findings: inout Findings
  ) {
    let bytes = file.bytes.span
    let mayFix = mayFix && field.isMissing(inRecord: record, of: file)
    let mended = field.mended(bytes)
    let message = "`\(text(bytes, field.keyRange))` is read as text here, not as a field"
    let whole = ByteRange(line.start, line.contentEnd)
    if isInHeader {
      findings.report(
        field.keyRange, message, help: "write `\(mended)`",
        // Below another one that is reported it would be a continuation, until that one is mended.
        fix: mayFix && above == .header
          ? .replace(
            whole, with: mended,
            isSafe: field.leavesOthersAlone(bytes) && othersAreLeftAlone(by: node, of: file, from: line.next)) : nil,
        silencing: whole)
    } else {
      findings.report(
        field.keyRange, message, help: "move `\(mended)` up to the heading, with no blank line between",
        fix: mayFix ? run(from: field, line, upTo: end, file).moved(to: record, of: file) : nil,
        silencing: whole)
    }
    above = isInHeader ? .foundInHeader : .found
  }

  /// A line that is to be a field with the good fields directly below it that the record has not got yet.
  private func run(
    from first: FieldLine, _ line: Line, upTo end: Int, _ file: borrowing ParsedFile
  ) -> FieldRun {
    let bytes = file.bytes.span
    var run = FieldRun(line, first, bytes)
    var keys: Set = [first.key]
    while run.range.end < end {
      let line = readLine(bytes, at: run.range.end)
      guard line.isInColumnZero, let field = plausibleField(bytes, at: line.lead, end: line.contentEnd),
        field.isWellFormed, keys.insert(field.key).inserted || field.key.isRepeatable,
        field.isMissing(inRecord: record, of: file)
      else { break }
      run.add(line, field, bytes)
    }
    return run
  }
}

/// Reports `note: prefers mornings` as the first line below the blank lines that follow a heading.
private func reportOwnKey(
  _ file: borrowing ParsedFile, _ node: Int, at start: Int, _ record: RecordFacts, _ findings: inout Findings
) {
  let bytes = file.bytes.span
  let line = readLine(bytes, at: start)
  guard record.kind != .page, line.isInColumnZero,
    let keyEnd = scanKey(bytes, at: line.lead, end: line.contentEnd), keyEnd < line.contentEnd,
    bytes[keyEnd] == UInt8(ascii: ":"), blankLength(bytes, at: keyEnd + 1, end: line.contentEnd) > 0,
    !decodeScalar(bytes, at: line.lead, end: keyEnd).scalar.properties.isUppercase,
    !bytes[line.contentEnd - 1].isOne(of: ".!?")
  else { return }
  let key = bytes.extracting(line.lead..<keyEnd)
  guard FieldKey(key) == nil, ItemLabel(key) == nil else { return }
  let above = lineEnd(bytes, from: record.heading.end, withLineFeed: true)
  var isBlank = true
  for offset in above..<line.start where bytes[offset] > Ascii.space { isBlank = false }
  findings.report(
    ByteRange(line.lead, keyEnd),
    "`\(text(bytes, ByteRange(line.lead, keyEnd)))` is read as text here, not as a field",
    help: "remove the blank line above it to make it a field",
    fix: isBlank
      ? Fix(
        isSafe: othersAreLeftAlone(by: node, of: file, from: start), title: "remove the blank line above",
        edits: [TextEdit(range: ByteRange(above, line.start), replacement: "")]) : nil)
}
