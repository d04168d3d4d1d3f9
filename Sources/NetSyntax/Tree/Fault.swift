/// Something the parser noticed and passed over: what, and at which token.
///
/// Faults carry no words. They are worded in one place, when they are shown.
public struct Fault: Hashable, Sendable {
  /// What was noticed.
  public enum Kind: UInt8, Sendable, CaseIterable {
    /// A byte-order mark at the start of a line that is not the file's first with content.
    case misplacedByteOrderMark
    /// Three or more backticks that would open a fence, had it a closer.
    case unclosedFence
    /// A line inside a fence that reads as a record heading.
    case headingInFence
    /// A `#` with nothing behind it.
    case emptyHeading
    /// YAML front matter at the start of the file.
    case frontMatter
    /// An item below more than 32 others.
    case tooDeep
    /// `word:` with an unknown key below the blank lines that follow a heading.
    case fieldAfterBlank
    /// A Pajek network.
    case pajekFile
    /// More bytes than offsets can count; nothing was parsed.
    case tooLarge
  }

  /// What was noticed.
  public var kind: Kind
  /// The token it was noticed at.
  public var token: Int
}
