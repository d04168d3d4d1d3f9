import NetJSON
import NetLint
import NetModel
import NetSyntax

/// `textDocument/codeAction`: what can be done where the user is.
@Sendable func codeActions(
  _ server: inout Server, _ params: Params, _ json: inout JSONWriter
) throws(ResponseError) {
  let only = params.at("context")["only"].map { $0.elements.compactMap(\.string) }
  // Which rules have found something is to be of the text that the user sees.
  server.settle()
  guard let file = try server.file(params) else { return json.null() }
  let range = try file.byteRange(params)
  let notebook = server.workspace.notebooks[file.place.notebook].linted
  let all = notebook.diagnosticsByFile[file.place.file]
  let lines = ByteRange(file.line(at: range.start).start, file.line(at: range.end).end)
  // Nobody reads a longer menu.
  let there = all.filter { $0.range.start <= lines.end && lines.start <= $0.range.end }
  let found = Array((there.filter { !$0.isOfForm } + there.filter(\.isOfForm)).prefix(20))

  var actions = CodeActions(only)
  if actions.want(.quickFix) {
    actions.addFixes(of: found)
    actions.addMissingPeople(found, in: file)
    actions.addFixesOfRules(found, in: all)
    actions.addIgnores(of: found, in: notebook)
  }
  actions.addRewrites(at: range.start, in: file, today: server.today())
  // It takes a look at the whole notebook, so not for a menu that is opened at a word.
  if only != nil, actions.want(.fixAll), let edits = notebook.safeFixes(of: file.place.file) {
    actions.add(CodeAction(title: "fix all that can be fixed safely", kind: .fixAll, edits: edits))
  }
  server.write(actions.actions, of: file.place, &json)
}

extension LintedNotebook {
  /// The edits of a file that its safe fixes come to; nil where they come to no end.
  fileprivate func safeFixes(of file: Int) -> [TextEdit]? {
    var fixed = self
    let applied = try? fixed.applyFixes { $0.file == file && $0.fix?.isSafe == true }
    return applied?.edits[file]
  }
}

extension Server {
  fileprivate mutating func write(_ actions: [CodeAction], of place: Workspace.Place, _ json: inout JSONWriter) {
    json.beginArray()
    for action in actions where client.takesCodeActions {
      let edit = workspaceEdit([(place.file, action.edits)], in: place.notebook)
      let diagnostic = action.diagnostic.map { workspace.json([$0], in: place.notebook, for: client) }
      json.object { json in
        json.member("title", action.title)
        json.member("kind", action.kind.rawValue)
        if let diagnostic { json.member("diagnostics", json: diagnostic) }
        if action.isPreferred { json.member("isPreferred", true) }
        json.object("edit") { $0.workspaceEdit(edit, for: client) }
      }
    }
    json.endArray()
  }
}
