import NetFormat
import NetJSON
import NetLint
import NetModel
import NetSyntax

/// A part of kith's work, on bytes that are in memory.
enum Stage: String, CaseIterable {
  /// Bytes to tree.
  case parse
  /// To a resolved notebook.
  case notebook
  /// To the edits that make it canonical, and the proof that they change nothing.
  case format
  /// All rules.
  case lint
  /// All fixes, to their fixed point.
  case fix
  /// JSON of a notebook.
  case json

  /// What the next call of `kith_limits_step` does.
  nonisolated(unsafe) static var current: () -> Int = { 0 }

  /// Does the work; returns a number that depends on all of it, so that it has to be done.
  func work(_ bytes: [UInt8]) -> Int {
    switch self {
    case .parse: return NetSyntax.parse(bytes.span, reusing: Tree()).tokenCount
    case .notebook: return Notebook([ParsedFile(bytes).facts]).symbolCount
    case .format:
      return ((try? NetFormat.format(bytes, NetSyntax.parse(bytes.span, reusing: Tree())))??.bytes ?? bytes).count
    case .lint: return LintedNotebook([bytes], linter: Linter(rules: allRules)).diagnostics.count
    case .fix:
      var notebook = LintedNotebook([bytes], linter: Linter())
      let applied = try? notebook.applyFixes { _ in true }
      return applied?.diagnostics.count ?? 0
    case .json:
      var options = NotebookJSON.Options()
      options.includesPrivate = true
      var count = 0
      let file = NotebookJSON.File(number: 0, path: "a.net", bytes: bytes)
      _ = writeJSON(Notebook([ParsedFile(bytes).facts]), files: [file], options: options) { count += $0.count }
      return count
    }
  }
}

/// Does what is due; callgrind dumps its counts behind each call, and knows it by this name.
@_silgen_name("kith_limits_step") @inline(never)
func step() { if Stage.current() < 0 { print("a count is negative") } }
