import NetSyntax

/// Running text with what is marked in it.
public struct RunningText: Sendable, Hashable {
  /// The text as written, marks included, lines joined by line feeds.
  public var text = ""
  /// The handles mentioned, each once, in order of first appearance: canonical where they resolve, and in lower case as
  /// written where they don't.
  public var mentions: [String] = []
  /// The tags, each once, in order of first appearance, in lower case.
  public var tags: [String] = []
  /// The addresses, each once, in order of first appearance.
  public var links: [String] = []
}

/// One note of a record or a preamble.
public enum Note: Sendable, Hashable {
  /// Consecutive lines of text.
  case paragraph(TextNote)
  /// Lines that start with `>`.
  case quote(TextNote)
  /// A heading inside a record's notes, of level 2 to 6.
  case section(TextNote, level: Int)
  /// A code fence.
  case code(CodeNote)
  /// An item at depth 0, with its children.
  case item(Item)
}

/// A paragraph, a quote or a section heading.
public struct TextNote: Sendable, Hashable {
  /// What it says.
  public var content: RunningText
  /// Whether it is private, for its own or its section's sake.
  public var isPrivate: Bool
}

/// A code fence.
public struct CodeNote: Sendable, Hashable {
  /// What stands behind the opening fence; empty where nothing does.
  public var info: String
  /// The lines inside, verbatim, joined by line feeds.
  public var text: String
  /// Whether it is private, for its section's or an item's sake.
  public var isPrivate: Bool
}

/// One item of a list.
public struct Item: Sendable, Hashable {
  /// Whether a promise is open, done or dropped; nil if the item is no task.
  public var task: TaskState?
  /// What the item says it is.
  public var label: ItemLabel?
  /// The day it starts with.
  public var date: CalendarDate?
  /// The handles of whom it is about: those of its head, else by context. Empty for tasks.
  public var people: [String] = []
  /// Whether `people` stand in the item's own head.
  public var hasPeopleInHead = false
  /// The handles of who owes a task.
  public var owners: [String] = []
  /// The handles of who made an introduction; empty where unknown.
  public var introducers: [String] = []
  /// What it says, without the head, the checkbox and the leading date.
  public var content = RunningText()
  /// When a task is due.
  public var due: CalendarDate?
  /// When a task was done.
  public var done: CalendarDate?
  /// Whether it is private, for its own or an enclosing item's or section's sake.
  public var isPrivate = false
  /// The items below it.
  public var items: [Item] = []
  /// Where it stands in the file, its children included.
  public var range: ByteRange

  /// Whether `people` belong to what the item says: it has a label, a date or a head.
  public var tellsPeople: Bool { task == nil && (label != nil || date != nil || hasPeopleInHead) }

  /// Whether the item, on a person's record, is a contact with its people on its day.
  public var isContact: Bool {
    guard date != nil, task == nil || task == .done else { return false }
    return label?.tellsOfContact ?? true
  }
}
