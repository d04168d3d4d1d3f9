import NetModel

/// What is typed where a handle belongs, and is none.
public struct NoHandle: Error, Hashable, Sendable {
  /// What was typed.
  public let typed: String
  /// The handle that comes nearest to it, with its `@`; nil where it has no letter and no digit.
  public let nearest: String?

  /// One sentence in lower case without a full stop.
  public var message: String { "`\(typed)` is no handle" }

  /// What to type instead.
  public var help: String {
    nearest.map { "did you mean `\($0)`?" } ?? "a handle is a letter or digit, then letters, digits, `-` and `_`"
  }
}

/// Which handle is to become which.
public struct RenameRequest: Sendable {
  /// The handle that a record has.
  public let old: Handle
  /// The handle that it gets.
  public let new: Handle
  /// The new handle as canonical notes have it, with its `@`: in lower case, U+200C and U+200D kept.
  public let mention: String
  /// Whether the old handle stays with the record as an `aka`, so that it is still known elsewhere.
  public var keepsOld = true

  /// A request from what was typed, with or without `@`.
  ///
  /// - Throws: What of it is no handle.
  public init(_ old: [UInt8], to new: [UInt8]) throws(NoHandle) {
    self.old = try handle(old)
    self.new = try handle(new)
    mention = written(withoutMark(new).span)
  }
}

/// A handle as canonical notes have it, with its `@`.
func written(_ handle: Span<UInt8>) -> String {
  var text = [UInt8(ascii: "@")]
  appendLowercasedWithJoiners(handle, to: &text)
  return String(decoding: text, as: UTF8.self)
}

private func withoutMark(_ typed: [UInt8]) -> [UInt8] {
  typed.first == UInt8(ascii: "@") ? Array(typed.dropFirst()) : typed
}

private func handle(_ typed: [UInt8]) throws(NoHandle) -> Handle {
  guard let handle = Handle(withoutMark(typed).span) else {
    throw NoHandle(typed: String(decoding: typed, as: UTF8.self), nearest: slug(of: typed.span).map { "@" + $0 })
  }
  return handle
}
