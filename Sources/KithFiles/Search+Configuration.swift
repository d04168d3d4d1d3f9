/// Reads the configurations that a search needs, each once.
struct ConfigurationFinder {
  let search: Search
  /// The working folder, without links.
  let seenFrom: Path
  /// By the file they stand in; nil where one could not be taken, which has been said.
  private var known: [Path: Configuration?] = [:]

  init(search: Search, seenFrom: Path) {
    self.search = search
    self.seenFrom = seenFrom
  }

  /// What holds in the notebook at `root`; nil where that cannot be known, which `result` says once.
  mutating func configuration(of root: Root, _ result: inout SearchResult) -> Configuration? {
    switch search.configuration {
    case .none: return Configuration()
    case .file(let typed): return configuration(in: search.absolute(typed), shown: typed, &result)
    case .notebook:
      guard root.mark == .configuration else { return Configuration() }
      let path = root.folder.appending(Path(".kith.json"))
      return configuration(in: path, shown: search.fromWorkingFolder(path, seenFrom), &result)
    }
  }

  private mutating func configuration(
    in path: Path, shown: Path, _ result: inout SearchResult
  ) -> Configuration? {
    if let known = known[path] { return known }
    let configuration = read(path, shown, &result)
    known[path] = .some(configuration)
    return configuration
  }

  private func read(_ path: Path, _ shown: Path, _ result: inout SearchResult) -> Configuration? {
    var bytes: [UInt8] = []
    do throws(FileError) { try readFile(path, shown: shown, into: &bytes) } catch {
      result.errors.append(error)
      return nil
    }
    do throws(ConfigurationError) { return try Configuration(bytes) } catch {
      result.brokenConfigurations.append(BrokenConfiguration(shown: shown, bytes: bytes, error: error))
      return nil
    }
  }
}
