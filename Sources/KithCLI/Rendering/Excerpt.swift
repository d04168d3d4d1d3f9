import KithFiles
import NetSyntax

/// The lines of files that stand between the bars of a full report.
struct Excerpt {
  let style: Style
  /// The columns that a source line may take.
  let limit: Int
  /// The width of the line numbers.
  let numberWidth: Int

  /// A stretch of a line to be underlined.
  struct Mark {
    var range: ByteRange
    /// `^` for what is at fault, `-` for other places, `~` for what a fix puts there.
    var sign: Character
    var role: Style.Role
    var note = ""
  }

  /// `   |`
  var bar: String { style.paint("\(blank) |", .frame) + "\n" }

  /// `  --> people.net:14:9` or, for a further place, `  ::: people.net:3:1`.
  func place(_ place: String, isFirst: Bool) -> String {
    String(repeating: " ", count: numberWidth) + style.paint(isFirst ? "-->" : ":::", .frame)
      + " \(visible(place))\n"
  }

  /// A line with its number and what is underlined in it.
  ///
  /// Marks of the line that lie outside what fits are left out; the first one always is inside.
  func line(
    _ bytes: Span<UInt8>, _ line: ByteRange, masking masked: MaskedRanges, number: Int, marks: [Mark],
    gutter: String = "|"
  ) -> String {
    let focus = marks.first?.range ?? ByteRange(line.start, line.start)
    let shown = ShownLine(bytes, line: line, focus: focus, limit: limit, masking: masked)
    var text = numbered(number, gutter) + (shown.text.isEmpty ? "" : " " + shown.text) + "\n"
    for mark in marks {
      let range = ByteRange(
        max(mark.range.start, line.start), max(min(mark.range.end, line.end), mark.range.start))
      guard let columns = shown.columns(of: range) else { continue }
      let signs = String(repeating: mark.sign, count: columns.count)
      let note = mark.note.isEmpty ? "" : " " + visible(mark.note)
      text += style.paint("\(blank) |", .frame) + " " + String(repeating: " ", count: columns.lowerBound)
      text += style.paint(signs + note, mark.role) + "\n"
    }
    return text
  }

  /// The number of a line whose text is not for everyone who may read along.
  func hiddenLine(number: Int) -> String {
    numbered(number, "|") + " (private: shown on a terminal, or with --private)\n"
  }

  private var blank: String { String(repeating: " ", count: numberWidth) }

  private func numbered(_ number: Int, _ gutter: String) -> String {
    let digits = String(number)
    let padding = String(repeating: " ", count: max(0, numberWidth - digits.utf8.count))
    return style.paint("\(padding)\(digits) \(gutter)", .frame)
  }
}
