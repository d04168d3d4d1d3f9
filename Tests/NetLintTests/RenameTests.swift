import NetLint
import NetModel
import NetSyntax
import Support
import Testing

/// What a rename makes of a notebook, by itself and without files.
@Suite struct RenameTests {
  /// The files after a rename, proved; the file of index 0 is the first.
  private func renamed(
    _ texts: String..., from old: String = "@jun", to new: String = "@junko", keepsOld: Bool = true
  ) throws -> [String] {
    let bytes = texts.map { Array($0.utf8) }
    let notebook = Notebook(bytes.map { ParsedFile($0).facts })
    var request = try RenameRequest(Array(old.utf8), to: Array(new.utf8))
    request.keepsOld = keepsOld
    let rename = try Rename(request, in: notebook, bytes: bytes)
    for file in rename.files { #expect(editViolations(file.edits, bytes[file.file]) == []) }
    var after = bytes
    for (file, text) in zip(rename.files, try rename.proved(in: notebook, bytes)) { after[file.file] = text }
    return after.map { String(decoding: $0, as: UTF8.self) }
  }

  private func refusal(_ texts: String..., from old: String = "@jun", to new: String = "@junko") throws
    -> RenameRefusal?
  {
    let bytes = texts.map { Array($0.utf8) }
    let request = try RenameRequest(Array(old.utf8), to: Array(new.utf8))
    do throws(RenameRefusal) {
      _ = try Rename(request, in: Notebook(bytes.map { ParsedFile($0).facts }), bytes: bytes)
      return nil
    } catch { return error }
  }

  // MARK: The record itself

  @Test(arguments: [
    // Behind a heading alone, and before fields.
    ("# Jun Tanaka @jun\n", "# Jun Tanaka @junko\naka: @jun\n"),
    ("# Jun Tanaka @jun\nrole: Teacher\n", "# Jun Tanaka @junko\naka: @jun\nrole: Teacher\n"),
    ("# Jun Tanaka @jun #friend", "# Jun Tanaka @junko #friend\naka: @jun"),
    ("# Jun T @jun\r\nrole: Teacher\r\n", "# Jun T @junko\r\naka: @jun\r\nrole: Teacher\r\n"),
    // Notes directly below do not become part of the field.
    ("# Jun T @jun\n- an item\n", "# Jun T @junko\naka: @jun\n\n- an item\n"),
    ("# Jun T @jun\n  indented\n", "# Jun T @junko\naka: @jun\n\n  indented\n"),
    ("# Jun T @jun\n// a word\n  indented\n", "# Jun T @junko\naka: @jun\n// a word\n\n  indented\n"),
    ("# Jun T @jun\n\nProse.\n", "# Jun T @junko\naka: @jun\n\nProse.\n"),
    ("# Jun T @jun\n# Lena @lena\n", "# Jun T @junko\naka: @jun\n# Lena @lena\n"),
    // Where blank lines stand above the first field, another field above them would end the header.
    ("# Jun T @jun\n\nrole: Teacher\nplace: Doha\n", "# Jun T @junko\n\nrole: Teacher\naka: @jun\nplace: Doha\n"),
    ("# Jun T @jun\n\n// a word\nrole: Teacher", "# Jun T @junko\n\n// a word\nrole: Teacher\naka: @jun"),
    // Other names are gone on with, on one line only.
    ("# Jun T @jun\naka: JT\n", "# Jun T @junko\naka: JT, @jun\n"),
    ("# Jun T @jun\naka: JT,\n", "# Jun T @junko\naka: JT, @jun\n"),
    ("# Jun T @jun\naka: JT (school)\naka: Tanaka\n", "# Jun T @junko\naka: JT (school)\naka: Tanaka, @jun\n"),
    ("# Jun T @jun\naka: JT,\n  Tanaka\n", "# Jun T @junko\naka: @jun\naka: JT,\n  Tanaka\n"),
    ("# Jun T @jun\naka: JT\\\n", "# Jun T @junko\naka: @jun\naka: JT\\\n"),
    ("# Jun T @jun\naka:\n", "# Jun T @junko\naka: @jun\naka:\n"),
    // Groups and organisations have handles, too.
    ("# Choir @jun\nkind: group\nmembers: @lena\n", "# Choir @junko\naka: @jun\nkind: group\nmembers: @lena\n"),
  ])
  func `the old handle is kept as an aka, in the header and nowhere else`(old: String, new: String) throws {
    let lena = "# Lena Petrova @lena\n"
    #expect(try renamed(old, old.contains("# Lena") ? "" : lena)[0] == new)
  }

  @Test func `nothing is added twice`() throws {
    #expect(try renamed("# Jun @jun\n") == ["# Jun @junko\n"])
    #expect(try renamed("# T @jun\naka: Jun\n") == ["# T @junko\naka: Jun\n"])
    #expect(try renamed("# T @jun\naka: @Jun, JT\n") == ["# T @junko\naka: @Jun, JT\n"])
    #expect(try renamed("# T @jun\n", keepsOld: false) == ["# T @junko\n"])
  }

  @Test func `going back changes places with the earlier handle`() throws {
    let first = "# Tanaka @jun\nrole: Teacher\n\nAsk @jun.\n"
    let second = try renamed(first)[0]
    #expect(second == "# Tanaka @junko\naka: @jun\nrole: Teacher\n\nAsk @junko.\n")
    let third = try renamed(second, from: "@junko", to: "@jun")[0]
    #expect(third == "# Tanaka @jun\naka: @junko\nrole: Teacher\n\nAsk @jun.\n")
    #expect(try renamed(third)[0] == second)
  }

  @Test func `a handle that the name gives is written down behind the name`() throws {
    #expect(
      try renamed(
        "# Jun Tanaka #friend\nrole: Teacher\n\n# Lena @lena\nknows: @jun-tanaka\n", from: "jun-tanaka", to: "jun")
        == ["# Jun Tanaka @jun #friend\nrole: Teacher\n\n# Lena @lena\nknows: @jun\n"])
    #expect(
      try renamed("# 小林\n\n小林さんは @小林 です。\n", from: "小林", to: "kobayashi") == [
        "# 小林 @kobayashi\n\n小林さんは @kobayashi です。\n"
      ])
  }

  // MARK: Mentions

  @Test func `mentions are renamed wherever they count`() throws {
    let notes = """
      Before the first record, @jun.

      # Lena Petrova @lena
      org: with @jun
      via: @jun
      knows: @amara, @jun (cousin), the son of @jun
      own-key: what @jun says

      Asked @jun, then [him, @jun](https://example.org/@jun), twice: (@jun)
      and "@jun's".

      ## What @jun said

      > Ask @jun!

      - gave @jun, @amara: a book
        about @jun
        - @jun & @lena: [ ]
      - [ ] @jun: call
      - 2026-11-20 @jun rang

      # 2026-11-14 Coffee with @jun
      with: @jun, @lena

      # Packing for @jun
      kind: page

      # The choir @choir
      kind: group
      members: @lena, @jun
      """
    let people = "# Jun Tanaka @jun\n\n# Amara Okafor @amara\n"
    let after = try renamed(people, notes)
    let expected = notes.replacing("@jun", with: "@junko").replacing("org/@junko", with: "org/@jun")
    #expect(after[1] == expected)
    #expect(notes.split(separator: "@jun").count == 22)
  }

  @Test func `code, comments, addresses and escapes stay`() throws {
    let notes = """
      # Lena @lena
      email: lena@jun.example
      url: https://example.org/@jun

      `@jun`, \\@jun, <mailto:@jun>, me@jun, ## @@jun
      // @jun

      ```
      @jun
      ```

      """
    #expect(try renamed("# Jun Tanaka @jun\n", notes)[1] == notes)
  }

  @Test func `mentions of the record by another of its names stay`() throws {
    let text = "# Jun Tanaka @jun\naka: JT, @tanaka\n\n@jun @jun-tanaka @jt @tanaka @JUN\n"
    #expect(
      try renamed(text)[0]
        == "# Jun Tanaka @junko\naka: JT, @tanaka, @jun\n\n@junko @jun-tanaka @jt @tanaka @junko\n")
  }

  @Test func `a handle that another one begins with is another one`() throws {
    let text = "# Jun Abe @jun\n\n# Jun Tanaka @jun-t\n\n@jun @jun-t @jun- @jun_t @jun2\n"
    #expect(
      try renamed(text)[0]
        == "# Jun Abe @junko\naka: @jun\n\n# Jun Tanaka @jun-t\n\n@junko @jun-t @junko- @jun_t @jun2\n")
  }

  @Test func `letter case and equivalent spellings are the same handle`() throws {
    let text = "# Jose Silva @JOSE\u{301}\n\n@josé, @jose\u{301}, @JOSÉ, @jose\n\n# Jose Diaz @jose\n"
    #expect(
      try renamed(text, from: "@José", to: "@Silva")[0]
        == "# Jose Silva @silva\naka: @jose\u{301}\n\n@silva, @silva, @silva, @jose\n\n# Jose Diaz @jose\n")
    // To the same handle, it is one spelling for all.
    #expect(try renamed("# Jun T @Jun\n\n@JUN @jun\n", from: "jun", to: "JUN") == ["# Jun T @jun\n\n@jun @jun\n"])
    #expect(
      try renamed("# Nikos @νίκος\n\n@ΝΊΚΟΣ\n", from: "@νίκοσ", to: "@nik")[0] == "# Nikos @nik\naka: @νίκος\n\n@nik\n")
  }

  @Test func `text in other scripts keeps its marks`() throws {
    let arabic = "# عائشة @عائشة\n\n\u{200F}- gave @عائشة، @jun: كتاب\n\n# Jun Tanaka @jun\n"
    #expect(
      try renamed(arabic)[0]
        == arabic.replacing("@jun: ", with: "@junko: ").replacing("@jun\n", with: "@junko\naka: @jun\n"))
    #expect(try renamed(arabic, from: "عائشة", to: "aisha")[0] == arabic.replacing("@عائشة", with: "@aisha"))
    let persian = "# Ali @علی\n\n# Mina @mina\n"
    #expect(try renamed(persian, from: "mina", to: "می\u{200C}نا")[0].hasSuffix("# Mina @می\u{200C}نا\n"))
  }

  @Test func `renaming again finishes what is left`() throws {
    let done = "# T @junko\naka: @jun\n"
    #expect(try renamed(done, "@jun and @junko\n") == [done, "@junko and @junko\n"])
    #expect(try renamed(done) == [done])
  }

  // MARK: Refusals

  @Test func `who has no such handle, or several, is not renamed`() throws {
    #expect(try refusal("# June Abe @june\n") == .nobody(try #require(Handle("jun")), near: ["@june"]))
    #expect(try refusal("@jun\n")?.message == "no one has the handle `@jun`")
    let other = try #require(try refusal("# Jun @tanaka\n"))
    #expect(other.message == "`@jun` is another name of `@tanaka`, not its handle")
    #expect(other.help == "rename `@tanaka`")
    for text in ["# A @jun\n\n# B @jun\n", "# Jun\n\n# B @b\naka: Jun\n", "# A @jun\n\n# Jun\n"] {
      let several = try #require(try refusal(text))
      #expect(several.message == "several go by `@jun`" && several.places.count == 2, "\(text)")
      #expect(several.help == "give each a handle of its own first; `kith rule duplicate-handle` says more")
    }
    #expect(try refusal("# Me @me\n", from: "@me") == .writer)
    #expect(try refusal("# Jun @jun\n", to: "@ME") == .writer)
  }

  @Test(arguments: ["# B @junko\n", "# Junko\n", "# Junko @b\n", "# B @b\naka: Junko\n", "# B @b\naka: @JUNKO\n"])
  func `a handle that somebody else goes by is refused, with both places`(other: String) throws {
    let refusal = try #require(try refusal("# Jun Tanaka @jun\n", other))
    #expect(refusal.message == "somebody else goes by `@junko`")
    #expect(refusal.places.map(\.file) == [1, 0])
  }

  @Test func `mentions that would come to mean somebody are counted`() throws {
    let refusal = try #require(try refusal("# Jun Tanaka @jun\n\n@junko @Junko @junko\n- got @junko: a book\n"))
    #expect(refusal.message == "`@junko` is mentioned 4 times already, and nobody is meant by it")
    #expect(refusal.places.count == 3)
    #expect(refusal.help == "they would come to mean somebody: correct them first, or choose another handle")
    #expect(
      try self.refusal("# Jun Tanaka @jun\n\n@junko\n")?.message
        == "`@junko` is mentioned once already, and nobody is meant by it")
    // Those that mean the record already, by another of its names, go on meaning it.
    #expect(
      try renamed("# Jun T @jun\naka: Junko\n\n@junko @jun\n")[0]
        == "# Jun T @junko\naka: Junko, @jun\n\n@junko @junko\n")
  }

  @Test func `a mention inside a name is part of the handle that the name gives`() throws {
    let refusal = try #require(try refusal("# Jun T @jun\n\n# Mother of @jun Tanaka\n"))
    #expect(refusal.message == "`@jun` stands inside a name")
    #expect(refusal.help == "move it behind the name first; `kith rule extra-handle` says more")
    #expect(refusal.places.count == 1)
  }

  @Test func `a tag that touches the handle is not lost, and none comes`() throws {
    #expect(try renamed("# T @jun\n\n@jun#private\n", keepsOld: false)[0] == "# T @junko\n\n@junko#private\n")
    let lost = try #require(try refusal("# T @jun\n\n@jun#private\n", to: "@純子"))
    #expect(lost.message == "what stands directly behind `@jun` would be read differently")
    #expect(lost.help == "put a blank between the two first")
    #expect(try refusal("# T @純子\n\n@純子#private\n", from: "@純子")?.places.count == 1)
  }

  @Test func `a name that others share is not kept`() throws {
    #expect(try renamed("# T @jun\n\n# Jun @b\n")[0] == "# T @junko\n\n# Jun @b\n")
  }

  @Test func `what is no handle is told from what is one`() throws {
    func fault(_ typed: String) -> NoHandle? {
      do throws(NoHandle) {
        _ = try RenameRequest(Array(typed.utf8), to: Array("a".utf8))
        return nil
      } catch { return error }
    }
    #expect(fault("Jun Tanaka")?.nearest == "@jun-tanaka")
    #expect(fault("@jun-")?.nearest == "@jun")
    #expect(fault("@@jun")?.nearest == "@jun")
    for typed in ["", "@", "!", "-"] { #expect(fault(typed)?.typed == typed && fault(typed)?.nearest == nil) }
    for typed in ["jun", "@jun", "@Jun_2", "@小林", "50"] { #expect(fault(typed) == nil) }
  }

  // MARK: What a person may want to look at

  @Test func `the handle in comments, code and labels is pointed out`() throws {
    let text = """
      # Jun Tanaka @jun

      // ask @jun, @junko2 and @Jun
      ```
      @jun
      ```
      `@jun` \\@jun https://example.org/@jun me@jun

      # Lena @lena
      knows: @amara (sister of @jun)
      """
    let bytes = Array(text.utf8)
    let request = try RenameRequest(Array("jun".utf8), to: Array("junko".utf8))
    let rename = try Rename(request, in: Notebook([ParsedFile(bytes).facts]), bytes: [bytes])
    let places = ["a comment", "a comment", "code", "code", "a value that is no text"]
    #expect(rename.leftovers.map(\.message) == places.map { "stands in \($0)" })
  }
}
