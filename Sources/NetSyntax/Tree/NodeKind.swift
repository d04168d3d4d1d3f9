/// What a node of the tree is.
///
/// ```
/// file ─┬─ preamble ── block…
///       └─ record ─┬─ comment…
///                  ├─ heading | meetingHeading
///                  ├─ field…
///                  └─ block…      block = section | paragraph | quote | fence | separator | comment | list
///                                 list ── item ── item…
/// ```
/// Comments may stand inside any of them but headings, sections and fences. Blank lines have no node.
public enum NodeKind: UInt8, BitwiseCopyable, Sendable, CaseIterable {
  case file
  /// What stands before the first record.
  case preamble
  /// A record heading and all up to the next one, with the comments directly above.
  case record
  /// The heading of a person, group, organisation or page.
  case heading
  /// A heading that starts with a digit.
  case meetingHeading
  /// A field with its continuations.
  case field
  case section
  case paragraph
  case quote
  case fence
  case separator
  case list
  /// An item: its own lines first, then its children.
  case item
  case comment
  /// A file of another kind, such as a Pajek network.
  case foreign
}
