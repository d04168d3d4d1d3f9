import KithFiles

/// A file by its notebook.
struct FileKey: Hashable {
  let root: Path
  let name: Path
}

/// Finds the notebooks of folders and documents, just as `kith lint` finds those of what is typed: a folder stands for all
/// notes in it, and a document for standard input under its name, since it need not be on disk yet.
struct Placing {
  private let search: Search
  private(set) var notebooks: [FoundNotebook] = []
  /// Which document each file is that is open.
  private(set) var documents: [FileKey: String] = [:]
  private(set) var troubles: [String] = []
  private(set) var brokenConfigurations: [BrokenConfiguration] = []
  /// The files that have been found, by their paths.
  private var keys: [Path: FileKey] = [:]

  /// Looks for the notes in some folders.
  init(_ search: Search, _ folders: [Path]) {
    self.search = search
    // Without a folder nothing is asked for, while a search for nothing means the working folder.
    if folders.isEmpty { return }
    var search = search
    search.paths = folders
    let result = search.run()
    take(result)
    notebooks = result.notebooks
    for notebook in notebooks { index(notebook) }
  }

  /// Finds the file that a document is.
  mutating func add(_ document: Document) {
    guard let path = document.path else {
      addAlone(document.uri)
      return
    }
    if let key = path.resolved.flatMap({ keys[$0] }) {
      documents[key] = document.uri
      return
    }
    var search = search
    search.paths = [Path("-")]
    search.standardInputName = path
    // Settings may leave out what is open in an editor.
    search.forcesExcludes = true
    let result = search.run()
    take(result)
    for notebook in result.notebooks {
      guard let file = notebook.files.first(where: { $0.source == .standardInput }) else { continue }
      documents[FileKey(root: notebook.root, name: file.name)] = document.uri
      merge(notebook, file)
    }
  }

  /// Adds a notebook of one file that is nowhere on disk, as `kith lint -` has it.
  private mutating func addAlone(_ uri: String) {
    var search = search
    search.paths = [Path("-")]
    let result = search.run()
    take(result)
    for var notebook in result.notebooks {
      // Several of them are as many notebooks.
      notebook.root = Path(uri)
      for number in notebook.files.indices {
        notebook.files[number].isAsked = false
        documents[FileKey(root: notebook.root, name: notebook.files[number].name)] = uri
      }
      notebooks.append(notebook)
    }
  }

  private mutating func merge(_ notebook: FoundNotebook, _ file: FoundFile) {
    guard let known = notebooks.firstIndex(where: { $0.root == notebook.root }) else {
      var notebook = notebook
      // It is shown as long as it is open.
      for number in notebook.files.indices { notebook.files[number].isAsked = false }
      notebooks.append(notebook)
      index(notebook)
      return
    }
    if notebooks[known].files.contains(where: { $0.name == file.name }) { return }
    var file = file
    file.isAsked = false
    notebooks[known].files.append(file)
    notebooks[known].files.sort { $0.name < $1.name }
  }

  private mutating func index(_ notebook: FoundNotebook) {
    for file in notebook.files {
      guard case .file(let path) = file.source else { continue }
      keys[path] = FileKey(root: notebook.root, name: file.name)
    }
  }

  private mutating func take(_ result: SearchResult) {
    for error in result.errors where !troubles.contains(error.message) { troubles.append(error.message) }
    for broken in result.brokenConfigurations
    where !brokenConfigurations.contains(where: { $0.shown == broken.shown }) {
      brokenConfigurations.append(broken)
    }
  }
}
