import NetJSON
import NetLint
import NetSyntax

/// Something that the editor's user may have done to a document.
struct CodeAction {
  /// The protocol's `CodeActionKind`.
  enum Kind: String {
    case quickFix = "quickfix"
    case rewrite = "refactor.rewrite"
    case fixAll = "source.fixAll.kith"

    /// Whether it is among the kinds that are asked for, of which each stands for all below it.
    func isAmong(_ kinds: [String]?) -> Bool {
      kinds.map { $0.contains { rawValue == $0 || rawValue.hasPrefix($0 + ".") } } ?? true
    }
  }

  var title: String
  var kind: Kind
  /// The finding that it mends.
  var diagnostic: Diagnostic?
  /// Whether it may be taken without looking at others.
  var isPreferred = false
  /// Edits of the document.
  var edits: [TextEdit]
}

/// The actions of a document, in the order in which they are shown.
struct CodeActions {
  private let kinds: [String]?
  private(set) var actions: [CodeAction] = []

  /// No actions yet.
  ///
  /// - Parameter kinds: Which are asked for; nil for all.
  init(_ kinds: [String]?) { self.kinds = kinds }

  func want(_ kind: CodeAction.Kind) -> Bool { kind.isAmong(kinds) }

  /// Adds an action that is asked for and does something, and that is not there already.
  mutating func add(_ action: CodeAction) {
    guard want(action.kind), !action.edits.isEmpty,
      !actions.contains(where: { $0.title == action.title && $0.edits == action.edits })
    else { return }
    actions.append(action)
  }
}
