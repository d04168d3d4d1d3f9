import KithFiles
import NetJSON
import NetLint
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
  /// The secrets in each file, which are shown nowhere.
  private var secrets: [[[UInt8]]]
  private var phrases: SecretPhrases

  /// Reads and checks a notebook.
  ///
  /// - Parameters:
  ///   - uris: The address of each file, as the client knows it.
  ///   - texts: What the open files hold, by their numbers.
  init(_ found: FoundNotebook, uris: [String], texts: [Int: [UInt8]], threads: Int) {
    var checkedAll = found
    // What is found in files that nobody asked for is not shown, and is there once one of them is opened.
    for number in checkedAll.files.indices { checkedAll.files[number].isAsked = true }
    let linter = Linter(rules: found.configuration.selection.rules)
    let checked = CheckedFiles(checkedAll, linter: linter, threads: threads, text: { texts[$0] })
    self.found = found
    self.uris = uris
    linted = checked.linted
    failures = checked.failures
    secrets = checked.linted.files.map { secretTexts(in: $0.bytes) }
    phrases = SecretPhrases(secrets.lazy.flatMap(\.self))
  }

  /// Puts other texts in the place of some files', by their numbers.
  mutating func replace(_ texts: [Int: [UInt8]]) {
    linted.replace(texts)
    var hasOtherSecrets = false
    for (number, bytes) in texts {
      lines[number] = nil
      names[number] = nil
      let found = secretTexts(in: bytes)
      hasOtherSecrets = hasOtherSecrets || found != secrets[number]
      secrets[number] = found
    }
    if hasOtherSecrets { phrases = SecretPhrases(secrets.lazy.flatMap(\.self)) }
  }

  /// What is found, by the number of the file.
  var diagnosticsByFile: [Int: [Diagnostic]] { Dictionary(grouping: linted.diagnostics, by: \.file) }

  /// What is found in one file as the protocol has it: an array, in JSON.
  mutating func json(_ diagnostics: [Diagnostic], for client: ClientCapabilities) -> [UInt8] {
    var json = JSONWriter(escapingUnsafe: true)
    json.beginArray()
    for diagnostic in diagnostics {
      let shown = phrases.masked(diagnostic)
      json.object { json in
        json.range(range(shown.range, in: shown.file, client))
        json.member("severity", shown.rule.severity.number)
        json.member("code", shown.rule.code)
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
