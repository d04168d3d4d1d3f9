import KithFiles
import NetLint
import NetSyntax

/// Everything that is open: folders, documents, and the notebooks that these are in.
///
/// Changes only note what has to be done. ``refresh()`` does as much of it as it takes to know what texts say and whom names
/// mean, ``settle()`` all of it, once for all that came in a row.
struct Workspace: Sendable {
  /// What is the same for every search: settings, excludes, the working folder.
  private let search: Search
  private let threads: Int
  /// The folders that the client has open, in its order.
  var folders: [Path] = [] { didSet { isStale = true } }
  /// By their addresses.
  private(set) var documents: [String: Document] = [:]
  /// Of what was open when names were last up to date.
  private(set) var notebooks: [OpenNotebook] = []
  /// Which file each open document is.
  private var places: [String: Place] = [:]
  /// Which file each address is, open or not.
  private var known: [String: Place] = [:]
  /// What could not be read, or understood, when notebooks were last looked for.
  private(set) var troubles: [String] = []
  private(set) var brokenConfigurations: [BrokenConfiguration] = []
  /// Whether notebooks have to be looked for again.
  private(set) var isStale = false
  /// The documents that have been opened, changed or closed since things last settled.
  private(set) var changed: Set<String> = []
  /// Those of them of whose text nothing is known yet.
  private var unread: Set<String> = []
  /// The files of which something else may be shown than when things last settled.
  private var concerned: Set<Place> = []
  /// Whether those are all files, as when all has been read anew.
  private var isAnew = false

  /// Whether nothing has come since.
  var isSettled: Bool { !isStale && !isAnew && changed.isEmpty }

  struct Place: Hashable, Sendable {
    var notebook: Int
    var file: Int
  }

  init(_ search: Search, threads: Int) {
    self.search = search
    self.threads = threads
  }

  /// Looks for notebooks again when things settle, since files or settings have changed on disk.
  mutating func rescan() { isStale = true }

  /// Takes a document that has been opened.
  mutating func open(_ document: Document) {
    documents[document.uri] = document
    if let place = known[document.uri], notebooks[place.notebook].failures[place.file] == nil {
      places[document.uri] = place
    } else {
      isStale = true
    }
    changed.insert(document.uri)
    unread.insert(document.uri)
  }

  /// Takes what a document holds by now.
  mutating func change(_ document: Document) {
    documents[document.uri] = document
    changed.insert(document.uri)
    unread.insert(document.uri)
  }

  /// Takes the file on disk for a document from here on.
  mutating func close(_ uri: String) {
    documents[uri] = nil
    changed.insert(uri)
    // Most are saved before they are closed; then nothing has changed.
    guard let place = places.removeValue(forKey: uri), notebooks[place.notebook].holdsWhatIsOnDisk(place.file) else {
      isStale = true
      return
    }
  }

  /// Takes note of a file that has changed on disk, given by its address.
  mutating func noteChange(onDisk uri: String) {
    // What is open is not read from disk, but it may be saved under a name of which nothing was known.
    if let place = places[uri], notebooks[place.notebook].found.files[place.file].isAsked { return }
    isStale = true
  }

  /// Whether what is found in a file is shown: it is in one of the folders, or open.
  func isShown(_ place: Place) -> Bool {
    let notebook = notebooks[place.notebook]
    return notebook.failures[place.file] == nil
      && (notebook.found.files[place.file].isAsked || documents[notebook.uris[place.file]] != nil)
  }

  /// Brings texts, and what names mean, up to date.
  mutating func refresh() {
    defer { unread = [] }
    if isStale {
      isStale = false
      isAnew = true
      load()
      return
    }
    var texts: [Int: [Int: [UInt8]]] = [:]
    for uri in unread {
      guard let place = places[uri], let document = documents[uri] else { continue }
      if notebooks[place.notebook].linted.files[place.file].bytes == document.text.bytes { continue }
      texts[place.notebook, default: [:]][place.file] = document.text.bytes
    }
    for (number, texts) in texts { notebooks[number].take(texts) }
  }

  /// Brings everything up to date, and says of which files something else may be shown than before; nil if those may be
  /// all.
  ///
  /// - Parameter pause: Called between two pieces of work, of which the next call does those that are left if it throws.
  mutating func settle<Failure>(between pause: () throws(Failure) -> Void) throws(Failure) -> Set<Place>? {
    refresh()
    for number in notebooks.indices {
      if let files = try notebooks[number].settle(between: pause) {
        for file in files { concerned.insert(Place(notebook: number, file: file)) }
      } else {
        isAnew = true
      }
    }
    // What is shown of a file may depend on whether it is open.
    let places = concerned.union(changed.compactMap { known[$0] })
    defer { (changed, concerned, isAnew) = ([], [], false) }
    return isAnew ? nil : places
  }

  /// The address of settings that could not be read.
  func uri(of broken: BrokenConfiguration) -> String { search.workingFolder.appending(broken.shown).fileURI }

  /// The file that goes by an address, open or not.
  func place(of uri: String) -> Place? { known[uri] }

  /// Where some bytes of a file stand.
  mutating func range(_ range: ByteRange, of place: Place, for client: ClientCapabilities) -> Range<TextPlace> {
    notebooks[place.notebook].range(range, in: place.file, client)
  }

  /// The words of a notebook that are proposed.
  mutating func notedWords(of notebook: Int) -> NotedWords { notebooks[notebook].notedWords() }

  /// What the records of a file are found by.
  mutating func names(of place: Place) -> NameIndex { notebooks[place.notebook].names(of: place.file) }

  /// Writes what is found in a file as the protocol has it.
  mutating func json(of place: Place, for client: ClientCapabilities) -> [UInt8] {
    json(notebooks[place.notebook].linted.diagnosticsByFile[place.file], in: place.notebook, for: client)
  }

  /// Writes findings of a notebook as the protocol has them.
  mutating func json(_ diagnostics: [Diagnostic], in notebook: Int, for client: ClientCapabilities) -> [UInt8] {
    notebooks[notebook].json(diagnostics, for: client)
  }

  // MARK: Looking for notebooks

  private mutating func load() {
    var placing = Placing(search, folders)
    for document in documents.values.sorted(by: { $0.uri < $1.uri }) { placing.add(document) }
    (troubles, brokenConfigurations) = (placing.troubles, placing.brokenConfigurations)
    notebooks = []
    places = [:]
    known = [:]
    concerned = []
    for found in placing.notebooks {
      var texts: [Int: [UInt8]] = [:]
      var uris: [String] = []
      for (number, file) in found.files.enumerated() {
        let key = FileKey(root: found.root, name: file.name)
        if let uri = placing.documents[key], let document = documents[uri] {
          places[uri] = Place(notebook: notebooks.count, file: number)
          texts[number] = document.text.bytes
          uris.append(uri)
        } else {
          uris.append(file.uri(from: search.workingFolder))
        }
        if let uri = uris.last, known[uri] == nil { known[uri] = Place(notebook: notebooks.count, file: number) }
      }
      let notebook = OpenNotebook(found, uris: uris, texts: texts, threads: threads)
      for failure in notebook.failures.values.map(\.message).sorted() { troubles.append(failure) }
      notebooks.append(notebook)
    }
  }
}

extension OpenNotebook {
  /// Whether a file has the same bytes on disk.
  fileprivate func holdsWhatIsOnDisk(_ file: Int) -> Bool {
    guard case .file(let path) = found.files[file].source, let bytes = try? readFile(path) else { return false }
    return bytes == linted.files[file].bytes
  }
}

extension FoundFile {
  /// The address of a file that is not open: as its folder was given where it was.
  fileprivate func uri(from workingFolder: Path) -> String {
    switch source {
    case .file(let path): (isAsked ? workingFolder.appending(shown) : path).fileURI
    case .standardInput: workingFolder.appending(shown).fileURI
    }
  }
}
