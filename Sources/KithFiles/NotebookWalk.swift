/// A folder that was typed, or a notebook of its own found below one.
struct AskedFolder {
  let real: Path
  /// As it is shown in front of what stands in it.
  let typed: Path
}

/// The walk over one notebook: lists its folders, passing over what is hidden, ignored or excluded.
///
/// There is no recursion: folders wait in a list, so depth costs nothing but memory.
struct NotebookWalk {
  /// A file that was found, before those found twice are merged.
  struct Entry {
    var real: Path
    var identity: FileIdentity
    var size: Int
    /// The folder that was asked for and holds it.
    var asked: AskedFolder?
  }

  let root: Root
  let excludes: [IgnoreRules]
  private let askedFolders: [Path: AskedFolder]
  private(set) var entries: [Entry] = []
  /// Folders below those asked for that are notebooks of their own.
  private(set) var nestedRoots: [AskedFolder] = []
  /// By the folder they are about.
  private var failures: [(folder: Path, error: FileError)] = []
  /// Folders that could not be listed and that nobody asked for.
  private(set) var unreadable: [Path] = []
  private var visited: Set<Path> = []

  private struct Folder {
    var path: Path
    /// The patterns that hold in the folder above.
    var ignoring: IgnoreStack
    var asked: AskedFolder?
    /// Whether the walk starts here; then it is no notebook of its own, whatever stands in it.
    var isStart: Bool
  }

  init(root: Root, asked: [AskedFolder], excludes: [IgnoreRules]) {
    self.root = root
    self.excludes = excludes
    askedFolders = Dictionary(asked.map { ($0.real, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// What was asked for and could not be listed, in the order of the folders and not in that of the file system.
  var errors: [FileError] { failures.sorted { $0.folder < $1.folder }.map(\.error) }

  /// Walks the whole notebook, and then those folders asked for that it passes over.
  ///
  /// A folder sorts before what is in it, so none is walked twice.
  mutating func run() {
    walk(from: root.folder)
    for folder in askedFolders.keys.sorted() where !visited.contains(folder) { walk(from: folder) }
  }

  private mutating func walk(from start: Path) {
    var waiting = [Folder(path: start, ignoring: .above(start), asked: nil, isStart: true)]
    while let folder = waiting.popLast() { visit(folder, &waiting) }
  }

  private mutating func visit(_ folder: Folder, _ waiting: inout [Folder]) {
    let asked = folder.asked ?? askedFolders[folder.path]
    let listing: [FolderEntry]
    do throws(FileError.Reason) {
      listing = try Platform.entries(of: folder.path.bytes)
    } catch {
      // Where the walk starts and what was asked for may be the same folder.
      visited.insert(folder.path)
      note(error, at: folder.path, asked: asked)
      return
    }
    let names = Set(listing.lazy.map(\.name).filter { Self.marks.contains($0) })
    let isRepository = names.contains(Self.repositoryMark)
    let isConfigured = names.contains(Self.configurationMark)
    if !folder.isStart, root.isBrokenBy(configuration: isConfigured, repository: isRepository) {
      if let asked { nestedRoots.append(AskedFolder(real: folder.path, typed: asked.showing(folder.path))) }
      return
    }
    visited.insert(folder.path)
    let ignoring = folder.ignoring.entering(
      folder.path, hasIgnoreFile: names.contains(Self.ignoreFile), isRepository: isRepository)
    for entry in listing where entry.name.first != dot {
      let path = folder.path.appending(name: entry.name[...])
      let kind = entry.kind ?? (try? Platform.status(of: path.bytes, followingLinks: false))?.kind
      if kind == .folder {
        if isPassedOver(path, isFolder: true, ignoring) { continue }
        waiting.append(Folder(path: path, ignoring: ignoring, asked: asked, isStart: false))
      } else if kind == .file, isNotes(entry.name), !isPassedOver(path, isFolder: false, ignoring) {
        do throws(FileError.Reason) {
          let status = try Platform.status(of: path.bytes, followingLinks: false)
          entries.append(Entry(real: path, identity: status.identity, size: status.size, asked: asked))
        } catch {
          note(error, at: folder.path, asked: asked)
          // Whoever may list a folder and not enter it is told so once, and not for each file.
          if error == .permissionDenied { return }
        }
      }
    }
  }

  private func isPassedOver(_ path: Path, isFolder: Bool, _ ignoring: IgnoreStack) -> Bool {
    isExcluded(path, isFolder: isFolder, by: excludes) || ignoring.excludes(path, isFolder: isFolder)
  }

  private mutating func note(_ error: FileError.Reason, at folder: Path, asked: AskedFolder?) {
    // What has gone since its parent was listed is not missed.
    if error == .notFound { return }
    if let asked {
      failures.append((folder, FileError(.list, asked.showing(folder), error)))
    } else {
      unreadable.append(folder)
    }
  }

  private static let repositoryMark = Array(".git".utf8)
  private static let configurationMark = Array(".kith.json".utf8)
  private static let ignoreFile = Array(".gitignore".utf8)
  private static let marks = [repositoryMark, configurationMark, ignoreFile]
}

extension AskedFolder {
  /// `path`, which lies in this folder, behind what was typed.
  func showing(_ path: Path) -> Path {
    guard let rest = path.relative(to: real) else { return path }
    let start = typed.tidied
    if rest.bytes.isEmpty { return start.bytes.isEmpty ? Path(".") : start }
    return start.appending(rest)
  }
}

/// Whether the last pattern about `path` leaves it out.
func isExcluded(_ path: Path, isFolder: Bool, by rules: [IgnoreRules]) -> Bool {
  for rule in rules.reversed() {
    if let verdict = rule.excludes(path, isFolder: isFolder) { return verdict }
  }
  return false
}

/// Whether a file of this name holds notes.
func isNotes(_ name: [UInt8]) -> Bool {
  name.hasSuffix(".net") || name.hasSuffix(".net.md")
}

extension [UInt8] {
  fileprivate func hasSuffix(_ text: String) -> Bool {
    count > text.utf8.count && suffix(text.utf8.count).elementsEqual(text.utf8)
  }
}
