import KithFiles
import NetJSON
import NetLint
import NetModel
import NetSyntax

/// `textDocument/hover`: who somebody is, or what a word of the notation means.
@Sendable func hover(
  _ server: inout Server, _ params: Params, _ json: inout JSONWriter
) throws(ResponseError) {
  guard let file = try server.file(params) else { return json.null() }
  let offset = try file.offset(params)
  let isMarkdown = server.client.showsMarkdown
  let notebook = server.workspace.notebooks[file.place.notebook]
  // While somebody types, what was found stands where it was.
  let found = server.workspace.isSettled ? notebook.linted.diagnosticsByFile[file.place.file] : []
  let shown = file.person(at: offset, notebook, isMarkdown, server.today()) ?? file.word(at: offset, isMarkdown)
  // What is about the whole file stands where it begins, and is not about that place.
  let there = found.filter { $0.range.start <= offset && offset <= $0.range.end && !$0.isOfForm }
  guard let shown = explained(there.prefix(3).map(notebook.masked), isMarkdown, below: shown) else {
    return json.null()
  }
  let range = file.range(shown.range)
  json.object { json in
    json.markup("contents", shown.markup)
    json.range(range)
  }
}

private typealias Shown = (markup: Markup, range: ByteRange)

/// What is shown, with what has been found there, what the rules mean by it, and where to read more.
private func explained(_ found: [Diagnostic], _ isMarkdown: Bool, below shown: Shown?) -> Shown? {
  var shown = shown
  for diagnostic in found {
    var markup = shown?.markup ?? Markup(isMarkdown)
    guard let description = description(ofRule: diagnostic.rule.name) else { continue }
    markup.beginParagraph()
    markup.addMarked(sentences(diagnostic.message, diagnostic.help))
    markup.beginParagraph()
    markup.addMarked(description + " `kith rule \(diagnostic.rule.name)` says more.")
    shown = (markup, shown?.range ?? diagnostic.range)
  }
  return shown
}

extension OpenFile {

  /// The card of whoever is named; of several, which they are.
  fileprivate func person(
    at offset: Int, _ notebook: OpenNotebook, _ isMarkdown: Bool, _ today: CalendarDate?
  ) -> Shown? {
    guard let name = name(at: offset) else { return nil }
    if let id = name.record { return (notebook.card(of: id, in: Markup(isMarkdown), today: today), name.range) }
    var markup = Markup(isMarkdown)
    if name.records.isEmpty {
      guard name.symbol.map(self.notebook.text(of:)) == "me" else { return nil }
      markup.add("you, who keep these notes")
    } else {
      markup.add("it is not clear who is meant:")
      for id in name.records {
        markup.beginItem()
        markup.addCode(self.notebook.shown(id))
        markup.add(" " + self.notebook.nameText(of: id))
      }
    }
    return (markup, name.range)
  }

  /// What a word of the notation means.
  fileprivate func word(at offset: Int, _ isMarkdown: Bool) -> Shown? {
    guard let token = token(at: offset) else { return nil }
    let range = parsed.tree.range(ofToken: token)
    var markup = Markup(isMarkdown)
    guard let meaning = meaning(ofToken: token, range, at: offset) else { return nil }
    markup.addMarked(meaning.text)
    return (markup, meaning.range ?? range)
  }

  private func meaning(ofToken token: Int, _ range: ByteRange, at offset: Int) -> (text: String, range: ByteRange?)? {
    switch parsed.tree.kind(ofToken: token) {
    case .key: return (meaning(ofKey: range), nil)
    case .label: return ItemLabel(bytes.span, in: range).map { ($0.meaning, nil) }
    case .checkbox: return TaskState(mark: bytes[range.start + 1]).map { ($0.meaning, nil) }
    case .tag:
      return Tag(bytes.span.extracting(range.start + 1..<range.end))?.isPrivate == true ? (meaningOfPrivate, nil) : nil
    case .date: return meaning(ofDate: range.start).map { ($0, nil) }
    case .due: return meaning(ofDate: range.start + 4).map { ("due on a \($0)", nil) }
    case .done: return meaning(ofDate: range.start + 5).map { ("done on a \($0)", nil) }
    case .comment:
      return Directive(range, bytes.span).flatMap { directive in
        directive.rules.first { $0.start <= offset && offset <= $0.end }.flatMap { rule in
          description(ofRule: text(rule)).map { ($0, rule) }
        }
      }
    case .lineEnd, .space, .byteOrderMark, .recordMark, .sectionMark, .bullet, .quoteMark, .separator, .fenceMark,
      .fenceInfo, .code, .colon, .joiner, .headColon, .time, .text, .mention, .address, .bracketedAddress, .codeSpan,
      .linkOpen, .linkMiddle, .linkAddress, .linkClose, .escape, .foreign:
      return nil
    }
  }

  private func meaning(ofKey range: ByteRange) -> String {
    let kind = record(at: range.start).map { facts.records[$0].kind } ?? .person
    guard let key = FieldKey(bytes.span, in: range), key.isKnown(on: kind) else {
      return "A field of your own. It is kept as it is, and stands under `fields` in JSON."
    }
    return key.meaning(on: kind) + (key.isRepeatable ? " It may stand more than once." : "")
  }

  /// The day of the week of the day that stands at an offset.
  private func meaning(ofDate start: Int) -> String? {
    guard start + 10 <= bytes.count else { return nil }
    return CalendarDate(bytes.span.extracting(start..<start + 10))?.weekday
  }
}

/// What a rule does, by its name or its code.
private func description(ofRule name: String) -> String? {
  let name = name.lowercased()
  guard let rule = allRules.first(where: { $0.info.name == name || $0.info.code.lowercased() == name }) else {
    return nil
  }
  let sort = "\(rule.info.severity.rawValue) `\(rule.info.name)` (\(rule.info.code))"
  return "\(sort): \(rule.description)"
}
