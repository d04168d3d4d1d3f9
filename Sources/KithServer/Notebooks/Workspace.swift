import KithFiles
import NetLint
import NetSyntax

/// Everything that is open: folders, documents, and the notebooks that these are in.
///
/// Changes only note what has to be done; ``settle()`` does it, once for all that came in a row.
struct Workspace: Sendable {
  /// What is the same for every search: settings, excludes, the working folder.
  private let search: Search
  private let threads: Int
  /// The folders that the client has open, in its order.
  var folders: [Path] = [] { didSet { isStale = true } }
  /// By their addresses.
  private(set) var documents: [String: Document] = [:]
  /// Of what was open when things last settled.
  private(set) var notebooks: [OpenNotebook] = []
  /// Which file each open document is.
  private var places: [String: Place] = [:]
  /// What could not be read, or understood, when notebooks were last looked for.
  private(set) var troubles: [String] = []
  private(set) var brokenConfigurations: [BrokenConfiguration] = []
  /// By notebook; what is in no file any more is read again.
  private var tags: [Int: NotebookTags] = [:]
  /// Whether notebooks have to be looked for again.
  private var isStale = false
  /// The documents that have been opened, changed or closed since things last settled.
  private(set) var changed: Set<String> = []

  /// Whether nothing has come since.
  var isSettled: Bool { !isStale && changed.isEmpty }

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
    if let place = place(of: document.uri), notebooks[place.notebook].failures[place.file] == nil {
      places[document.uri] = place
    } else {
      isStale = true
    }
    changed.insert(document.uri)
  }

  /// Takes what a document holds by now.
  mutating func change(_ document: Document) {
    documents[document.uri] = document
    changed.insert(document.uri)
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

  /// Brings notebooks up to date, and says which files have another text than before; nil if that may be all of them.
  mutating func settle() -> Set<Place>? {
    defer { changed = [] }
    if isStale {
      isStale = false
      load()
      return nil
    }
    var texts: [Int: [Int: [UInt8]]] = [:]
    for uri in changed {
      guard let place = places[uri], let document = documents[uri] else { continue }
      if notebooks[place.notebook].linted.files[place.file].bytes == document.text.bytes { continue }
      texts[place.notebook, default: [:]][place.file] = document.text.bytes
    }
    var others: Set<Place> = []
    for (number, texts) in texts {
      notebooks[number].replace(texts)
      for file in texts.keys { others.insert(Place(notebook: number, file: file)) }
    }
    return others
  }

  /// The address of settings that could not be read.
  func uri(of broken: BrokenConfiguration) -> String { search.workingFolder.appending(broken.shown).fileURI }

  /// The file that goes by an address, open or not.
  func place(of uri: String) -> Place? {
    if let place = places[uri] { return place }
    for (number, notebook) in notebooks.enumerated() {
      if let file = notebook.uris.firstIndex(of: uri) { return Place(notebook: number, file: file) }
    }
    return nil
  }

  /// Where some bytes of a file stand.
  mutating func range(_ range: ByteRange, of place: Place, for client: ClientCapabilities) -> Range<TextPlace> {
    notebooks[place.notebook].range(range, in: place.file, client)
  }

  /// The tags of a notebook, with how many files hold each.
  mutating func tags(of notebook: Int) -> [String: Int] {
    tags[notebook, default: NotebookTags()].counts(notebooks[notebook])
  }
  /// What the records of a file are found by.
  mutating func names(of place: Place) -> NameIndex { notebooks[place.notebook].names(of: place.file) }

  /// Writes what is found in a file as the protocol has it.
  mutating func json(_ diagnostics: [Diagnostic], in notebook: Int, for client: ClientCapabilities) -> [UInt8] {
    notebooks[notebook].json(diagnostics, for: client)
  }

  // MARK: Looking for notebooks

  private mutating func load() {
    var placing = Placing(search, folders)
    for document in documents.values.sorted(by: { $0.uri < $1.uri }) { placing.add(document) }
    (troubles, brokenConfigurations) = (placing.troubles, placing.brokenConfigurations)
    notebooks = []
    tags = [:]
    places = [:]
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
