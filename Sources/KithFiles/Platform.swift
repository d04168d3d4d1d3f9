/// The system's calls: what all systems share in one file, the few that differ in one file a system.
///
/// They throw the reason; whoever calls knows the path and says so in a `FileError`.
enum Platform {}

/// What a path leads to.
struct FileStatus: Hashable, Sendable {
  enum Kind: Hashable, Sendable {
    case file
    case folder
    case link
    case pipe
    case device
    case socket
  }

  var kind: Kind
  var identity: FileIdentity
  /// The size in bytes; of a few system files 0 although they can be read.
  var size: Int
  /// Who may do what, as the system's twelve bits.
  var mode: UInt32 = 0
  var owner: UInt32 = 0
  var group: UInt32 = 0
  /// In how many folders, or under how many names, it stands.
  var links = 1
}

/// What makes two paths the same file.
struct FileIdentity: Hashable, Sendable {
  var device: UInt64
  var inode: UInt64
}

/// An entry of a folder.
struct FolderEntry: Sendable {
  var name: [UInt8]
  /// Nil where the file system does not say, and has to be asked.
  var kind: FileStatus.Kind?
}

/// What a thread is given to do, in a box that can go through a C pointer.
final class ThreadWork: Sendable {
  let body: @Sendable () -> Void
  init(_ body: @escaping @Sendable () -> Void) { self.body = body }
}

extension FileStatus.Kind {
  /// Why a thing of this kind is not read; nil for a file.
  var refusal: FileError.Reason? {
    switch self {
    case .file: nil
    case .folder: .isFolder
    // A link that is left after following links leads in a circle.
    case .link: .linkLoop
    case .pipe: .isPipe
    case .device: .isDevice
    case .socket: .isSocket
    }
  }
}
