import Testing

@Suite struct RenameRequestTests {
  private static let files = [
    "people.net": "# Jun Tanaka @j‸un\n\n// @jun is his son's name, too\n- gave @jun: two contacts\n",
    "doha.net": "# 2026-11-14 Coffee with @jun and @nobody\r\n",
    "lena.net": "# Lena Petrova\naka: Len\n\nvia @lena-petrova and @len\n",
  ]

  /// The notebook with the mark at other words.
  private static func marked(_ words: String, in file: String, _ capabilities: String = "{}") throws -> MarkedNotebook {
    var marked = files.mapValues { $0.replacing("‸", with: "") }
    marked[file] = marked[file]?.replacing(words, with: "‸" + words)
    return try MarkedNotebook(marked, capabilities)
  }

  @Test func whoAsksFirstIsToldSo() throws {
    let able = #"{"textDocument":{"rename":{"prepareSupport":true}}}"#
    #expect(try Client().start(able).first?.contains(#""renameProvider":{"prepareProvider":true}"#) == true)
  }

  @Test func whatIsRenamedIsShownFirst() throws {
    let table: [(words: String, file: String, answer: String)] = [
      ("@jun\n", "people.net", "{range:0:13-0:17,placeholder:jun}"),
      ("Jun Tanaka", "people.net", "{range:0:2-0:12,placeholder:jun}"),
      ("@jun and", "doha.net", "{range:0:25-0:29,placeholder:jun}"),
      ("Lena Petrova", "lena.net", "{range:0:2-0:14,placeholder:lena-petrova}"),
      ("@len\n", "lena.net", "{range:3:22-3:26,placeholder:len}"), ("@nobody", "doha.net", "null"),
      ("Coffee", "doha.net", "null"),
    ]
    for (words, file, answer) in table {
      #expect(try Self.marked(words, in: file).ask("textDocument/prepareRename") == answer, "\(words)")
    }
  }

  /// Who asks is told before a new name is typed, and all the same if it is typed.
  @Test(arguments: [
    ("Len\n", "lena.net", "`Len` is another name of `@lena-petrova`, not its handle / rename `@lena-petrova`"),
    ("Jun Tanaka, Lena", "tea.net", "`Jun Tanaka` is a name, and only handles are renamed / rename `@jun`"),
    ("Len", "tea.net", "`Len` is a name, and only handles are renamed / rename `@lena-petrova`"),
  ])
  func aNameIsNotRenamedButTheHandleBehindIt(_ words: String, _ file: String, _ message: String) throws {
    let tea = words == "Len" ? "# 2026-11-20 Tea\nwith: Len\n" : "# 2026-11-20 Tea\nwith: Jun Tanaka, Lena\n"
    var files = Self.files.mapValues { $0.replacing("‸", with: "") }
    files["tea.net"] = tea
    files[file] = files[file]?.replacing(words, with: "‸" + words)
    for (method, more) in [("prepareRename", ""), ("rename", #","newName":"x""#)] {
      #expect(
        try MarkedNotebook(files).ask("textDocument/\(method)", more) == "error:{code:-32803,message:\(message)}")
    }
  }

  @Test func mentionsOfAnEarlierHandleThatCameInLaterAreRenamed() throws {
    let notebook = try MarkedNotebook(["a.net": "# Jun @jun-tanaka\naka: @jun\n\n- gave @‸jun: x\n"])
    #expect(
      notebook.ask("textDocument/rename", #","newName":"jun-tanaka""#)
        == "{changes:{a.net:[{range:3:7-3:11,newText:@jun-tanaka}]}}")
  }

  @Test func aRenameIsThatOfTheCommand() throws {
    let edits =
      "people.net:[{range:0:13-0:17,newText:@jun-tanaka},{range:1:0-1:0,newText:aka: @jun / },"
      + "{range:3:7-3:11,newText:@jun-tanaka}],doha.net:[{range:0:25-0:29,newText:@jun-tanaka}]"
    let stays =
      "method:window/showMessage,params:{type:3,message:`@jun` stands in a comment and is left as it is: people.net:3:4}\n"
    for name in ["@jun-tanaka", "jun-tanaka", "JUN-Tanaka"] {
      let answer = try MarkedNotebook(Self.files).ask("textDocument/rename", #","newName":"\#(name)""#)
      #expect(answer == "\(stays){changes:{\(edits)}}")
    }
  }

  @Test func editsNameTheVersionsOfWhatIsOpen() throws {
    let notebook = try MarkedNotebook(
      ["a.net": "# Amara @a\n", "b.net": "- gave @‸a: x\n"],
      #"{"workspace":{"workspaceEdit":{"documentChanges":true}}}"#)
    _ = notebook.client.send(
      #""method":"textDocument/didOpen","params":{"textDocument":{"uri":"ROOT/b.net","version":7,"text":"- gave @a: x\n"}}"#
    )
    #expect(
      notebook.ask("textDocument/rename", #","newName":"b""#)
        == "{documentChanges:[{textDocument:{uri:a.net,version:null},edits:[{range:0:8-0:10,newText:@b},"
        + "{range:1:0-1:0,newText:aka: @a / }]},"
        + "{textDocument:{uri:b.net,version:7},edits:[{range:0:7-0:9,newText:@b}]}]}")
  }

  @Test func aDerivedHandleIsWrittenDown() throws {
    #expect(
      try Self.marked("@lena-petrova", in: "lena.net").ask("textDocument/rename", #","newName":"lp""#)
        == "{changes:{lena.net:[{range:0:14-0:14,newText: @lp},{range:3:4-3:17,newText:@lp}]}}")
  }

  @Test(arguments: [
    ("@jun\n", "people.net", "lena-petrova", "somebody else goes by `@lena-petrova` / choose another handle"),
    ("@jun\n", "people.net", "two words", "`two words` is no handle / did you mean `@two-words`?"),
    ("@jun\n", "people.net", "", "`` is no handle / a handle is a letter or digit, then letters, digits, `-` and `_`"),
    ("@jun\n", "people.net", "me", "`@me` is the writer, and nobody is renamed from it or to it"),
    ("@len\n", "lena.net", "l", "`@len` is another name of `@lena-petrova`, not its handle / rename `@lena-petrova`"),
    ("@nobody", "doha.net", "some", "no one has the handle `@nobody`"),
  ])
  func whatCannotBeIsRefused(_ words: String, _ file: String, _ name: String, _ message: String) throws {
    #expect(
      try Self.marked(words, in: file).ask("textDocument/rename", #","newName":"\#(name)""#)
        == "error:{code:-32803,message:\(message)}")
  }

  @Test func nothingIsRenamedWhereAFileCannotBeRead() throws {
    let notebook = try MarkedNotebook(["a.net": "# A @‸a\n"])
    try notebook.client.write(bytes: [0x23, 0x20, 0xFF, 0x0A], to: "b.net")
    let changed = #""method":"workspace/didChangeWatchedFiles","params":{"changes":[{"uri":"ROOT/b.net","type":1}]}"#
    _ = notebook.client.send(changed)
    #expect(
      notebook.ask("textDocument/rename", #","newName":"b""#)
        == "error:{code:-32803,message:the byte at line 1, column 3 of `b.net` is not UTF-8 / "
        + "nothing is renamed, since this file may mention somebody, too}")
  }

  @Test func whatHasTheNameAlreadyStaysAsItIs() throws {
    #expect(try MarkedNotebook(["a.net": "# A @‸a\n"]).ask("textDocument/rename", #","newName":"@a""#) == "null")
  }
}
