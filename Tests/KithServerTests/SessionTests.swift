import Testing

@testable import KithServer

/// Sessions, message by message. What is the same in all messages is left out.
@Suite struct SessionTests {
  static let amara = "# Amara Okafor @amara\n"
  static let doha = "# Jun Tanaka @jun\n\n- gave @amra: two contacts\n"
  static let unknownAmra =
    #"{"range":{"start":{"line":2,"character":7},"end":{"line":2,"character":12}},"severity":1,"code":"N201","#
    + #""source":"kith","message":"no one has the handle `@amra`\ndid you mean `@amara`?"}"#

  /// What opens a document, with the text that is on disk unless another one is given.
  static func open(_ name: String, _ text: String, version: Int = 1) -> String {
    #""method":"textDocument/didOpen","params":{"textDocument":{"uri":"ROOT/\#(name)","version":\#(version),"#
      + #""languageId":"net","text":\#(quoted(text))}}"#
  }

  static func published(_ name: String, version: Int? = nil, _ diagnostics: String = "") -> String {
    let version = version.map { #""version":\#($0),"# } ?? ""
    return
      #""method":"textDocument/publishDiagnostics","params":{"uri":"ROOT/\#(name)",\#(version)"diagnostics":[\#(diagnostics)]}"#
  }

  static func refusal(_ id: String, _ code: Int, _ message: String) -> String {
    #""id":\#(id),"error":{"code":\#(code),"message":"\#(message)"}"#
  }

  @Test func aLifeFromInitializeToExit() throws {
    let client = try Client(["people.net": Self.amara])
    #expect(
      client.send(#""id":1,"method":"textDocument/formatting""#) == [
        Self.refusal("1", -32002, "`initialize` comes first")
      ])
    let greeting = try #require(client.start().first)
    #expect(
      greeting.hasPrefix(
        #""id":0,"result":{"capabilities":{"positionEncoding":"utf-16","textDocumentSync":{"openClose":true,"change":2,"#
      ))
    #expect(greeting.hasSuffix(#","serverInfo":{"name":"kith","version":"0"}}"#))
    let table: [(sent: String, answered: [String])] = [
      (#""id":"a","method":"initialize""#, [Self.refusal(#""a""#, -32600, "`initialize` comes once")]),
      (#""id":2,"method":"kith/none""#, [Self.refusal("2", -32601, "there is no method `kith/none` here")]),
      (#""id":3,"method":"$/none","params":{}"#, [Self.refusal("3", -32601, "there is no method `$/none` here")]),
      (#""method":"$/none""#, []),
      (#""method":"kith/none""#, []),
      (#""method":"textDocument/didChange","params":{}"#, []),
      (#""id":"kith-1","result":null"#, []),
      (#""id":4,"method":"textDocument/formatting""#, [Self.refusal("4", -32602, "`uri` is no string")]),
      (
        #""id":5,"method":"textDocument/formatting","params":{"textDocument":{"uri":"ROOT/people.net"}}"#,
        [Self.refusal("5", -32602, "`ROOT/people.net` is not open")]
      ),
      (
        #""id":6,"method":"textDocument/rangeFormatting","params":{"range":{"start":{"line":0}}}"#,
        [Self.refusal("6", -32602, "`start` is no position")]
      ),
      (#""id":7,"method":"shutdown""#, [#""id":7,"result":null"#]),
      (#""id":8,"method":"shutdown""#, [Self.refusal("8", -32600, "the server has been shut down")]),
    ]
    for (sent, answered) in table { #expect(client.send(sent) == answered, "\(sent)") }
    #expect(client.server.exitCode == nil)
    #expect(client.send(#""method":"exit""#, #""id":9,"method":"kith/none""#) == [])
    #expect(client.server.exitCode == 0)
  }

  @Test func exitWithoutShutdownIsAnError() throws {
    let client = try Client()
    #expect(client.send(#""method":"exit""#) == [])
    #expect(client.server.exitCode == 1)
    #expect(try Client().server.exitCodeAtEnd == 1)
  }

  @Test func messagesThatAreNoneAreAnswered() throws {
    let client = try Client()
    _ = client.start()
    let table: [(content: String, answered: [String])] = [
      (
        "{",
        [
          Self.refusal("null", -32700, "this is not JSON: the text ends before `{` is closed"),
          #""method":"window/showMessage","params":{"type":2,"message":"a message of the editor could not be read; "#
            + #"if what kith shows looks wrong, close and open the file"}"#,
        ]
      ),
      ("[]", [Self.refusal("null", -32600, "batches are not taken")]),
      ("7", [Self.refusal("null", -32600, "a message is an object")]),
      (#"{"id":1,"method":"shutdown"}"#, [Self.refusal("1", -32600, "`jsonrpc` is not `2.0`")]),
      (#"{"jsonrpc":"2.0","id":1}"#, [Self.refusal("1", -32600, "`method` is no string")]),
      (#"{"jsonrpc":"2.0","id":1,"method":2}"#, [Self.refusal("1", -32600, "`method` is no string")]),
      (
        #"{"jsonrpc":"2.0","id":{},"method":"shutdown"}"#,
        [Self.refusal("null", -32600, "`id` is neither a whole number nor a string")]
      ),
      (
        #"{"jsonrpc":"2.0","id":1,"method":"shutdown","params":3}"#,
        [Self.refusal("1", -32600, "`params` is neither an object nor an array")]
      ),
    ]
    for (content, answered) in table {
      #expect(client.take(Array(frame(content).utf8)) == answered, "\(content)")
    }
    #expect(
      client.take(Array("what?\r\n".utf8)) == [
        Self.refusal("null", -32700, "a header has no colon")
      ])
  }

  @Test func aCancelledRequestIsAnsweredSo() throws {
    let client = try Client()
    _ = client.start()
    #expect(
      client.send(
        #""id":1,"method":"kith/none""#, #""id":"1","method":"kith/none""#,
        #""method":"$/cancelRequest","params":{"id":1}"#, #""method":"$/cancelRequest","params":{"id":99}"#)
        == [
          Self.refusal("1", -32800, "the request was cancelled"),
          Self.refusal(#""1""#, -32601, "there is no method `kith/none` here"),
        ])
  }

  @Test func findingsAreThoseOfWhatIsOpenOverWhatIsOnDisk() throws {
    let client = try Client(["people.net": Self.amara, "doha.net": Self.doha])
    #expect(client.start().last == Self.published("doha.net", Self.unknownAmra))
    // Nothing is new of other files, so nothing is said of them.
    #expect(client.send(Self.open("people.net", Self.amara)) == [Self.published("people.net", version: 1)])
    // An edit in one file mends another.
    #expect(
      client.send(
        #""method":"textDocument/didChange","params":{"textDocument":{"uri":"ROOT/people.net","version":2},"#
          + #""contentChanges":[{"range":{"start":{"line":0,"character":17},"end":{"line":0,"character":21}},"text":"mra"}]}"#
      )
        == [Self.published("doha.net"), Self.published("people.net", version: 2)])
    // What is closed without being saved counts as it is on disk again.
    #expect(
      client.send(#""method":"textDocument/didClose","params":{"textDocument":{"uri":"ROOT/people.net"}}"#)
        == [Self.published("doha.net", Self.unknownAmra), Self.published("people.net")])
  }

  @Test func aFileThatIsNotThereYetHasItsNotebook() throws {
    let client = try Client(["people.net": Self.amara, ".kith.json": "{}"])
    _ = client.send(#""id":0,"method":"initialize","params":{"rootUri":null,"capabilities":{}}"#)
    #expect(client.send(Self.open("new.net", Self.doha)) == [Self.published("new.net", version: 1, Self.unknownAmra)])
    #expect(
      client.send(Self.open("other.net", "# Amra @amra\n")) == [
        Self.published("new.net", version: 1), Self.published("other.net", version: 1),
      ])
  }

  @Test func settingsHoldAndTheirMistakesAreShown() throws {
    let client = try Client(["doha.net": Self.doha, ".kith.json": #"{"ignore": ["N201"], "exclude": ["old.net"]}"#])
    #expect(client.start().count == 1)
    #expect(client.send(Self.open("old.net", "- @nobody: x\n")) == [Self.published("old.net", version: 1)])
    try client.write(#"{"ignor": []}"#, to: ".kith.json")
    let changed =
      #""method":"workspace/didChangeWatchedFiles","params":{"changes":[{"uri":"ROOT/.kith.json","type":2}]}"#
    #expect(
      client.send(changed).first
        == Self.published(
          ".kith.json",
          #"{"range":{"start":{"line":0,"character":1},"end":{"line":0,"character":8}},"severity":1,"source":"kith","#
            + #""message":"there is no setting `ignor`\ndid you mean `ignore`?"}"#))
    try client.write("{}", to: ".kith.json")
    #expect(
      client.send(changed).prefix(2) == [
        Self.published(".kith.json"), Self.published("doha.net", Self.unknownAlone),
      ])
  }

  /// The same where nobody has a handle that is like it.
  private static let unknownAlone = unknownAmra.replacing(
    "did you mean `@amara`?", with: "add a record: `# Amra @amra`")

  @Test func whatTheClientCanShowIsShown() throws {
    let client = try Client([
      "a.net": "# Amara Okafor @amara\n",
      "b.net": "// kith: ignore N201\n# Amara @amara\n\n- password: hunter2hunter2 @hunter2hunter2\n",
    ])
    let able = #"{"textDocument":{"publishDiagnostics":{"relatedInformation":true,"tagSupport":{"valueSet":[1]}}}}"#
    let published = client.start(able).dropFirst().joined()
    #expect(published.contains(#""relatedInformation":[{"location":{"uri":"ROOT/a.net","range""#))
    #expect(!published.contains("hunter2"))
    let plain = try Client(["a.net": "# A @a\n", "b.net": "# B @a\n"])
    #expect(!plain.start().joined().contains("relatedInformation"))
  }

  @Test func aDocumentOfNoFileStandsAlone() throws {
    let client = try Client(["people.net": Self.amara])
    _ = client.start()
    let answer = client.send(
      #""method":"textDocument/didOpen","params":{"textDocument":{"uri":"untitled:1","version":1,"text":"- @amara: x\n"}}"#
    )
    #expect(answer.count == 1)
    #expect(answer[0].contains("untitled:1"))
    #expect(
      client.send(#""method":"textDocument/didClose","params":{"textDocument":{"uri":"untitled:1"}}"#).allSatisfy {
        $0.hasSuffix(#""diagnostics":[]}"#)
      })
  }

  @Test func diagnosticsCanBeAskedFor() throws {
    let client = try Client(["people.net": Self.amara, "doha.net": Self.doha])
    let able = #"{"textDocument":{"diagnostic":{}},"workspace":{"diagnostics":{"refreshSupport":true}}}"#
    let answer = client.start(able)
    #expect(
      answer.first?.contains(
        #""diagnosticProvider":{"identifier":"kith","interFileDependencies":true,"workspaceDiagnostics":true}"#) == true
    )
    let all = #""method":"workspace/diagnostic","params":{"previousResultIds":"#
    #expect(
      client.send(#""id":1,\#(all)[]}"#) == [
        #""id":1,"result":{"items":[{"uri":"ROOT/doha.net","version":null,"kind":"full","resultId":"1","items":"#
          + "[\(Self.unknownAmra)]},"
          + #"{"uri":"ROOT/people.net","version":null,"kind":"full","resultId":"2","items":[]}]}"#
      ])
    #expect(
      client.send(#""id":2,\#(all)[{"uri":"ROOT/doha.net","value":"1"},{"uri":"ROOT/gone.net","value":"9"}]}"#) == [
        #""id":2,"result":{"items":[{"uri":"ROOT/doha.net","version":null,"kind":"unchanged","resultId":"1"},"#
          + #"{"uri":"ROOT/gone.net","version":null,"kind":"full","resultId":"0","items":[]},"#
          + #"{"uri":"ROOT/people.net","version":null,"kind":"full","resultId":"2","items":[]}]}"#
      ])
    // The edit of one file changes another, for which the client is asked to ask again.
    #expect(
      client.send(Self.open("people.net", "# Amra @amra\n")) == [
        #""id":"kith-2","method":"workspace/diagnostic/refresh""#
      ])
    let one =
      #""method":"textDocument/diagnostic","params":{"textDocument":{"uri":"ROOT/doha.net"},"previousResultId":"#
    #expect(client.send(#""id":3,\#(one)"1"}"#) == [#""id":3,"result":{"kind":"full","resultId":"3","items":[]}"#])
    #expect(client.send(#""id":4,\#(one)"3"}"#) == [#""id":4,"result":{"kind":"unchanged","resultId":"3"}"#])
  }

  @Test func formattingIsThatOfTheCommand() throws {
    let client = try Client()
    _ = client.start()
    _ = client.send(Self.open("a.net", "# Amara @AMARA\n\n*  met 😀\n*  two\n"))
    let edit = { (line: Int, from: Int, to: Int, text: String) in
      #"{"range":{"start":{"line":\#(line),"character":\#(from)},"end":{"line":\#(line),"character":\#(to)}},"newText":"\#(text)"}"#
    }
    let whole = client.send(
      #""id":1,"method":"textDocument/formatting","params":{"textDocument":{"uri":"ROOT/a.net"}}"#)
    #expect(whole.first?.contains(#""newText":"amara""#) == true)
    let range = #""range":{"start":{"line":3,"character":1},"end":{"line":3,"character":2}}"#
    let part = client.send(
      #""id":2,"method":"textDocument/rangeFormatting","params":{"textDocument":{"uri":"ROOT/a.net"},\#(range)}"#)
    #expect(part == [#""id":2,"result":[\#(edit(3, 0, 1, "-")),\#(edit(3, 2, 3, ""))]"#])
    // Neovim ends the last line itself, and not twice where the edit reaches behind it.
    _ = client.send(Self.open("d.net", "# Amara @amara"))
    let last = client.send(
      #""id":6,"method":"textDocument/formatting","params":{"textDocument":{"uri":"ROOT/d.net"}}"#)
    #expect(last.first?.contains(#""end":{"line":1,"character":0}},"newText":"\n""#) == true)
    // One line that ends in CR LF is a line like any other.
    _ = client.send(Self.open("c.net", "*  two\r\n"))
    let one = client.send(
      #""id":5,"method":"textDocument/formatting","params":{"textDocument":{"uri":"ROOT/c.net"}}"#)
    #expect(one.first?.contains(#""newText":"-""#) == true)
    _ = client.send(Self.open("b.net", "# Amara\r- met\r- x"))
    #expect(
      client.send(#""id":3,"method":"textDocument/formatting","params":{"textDocument":{"uri":"untitled:2"}}"#) == [
        Self.refusal("3", -32602, "`untitled:2` is not open")
      ])
    let refused = client.send(
      #""id":4,"method":"textDocument/formatting","params":{"textDocument":{"uri":"ROOT/b.net"}}"#)
    #expect(refused.first?.contains(#""code":-32803"#) == true)
    #expect(refused.first?.contains("its lines end in carriage returns alone") == true)
  }

  @Test func theAnswerToInitializeComesAlone() throws {
    let client = try Client(["doha.net": Self.doha])
    #expect(client.send(#""id":0,"method":"initialize","params":{"rootUri":"ROOT","capabilities":{}}"#).count == 1)
    #expect(client.send(#""method":"initialized""#) == [Self.published("doha.net", Self.unknownAlone)])
  }

  @Test func aChangeThatMakesNoSenseIsTold() throws {
    let client = try Client()
    _ = client.start()
    _ = client.send(Self.open("a.net", "# Amara @amara\n"))
    let answer = client.send(
      #""method":"textDocument/didChange","params":{"textDocument":{"uri":"ROOT/a.net","version":2},"#
        + #""contentChanges":[{"range":{"start":{"line":0}},"text":"x"}]}"#)
    #expect(
      answer.first?.contains(#""method":"window/logMessage","params":{"type":2,"message":"a change of `"#) == true)
    #expect(answer.count == 2)
  }

  @Test func foldersComeAndGo() throws {
    let client = try Client(["doha.net": Self.doha])
    _ = client.send(#""id":0,"method":"initialize","params":{"capabilities":{}}"#)
    let folder = #"[{"uri":"ROOT","name":"notes"}]"#
    let change = #""method":"workspace/didChangeWorkspaceFolders","params":{"event":"#
    #expect(
      client.send(#"\#(change){"added":\#(folder),"removed":[]}}"#) == [
        Self.published("doha.net", Self.unknownAlone)
      ])
    #expect(client.send(#"\#(change){"added":[],"removed":\#(folder)}}"#) == [Self.published("doha.net")])
  }

  @Test func whoCanWatchFilesIsAskedTo() throws {
    let client = try Client(["doha.net": Self.doha])
    let answer = client.start(#"{"workspace":{"didChangeWatchedFiles":{"dynamicRegistration":true}}}"#)
    #expect(answer[1].hasPrefix(#""id":"kith-1","method":"client/registerCapability""#))
    try client.write("# Amra @amra\n", to: "new.net")
    #expect(client.send(#""method":"textDocument/didSave","params":{"textDocument":{"uri":"ROOT/doha.net"}}"#) == [])
    #expect(
      client.send(
        #""method":"workspace/didChangeWatchedFiles","params":{"changes":[{"uri":"ROOT/new.net","type":1}]}"#)
        == [Self.published("doha.net")])
  }

  @Test func whoCannotIsServedOnSave() throws {
    let client = try Client(["doha.net": Self.doha])
    _ = client.start()
    try client.write("# Amra @amra\n", to: "new.net")
    #expect(
      client.send(#""method":"textDocument/didSave","params":{"textDocument":{"uri":"ROOT/doha.net"}}"#)
        == [Self.published("doha.net")])
  }

  @Test func readingNotesIsShownAsProgress() throws {
    let client = try Client(["people.net": Self.amara, "doha.net": Self.doha])
    #expect(
      client.start(#"{"window":{"workDoneProgress":true}}"#).dropFirst() == [
        #""id":"kith-1","method":"window/workDoneProgress/create","params":{"token":"kith-reading"}"#,
        #""method":"$/progress","params":{"token":"kith-reading","value":{"kind":"begin","title":"reading your notes"}}"#,
        #""method":"$/progress","params":{"token":"kith-reading","value":{"kind":"end"}}"#,
        Self.published("doha.net", Self.unknownAmra),
      ])
    // An edit is no long work.
    #expect(client.send(Self.open("doha.net", "")).contains { $0.contains("progress") } == false)
  }
}
