extension Search {
  /// Finds the notebooks that the paths belong to, and all their files.
  ///
  /// A file belongs to the notebook of the closest root above it: a folder below with its own `.kith.json` (or
  /// `.git`, where no `.kith.json` stands above) is another notebook, which is checked too if it was asked for.
  public func run() -> SearchResult {
    var result = SearchResult()
    let seenFrom = (try? Platform.realPath(workingFolder.bytes)).map { Path($0) } ?? workingFolder
    var configurations = ConfigurationFinder(search: self, seenFrom: seenFrom)
    let typedRules = excludes.compactMap { IgnoreRules(placed: $0, in: seenFrom) }
    let found = lookUpPaths(&configurations, seenFrom, &result)
    let asked = forcesExcludes ? found.filter { !isForcedOut($0, typedRules, below: seenFrom) } : found
    var forcedOut = found.count - asked.count
    var groups = grouped(asked)
    var unreadable: [Path] = []
    // A root inside another one sorts behind it, so it is still waiting when it is found.
    while let root = groups.keys.min(by: { $0.folder < $1.folder }), let members = groups.removeValue(forKey: root) {
      guard let configuration = configurations.configuration(of: root, &result) else { continue }
      let rules = configuration.exclude.compactMap { IgnoreRules(placed: $0, in: root.folder) }
      let kept = members.filter {
        !forcesExcludes || $0.real == root.folder || !isForcedOut($0, rules, below: root.folder)
      }
      forcedOut += members.count - kept.count
      if kept.isEmpty { continue }
      let folders = kept.filter(\.isFolder).map { AskedFolder(real: $0.real, typed: $0.typed) }
      var walk = NotebookWalk(root: root, asked: folders, excludes: rules + typedRules)
      walk.run()
      for nested in walk.nestedRoots { adopt(nested, &groups) }
      result.errors += walk.errors
      unreadable += walk.unreadable
      let files = merged(walk.entries, with: kept.filter { !$0.isFolder }, root: root, seenFrom)
      var notebook = FoundNotebook(root: root.folder, files: files, configuration: configuration)
      notebook.unreadFolder = walk.unreadable.min().map { fromWorkingFolder($0, seenFrom) } ?? walk.errors.first?.path
      result.notebooks.append(notebook)
    }
    if forcedOut > 0, result.notebooks.isEmpty, result.errors.isEmpty, result.brokenConfigurations.isEmpty {
      result.notes.append("nothing to check: all that was asked for is excluded")
    } else {
      addNotes(asked, unreadable.map { fromWorkingFolder($0, seenFrom) }, &result)
    }
    return result
  }

  /// Looks the paths up; those that cannot be used become errors, `-` without a name a notebook of its own.
  private func lookUpPaths(
    _ configurations: inout ConfigurationFinder, _ seenFrom: Path, _ result: inout SearchResult
  ) -> [AskedPath] {
    var found: [AskedPath] = []
    var hasStandardInput = false
    for typed in paths.isEmpty ? [Path(".")] : paths {
      let isStandardInput = typed.bytes == Array("-".utf8)
      if isStandardInput, hasStandardInput { continue }
      hasStandardInput = hasStandardInput || isStandardInput
      let name = isStandardInput ? standardInputName : nil
      if isStandardInput, name == nil {
        var finder = RootFinder()
        let root = finder.root(from: seenFrom)
        guard let configuration = configurations.configuration(of: root, &result) else { continue }
        let file = FoundFile(
          source: .standardInput, name: KithFiles.standardInputName, shown: KithFiles.standardInputName,
          isAsked: true, size: 0)
        result.notebooks.append(FoundNotebook(root: seenFrom, files: [file], configuration: configuration))
        continue
      }
      do throws(FileError) {
        if let name { found.append(try lookUpStandardInput(named: name)) } else { found.append(try lookUp(typed)) }
      } catch {
        result.errors.append(error)
      }
    }
    return found
  }

  /// Whether a pattern leaves out the path or a folder it is in, as seen from a folder above.
  private func isForcedOut(_ asked: AskedPath, _ rules: [IgnoreRules], below top: Path) -> Bool {
    if isExcluded(asked.real, isFolder: asked.isFolder, by: rules) { return true }
    var folder = asked.real.folder
    while let below = folder.relative(to: top), !below.bytes.isEmpty {
      if isExcluded(folder, isFolder: true, by: rules) { return true }
      folder = folder.folder
    }
    return false
  }

  /// The paths by the notebook they belong to.
  private func grouped(_ asked: [AskedPath]) -> [Root: [AskedPath]] {
    var finder = RootFinder()
    var groups: [Root: [AskedPath]] = [:]
    for path in asked { groups[finder.root(from: path.startFolder), default: []].append(path) }
    // Of folders that are roots only because they were typed, one inside another belongs to it.
    var outermost: Root?
    let typedRoots = groups.keys.filter { $0.mark == .none }
    // With the slash behind it a folder comes directly before all that is in it.
    for root in typedRoots.sorted(by: { Path($0.folder.withSlash) < Path($1.folder.withSlash) }) {
      if let outer = outermost, root.folder.relative(to: outer.folder) != nil,
        let inner = groups.removeValue(forKey: root)
      {
        groups[outer]? += inner
      } else {
        outermost = root
      }
    }
    return groups
  }

  /// Takes a notebook that was found below a folder asked for among those to be walked.
  private func adopt(_ nested: AskedFolder, _ groups: inout [Root: [AskedPath]]) {
    guard let status = try? Platform.status(of: nested.real.bytes, followingLinks: true) else { return }
    var finder = RootFinder()
    let path = AskedPath(typed: nested.typed, real: nested.real, status: status, isStandardInput: false)
    groups[finder.root(from: nested.real), default: []].append(path)
  }

  /// The notebook's files in order: each once, by however many ways it was found.
  private func merged(
    _ entries: [NotebookWalk.Entry], with asked: [AskedPath], root: Root, _ seenFrom: Path
  ) -> [FoundFile] {
    var files: [FoundFile] = []
    var numbers: [FileIdentity: Int] = [:]
    for entry in entries.sorted(by: { $0.real < $1.real }) {
      let shown = entry.asked?.showing(entry.real)
      if let number = numbers[entry.identity] {
        if let shown, !files[number].isAsked {
          files[number].isAsked = true
          files[number].shown = shown
        }
        continue
      }
      numbers[entry.identity] = files.count
      files.append(
        FoundFile(
          source: .file(entry.real), name: root.name(of: entry.real),
          shown: shown ?? fromWorkingFolder(entry.real, seenFrom), isAsked: entry.asked != nil,
          size: entry.size))
    }
    var isTyped: Set<Int> = []
    for path in asked {
      let number = numbers[path.status.identity] ?? files.count
      if number == files.count {
        numbers[path.status.identity] = number
        files.append(
          FoundFile(
            source: .file(path.real), name: root.name(of: path.real), shown: path.typed, isAsked: true,
            size: path.status.size))
      }
      files[number].isAsked = true
      files[number].isNamed = true
      if isTyped.insert(number).inserted || path.isStandardInput { files[number].shown = path.typed.tidied }
      if path.isStandardInput { files[number].source = .standardInput }
    }
    return files.sorted { $0.name < $1.name }
  }

  /// The path to show for a file that nobody typed: from the working folder where that is near, else absolute.
  func fromWorkingFolder(_ path: Path, _ seenFrom: Path) -> Path {
    // The working folder may have been removed.
    guard seenFrom.isAbsolute else { return path }
    var up = Path([])
    var folder = seenFrom
    while folder.bytes != [slash] {
      if let rest = path.relative(to: folder) {
        let near = up.appending(rest)
        return near.bytes.isEmpty ? Path(".") : near
      }
      folder = folder.folder
      up = up.appending(Path(".."))
    }
    return path
  }

  private func addNotes(_ asked: [AskedPath], _ unreadable: [Path], _ result: inout SearchResult) {
    let found = result.notebooks.flatMap(\.files).compactMap { file -> Path? in
      if file.isAsked, case .file(let path) = file.source { path } else { nil }
    }
    for folder in asked
    where folder.isFolder && !found.contains(where: { $0.relative(to: folder.real) != nil }) {
      // Where it, or its configuration, could not be read, that has been said.
      guard result.brokenConfigurations.isEmpty,
        !result.errors.contains(where: { $0.action == .list || $0.action == .read })
      else { continue }
      result.notes.append(
        "nothing to check in `\(folder.typed.shown)`: no `.net` or `.net.md` file in it that is not hidden, "
          + "ignored or excluded")
    }
    guard let first = unreadable.min() else { return }
    let others = unreadable.count == 1 ? "" : " and \(unreadable.count - 1) more"
    result.notes.append("cannot look into the folder `\(first.shown)`\(others): mentions may stay unresolved")
  }
}
