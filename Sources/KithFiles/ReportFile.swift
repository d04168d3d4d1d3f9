/// Where a report goes that is asked for in a file.
///
/// A regular file is written whole: as a note is saved, so that there is the report from before or the new one, never a
/// half. A pipe, a device and a descriptor of the process, such as `/dev/stdout`, are written to as the report comes.
public struct ReportFile: Sendable {
  private enum Kind {
    /// A regular file to be replaced.
    case existing
    /// A name that nothing has yet.
    case new
    /// A pipe or a device.
    case stream
    /// What the process was given open.
    case descriptor(Int32)
  }

  private let kind: Kind
  private let path: Path
  private let shown: Path
  /// Of what is there already.
  private let identity: FileIdentity?

  /// Looks at what stands at a path as it was typed; `-` is standard output.
  ///
  /// - Throws: An error if no report can be written there, before anything has been.
  public init(_ typed: Path, workingFolder: Path) throws(FileError) {
    shown = typed
    path = workingFolder.appending(typed)
    do throws(FileError.Reason) {
      (kind, identity) = try Self.look(at: path, typed)
    } catch {
      throw FileError(.write, typed, error)
    }
  }

  private static func look(at path: Path, _ typed: Path) throws(FileError.Reason) -> (Kind, FileIdentity?) {
    if let number = descriptor(of: typed) {
      return (.descriptor(number), try? Platform.status(of: number).identity)
    }
    if typed.bytes.last == slash { throw .isFolder }
    if isNotes(Array(path.name)) || path.name.elementsEqual(".kith.json".utf8) { throw .isNote }
    do throws(FileError.Reason) {
      let status = try Platform.status(of: path.bytes, followingLinks: true)
      if status.kind == .pipe || status.kind == .device { return (.stream, status.identity) }
      if let refusal = status.kind.refusal { throw refusal }
      return (.existing, status.identity)
    } catch {
      // What a link would lead to is not made.
      guard error == .notFound, (try? Platform.status(of: path.bytes, followingLinks: false)) == nil else {
        throw error
      }
    }
    guard (try? Platform.status(of: path.folder.bytes, followingLinks: true))?.kind == .folder else {
      throw .folderNotFound
    }
    return (.new, nil)
  }

  /// The descriptor that a path stands for.
  ///
  /// Opened anew, a file that standard output is appended to would be written to from its start.
  private static func descriptor(of typed: Path) -> Int32? {
    let text = String(decoding: typed.bytes, as: UTF8.self)
    if let number = ["-": 1, "/dev/stdout": 1, "/dev/stderr": 2][text] { return Int32(number) }
    let folder = ["/dev/fd/", "/proc/self/fd/"].first { text.hasPrefix($0) }
    return folder.flatMap { Int32(text.dropFirst($0.count)) }.flatMap { $0 >= 0 ? $0 : nil }
  }

  /// Refuses to write where one of some files stands, by whatever name or link.
  public func refuse(notes: some Sequence<Path>) throws(FileError) {
    guard let identity else { return }
    for note in notes where (try? Platform.status(of: note.bytes, followingLinks: true))?.identity == identity {
      throw FileError(.write, shown, .isNote)
    }
  }

  /// The output that the report is to be written to; `finish` puts it in its place.
  public func open() throws(FileError) -> Output {
    do throws(FileError.Reason) {
      switch kind {
      case .existing, .new: return .file(nil)
      case .stream: return .file(try Platform.openForWriting(path.bytes))
      case .descriptor(let number): return .file(try Platform.duplicate(number))
      }
    } catch {
      throw FileError(.write, shown, error)
    }
  }

  /// Hands the whole report over.
  public func finish(_ output: inout Output) throws(FileError) {
    output.finish()
    if let failure = output.failure { throw FileError(.write, shown, failure) }
    switch kind {
    case .existing:
      var old: [UInt8] = []
      try readFile(path, shown: shown, into: &old)
      removeLeftovers(in: path.folder)
      try replaceFile(path, shown: shown, expecting: old.span, with: output.buffered.span)
    case .new:
      removeLeftovers(in: path.folder)
      try placeFile(path, shown: shown, replacing: nil, with: output.buffered, mode: 0o666)
    case .stream, .descriptor: break
    }
  }
}
