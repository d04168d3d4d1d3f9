/// The new version of a file, complete and on the disk, under a hidden name beside the file.
struct Draft {
  let folder: Int32
  let descriptor: Int32
  /// The name it has, or had.
  private(set) var name: [UInt8]
  /// Whether what stands under the name is still ours to remove.
  var hasName: Bool

  /// Writes `new` with the owner, mode and attributes of `file`, never open to more people than that.
  static func write(_ new: Span<UInt8>, replacing old: Span<UInt8>, of file: SavedFile) throws(FileError.Reason)
    -> Draft
  {
    let name = try DraftName(of: file.name, replacing: old, with: new).free(in: file.folder)
    // A file without a name needs no tidying up should we be killed. Where there are none, or where they cannot be
    // given a name afterwards, one with a name does.
    if let unnamed = try? Platform.createUnnamed(in: file.folder) {
      var draft = Draft(folder: file.folder, descriptor: unnamed, name: name, hasName: false)
      try draft.fill(with: new, like: file)
      draft.hasName = (try? Platform.name(unnamed, name, in: file.folder)) != nil
      if draft.hasName { return draft }
      draft.discard()
    }
    let partial = name + DraftName.partialEnding
    var draft = Draft(
      folder: file.folder, descriptor: try create(partial, in: file.folder), name: partial, hasName: true)
    try draft.fill(with: new, like: file)
    do throws(FileError.Reason) {
      try Platform.rename(partial, to: name, in: file.folder)
    } catch {
      draft.discard()
      throw error
    }
    draft.name = name
    return draft
  }

  /// Writes `new` as a file of its own, with a mode less what the process's umask takes away.
  static func write(
    _ new: Span<UInt8>, replacing old: Span<UInt8>, named file: [UInt8], in folder: Int32, mode: UInt32
  ) throws(FileError.Reason) -> Draft {
    let name = try DraftName(of: file, replacing: old, with: new).free(in: folder) + DraftName.partialEnding
    let descriptor = try create(name, in: folder, mode: mode)
    var draft = Draft(folder: folder, descriptor: descriptor, name: name, hasName: true)
    try draft.fill(with: new, like: nil)
    return draft
  }

  private static func create(_ name: [UInt8], in folder: Int32, mode: UInt32 = 0o600) throws(FileError.Reason)
    -> Int32
  {
    do throws(FileError.Reason) {
      return try Platform.create(name, in: folder, mode: mode)
    } catch {
      throw error == .permissionDenied ? .folderIsReadOnly : error
    }
  }

  private mutating func fill(with new: Span<UInt8>, like file: SavedFile?) throws(FileError.Reason) {
    do throws(FileError.Reason) {
      _ = try? Platform.lock(descriptor)
      if let file { try takeOwner(of: file) }
      try Platform.write(descriptor, new)
      // Last, since changing the owner or the content takes some of the bits away.
      if let file { try Platform.setMode(descriptor, file.status.mode) }
      try Platform.sync(descriptor)
      // Nothing takes the file's place that does not read back as it was written.
      guard try holds(descriptor, new) else { throw .system("what was written reads back differently") }
    } catch {
      discard()
      throw error
    }
  }

  private func takeOwner(of file: SavedFile) throws(FileError.Reason) {
    let given = try Platform.status(of: descriptor)
    if given.owner != file.status.owner || given.group != file.status.group {
      do throws(FileError.Reason) {
        try Platform.setOwner(descriptor, file.status.owner, file.status.group)
      } catch {
        throw error == .permissionDenied ? .ownerWouldChange : error
      }
    }
    try Platform.copyAttributes(from: file.descriptor, to: descriptor)
  }

  /// Whether the entry with the draft's name is the draft.
  var isUnderItsName: Bool {
    guard let named = try? Platform.status(of: name, in: folder),
      let own = try? Platform.status(of: descriptor)
    else { return false }
    return named.identity == own.identity
  }

  /// Lets go of it, and removes it if it is still there.
  mutating func discard() {
    if hasName { try? Platform.remove(name, in: folder) }
    hasName = false
    try? Platform.close(descriptor)
  }
}
