import NetJSON
import NetModel
import NetSyntax

/// The command that a code lens stands for: to show a place, given by its address, line and character.
let showCommand = "kith.show"

/// `textDocument/codeLens`: above people, groups and organisations how often and when you last met, in these notes.
@Sendable func codeLenses(
  _ server: inout Server, _ params: Params, _ json: inout JSONWriter
) throws(ResponseError) {
  guard let file = try server.file(params) else { return json.null() }
  let meetings = file.meetingsOfRecords()
  json.beginArray()
  for (index, record) in file.facts.records.enumerated() {
    guard let met = meetings[index] else { continue }
    let range = file.range(record.heading)
    let last = server.location(of: met.last, in: file.place.notebook)
    let (canShow, count) = (server.client.showsDocuments, met.count == 1 ? "1 meeting" : "\(met.count) meetings")
    json.object { json in
      json.range(range)
      json.object("command") { json in
        json.member("title", met.day.map { "\(count), last on \($0.edtf)" } ?? count)
        // A command without a name is words alone.
        json.member("command", canShow ? showCommand : "")
        json.array("arguments") { json in
          json.string(last.uri)
          json.int(last.range.lowerBound.line)
          json.int(last.range.lowerBound.character)
        }
      }
    }
  }
  json.endArray()
}

/// `workspace/executeCommand`
@Sendable func executeCommand(
  _ server: inout Server, _ params: Params, _ json: inout JSONWriter
) throws(ResponseError) {
  let arguments = params.at("arguments").elements
  guard try params.text("command") == showCommand, arguments.count == 3, let uri = arguments[0].string,
    let line = arguments[1].int, let character = arguments[2].int
  else { throw ResponseError(.invalidParams, "there is no such command here") }
  let place = TextPlace(line: max(0, line), character: max(0, character))
  server.outgoing.request("window/showDocument") { json in
    json.member("uri", uri)
    json.member("takeFocus", true)
    json.range(place..<place, as: "selection")
  }
  json.null()
}

/// The meetings with somebody.
private struct Met {
  var count: Int
  var day: CalendarDate?
  var last: RecordID
}

extension OpenFile {
  /// By the index of a record of this file: the meetings with it, over all files. Goes through all mentions once.
  fileprivate func meetingsOfRecords() -> [Int: Met] {
    var found: [Int: Met] = [:]
    for (number, facts) in notebook.files.enumerated() {
      /// Whom the meeting that is being looked at has been counted for.
      var (meeting, counted): (Int, Set<Int>) = (-1, [])
      for mention in facts.mentions where mention.role == .with || mention.role == .title {
        guard let index = mention.record, facts.records[index].kind == .meeting,
          mention.role == .with || !facts.records[index].hasWith,
          let id = notebook.record(of: mention, in: number), id.file == place.file
        else { continue }
        if index != meeting { (meeting, counted) = (index, []) }
        guard counted.insert(id.record).inserted else { continue }
        let record = RecordID(file: number, record: index)
        let day = facts.records[index].date.map { $0.end ?? $0.start }
        var met = found[id.record] ?? Met(count: 0, day: nil, last: record)
        met.count += 1
        if let day, met.day.map({ $0 < day }) ?? true { (met.day, met.last) = (day, record) }
        found[id.record] = met
      }
    }
    return found
  }
}
