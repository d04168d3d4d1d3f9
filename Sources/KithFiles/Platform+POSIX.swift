#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

// The C functions that our own of the same name would hide.
private func systemClose(_ descriptor: Int32) -> Int32 { close(descriptor) }
private func systemRead(_ descriptor: Int32, _ start: UnsafeMutableRawPointer?, _ count: Int) -> Int {
  unsafe read(descriptor, start, count)
}
private func systemWrite(_ descriptor: Int32, _ start: UnsafeRawPointer?, _ count: Int) -> Int {
  unsafe write(descriptor, start, count)
}

// Every `unsafe` here passes a pointer to a C function for the length of that call only, or reads what such a
// function has just returned; where there is more to it, the reason stands beside it.

extension Platform {
  /// Opens for reading without waiting: a FIFO without a writer opens at once and is told apart afterwards.
  static func openForReading(_ path: [UInt8]) throws(FileError.Reason) -> Int32 {
    try retrying {
      unsafe withCPath(path) { unsafe open($0, O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY) }
    }
  }

  /// Opens for writing what is there, and waits for who reads a FIFO.
  static func openForWriting(_ path: [UInt8]) throws(FileError.Reason) -> Int32 {
    try retrying { unsafe withCPath(path) { unsafe open($0, O_WRONLY | O_CLOEXEC | O_NOCTTY) } }
  }

  /// Another descriptor of the same open file, which can be closed by itself.
  static func duplicate(_ descriptor: Int32) throws(FileError.Reason) -> Int32 {
    try retrying { fcntl(descriptor, F_DUPFD_CLOEXEC, 3) }
  }

  static func close(_ descriptor: Int32) throws(FileError.Reason) {
    // After EINTR the descriptor is closed all the same.
    if systemClose(descriptor) != 0, errno != EINTR { throw reason(errno) }
  }

  static func status(of descriptor: Int32) throws(FileError.Reason) -> FileStatus {
    var info = stat()
    try retrying { unsafe fstat(descriptor, &info) }
    return status(info)
  }

  static func status(of path: [UInt8], followingLinks: Bool) throws(FileError.Reason) -> FileStatus {
    var info = stat()
    try retrying {
      unsafe withCPath(path) { unsafe followingLinks ? stat($0, &info) : lstat($0, &info) }
    }
    return status(info)
  }

  /// Appends what can be read at once to `output`; 0 at the end.
  ///
  /// - Parameter isWaiting: Whether to wait where there is nothing yet, rather than throw.
  static func read(
    _ descriptor: Int32, isWaiting: Bool = true, into output: inout OutputSpan<UInt8>
  ) throws(FileError.Reason) -> Int {
    while true {
      let count = unsafe output.withUnsafeMutableBufferPointer { buffer, initialized in
        // `initialized` grows by what the system says it has written into the free rest.
        let rest = unsafe UnsafeMutableRawBufferPointer(
          rebasing: UnsafeMutableRawBufferPointer(buffer)[initialized...])
        let count = unsafe systemRead(descriptor, rest.baseAddress, rest.count)
        if count > 0 { initialized += count }
        return count
      }
      if count >= 0 { return count }
      if errno == EAGAIN, isWaiting {
        try wait(for: descriptor, POLLIN)
      } else if errno != EINTR {
        throw reason(errno)
      }
    }
  }

  /// Writes all of `bytes`, in as many pieces as the system wants.
  static func write(_ descriptor: Int32, _ bytes: Span<UInt8>) throws(FileError.Reason) {
    var done = 0
    while done < bytes.count {
      let rest = bytes.extracting(done...)
      let count = unsafe rest.withUnsafeBytes { unsafe systemWrite(descriptor, $0.baseAddress, $0.count) }
      if count > 0 {
        done += count
      } else if count < 0, errno == EAGAIN {
        try wait(for: descriptor, POLLOUT)
      } else if count == 0 || errno != EINTR {
        throw count == 0 ? .system("nothing more could be written") : reason(errno)
      }
    }
  }

  /// The entries of a folder in the system's order, without `.` and `..`.
  static func entries(of path: [UInt8]) throws(FileError.Reason) -> [FolderEntry] {
    guard let folder = unsafe withCPath(path, { unsafe opendir($0) }) else { throw reason(errno) }
    defer { _ = unsafe closedir(folder) }
    guard let nameOffset = MemoryLayout<dirent>.offset(of: \.d_name) else { return [] }
    var entries: [FolderEntry] = []
    while true {
      errno = 0
      guard let entry = unsafe readdir(folder) else {
        if errno != 0 { throw reason(errno) }
        return entries
      }
      // The name is a C string in the entry, which lives until the next call of readdir.
      let start = unsafe UnsafeRawPointer(entry).advanced(by: nameOffset)
      let name = unsafe Array(
        UnsafeRawBufferPointer(start: start, count: strlen(start.assumingMemoryBound(to: CChar.self))))
      if name == [dot] || name == [dot, dot] { continue }
      entries.append(FolderEntry(name: name, kind: unsafe kind(ofEntry: Int(entry.pointee.d_type))))
    }
  }

  /// The absolute path with every link followed.
  static func realPath(_ path: [UInt8]) throws(FileError.Reason) -> [UInt8] {
    var found = unsafe withCPath(path) { unsafe realpath($0, nil) }
    while unsafe found == nil, errno == EINTR { unsafe found = withCPath(path) { unsafe realpath($0, nil) } }
    guard let resolved = unsafe found else { throw reason(errno) }
    // The system's memory is ours to free, after it has been copied.
    defer { unsafe free(resolved) }
    return unsafe bytes(of: resolved)
  }

  static func workingFolder() -> [UInt8]? {
    guard let path = unsafe getcwd(nil, 0) else { return nil }
    // As above: allocated for us.
    defer { unsafe free(path) }
    return unsafe bytes(of: path)
  }

  static func environmentValue(_ name: String) -> String? {
    // Nothing here changes the environment, so the pointer stays good while it is copied.
    unsafe getenv(name).map { unsafe String(decoding: bytes(of: $0), as: UTF8.self) }
  }

  /// The process's arguments, its own name first, as bytes.
  static func arguments() -> [[UInt8]] {
    let pointers = unsafe UnsafeBufferPointer(start: CommandLine.unsafeArgv, count: Int(CommandLine.argc))
    return unsafe pointers.compactMap { unsafe $0.map { unsafe bytes(of: $0) } }
  }

  static func isTerminal(_ descriptor: Int32) -> Bool { isatty(descriptor) == 1 }

  static func terminalWidth(_ descriptor: Int32) -> Int? {
    var size = winsize()
    guard unsafe ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
    return Int(size.ws_col)
  }

  static func processorCount() -> Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }

  static func monotonicNanoseconds() -> UInt64 { nanoseconds(CLOCK_MONOTONIC) }

  /// The time that the processor has worked for this thread.
  static func threadNanoseconds() -> UInt64 { nanoseconds(CLOCK_THREAD_CPUTIME_ID) }

  /// The time that processors have worked for all threads of this process.
  static func processNanoseconds() -> UInt64 { nanoseconds(CLOCK_PROCESS_CPUTIME_ID) }

  private static func nanoseconds(_ clock: clockid_t) -> UInt64 {
    var time = timespec()
    // It fails only for a clock that the system lacks, and none lacks these.
    _ = unsafe clock_gettime(clock, &time)
    return UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec)
  }

  /// The year, month and day here; nil where the clock stands outside of what the calendar of the system knows.
  static func localDay() -> (year: Int, month: Int, day: Int)? {
    var (now, day) = unsafe (time(nil), tm())
    guard unsafe localtime_r(&now, &day) != nil else { return nil }
    return unsafe (Int(day.tm_year) + 1900, Int(day.tm_mon) + 1, Int(day.tm_mday))
  }

  /// Fills descriptors 0 to 2 where they are closed, so that no file we open is taken for one of them.
  ///
  /// They are opened the wrong way round: reading standard input and writing the others still fails.
  static func occupyStandardDescriptors() {
    for descriptor: Int32 in 0...2 where fcntl(descriptor, F_GETFD) == -1 && errno == EBADF {
      _ = unsafe open("/dev/null", descriptor == 0 ? O_WRONLY : O_RDONLY)
    }
  }

  static func exitProcess(_ status: Int32) -> Never { exit(status) }
}

extension Platform {
  /// What an error number means for a person.
  static func reason(_ number: Int32) -> FileError.Reason {
    switch number {
    case ENOENT: .notFound
    case EACCES, EPERM: .permissionDenied
    case EISDIR: .isFolder
    case ENOTDIR: .notAFolder
    case ELOOP: .linkLoop
    case EPIPE: .brokenPipe
    case ENXIO: .isSocket
    case EFBIG, EOVERFLOW: .tooLarge
    default: .system(words[number] ?? systemWords(number))
    }
  }

  /// The errors for which the system's own words say too little.
  private static let words: [Int32: String] = [
    EAGAIN: "there is nothing in it to read yet",
    EBADF: "it is closed",
    ENOSPC: "the disk is full",
    EDQUOT: "your share of the disk is used up",
    EROFS: "the disk can only be read",
    EIO: "the disk or device has failed to do it",
    EEXIST: "another program is saving it",
    EMFILE: "too many files are open",
    ENFILE: "too many files are open",
    ENOMEM: "the machine is out of memory",
  ]

  private static func systemWords(_ number: Int32) -> String {
    unsafe strerror(number).map { unsafe String(cString: $0).lowercased() } ?? "error \(number)"
  }

  static func status(_ info: stat) -> FileStatus {
    FileStatus(
      kind: kind(ofMode: info.st_mode),
      identity: FileIdentity(device: UInt64(truncatingIfNeeded: info.st_dev), inode: UInt64(info.st_ino)),
      size: Int(info.st_size), mode: UInt32(info.st_mode & 0o7777), owner: info.st_uid, group: info.st_gid,
      links: Int(info.st_nlink))
  }

  private static func kind(ofMode mode: mode_t) -> FileStatus.Kind {
    switch mode & S_IFMT {
    case S_IFREG: .file
    case S_IFDIR: .folder
    case S_IFLNK: .link
    case S_IFIFO: .pipe
    case S_IFSOCK: .socket
    default: .device
    }
  }

  private static func kind(ofEntry type: Int) -> FileStatus.Kind? {
    switch type {
    case Int(DT_REG): .file
    case Int(DT_DIR): .folder
    case Int(DT_LNK): .link
    case Int(DT_FIFO): .pipe
    case Int(DT_SOCK): .socket
    case Int(DT_UNKNOWN): nil
    default: .device
    }
  }

  /// Whether reading would not wait.
  static func isReadable(_ descriptor: Int32) -> Bool {
    var request = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    return unsafe poll(&request, 1, 0) > 0
  }

  private static func wait(for descriptor: Int32, _ event: Int32) throws(FileError.Reason) {
    var request = pollfd(fd: descriptor, events: Int16(event), revents: 0)
    if unsafe poll(&request, 1, -1) < 0, errno != EINTR { throw reason(errno) }
  }

  /// Calls again for as long as a signal comes in between.
  @discardableResult
  static func retrying<Result: SignedInteger>(_ call: () -> Result) throws(FileError.Reason) -> Result {
    while true {
      let result = call()
      if result >= 0 { return result }
      if errno != EINTR { throw reason(errno) }
    }
  }

  private static func bytes(of string: UnsafePointer<CChar>) -> [UInt8] {
    unsafe Array(UnsafeRawBufferPointer(start: string, count: strlen(string)))
  }

  /// Lends `path` to a call of the system.
  static func withCPath<Result>(_ path: [UInt8], _ body: (UnsafePointer<CChar>) -> Result) -> Result {
    // A zero byte ends the path for the system; none that comes from it holds one.
    let terminated = path.map { CChar(bitPattern: $0) } + [0]
    return unsafe terminated.withUnsafeBufferPointer { buffer in
      // The buffer is never empty, so the base address is there.
      unsafe body(buffer.baseAddress.unsafelyUnwrapped)
    }
  }
}
