import NetLint
import NetSyntax

/// All that a report says of one finding: secrets are masked in it, and what is private is left out unless only the writer
/// reads along.
///
/// The formats for programs see nothing else, so none of them can give anything away. ``Discretion`` makes it.
struct ShownFinding: Sendable {
  let rule: RuleInfo
  let place: ShownPlace
  /// One sentence in lower case without a full stop. It may hold whatever a note does, but no secret.
  let message: String
  let help: String?
  let labels: [ShownLabel]
  /// What mends it; nil also where that is not for everyone to see.
  let fix: ShownFix?
  /// Whether it stands for all further findings of its rule in the file.
  let standsForMore: Bool

  /// The message with the help behind it, in one line.
  var sentence: String { message + (help.map { "; " + $0 } ?? "") }
}

/// A stretch of a file.
struct ShownPlace: Sendable {
  let path: ShownPath
  let bytes: ByteRange
  let start: Position
  /// The position behind it.
  let end: Position

  init(_ range: ByteRange, of source: OpenSource) {
    path = source.path
    bytes = range
    start = source.position(range.start)
    end = source.position(range.end)
  }

  /// `people.net:14:9`, as editors and terminals understand it.
  var text: String { "\(path.shown):\(start.line):\(start.column)" }
}

/// Another place that a finding involves.
struct ShownLabel: Sendable {
  let place: ShownPlace
  let message: String
}

/// What mends a finding, exactly as it would be written.
struct ShownFix: Sendable {
  struct Edit: Sendable {
    let place: ShownPlace
    let text: String
  }

  let isSafe: Bool
  let title: String
  let edits: [Edit]
}

/// One file of a report.
struct ShownFile: Sendable {
  let path: ShownPath
  /// What was found in it, in order.
  let findings: [ShownFinding]
  /// Why it could not be read.
  let failure: String?
}
