import NetLint

/// Colours for a terminal that shows them, and nothing at all for everything else.
struct Style: Sendable {
  /// What is to be set off.
  enum Role: Sendable {
    case error
    case warning
    case info
    /// The sentence that says what is wrong.
    case message
    /// Line numbers and the bars beside them.
    case frame
    case help
  }

  let isColoured: Bool

  /// `text` set off as `role`.
  func paint(_ text: String, _ role: Role) -> String {
    isColoured ? "\u{1B}[\(Self.code(role))m\(text)\u{1B}[0m" : text
  }

  /// Select Graphic Rendition, ECMA-48: bold, and the colours every terminal has.
  private static func code(_ role: Role) -> String {
    switch role {
    case .error: "1;31"
    case .warning: "1;33"
    case .info: "1;36"
    case .message: "1"
    case .frame: "1;34"
    case .help: "1;32"
    }
  }
}

extension Severity {
  /// How findings of this severity are set off.
  var role: Style.Role {
    switch self {
    case .error: .error
    case .warning: .warning
    case .info: .info
    }
  }
}

/// When colours are used.
enum ColorChoice: String, CaseIterable, Sendable {
  case auto
  case always
  case never

  /// Whether to use colours: what was asked for, else `NO_COLOR`, `FORCE_COLOR`, and whether it is a terminal.
  ///
  /// Both variables count when they are set and not empty (no-color.org, force-color.org).
  func isColoured(isTerminal: Bool, environment: (String) -> String?) -> Bool {
    switch self {
    case .always: return true
    case .never: return false
    case .auto:
      if let value = environment("NO_COLOR"), !value.isEmpty { return false }
      if let value = environment("FORCE_COLOR"), !value.isEmpty { return true }
      return isTerminal && environment("TERM") != "dumb"
    }
  }
}
