import KithFiles
import NetFormat
import NetJSON
import NetLint
import NetModel
import NetSyntax

/// `textDocument/prepareRename`: what would be renamed, and its handle to begin with.
@Sendable func prepareRename(
  _ server: inout Server, _ params: Params, _ json: inout JSONWriter
) throws(ResponseError) {
  guard let file = try server.file(params), let name = file.name(at: try file.offset(params)), !name.records.isEmpty,
    let handle = try file.handleToRename(name)
  else { return json.null() }
  json.object { json in
    json.range(file.range(name.range))
    json.member("placeholder", handle)
  }
}

/// `textDocument/rename`: what `kith rename` would write, as edits.
@Sendable func renameHandle(
  _ server: inout Server, _ params: Params, _ json: inout JSONWriter
) throws(ResponseError) {
  let newName = try params.text("newName")
  guard let file = try server.file(params), let name = file.name(at: try file.offset(params)),
    let handle = try file.handleToRename(name)
  else { return json.null() }
  let request: RenameRequest
  do throws(NoHandle) { request = try RenameRequest(Array(handle.utf8), to: Array(newName.utf8)) } catch {
    throw ResponseError(.requestFailed, sentences(error.message, error.help))
  }
  let number = file.place.notebook
  try checkIsReadable(server.workspace.notebooks[number])
  let bytes = server.workspace.notebooks[number].linted.files.map(\.bytes)
  let rename: Rename
  do throws(RenameRefusal) { rename = try Rename(request, in: file.notebook, bytes: bytes) } catch {
    throw ResponseError(.requestFailed, sentences(error.message, error.help))
  }
  do throws(RenameDifference) { _ = try rename.proved(in: file.notebook, bytes) } catch {
    let name = server.workspace.notebooks[number].shownName(of: error.file)
    throw ResponseError(
      .requestFailed,
      "internal error: renaming would change more of `\(name)` than the handle (\(error.reason)); please report this")
  }
  if rename.files.isEmpty { return json.null() }
  server.sayWhatStays(rename, in: number)
  let edit = server.workspaceEdit(rename.files.map { ($0.file, $0.edits) }, in: number)
  let client = server.client
  json.object { $0.workspaceEdit(edit, for: client) }
}

/// Refuses to rename where a file could not be read as text: a mention in it would be left behind.
private func checkIsReadable(_ notebook: OpenNotebook) throws(ResponseError) {
  let help = "nothing is renamed, since this file may mention somebody, too"
  for number in notebook.linted.files.indices {
    if let failure = notebook.failures[number] {
      throw ResponseError(.requestFailed, sentences(failure.message, help))
    }
    let bytes = notebook.linted.files[number].bytes
    guard let place = firstInvalid(bytes), parse(bytes.span, reusing: Tree()).faults.first?.kind != .pajekFile else {
      continue
    }
    let name = notebook.shownName(of: number)
    throw ResponseError(
      .requestFailed,
      sentences("the byte at line \(place.line), column \(place.column) of `\(name)` is not UTF-8", help))
  }
}

extension OpenFile {
  /// The handle that is to be renamed at a name; nil where none stands or is derived.
  ///
  /// - Throws: Where somebody is called by another name: what to rename instead.
  fileprivate func handleToRename(_ name: FoundName) throws(ResponseError) -> String? {
    switch name.kind {
    case .heading: return name.record.flatMap { notebook.handle(of: $0) }
    // What is only another name is refused later, unless it is to become the handle that there is.
    case .mention: return text(ByteRange(name.range.start + 1, name.range.end))
    // The handle that a record has had is no longer its handle, and a name is none.
    case .otherName, .entry:
      guard let id = name.record, notebook.handle(of: id) != nil else { return nil }
      let (written, handle) = (text(name.range), notebook.shown(id))
      let message =
        name.kind == .entry
        ? "`\(written)` is a name, and only handles are renamed"
        : "`\(written)` is another name of `\(handle)`, not its handle"
      throw ResponseError(.requestFailed, sentences(message, "rename `\(handle)`"))
    }
  }
}

extension OpenNotebook {
  /// How a file is called in messages: its path in the notebook.
  fileprivate func shownName(of file: Int) -> String { found.files[file].name.shown }
}

extension Server {
  /// The most places of a message that are named one by one.
  private static var mostPlaces: Int { 10 }

  /// Tells where the old handle is left as it is, for a person to look at.
  fileprivate mutating func sayWhatStays(_ rename: Rename, in notebook: Int) {
    let (old, notebook) = (rename.request.old, workspace.notebooks[notebook])
    var lines: [String] = []
    if let rival = rename.rival {
      lines.append("`\(old)` is not kept as an aka: \(rival.message), \(notebook.shownPlace(rival))")
    }
    for leftover in rename.leftovers.prefix(Self.mostPlaces) {
      lines.append("`\(old)` \(leftover.message) and is left as it is: \(notebook.shownPlace(leftover))")
    }
    let others = rename.leftovers.count - Self.mostPlaces
    if others > 0 { lines.append("`\(old)` is left as it is in \(others) more \(others == 1 ? "place" : "places")") }
    if lines.isEmpty { return }
    outgoing.notify("window/showMessage") { json in
      // Info.
      json.member("type", 3)
      json.member("message", lines.map { visible($0) }.joined(separator: "\n"))
    }
  }
}

extension OpenNotebook {
  /// `people.net:14:9`, the place of a label as people count.
  fileprivate func shownPlace(_ label: Label) -> String {
    let bytes = linted.files[label.file].bytes
    let position = LineIndex(bytes.span).position(of: label.range.start, in: bytes.span)
    return "\(shownName(of: label.file)):\(position.line):\(position.column)"
  }
}
