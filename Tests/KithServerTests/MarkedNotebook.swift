import Foundation

/// A small notebook in which a place is marked with `‸`, and an editor that asks about that place.
///
/// Answers are shown short: without quotes, `people.net 3:5-3:11` for a location and `3:5-3:11` for a range, lines and
/// characters from 0 as the protocol counts them.
final class MarkedNotebook {
  let client: Client
  /// The file that holds the mark.
  private(set) var file = ""
  /// The place as JSON.
  private(set) var position = ""

  init(_ files: [String: String], _ capabilities: String = "{}") throws {
    let countsBytes = capabilities.contains("utf-8")
    var plain = files
    for (name, text) in files {
      guard let mark = text.firstIndex(of: "‸") else { continue }
      let line = text[..<mark].split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      let before = line.last ?? ""
      file = name
      position =
        #"{"line":\#(line.count - 1),"character":\#(countsBytes ? before.utf8.count : before.utf16.count)}"#
      plain[name] = text.replacing("‸", with: "")
    }
    client = try Client(plain)
    _ = client.start(capabilities)
  }

  /// What is answered about the marked place, with some more members of the request.
  func ask(_ method: String, _ more: String = "") -> String {
    send(method, #""textDocument":{"uri":"ROOT/\#(file)"},"position":\#(position)\#(more)"#)
  }

  /// The same about the empty range at that place.
  func askAboutRange(_ method: String, _ more: String = "") -> String {
    send(method, #""textDocument":{"uri":"ROOT/\#(file)"},"range":{"start":\#(position),"end":\#(position)}\#(more)"#)
  }

  /// What is answered to a request with these members.
  func send(_ method: String, _ members: String) -> String {
    let answers = client.send(#""id":1,"method":"\#(method)","params":{\#(members)}"#)
    return answers.map(shortened).joined(separator: "\n")
  }
}

private func shortened(_ answer: String) -> String {
  answer.replacing(#""id":1,"#, with: "").replacing(#/^"result":/#, with: "")
    .replacing(
      #/{"start":{"line":(\d+),"character":(\d+)},"end":{"line":(\d+),"character":(\d+)}}/#,
      with: { "\($0.1):\($0.2)-\($0.3):\($0.4)" }
    )
    .replacing(#/{"uri":"ROOT/([^"]*)","range":([^}]*)}/#, with: { "\($0.1) \($0.2)" })
    .replacing("ROOT/", with: "").replacing(#"\n"#, with: " / ").replacing("\"", with: "")
}
