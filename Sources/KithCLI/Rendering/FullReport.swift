import KithFiles
import NetLint
import NetSyntax

/// A finding as people read it: the sentence, the line it is about, the other places, and what to type.
struct FullReport {
  let style: Style
  /// The columns of the terminal, or of the page where there is none.
  let width: Int
  /// Whether only the writer reads along, so that private lines may be shown.
  let seesPrivate: Bool

  /// The most places of a fix that are shown, and the most lines of each.
  private static let previewLimit = 4
  /// The most bytes of a line that is shown as a fix would make it: a preview is made of whole lines, and a line may hold
  /// a million findings.
  private static let longestPreview = 1 << 14

  /// Renders `diagnostic`; `open` gives the files it is about.
  func text(_ diagnostic: Diagnostic, _ files: SourceFiles, open: (Int) -> OpenSource) -> String {
    let source = open(diagnostic.file)
    let places = [diagnostic.range] + diagnostic.labels.filter { $0.file == diagnostic.file }.map(\.range)
    let fixEnd = diagnostic.fix?.edits.last?.range.end ?? 0
    var lastLine = places.map { source.lines.line(of: $0.start) }.max() ?? 1
    lastLine = max(lastLine, source.lines.line(of: min(fixEnd, source.bytes.count)))
    for label in diagnostic.labels where label.file != diagnostic.file {
      lastLine = max(lastLine, open(label.file).lines.line(of: label.range.start))
    }
    let excerpt = excerpt(upToLine: lastLine)
    var text = headline(diagnostic)
    text += main(diagnostic, source, files, excerpt)
    for label in diagnostic.labels where !isBeside(label, diagnostic, source) {
      text += excerpt.bar
      text += other(label, open(label.file), files, excerpt, isFirst: false)
    }
    return text + help(diagnostic, source, files, excerpt)
  }

  /// Renders places that are no finding of a rule, each with its line.
  func places(_ labels: [Label], _ files: SourceFiles, open: (Int) -> OpenSource) -> String {
    let lastLine = labels.map { open($0.file).lines.line(of: $0.range.start) }.max() ?? 1
    let excerpt = excerpt(upToLine: lastLine)
    return labels.enumerated().map { index, label in
      other(label, open(label.file), files, excerpt, isFirst: index == 0)
    }.joined(separator: excerpt.bar)
  }

  /// Excerpts with room for line numbers up to one.
  func excerpt(upToLine lastLine: Int) -> Excerpt {
    let numberWidth = String(lastLine).utf8.count
    return Excerpt(style: style, limit: max(40, width - numberWidth - 4), numberWidth: numberWidth)
  }

  private func headline(_ diagnostic: Diagnostic) -> String {
    let rule = diagnostic.rule
    let mark = style.paint("\(rule.severity.rawValue)[\(rule.code)]", rule.severity.role)
    return mark + style.paint(": \(visible(diagnostic.message))", .message) + "\n"
  }

  /// The line at fault, with the marks of other places in that same line below it.
  private func main(
    _ diagnostic: Diagnostic, _ source: OpenSource, _ files: SourceFiles, _ excerpt: Excerpt
  ) -> String {
    var text = excerpt.place(source.place(diagnostic.range), isFirst: true) + excerpt.bar
    let number = source.lines.line(of: diagnostic.range.start)
    if isHidden(number, of: source, diagnostic.file, diagnostic.range, files) {
      return text + excerpt.hiddenLine(number: number)
    }
    var marks = [Excerpt.Mark(range: diagnostic.range, sign: "^", role: diagnostic.rule.severity.role)]
    for label in diagnostic.labels where isBeside(label, diagnostic, source) {
      marks.append(Excerpt.Mark(range: label.range, sign: "-", role: .frame, note: label.message))
    }
    text += excerpt.line(
      source.bytes.span, source.lines.lineRange(number), masking: source.masked, number: number, marks: marks)
    return text
  }

  private func other(
    _ label: Label, _ source: OpenSource, _ files: SourceFiles, _ excerpt: Excerpt, isFirst: Bool
  ) -> String {
    let number = source.lines.line(of: label.range.start)
    let text = excerpt.place(source.place(label.range), isFirst: isFirst) + excerpt.bar
    if isHidden(number, of: source, label.file, label.range, files) { return text + excerpt.hiddenLine(number: number) }
    let mark = Excerpt.Mark(range: label.range, sign: "-", role: .frame, note: label.message)
    return text
      + excerpt.line(
        source.bytes.span, source.lines.lineRange(number), masking: source.masked, number: number, marks: [mark])
  }

  /// Whether a further place is in the very line at fault, near enough to be shown with it.
  private func isBeside(_ label: Label, _ diagnostic: Diagnostic, _ source: OpenSource) -> Bool {
    guard label.file == diagnostic.file else { return false }
    let line = source.lines.line(of: diagnostic.range.start)
    guard line == source.lines.line(of: label.range.start) else { return false }
    return source.lines.lineRange(line).count <= width / 2
      || abs(label.range.start - diagnostic.range.start) < width / 4
  }

  /// Whether a line is not for everyone: it is private, or what a private record is called stands in it.
  private func isHidden(
    _ line: Int, of source: OpenSource, _ file: Int, _ range: ByteRange, _ files: SourceFiles
  ) -> Bool {
    if seesPrivate { return false }
    return files.isPrivate(file, range) || source.namesSomebodyPrivate(inLine: line, files)
  }

  private func help(
    _ diagnostic: Diagnostic, _ source: OpenSource, _ files: SourceFiles, _ excerpt: Excerpt
  ) -> String {
    guard let words = diagnostic.help ?? diagnostic.fix?.title else { return "" }
    var text = style.paint("help", .help) + ": \(visible(words))\n"
    guard let fix = diagnostic.fix else { return text }
    let touched = fix.edits.flatMap { source.lines.line(of: $0.range.start)...source.lines.line(of: $0.range.end) }
    if touched.contains(where: { source.lines.lineRange($0).count > Self.longestPreview }) { return text }
    if touched.contains(where: { isHidden($0, of: source, diagnostic.file, diagnostic.range, files) }) { return text }
    let previews = FixPreview.all(of: fix.edits, in: source)
    for preview in previews.prefix(Self.previewLimit) {
      let lines = lines(preview, source, excerpt)
      // Of a line end there is nothing to be seen.
      if !lines.isEmpty { text += excerpt.bar + lines }
    }
    if previews.count > Self.previewLimit {
      text += excerpt.bar
      text += "and \(previews.count - Self.previewLimit) more places\n"
    }
    return text
  }

  private func lines(_ preview: FixPreview, _ source: OpenSource, _ excerpt: Excerpt) -> String {
    preview.old.count == preview.new.count && preview.old.count <= Self.previewLimit
      ? changedLines(preview, source, excerpt) : exchangedLines(preview, source, excerpt)
  }

  /// Lines that stay lines: as they will be, with what is new underlined.
  private func changedLines(_ preview: FixPreview, _ source: OpenSource, _ excerpt: Excerpt) -> String {
    var text = ""
    for (index, line) in preview.new.enumerated() {
      let old = preview.old[index]
      if source.bytes[old.start..<old.end].elementsEqual(preview.newText[line.start..<line.end]) { continue }
      let marks = preview.inserted.filter { !$0.isEmpty && $0.start <= line.end && $0.end >= line.start }
      text += excerpt.line(
        preview.newText.span, line, masking: preview.masked, number: preview.firstLine + index,
        marks: marks.map { Excerpt.Mark(range: $0, sign: "~", role: .help) })
    }
    return text
  }

  /// Lines that come or go: those that were behind `-`, those that will be behind `+`.
  private func exchangedLines(_ preview: FixPreview, _ source: OpenSource, _ excerpt: Excerpt) -> String {
    func same(_ old: ByteRange, _ new: ByteRange) -> Bool {
      source.bytes[old.start..<old.end].elementsEqual(preview.newText[new.start..<new.end])
    }
    var old = preview.old[...]
    var new = preview.new[...]
    while let first = old.first, let other = new.first, same(first, other) {
      old = old.dropFirst()
      new = new.dropFirst()
    }
    while let last = old.last, let other = new.last, same(last, other) {
      old = old.dropLast()
      new = new.dropLast()
    }
    var text = ""
    for index in old.indices.prefix(Self.previewLimit) {
      text += excerpt.line(
        source.bytes.span, old[index], masking: source.masked, number: preview.firstLine + index, marks: [], gutter: "-"
      )
    }
    for index in new.indices.prefix(Self.previewLimit) {
      text += excerpt.line(
        preview.newText.span, new[index], masking: preview.masked, number: preview.firstLine + index, marks: [],
        gutter: "+")
    }
    let left = max(old.count, new.count) - Self.previewLimit
    return left > 0 ? text + "and \(left) more lines\n" : text
  }
}
