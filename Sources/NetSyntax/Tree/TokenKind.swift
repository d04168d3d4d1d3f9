/// What a token is. Tokens cover the file without gaps: each ends where the next one starts.
public enum TokenKind: UInt8, BitwiseCopyable, Sendable, CaseIterable {
  /// LF with the CRs directly before it, or the CRs at the end of the file.
  case lineEnd
  /// A run of blanks and implicit directional marks that separates other tokens.
  case space
  /// A byte-order mark at the start of a line.
  case byteOrderMark
  /// A whole comment line, from `//` to the line's end.
  case comment

  /// `#` of a record heading.
  case recordMark
  /// `##` to `######` of a section heading.
  case sectionMark
  /// `-`, `*` or `+` of an item.
  case bullet
  /// `[ ]`, `[x]` or `[-]` behind a bullet.
  case checkbox
  /// `>` of a quote.
  case quoteMark
  /// `---` or longer on a line of its own.
  case separator
  /// The backticks that open or close a code fence.
  case fenceMark
  /// The text behind an opening fence.
  case fenceInfo
  /// A line inside a code fence, whole.
  case code

  /// A field's key.
  case key
  /// The colon behind a field's key, or directly behind a leading date or time.
  case colon
  /// The word in a label's place in a head. Whether it is a label is for the model to say.
  case label
  /// A comma, `&` or `+` between the people of a head.
  case joiner
  /// The colon that ends a head.
  case headColon
  /// What is shaped like a date at the start of a heading, or is one at the start of an item.
  case date
  /// What is shaped like a time, or two, behind the date of a heading.
  case time

  /// Running text.
  case text
  /// `@handle`.
  case mention
  /// `#tag`.
  case tag
  /// A bare address, `https://…` or `mailto:…`.
  case address
  /// An address in angle brackets, brackets included.
  case bracketedAddress
  /// A code span, backticks included.
  case codeSpan
  /// `[` of a link.
  case linkOpen
  /// `](` of a link.
  case linkMiddle
  /// The address of a link.
  case linkAddress
  /// `)` of a link.
  case linkClose
  /// A backslash and what it escapes.
  case escape
  /// `due:` with the date-shaped text behind it.
  case due
  /// `done:` with the date-shaped text behind it.
  case done

  /// A line of a file that is no notation at all, whole.
  case foreign
}
