import KithFiles
import NetLint
import NetSyntax

extension FullReport {
  /// Renders a mistake in a configuration as a finding is: the sentence, the line, and what to write instead.
  func text(_ mistake: ConfigurationMistake, in source: OpenSource) -> String {
    let line = source.lines.line(of: mistake.range.start)
    let place = mistake.label.map { source.lines.line(of: $0.range.start) }
    let excerpt = excerpt(upToLine: max(line, place ?? line))
    var marks = [Excerpt.Mark(range: mistake.range, sign: "^", role: .error)]
    var further = ""
    if let label = mistake.label, let place {
      let mark = Excerpt.Mark(range: label.range, sign: "-", role: .frame, note: label.message)
      if place == line {
        marks.append(mark)
      } else {
        further = excerpt.bar + excerpt.place(source.place(label.range), isFirst: false) + excerpt.bar
        further += excerpt.line(source, place, marks: [mark])
      }
    }
    var text = style.paint("error", .error) + style.paint(": \(visible(mistake.message))", .message) + "\n"
    text += excerpt.place(source.place(mistake.range), isFirst: true) + excerpt.bar
    text += excerpt.line(source, line, marks: marks) + further
    if let help = mistake.help { text += style.paint("help", .help) + ": \(visible(help))\n" }
    return text
  }
}

extension Excerpt {
  /// A line of a file by its number.
  fileprivate func line(_ source: OpenSource, _ number: Int, marks: [Mark]) -> String {
    line(source.bytes.span, source.lines.lineRange(number), masking: source.masked, number: number, marks: marks)
  }
}

extension Console {
  /// Shows what is wrong with a configuration, on standard error.
  mutating func show(_ broken: BrokenConfiguration) {
    let files = SourceFiles(
      path: { _ in ShownPath(broken.shown) }, bytes: { _ in broken.bytes }, isPrivate: { _, _ in false },
      secrets: ShownSecrets(in: [broken.bytes]))
    let source = OpenSource(0, of: files)
    let report = FullReport(style: errStyle, width: err.width ?? Reporter.pageWidth, seesPrivate: err.isTerminal)
    out.flush()
    note(trouble: "`\(broken.shown.shown)` has mistakes in it, so the notes that it is for were not checked")
    for (index, mistake) in broken.error.mistakes.enumerated() {
      err.write((index > 0 ? "\n" : "") + report.text(mistake, in: source))
    }
    let further = broken.error.furtherCount
    if further > 0 {
      let mistakes = Tally.number(further, "more mistake")
      err.write("\n")
      err.writeLine(visible("\(mistakes) in `\(broken.shown.shown)` \(further == 1 ? "is" : "are") not listed"))
    }
  }
}
