#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

// As in Platform+POSIX.swift, every `unsafe` passes a pointer to a C function for the length of that call only.

/// What saving needs. A name is an entry of `folder`, an open one, so that a folder moved meanwhile does no harm.
extension Platform {
  static func openFolder(_ path: [UInt8]) throws(FileError.Reason) -> Int32 {
    try retrying { unsafe withCPath(path) { unsafe open($0, O_RDONLY | O_DIRECTORY | O_CLOEXEC) } }
  }

  /// Opens without following a link and without waiting, for writing too if the person is to be one who may write.
  static func openEntry(_ name: [UInt8], in folder: Int32, forWriting: Bool) throws(FileError.Reason) -> Int32 {
    let flags = (forWriting ? O_RDWR : O_RDONLY) | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC | O_NOCTTY
    return try retrying { unsafe withCPath(name) { unsafe openat(folder, $0, flags) } }
  }

  /// Creates a file with a mode, less what the process's umask takes away.
  static func create(_ name: [UInt8], in folder: Int32, mode: UInt32) throws(FileError.Reason) -> Int32 {
    let flags = O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC
    return try retrying { unsafe withCPath(name) { unsafe openat(folder, $0, flags, mode_t(mode)) } }
  }

  /// Creates a folder, of which the one above is there.
  static func createFolder(_ path: [UInt8]) throws(FileError.Reason) {
    try retrying { unsafe withCPath(path) { unsafe mkdir($0, 0o777) } }
  }

  static func status(of name: [UInt8], in folder: Int32) throws(FileError.Reason) -> FileStatus {
    var info = stat()
    try retrying { unsafe withCPath(name) { unsafe fstatat(folder, $0, &info, AT_SYMLINK_NOFOLLOW) } }
    return status(info)
  }

  /// Whether the file could be locked against the others who lock it before they save.
  static func lock(_ descriptor: Int32) throws(FileError.Reason) -> Bool {
    while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
      if errno == EWOULDBLOCK { return false }
      if errno != EINTR { throw reason(errno) }
    }
    return true
  }

  /// Appends what stands at `offset` to `output`; nothing at the end.
  static func read(_ descriptor: Int32, at offset: Int, into output: inout OutputSpan<UInt8>)
    throws(FileError.Reason)
  {
    try retrying {
      unsafe output.withUnsafeMutableBufferPointer { buffer, initialized in
        // As in `read(_:into:)`.
        let rest = unsafe UnsafeMutableRawBufferPointer(
          rebasing: UnsafeMutableRawBufferPointer(buffer)[initialized...])
        let count = unsafe pread(descriptor, rest.baseAddress, rest.count, off_t(offset))
        if count > 0 { initialized += count }
        return count
      }
    }
  }

  static func setOwner(_ descriptor: Int32, _ owner: UInt32, _ group: UInt32) throws(FileError.Reason) {
    try retrying { fchown(descriptor, owner, group) }
  }

  static func setMode(_ descriptor: Int32, _ mode: UInt32) throws(FileError.Reason) {
    try retrying { fchmod(descriptor, mode_t(mode)) }
  }

  /// Gives an entry another name, under which there may be a file already.
  static func rename(_ name: [UInt8], to other: [UInt8], in folder: Int32) throws(FileError.Reason) {
    try retrying {
      unsafe withCPath(name) { name in unsafe withCPath(other) { unsafe renameat(folder, name, folder, $0) } }
    }
  }

  /// Gives an entry a second name, under which there may be nothing yet.
  static func link(_ name: [UInt8], to other: [UInt8], in folder: Int32) throws(FileError.Reason) {
    try retrying {
      unsafe withCPath(name) { name in unsafe withCPath(other) { unsafe linkat(folder, name, folder, $0, 0) } }
    }
  }

  static func remove(_ name: [UInt8], in folder: Int32) throws(FileError.Reason) {
    try retrying { unsafe withCPath(name) { unsafe unlinkat(folder, $0, 0) } }
  }

  static func pause(milliseconds: Int) {
    // Cut short by a signal, it only asks again sooner.
    _ = poll(nil, 0, Int32(milliseconds))
  }
}
