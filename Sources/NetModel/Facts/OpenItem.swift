import NetSyntax

/// A labelled item of which it takes the notebook to say whom it is about: an `intro` of fewer than three, or an item
/// without people where the record names more than one or none.
public struct OpenItem: Sendable {
  /// The record it stands in; nil in a preamble.
  public var record: Int?
  /// Its label, and where it stands.
  public var label: ItemLabel
  /// Where the label stands.
  public var range: ByteRange
  /// Who stands in its head or else in the nearest head around it, as an index in ``FileFacts/names``; nil if nobody.
  public var first: Int?
  /// A second one with another name.
  public var second: Int?
}

/// A mention in the heading of a person, group or organisation that is not its handle.
public struct ExtraHandle: Sendable {
  /// The record's index in ``FileFacts/records``.
  public var record: Int
  /// The mention's index in ``FileFacts/mentions``.
  public var mention: Int
  /// Whether a handle stands at the heading's end; this is a second one then.
  public var hasHandle: Bool
  /// The mention with the blank before it, if one stands there.
  public var removal: ByteRange
  /// The heading's text with the mention behind the name; nil where a handle stands there, or it is not certain.
  public var mended: String?
}
