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
  let meetings = file.meetingsOfRecords(server.today())
  json.beginArray()
  for (index, record) in file.facts.records.enumerated() {
    guard let met = meetings[index] else { continue }
    let range = file.range(record.heading)
    let last = server.location(of: met.last, in: file.place.notebook)
    let (canShow, count) = (server.client.showsDocuments, met.count == 1 ? "1 meeting" : "\(met.count) meetings")
    json.object { json in
      json.range(range)
      json.object("command") { json in
        json.member("title", "\(count), last on \(met.day.edtf)")
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
  var day: CalendarDate
  var last: RecordID
}

extension OpenFile {
  /// By the index of a record of this file: the meetings with it that have taken place, over all files.
  fileprivate func meetingsOfRecords(_ today: CalendarDate?) -> [Int: Met] {
    var found: [Int: Met] = [:]
    for (number, facts) in notebook.files.enumerated() {
      for meeting in facts.pastMeetings(today) {
        let last = RecordID(file: number, record: meeting.record)
        var counted: Set<Int> = []
        for mention in facts.participants(of: meeting.record) {
          guard let id = notebook.record(of: mention, in: number), id.file == place.file,
            counted.insert(id.record).inserted
          else { continue }
          var met = found[id.record] ?? Met(count: 0, day: meeting.day, last: last)
          met.count += 1
          if met.day < meeting.day { (met.day, met.last) = (meeting.day, last) }
          found[id.record] = met
        }
      }
    }
    return found
  }
}
