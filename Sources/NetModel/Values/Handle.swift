/// The name by which a record is mentioned, without its `@`.
///
/// Two handles are equal if they are the same but for letter case and for what Unicode holds canonically
/// equivalent: `@josé` with one scalar or two for its `é`, `@ΝΊΚΟΣ` and `@νίκος`.
public struct Handle: Sendable, Hashable, CustomStringConvertible {
  /// The handle in lower case as written, without U+200C and U+200D.
  public let text: String
  /// What handles compare by: the text in Unicode's normalisation form C, with σ for Greek's final ς.
  public let key: String

  /// The handle that bytes without `@` are, or nil if they are none.
  public init?(_ bytes: Span<UInt8>) {
    guard isHandle(bytes) else { return nil }
    self.init(lowercased: lowercasedAsWritten(bytes))
  }

  /// The handle that a text without `@` is, or nil if it is none.
  public init?(_ text: String) {
    self.init(text.utf8.span)
  }

  private init(lowercased text: String) {
    self.text = text
    self.key = HandleText.key(ofLowercased: text)
  }

  /// The writer: `@me`.
  public static let me = Handle(lowercased: "me")

  /// Whether this is the writer's own handle.
  public var isMe: Bool { key == "me" }

  /// The handle as it is written in notes, with its `@`.
  public var description: String { "@" + text }

  /// Whether two handles name the same record.
  public static func == (left: Handle, right: Handle) -> Bool { left.key == right.key }

  /// Hashes what handles compare by.
  public func hash(into hasher: inout Hasher) { hasher.combine(key) }
}
