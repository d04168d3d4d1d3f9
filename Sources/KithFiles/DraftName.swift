/// The hidden name a new version has while it is put in a file's place: `.doha.net.kith-OLD-NEW`.
///
/// Killed in the middle, a process leaves a file of such a name behind. The name says what may be lost: `OLD` and `NEW`
/// are checksums of the version that was read and of the one to replace it. So the next run can tell its litter, which
/// holds one of the two, from what another program wrote at that moment, which it never removes.
struct DraftName {
  let bytes: [UInt8]
  /// The checksums of what may stand under the name.
  private let checksums: [Checksum]

  private static let mark = Array(".kith-".utf8)
  /// Behind the name of a draft that is still being written, and that has not changed places with anything.
  static let partialEnding = Array(".part".utf8)
  /// The most that file systems take is 255 bytes; the file's own name is cut where it would leave too little.
  private static let longestFileName = 200

  init(of file: [UInt8], replacing old: Span<UInt8>, with new: Span<UInt8>) {
    var cut = min(file.count, Self.longestFileName)
    // Not within a scalar: some file systems take UTF-8 only.
    while cut > 0, cut < file.count, file[cut] & 0xC0 == 0x80 { cut -= 1 }
    checksums = [Checksum(of: old), Checksum(of: new)]
    bytes = [dot] + file.prefix(cut) + Self.mark + checksums.map(\.digits).joined(separator: "-").utf8
  }

  /// The name of a folder's entry, if it is one of ours.
  init?(entry: [UInt8]) {
    guard entry.first == dot, let tail = entry.indices.last(where: { entry[$0...].starts(with: Self.mark) }) else {
      return nil
    }
    let parts = entry[(tail + Self.mark.count)...].prefix { $0 != dot }.split(separator: dash).prefix(2)
    checksums = parts.compactMap { Checksum($0) }
    guard checksums.count == 2 else { return nil }
    bytes = entry
  }

  /// This name, or the first one like it that is free once what another run has left behind is removed.
  func free(in folder: Int32) throws(FileError.Reason) -> [UInt8] {
    for number in 0..<100 {
      let name = number == 0 ? bytes : bytes + "-\(number)".utf8
      if isFree(name, in: folder), isFree(name + Self.partialEnding, in: folder) { return name }
    }
    throw .isBusy
  }

  private func isFree(_ name: [UInt8], in folder: Int32) -> Bool {
    do throws(FileError.Reason) {
      _ = try Platform.status(of: name, in: folder)
      return DraftName(bytes: name, checksums: checksums).removeLeftover(in: folder)
    } catch {
      return error == .notFound
    }
  }

  private init(bytes: [UInt8], checksums: [Checksum]) {
    self.bytes = bytes
    self.checksums = checksums
  }

  /// Removes the file of this name if it is what a run that is over has left behind; whether it did.
  @discardableResult
  fileprivate func removeLeftover(in folder: Int32) -> Bool {
    guard let descriptor = try? Platform.openEntry(bytes, in: folder, forWriting: false) else { return false }
    defer { try? Platform.close(descriptor) }
    guard let status = try? Platform.status(of: descriptor), status.kind == .file,
      // Whoever saves has locked both versions.
      let isOver = try? Platform.lock(descriptor), isOver,
      holdsWhatItSays(descriptor),
      let named = try? Platform.status(of: bytes, in: folder), named.identity == status.identity
    else { return false }
    return (try? Platform.remove(bytes, in: folder)) != nil
  }

  private func holdsWhatItSays(_ descriptor: Int32) -> Bool {
    if bytes.suffix(Self.partialEnding.count) == Self.partialEnding[...] { return true }
    var held = Checksum()
    let isRead: Void? = try? forEachPiece(of: descriptor) { piece in
      held.add(piece)
      return true
    }
    return isRead != nil && checksums.contains(held)
  }
}

/// Removes what runs that were killed while they saved have left in `folder`: nothing that is in use, and nothing that
/// changed places with a file and holds what it does not know.
///
/// Saving the same file again removes it too. But a run that was killed just after the new version had taken the file's
/// place has left nothing to save; so whatever rewrites files does this first, once for each of their folders.
public func removeLeftovers(in folder: Path) {
  guard let names = try? Platform.entries(of: folder.bytes).compactMap({ DraftName(entry: $0.name) }), !names.isEmpty,
    let folder = try? Platform.openFolder(folder.bytes)
  else { return }
  defer { try? Platform.close(folder) }
  for name in names { name.removeLeftover(in: folder) }
}

private let dash = UInt8(ascii: "-")
