import KithFiles
import NetLint
import NetSyntax

extension Console {
  /// Writes a diff: as it is where a program reads along, in colours and with controls made visible for people.
  mutating func write(_ diff: UnifiedDiff) {
    let style = outStyle
    guard out.isTerminal || style.isColoured else {
      out.write(diff.bytes.span)
      return
    }
    for line in diff.lines {
      let text = visibleButTabs(diff.bytes[line.range])
      out.writeLine(line.kind.role.map { style.paint(text, $0) } ?? text)
    }
  }

  /// Writes a text that is for programs: to the byte for them, and with controls made visible where it would steer a
  /// terminal.
  mutating func writeText(_ bytes: [UInt8]) {
    guard out.isTerminal else {
      out.write(bytes.span)
      return
    }
    let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    out.write(lines.map(visibleButTabs).joined(separator: "\n"))
  }

  /// Writes what edits change in some files of a notebook, by their numbers, with secrets masked.
  mutating func showDiffs(of edits: [Int: [TextEdit]], in files: [LintedNotebook.File], _ found: FoundNotebook) {
    var maskedLines = 0
    for (number, edits) in edits.sorted(by: { $0.key < $1.key }) where out.failure == nil {
      let diff = UnifiedDiff(
        maskingSecretsOf: files[number].bytes, applying: edits, name: found.files[number].shown.bytes)
      write(diff)
      maskedLines += diff.maskedLineCount
    }
    noteMasked(maskedLines)
  }

  /// Says that a diff cannot be applied, if some of its lines have a secret masked.
  mutating func noteMasked(_ lines: Int) {
    if lines == 0 { return }
    out.flush()
    note(
      "\(Tally.number(lines, "line")) of the diff \(lines == 1 ? "has" : "have") a secret masked, so it cannot be applied"
    )
  }
}

/// A line with escapes for whatever a terminal would hide or obey, tabs aside.
private func visibleButTabs(_ line: ArraySlice<UInt8>) -> String {
  line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
    .map { visible(Array($0).span) }.joined(separator: "\t")
}

extension UnifiedDiff.LineKind {
  /// How lines of this kind are set off.
  fileprivate var role: Style.Role? {
    switch self {
    case .header: .message
    case .hunk: .info
    case .removed: .error
    case .added: .help
    case .context, .note: nil
    }
  }
}
