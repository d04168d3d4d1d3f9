import KithFiles

/// The git hook that kith installs: a script for any POSIX shell.
///
/// Its second line holds a checksum of all below. So an older version of kith's is told from one that somebody has edited,
/// whose it then is.
struct HookScript: Sendable {
  let text: [UInt8]

  /// The hook, which falls back on the program at `kith` where there is none on the path.
  init(kith: Path?) {
    let rest = Array("installed=".utf8) + quoted(kith?.bytes ?? []) + [0x0A, 0x0A] + PackageResources.hook_sh
    text = Self.start + Checksum(of: rest.span).digits.utf8 + [0x0A] + rest
  }

  private static let start = Array(
    """
    #!/bin/sh
    # Written by `kith hook install`. Once it is edited, kith leaves it alone. Checksum:\u{20}
    """.utf8)

  /// Whose a hook is.
  enum Author: Sendable {
    /// Kith's, of this or another version.
    case kith
    /// Kith's, and then edited.
    case kithAndSomebody
    case somebody
  }

  /// Whose the hook with this text is.
  static func author(of text: [UInt8]) -> Author {
    guard text.starts(with: start) else { return .somebody }
    let digits = text.dropFirst(start.count).prefix { $0 != 0x0A }
    let rest = Array(text.dropFirst(start.count + digits.count + 1))
    return Checksum(digits) == Checksum(of: rest.span) ? .kith : .kithAndSomebody
  }
}
