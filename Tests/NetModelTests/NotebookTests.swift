import NetModel
import Testing

/// Whom mentions mean over several files, whatever order these come in, and what changes when one is replaced.
@Suite struct NotebookTests {
  @Test func mentionsResolveOverFiles() {
    let notebook = Notebook([
      facts("# 2026-11-14 Coffee with @AMARA and @mara\n"),
      facts("# Amara Okafor @amara\naka: Mara, @okafor\n\n# Jun Tanaka\n"),
    ])
    #expect(meaning(of: "amara", in: notebook) == "1.0")
    #expect(meaning(of: "amara-okafor", in: notebook) == "1.0")
    #expect(meaning(of: "mara", in: notebook) == "1.0")
    #expect(meaning(of: "okafor", in: notebook) == "1.0")
    #expect(meaning(of: "jun-tanaka", in: notebook) == "1.1")
    #expect(notebook.symbol(of: "jun") == nil)
    let mentions = notebook.files[0].mentions
    #expect(mentions.map { notebook.resolution(of: $0, in: 0) } == [resolved(1, 0), resolved(1, 0)])
    #expect(notebook.handle(of: RecordID(file: 1, record: 1)) == "jun-tanaka")
  }

  @Test func namesAreKnownHoweverManyAFileHas() {
    let names = (0..<600).map { "person-\($0)" }
    let notebook = Notebook([facts(names.map { "# Somebody @\($0)\n\nWith @\($0).\n" }.joined(separator: "\n"))])
    #expect(names.indices.allSatisfy { meaning(of: names[$0], in: notebook) == "0.\($0)" })
    #expect(notebook.files[0].mentions.count == names.count)
  }

  @Test func oneOfManyWhoGoByANameMakesItPrivate() {
    for count in [2, 8, 9, 40] {
      let others = String(repeating: "# Ann Bell\n\n", count: count - 1)
      for (mark, isPrivate) in [("#private", true), ("", false)] {
        let notebook = Notebook([facts(others + "# Ann Bell \(mark)\n")])
        let symbol = notebook.symbol(of: "ann-bell")
        #expect(symbol.map { notebook.isPrivate($0) } == isPrivate, "\(count)")
        #expect(symbol.flatMap { notebook.record(of: $0) } == nil)
      }
    }
  }

  @Test(arguments: [
    // Compared in any letter case and by canonical equivalence, without joiners.
    ("# José Silva @jos\u{E9}\n", "jose\u{301}", "0.0"),
    ("# Νίκος Παπάς @νίκος\n", "νίκοσ", "0.0"),
    // A written handle comes before any name.
    ("# Lena Petrova @lena\n\n# Elena Marsh @elena\naka: Lena\n", "lena", "0.0"),
    // Names may be shared, and then mean several, as may a name and somebody's earlier handle.
    ("# Ann Bell @a\n\n# Ann Bell @b\n", "ann-bell", "ambiguous 0.0 0.1"),
    ("# Ann @a-bell\n\n# Ann Cole @b\naka: @ann\n", "ann", "ambiguous 0.0 0.1"),
    // So may a handle that is given by two names.
    ("# Ann Bell\n\n# Ann Bell\n", "ann-bell", "ambiguous 0.0 0.1"),
    ("# Jun Tanaka @jun\n\n# Jun Hwang @Jun\n", "jun", "shared 0.0 0.1"),
    // One record that goes by a name in several ways is one.
    ("# Jun @jun\naka: Jun, @jun\n", "jun", "0.0"),
    // Pages and meetings cannot be mentioned.
    ("# Summer list\nkind: page\n\nWith @summer-list.\n", "summer-list", "unknown"),
    // `@me` is the writer, who may have a record, and nobody else.
    ("Lunch with @me.\n", "me", "writer"),
    ("# Nadia @me\n", "me", "0.0"),
    ("# Me\n", "me", "0.0"),
    ("# Me @nadia\naka: Me\n", "me", "writer"),
  ])
  func handlesMean(notes: String, handle: String, expected: String) {
    #expect(meaning(of: handle, in: Notebook([facts(notes)])) == expected)
  }

  @Test func holdersHaveTheHandleItself() throws {
    let notebook = Notebook([facts("# Ann Bell @ann\n\n# Ann\n\n# Anna @anna\naka: Ann, @ann\n")])
    let symbol = try #require(notebook.symbol(of: "ann"))
    #expect(notebook.holders(of: symbol) == [RecordID(file: 0, record: 0), RecordID(file: 0, record: 1)])
  }

  @Test func theOrderOfFilesChangesNothing() {
    let files = Self.files.enumerated().map { (name: $0.offset, facts: facts($0.element)) }
    let expected = meanings(of: Notebook(files.map(\.facts)), files.map(\.name))
    for permutation in permutations(files) {
      #expect(meanings(of: Notebook(permutation.map(\.facts)), permutation.map(\.name)) == expected)
    }
  }

  @Test(
    arguments: [
      // Nothing changes; a mention more; one less.
      (0, Self.files[0], []),
      (0, Self.files[0] + "\n- gave @nobody: a chair\n", []),
      (2, "", []),
      // A record is gone, is renamed, or has another handle.
      (1, "# Jun Tanaka @jun\n", ["amara", "amara-okafor", "jun", "jun-tanaka", "mara"]),
      (0, "# Lena Marsh @lena\naka: Mara\n", ["lena-marsh", "lena-petrova"]),
      (0, "# Lena Petrova @petrova\naka: Mara\n", ["lena", "petrova"]),
      // A name becomes one that several have, and one that nobody has had before.
      (2, "# Jun Tanaka @jt\n\n# Priya @priya\n", ["jt", "jun-tanaka", "priya"]),
    ] as [(Int, String, [String])])
  func replacingTellsWhatChanged(file: Int, notes: String, expected: [String]) {
    var notebook = Notebook(Self.files.map(facts))
    let changed = notebook.replace(file, with: facts(notes))
    #expect(changed.map { notebook.text(of: $0) }.sorted() == expected)
    var files = Self.files
    files[file] = notes
    expectSame(notebook, Notebook(files.map(facts)))
  }

  @Test func replacingAgainAndAgainIsLikeReadingAnew() {
    let versions = Self.files + ["", "# Amara @amara\n", "# Lena @mara\n\nSaw @jun and @amara.\n"]
    var files = Self.files
    var notebook = Notebook(files.map(facts))
    var state: UInt64 = 1
    for _ in 0..<200 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let file = Int(state >> 33) % files.count
      let notes = versions[Int(state >> 40) % versions.count]
      let before = Notebook(files.map(facts))
      files[file] = notes
      let after = Notebook(files.map(facts))
      let changed = Set(notebook.replace(file, with: facts(notes)).map { notebook.text(of: $0) })
      expectSame(notebook, after)
      for text in Self.handles {
        let isChanged = meaning(of: text, in: before) != meaning(of: text, in: after)
        #expect(!isChanged || changed.contains(text), "the meaning of \(text) changed in silence")
      }
    }
  }

  private static let files = [
    "# Lena Petrova @lena\naka: Mara\n\nSaw @amara and @nobody.\n",
    "# Amara Okafor @amara\naka: Mara\n\n# Jun Tanaka @jun\nknows: @lena, @mara\n",
    "# 2026-11-14 Coffee with @jun and @jun-tanaka\n\n# Lists\nkind: page\n",
  ]
  private static let handles = [
    "lena", "lena-petrova", "mara", "amara", "amara-okafor", "jun", "jun-tanaka", "nobody", "me",
  ]
}

private func facts(_ notes: String) -> FileFacts { ParsedFile(Array(notes.utf8)).facts }

private func resolved(_ file: Int, _ record: Int) -> Resolution {
  .record(RecordID(file: file, record: record))
}

/// What a handle means, as `FILE.RECORD`; files may go by other names than their numbers.
private func meaning(of handle: String, in notebook: Notebook, _ fileNames: [Int]? = nil) -> String {
  func places(_ ids: [RecordID]) -> String {
    ids.map { "\(fileNames?[$0.file] ?? $0.file).\($0.record)" }.sorted().joined(separator: " ")
  }
  guard let symbol = notebook.symbol(of: handle) else { return "unknown" }
  switch notebook.resolution(of: symbol) {
  case .writer: return "writer"
  case .record(let id): return places([id])
  case .shared(let ids): return "shared " + places(ids)
  case .ambiguous(let ids): return "ambiguous " + places(ids)
  case .unknown: return "unknown"
  }
}

/// What each handle that occurs means.
private func meanings(of notebook: Notebook, _ fileNames: [Int]? = nil) -> [String: String] {
  var meanings: [String: String] = [:]
  for symbol in 0..<notebook.symbolCount {
    let text = notebook.text(of: symbol)
    meanings[text] = meaning(of: text, in: notebook, fileNames)
  }
  return meanings
}

/// Expects that two notebooks mean the same, whatever their symbols are, and whatever either has seen before.
private func expectSame(_ notebook: Notebook, _ other: Notebook) {
  let (left, right) = (meanings(of: notebook), meanings(of: other))
  for text in Set(left.keys).union(right.keys) {
    #expect(left[text] ?? "unknown" == right[text] ?? "unknown")
  }
  for (file, facts) in other.files.enumerated() {
    for (mention, mine) in zip(facts.mentions, notebook.files[file].mentions) {
      #expect(notebook.resolution(of: mine, in: file) == other.resolution(of: mention, in: file))
    }
  }
  for symbol in 0..<other.symbolCount {
    guard let mine = notebook.symbol(of: other.text(of: symbol)) else { continue }
    #expect(notebook.claimants(of: mine).map(\.id) == other.claimants(of: symbol).map(\.id))
  }
}

private func permutations<Element>(_ elements: [Element]) -> [[Element]] {
  guard elements.count > 1 else { return [elements] }
  return elements.indices.flatMap { index in
    var rest = elements
    let first = rest.remove(at: index)
    return permutations(rest).map { [first] + $0 }
  }
}
