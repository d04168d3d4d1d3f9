/// Puts a new version in a file's place, so that at every moment there is either the old one or the new one, whole.
///
/// When this returns, the new version is on the disk and outlasts a power cut. The file keeps its owner, mode and
/// extended attributes; if `path` is a symbolic link, the file it leads to is replaced and the link stays.
///
/// The new version is written beside the file and then changes places with it. What comes out of that exchange is
/// compared with `old`, and put back if another program has written to it in between, so that nothing of its is lost.
///
/// - Parameters:
///   - path: The file, which must exist.
///   - shown: What the person calls it, for the error.
///   - old: What the file held when it was read; it must still hold just that.
///   - new: What it is to hold.
/// - Throws: An error with the action `save` if the file is as it was, and with `settle` if the new version is in its
///   place but something was left to do.
public func replaceFile(
  _ path: Path, shown: Path, expecting old: Span<UInt8>, with new: Span<UInt8>
) throws(FileError) {
  var isReplaced = false
  do throws(FileError.Reason) {
    try replace(path, expecting: old, with: new, isReplaced: &isReplaced)
  } catch {
    throw FileError(isReplaced ? .settle : .save, shown, error)
  }
}

private func replace(
  _ path: Path, expecting old: Span<UInt8>, with new: Span<UInt8>, isReplaced: inout Bool
) throws(FileError.Reason) {
  let real = Path(try Platform.realPath(path.bytes))
  let folder = try Platform.openFolder(real.folder.bytes)
  defer { try? Platform.close(folder) }
  let file = try SavedFile(Array(real.name), in: folder)
  defer { file.close() }
  try file.expect(old)
  var draft = try Draft.write(new, replacing: old, of: file)
  defer { draft.discard() }
  try swap(&draft, file, expecting: old, isReplaced: &isReplaced)
  try settle(&draft)
}

/// Puts the draft in the file's place and the file in the draft's, unless the file turns out not to be the expected one.
private func swap(
  _ draft: inout Draft, _ file: SavedFile, expecting old: Span<UInt8>, isReplaced: inout Bool
) throws(FileError.Reason) {
  try file.expect(old)
  do throws(FileError.Reason) {
    try Platform.exchange(draft.name, file.name, in: file.folder)
    isReplaced = true
  } catch {
    // Not every file system can; then the last look is a moment before instead of after.
    try file.expect(old)
    try Platform.rename(draft.name, to: file.name, in: file.folder)
    isReplaced = true
    draft.hasName = false
    return
  }
  do throws(FileError.Reason) {
    try file.expect(old, under: draft.name)
  } catch {
    try putBack(&draft, file)
    isReplaced = false
    throw error
  }
}

/// Undoes the exchange.
private func putBack(_ draft: inout Draft, _ file: SavedFile) throws(FileError.Reason) {
  try? Platform.exchange(draft.name, file.name, in: file.folder)
  // Whatever now has the draft's name, only the draft is ours to remove.
  if draft.isUnderItsName { return }
  draft.hasName = false
  throw .hasChangedTwice(Path(draft.name))
}

/// Removes the version from before, and has the disk take note of all.
private func settle(_ draft: inout Draft) throws(FileError.Reason) {
  let isLeft = draft.hasName && (try? Platform.remove(draft.name, in: draft.folder)) == nil
  draft.hasName = false
  try Platform.sync(draft.folder)
  if isLeft { throw .leftBehind(Path(draft.name)) }
}

/// The file that is to be replaced, open, and locked so that several of us take turns.
struct SavedFile {
  let name: [UInt8]
  let folder: Int32
  let descriptor: Int32
  let status: FileStatus

  /// How often, and how far apart in milliseconds, a file that another program has locked is tried again.
  private static let patience = (tries: 100, pause: 20)

  /// Refuses whatever is no file that the person may write to.
  init(_ name: [UInt8], in folder: Int32) throws(FileError.Reason) {
    // A device is not even opened: that alone can set it going.
    try Self.refuse(try Platform.status(of: name, in: folder))
    descriptor = try Platform.openEntry(name, in: folder, forWriting: true)
    self.name = name
    self.folder = folder
    do throws(FileError.Reason) {
      status = try Platform.status(of: descriptor)
      try Self.refuse(status)
      try Self.waitForLock(descriptor)
    } catch {
      try? Platform.close(descriptor)
      throw error
    }
  }

  func close() { try? Platform.close(descriptor) }

  private static func refuse(_ status: FileStatus) throws(FileError.Reason) {
    if let refusal = status.kind.refusal { throw refusal }
    // The superuser may write to it all the same, and should not by accident.
    if status.mode & 0o222 == 0 { throw .isReadOnly }
    if status.links == 0 { throw .hasChanged }
    if status.links > 1 { throw .isLinked(status.links) }
    if status.size >= sizeLimit { throw .tooLarge }
  }

  private static func waitForLock(_ descriptor: Int32) throws(FileError.Reason) {
    for _ in 0..<patience.tries {
      // Where there are no locks, comparing what was replaced is what protects the file.
      guard let isOurs = try? Platform.lock(descriptor), !isOurs else { return }
      Platform.pause(milliseconds: patience.pause)
    }
    throw .isBusy
  }

  /// Refuses a file that has been changed since it was read, or that no longer is what stands under its name.
  func expect(_ old: Span<UInt8>) throws(FileError.Reason) { try expect(old, under: name) }

  /// As `expect`, once the file has been given the name `current`.
  func expect(_ old: Span<UInt8>, under current: [UInt8]) throws(FileError.Reason) {
    let found = try Platform.status(of: current, in: folder)
    guard found == status, try holds(descriptor, old) else { throw .hasChanged }
  }
}

/// Whether a file holds exactly `expected`.
func holds(_ descriptor: Int32, _ expected: Span<UInt8>) throws(FileError.Reason) -> Bool {
  var offset = 0
  var isEqual = true
  try forEachPiece(of: descriptor) { piece in
    isEqual = isEqual && offset + piece.count <= expected.count
    guard isEqual else { return false }
    for index in piece.indices where piece[index] != expected[offset + index] { isEqual = false }
    offset += piece.count
    return isEqual
  }
  return isEqual && offset == expected.count
}

/// Reads a file from its start, until `body` wants no more.
func forEachPiece(of descriptor: Int32, _ body: (Span<UInt8>) -> Bool) throws(FileError.Reason) {
  var piece: [UInt8] = []
  var offset = 0
  repeat {
    offset += piece.count
    piece.removeAll(keepingCapacity: true)
    try piece.append(addingCapacity: 1 << 16) { (output: inout OutputSpan<UInt8>) throws(FileError.Reason) in
      try Platform.read(descriptor, at: offset, into: &output)
    }
  } while !piece.isEmpty && body(piece.span)
}
