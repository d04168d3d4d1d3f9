import KithFiles
import NetJSON
import NetLint
import NetModel
import NetSyntax

/// A notebook as the editor sees it: what is open there over what is on disk, with what the rules find in it.
struct OpenNotebook: Sendable {
  let found: FoundNotebook
  private(set) var linted: LintedNotebook
  /// Why a file could not be read, by its number.
  let failures: [Int: FileError]
  /// The address of each file, as the client knows it.
  let uris: [String]
  /// The lines of files that something has been shown of.
  private var lines: [Int: LineTable] = [:]
  /// The names in files that have been searched.
  private var names: [Int: NameIndex] = [:]
  /// The words of files that have been asked for.
  private var words: [Int: NotedWords] = [:]
  /// The secrets in each file, which are shown nowhere.
  private var secrets: [[[UInt8]]]
  private var phrases: SecretPhrases
  /// Files that have not been searched for secrets since they changed.
  private var unsearched: Set<Int> = []

  /// Reads a notebook, and checks its files one by one.
  ///
  /// - Parameters:
  ///   - uris: The address of each file, as the client knows it.
  ///   - texts: What the open files hold, by their numbers.
  init(_ found: FoundNotebook, uris: [String], texts: [Int: [UInt8]], threads: Int) {
    var checkedAll = found
    // What is found in files that nobody asked for is not shown, and is there once one of them is opened.
    for number in checkedAll.files.indices { checkedAll.files[number].isAsked = true }
    let linter = Linter(rules: found.configuration.selection.rules)
    let checked = CheckedFiles(checkedAll, linter: linter, threads: threads, isSettled: false, text: { texts[$0] })
    self.found = found
    self.uris = uris
    linted = checked.linted
    failures = checked.failures
    secrets = secretTexts(in: checked.linted.files, threads: threads)
    phrases = SecretPhrases(secrets.lazy.flatMap(\.self))
  }

  /// Puts other texts in the place of some files', by their numbers; what is found is up to date when it is settled.
  mutating func take(_ texts: [Int: [UInt8]]) {
    linted.take(texts)
    for number in texts.keys {
      lines[number] = nil
      names[number] = nil
      words[number] = nil
      unsearched.insert(number)
    }
  }

  /// Brings what is found up to date, and returns the files of which something else may be shown than before; nil if those
  /// may be all.
  ///
  /// - Parameter pause: Called between two pieces of work, of which the next call does those that are left if it throws.
  mutating func settle<Failure>(between pause: () throws(Failure) -> Void) throws(Failure) -> Set<Int>? {
    let files = try linted.settle(between: pause)
    let before = secrets
    for number in unsearched { secrets[number] = secretTexts(in: linted.files[number].bytes) }
    unsearched = []
    if secrets == before { return files }
    phrases = SecretPhrases(secrets.lazy.flatMap(\.self))
    return nil
  }

  /// A finding without the secrets that it quotes.
  func masked(_ diagnostic: Diagnostic) -> Diagnostic { phrases.masked(diagnostic) }

  /// Findings as the protocol has them: an array, in JSON.
  mutating func json(_ diagnostics: [Diagnostic], for client: ClientCapabilities) -> [UInt8] {
    if diagnostics.isEmpty { return Reports.none }
    var json = JSONWriter()
    json.beginArray()
    for diagnostic in diagnostics {
      let shown = masked(diagnostic)
      json.object { json in
        json.range(range(shown.range, in: shown.file, client))
        // The form is not there yet while somebody types: a hint.
        json.member("severity", shown.isOfForm ? 4 : shown.rule.severity.number)
        json.member("code", shown.rule.code)
        if let pages = client.rulePages {
          json.object("codeDescription") { $0.member("href", pages + shown.rule.name + ".md") }
        }
        json.member("source", "kith")
        json.member("message", sentences(shown.message, shown.help))
        if client.takesUnnecessaryTag, unnecessary.contains(shown.rule.name) {
          json.array("tags") { $0.int(1) }
        }
        guard client.takesRelatedInformation, !shown.labels.isEmpty else { return }
        json.array("relatedInformation") { json in
          for label in shown.labels {
            json.object { json in
              json.object("location") { json in
                json.member("uri", uris[label.file])
                json.range(range(label.range, in: label.file, client))
              }
              json.member("message", visible(label.message))
            }
          }
        }
      }
    }
    json.endArray()
    return json.bytes
  }

  /// A file with its tree.
  func parsedFile(_ number: Int) -> ParsedFile {
    let file = linted.files[number]
    return ParsedFile(file.bytes, tree: parse(file.bytes.span, reusing: Tree()), facts: file.facts)
  }

  /// The words of all files that are proposed; read when they are first asked for, and again where a file has changed.
  mutating func notedWords() -> NotedWords {
    var all = NotedWords()
    for (number, file) in linted.files.enumerated() {
      let found = words[number] ?? NotedWords(of: file.bytes)
      words[number] = found
      all.add(found)
    }
    return all
  }

  /// Whether a text gives no secret away.
  func isFreeOfSecrets(_ text: String) -> Bool { phrases.masked(text) == text }

  /// What the records of a file are found by.
  mutating func names(of file: Int) -> NameIndex {
    if let known = names[file] { return known }
    let index = NameIndex(linted.files[file].facts, linted.files[file].bytes)
    names[file] = index
    return index
  }

  /// Where some bytes of a file stand.
  mutating func range(_ range: ByteRange, in file: Int, _ client: ClientCapabilities) -> Range<TextPlace> {
    let bytes = linted.files[file].bytes
    let table = lines[file] ?? LineTable(bytes, client.encoding)
    lines[file] = table
    return table.place(of: range.start, in: bytes)..<table.place(of: range.end, in: bytes)
  }
}

/// The secrets in each file, found on several threads.
private func secretTexts(in files: [LintedNotebook.File], threads: Int) -> [[[UInt8]]] {
  parallelMap(count: files.count, threads: threads) { secretTexts(in: files[$0].bytes) }
}

/// Rules that find what can go without loss, which editors show faded.
private let unnecessary: Set = ["unused-suppression", "empty-field"]

extension Severity {
  /// The protocol's `DiagnosticSeverity`.
  var number: Int {
    switch self {
    case .error: 1
    case .warning: 2
    case .info: 3
    }
  }
}
