/// Puts a file in its place, whole: where nothing stands yet, or in the place of `old`.
///
/// Missing folders are made. Unlike a note that is saved, it is a new file, for which the person's mask (umask) counts.
///
/// - Parameters:
///   - path: Where it is to stand.
///   - shown: What the person calls it, for the error.
///   - old: What stands there now, and must still stand there; nil if nothing does.
///   - new: What it is to hold.
///   - mode: Who may do what with it, less what the mask takes away: `0o777` for a program.
/// - Throws: An error with the action `write`; what stood there stands there still.
public func placeFile(
  _ path: Path, shown: Path, replacing old: [UInt8]?, with new: [UInt8], mode: UInt32
) throws(FileError) {
  do throws(FileError.Reason) {
    try makeFolder(path.folder)
    let folder = try Platform.openFolder(path.folder.bytes)
    defer { try? Platform.close(folder) }
    let before = old ?? []
    var draft = try Draft.write(
      new.span, replacing: before.span, named: Array(path.name), in: folder, mode: mode)
    defer { draft.discard() }
    try give(&draft, theNameOf: path, replacing: old)
    try Platform.sync(folder)
  } catch {
    throw FileError(.write, shown, error)
  }
}

/// Removes a file that still holds `old`.
///
/// - Parameters:
///   - path: The file.
///   - shown: What the person calls it, for the error.
///   - old: What it holds.
public func removeFile(_ path: Path, shown: Path, expecting old: [UInt8]) throws(FileError) {
  do throws(FileError.Reason) {
    let folder = try Platform.openFolder(path.folder.bytes)
    defer { try? Platform.close(folder) }
    try expect(old, at: path)
    try Platform.remove(Array(path.name), in: folder)
  } catch {
    throw FileError(.write, shown, error)
  }
}

/// Makes a folder, and those above it that are missing.
private func makeFolder(_ path: Path) throws(FileError.Reason) {
  var missing: [Path] = []
  var current = path
  while (try? Platform.status(of: current.bytes, followingLinks: true)) == nil, current != current.folder {
    missing.append(current)
    current = current.folder
  }
  // `new/../hooks` is not to be made twice.
  for folder in missing.reversed() where (try? Platform.status(of: folder.bytes, followingLinks: true)) == nil {
    try Platform.createFolder(folder.bytes)
  }
}

private func give(_ draft: inout Draft, theNameOf path: Path, replacing old: [UInt8]?) throws(FileError.Reason) {
  let name = Array(path.name)
  do throws(FileError.Reason) {
    if let old {
      try expect(old, at: path)
    } else {
      // With its second name the draft stays to be removed by its first.
      return try Platform.link(draft.name, to: name, in: draft.folder)
    }
  } catch {
    // Not every file system gives a file two names; then the last look is a moment before.
    guard old == nil, (try? Platform.status(of: name, in: draft.folder)) == nil else { throw error }
  }
  try Platform.rename(draft.name, to: name, in: draft.folder)
  draft.hasName = false
}

private func expect(_ old: [UInt8], at path: Path) throws(FileError.Reason) {
  let status = try Platform.status(of: path.bytes, followingLinks: false)
  guard status.kind == .file, let found = try? readFile(path), found == old else { throw .hasChanged }
}
