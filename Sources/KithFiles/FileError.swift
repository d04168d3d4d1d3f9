/// What went wrong with a file, worded for the person whose file it is.
public struct FileError: Error, Hashable, Sendable {
  /// What was being done.
  public enum Action: Hashable, Sendable {
    /// Looking for the file or folder.
    case find
    /// Reading a file.
    case read
    /// Listing a folder.
    case list
    /// Writing.
    case write
    /// Putting a new version in a file's place; the file is as it was.
    case save
    /// What is left to do once the new version is in its place.
    case settle
  }

  /// Why it could not be done.
  public enum Reason: Error, Hashable, Sendable {
    /// Nothing is there.
    case notFound
    /// The person may not.
    case permissionDenied
    /// It is a folder, and a file is needed.
    case isFolder
    /// It is a pipe (FIFO), which could block for ever.
    case isPipe
    /// It is a terminal, disk or other device.
    case isDevice
    /// It is a socket.
    case isSocket
    /// A part of the path is a file, not a folder.
    case notAFolder
    /// Symbolic links lead in a circle.
    case linkLoop
    /// It holds 2 GiB or more, and offsets have 31 bits.
    case tooLarge
    /// The reader at the other end has gone.
    case brokenPipe
    /// Nobody may write to it.
    case isReadOnly
    /// Its folder takes no new file from the person.
    case folderIsReadOnly
    /// It stands under several names (hard links), of which saving would leave the others behind.
    case isLinked(Int)
    /// It is somebody else's, who would lose it.
    case ownerWouldChange
    /// An extended attribute could not be kept.
    case attributeWouldChange(String)
    /// Another program is saving it.
    case isBusy
    /// Another program has written to it since it was read.
    case hasChanged
    /// As `hasChanged`, and two versions are left, one of them in the hidden file of that name beside it.
    case hasChangedTwice(Path)
    /// The version from before stands in the hidden file of that name beside it, and could not be removed.
    case leftBehind(Path)
    /// The folder it is to stand in is not there.
    case folderNotFound
    /// It is a note or settings, or would be read so, and something else was to be written there.
    case isNote
    /// Anything else, in the system's words.
    case system(String)
  }

  /// What was being done.
  public var action: Action
  /// The path as it is shown; nil for standard input and output.
  public var path: Path?
  /// Why it could not be done.
  public var reason: Reason

  /// An error of doing `action` with `path`.
  public init(_ action: Action, _ path: Path?, _ reason: Reason) {
    self.action = action
    self.path = path
    self.reason = reason
  }

  /// One sentence for people: ``cannot read `x`: permission denied``.
  public var message: String {
    switch (action, reason) {
    case (.find, .notFound): "there is no file or folder \(subject)"
    case (.find, _): "cannot find \(subject): \(cause)"
    case (.read, _): "cannot read \(subject): \(cause)"
    case (.list, _): "cannot look into the folder \(subject): \(cause)"
    case (.write, _): "cannot write to \(subject): \(cause)"
    case (.save, .system), (.save, .permissionDenied):
      "cannot save \(subject): \(cause); the file is as it was"
    case (.save, _): "cannot save \(subject): \(cause)"
    case (.settle, .hasChangedTwice): "\(subject) has two versions now: \(cause)"
    case (.settle, .leftBehind): "\(subject) is saved, but \(cause)"
    case (.settle, _): "\(subject) is saved, but a power cut could undo that: \(cause)"
    }
  }

  private var subject: String {
    if let path { return "`\(path.shown)`" }
    return action == .write ? "standard output" : "standard input"
  }

  private var cause: String {
    switch reason {
    case .notFound: "there is no such file"
    case .permissionDenied: "permission denied"
    case .isFolder: "it is a folder"
    case .isPipe: "it is a pipe, not a file (`-` reads standard input)"
    case .isDevice: "it is a device, not a file"
    case .isSocket: "it is a socket, not a file"
    case .notAFolder: "a part of the path is not a folder"
    case .linkLoop: "its symbolic links lead in a circle"
    case .tooLarge: "it holds 2 GiB or more"
    case .brokenPipe: "the reader has gone"
    case .isReadOnly: "it is read-only"
    case .folderIsReadOnly: "its folder is read-only, and the new version has to be written beside it"
    case .isLinked(let count): "it has \(count) names (hard links), and saving would part them"
    case .ownerWouldChange: "it belongs to somebody else or to another group, and saving would change that"
    case .attributeWouldChange(let name): "its extended attribute `\(name)` cannot be kept"
    case .isBusy: "another program is saving it"
    case .hasChanged: "another program has changed it meanwhile, and that version stays"
    case .hasChangedTwice(let name):
      "another program has changed it meanwhile; one of the versions is in `\(name.shown)` beside it"
    case .leftBehind(let name): "the version from before could not be removed; it is in `\(name.shown)` beside it"
    case .folderNotFound: "there is no such folder"
    case .isNote: "a report never takes the place of notes or settings"
    case .system(let words): words
    }
  }
}
