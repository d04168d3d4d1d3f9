import NetLint

/// How many findings there are; of more of a rule in a file than are listed, at least how many.
struct FindingCount: Sendable {
  private var listed = 0
  /// Whether there are more that are not listed.
  private(set) var isOpen = false

  /// None.
  init() {}

  init(of diagnostics: some Sequence<Diagnostic>) {
    for diagnostic in diagnostics { add(diagnostic) }
  }

  mutating func add(_ diagnostic: Diagnostic) {
    if diagnostic.standsForMore { isOpen = true } else { listed += 1 }
  }

  mutating func add(_ other: FindingCount) {
    listed += other.listed
    isOpen = isOpen || other.isOpen
  }

  /// At least so many. Comments may ignore all that is listed, and there is more all the same.
  var least: Int { max(listed, isOpen ? 1 : 0) }

  /// `12`; `10000+` if it may be more.
  var text: String { isOpen ? "\(least)+" : "\(least)" }

  /// `1 error`, `2 errors`, `1+ errors`.
  func text(_ noun: String) -> String { "\(text) \(least == 1 && !isOpen ? noun : noun + "s")" }
}
