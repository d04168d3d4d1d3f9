import NetJSON
import NetModel
import NetSyntax

/// `textDocument/completion`: what can be typed at a place.
@Sendable func complete(
  _ server: inout Server, _ params: Params, _ json: inout JSONWriter
) throws(ResponseError) {
  guard let file = try server.file(params) else { return json.null() }
  let offset = try file.offset(params)
  guard let typed = file.typedText(at: offset) else { return json.null() }
  var list: CompletionList
  switch typed {
  case .mention(let range): list = file.people(range, upTo: offset, isMarked: true, today: server.today())
  case .person(let range): list = file.people(range, upTo: offset, isMarked: false, today: server.today())
  case .tag(let range):
    list = tagCompletions(range, upTo: offset, in: file, server.workspace.notedWords(of: file.place.notebook).tags)
  case .key(let range, let record): list = file.keys(range, of: record)
  case .label(let range): list = file.labels(range, at: offset)
  case .relation(let range): list = file.relations(range)
  case .addressLabel(let range): list = file.addressLabels(range)
  case .value(let key, let kind, let range):
    let noted = server.workspace.notedWords(of: file.place.notebook).values(of: key, without: file.text(range))
    let notebook = server.workspace.notebooks[file.place.notebook]
    list = file.values(key, on: kind, range, upTo: offset, noted.filter { notebook.isFreeOfSecrets($0.text) })
  case .date(let range, let place): list = file.dates(range, place, today: server.today())
  case .record(let range): list = file.records(range, today: server.today())
  case .rule(let range): list = file.rules(range)
  }
  if file.isBehindKey(list.range.start) { list.addBlanks() }
  json.completions(list, in: file, for: server.client)
}

/// `completionItem/resolve`: an item with the card of the person that it stands for.
@Sendable func resolveCompletion(
  _ server: inout Server, _ params: Params, _ json: inout JSONWriter
) throws(ResponseError) {
  let data = params.at("data")
  server.workspace.refresh()
  let client = server.client
  var card: Markup?
  if let handle = data["handle"]?.string, let uri = data["uri"]?.string, let place = server.workspace.place(of: uri) {
    let notebook = server.workspace.notebooks[place.notebook]
    if let id = notebook.linted.notebook.symbol(of: handle).flatMap({ notebook.linted.notebook.record(of: $0) }) {
      card = notebook.card(of: id, in: client.documentation, today: server.today())
    }
  }
  json.object { json in
    // An item comes back as it was, and what is added to it.
    for (key, value) in params.all where key != "documentation" {
      json.key(escaping: key)
      json.json(value.json)
    }
    if let card { json.documentation(card, for: client) }
  }
}
