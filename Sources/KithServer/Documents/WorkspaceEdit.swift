import NetJSON
import NetSyntax

/// Edits of several files of a notebook as the protocol has them.
struct WorkspaceEdit: Sendable {
  struct File: Sendable {
    let uri: String
    /// The version of the document that they are of; nil for a file that is not open.
    let version: Int?
    let edits: [(range: Range<TextPlace>, text: String)]
  }

  private(set) var files: [File] = []
}

extension Server {
  /// Edits of some files, given by their numbers, as the client takes them.
  mutating func workspaceEdit(_ edits: [(file: Int, edits: [TextEdit])], in notebook: Int) -> WorkspaceEdit {
    var files: [WorkspaceEdit.File] = []
    for (file, edits) in edits where !edits.isEmpty {
      let uri = workspace.notebooks[notebook].uris[file]
      let bytes = workspace.notebooks[notebook].linted.files[file].bytes
      let place = Workspace.Place(notebook: notebook, file: file)
      let shown = placeable(edits, in: bytes).map { edit in
        (range: workspace.range(edit.range, of: place, for: client), text: edit.replacement)
      }
      files.append(WorkspaceEdit.File(uri: uri, version: workspace.documents[uri]?.version, edits: shown))
    }
    return WorkspaceEdit(files: files)
  }
}

extension JSONWriter {
  /// Writes the members of a `WorkspaceEdit`: `documentChanges` for clients that take them, which then see whether the edits are
  /// of the version that they have.
  mutating func workspaceEdit(_ edit: WorkspaceEdit, for client: ClientCapabilities) {
    if client.versionsEdits {
      array("documentChanges") { json in
        for file in edit.files {
          json.object { json in
            json.object("textDocument") { json in
              json.member("uri", file.uri)
              json.key("version")
              if let version = file.version { json.int(version) } else { json.null() }
            }
            json.key("edits")
            json.textEdits(file.edits)
          }
        }
      }
    } else {
      object("changes") { json in
        for file in edit.files {
          json.key(escaping: file.uri)
          json.textEdits(file.edits)
        }
      }
    }
  }

  /// Writes an array of `TextEdit`.
  mutating func textEdits(_ edits: [(range: Range<TextPlace>, text: String)]) {
    beginArray()
    for edit in edits {
      object { json in
        json.range(edit.range)
        json.member("newText", edit.text)
      }
    }
    endArray()
  }
}
