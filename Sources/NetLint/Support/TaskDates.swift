import NetModel
import NetSyntax

/// The day a task was done: its first `done:`, if that is a valid date with a year, and where it stands.
func doneDate(ofTask node: Int, in file: borrowing ParsedFile) -> (date: CalendarDate, range: ByteRange)? {
  guard let token = file.tree.first(.done, in: file.tree.ownTokens(ofNode: node)) else { return nil }
  let range = file.tree.range(ofToken: token)
  let start = range.start + "done:".utf8.count
  guard let date = CalendarDate(file.bytes.span.extracting(start..<range.end)), date.year != nil else { return nil }
  return (date, range)
}
