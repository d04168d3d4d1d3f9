#if canImport(Glibc) || canImport(Musl)
  #if canImport(Glibc)
    import Glibc
  #else
    import Musl
  #endif

  // As in Platform+POSIX.swift, every `unsafe` passes a pointer to a C function for the length of that call only.

  extension Platform {
    /// A write to a closed pipe becomes an error instead of killing the process.
    static func ignoreBrokenPipes() { _ = signal(SIGPIPE, SIG_IGN) }

    /// Runs `work` on `count` further threads and on this one, and returns when all are done.
    static func onThreads(_ count: Int, _ work: @Sendable () -> Void) {
      withoutActuallyEscaping(work) { escapable in
        var attributes = pthread_attr_t()
        _ = unsafe pthread_attr_init(&attributes)
        defer { _ = unsafe pthread_attr_destroy(&attributes) }
        // Musl's threads would have 128 KB otherwise.
        _ = unsafe pthread_attr_setstacksize(&attributes, 1 << 20)
        var threads: [pthread_t] = []
        for _ in 0..<count {
          // Retained here, released by the thread, or below if there is none.
          let box = unsafe Unmanaged.passRetained(ThreadWork(escapable))
          var thread = pthread_t()
          let result = unsafe pthread_create(
            &thread, &attributes,
            { context in
              if let context = unsafe context {
                unsafe Unmanaged<ThreadWork>.fromOpaque(context).takeRetainedValue().body()
              }
              return nil
            }, box.toOpaque())
          guard result == 0 else {
            unsafe box.release()
            break
          }
          threads.append(thread)
        }
        escapable()
        for thread in threads { _ = pthread_join(thread, nil) }
      }
    }
  }

  // Swift's module of glibc leaves these out, since they are declared in headers it does not read or for
  // `_GNU_SOURCE` only. They take and return what fits a register, which Swift passes as C does.
  @_silgen_name("flistxattr")
  private func systemListAttributes(_ descriptor: Int32, _ list: UnsafeMutableRawPointer?, _ size: Int) -> Int
  @_silgen_name("fgetxattr")
  private func systemGetAttribute(
    _ descriptor: Int32, _ name: UnsafePointer<CChar>, _ value: UnsafeMutableRawPointer?, _ size: Int
  ) -> Int
  @_silgen_name("fsetxattr")
  private func systemSetAttribute(
    _ descriptor: Int32, _ name: UnsafePointer<CChar>, _ value: UnsafeRawPointer?, _ size: Int, _ flags: Int32
  ) -> Int32
  @_silgen_name("fremovexattr")
  private func systemRemoveAttribute(_ descriptor: Int32, _ name: UnsafePointer<CChar>) -> Int32
  #if canImport(Glibc)
    @_silgen_name("renameat2")
    private func systemRename(
      _ oldFolder: Int32, _ old: UnsafePointer<CChar>, _ newFolder: Int32, _ new: UnsafePointer<CChar>,
      _ flags: UInt32
    ) -> Int32
  #endif

  // Of Linux's own headers, the same on every processor that Swift runs on.
  private let unnamedFile: Int32 = 0o20_000_000 | O_DIRECTORY
  private let exchangeFlag: UInt32 = 1 << 1

  extension Platform {
    /// Creates a file without a name, which vanishes with the process unless it is given one.
    static func createUnnamed(in folder: Int32) throws(FileError.Reason) -> Int32 {
      try retrying {
        unsafe withCPath([dot]) { unsafe openat(folder, $0, unnamedFile | O_RDWR | O_CLOEXEC, 0o600) }
      }
    }

    /// Gives the file without a name one.
    static func name(_ descriptor: Int32, _ name: [UInt8], in folder: Int32) throws(FileError.Reason) {
      let source = Array("/proc/self/fd/\(descriptor)".utf8)
      try retrying {
        unsafe withCPath(source) { source in
          unsafe withCPath(name) { unsafe linkat(AT_FDCWD, source, folder, $0, AT_SYMLINK_FOLLOW) }
        }
      }
    }

    /// Makes two entries of a folder change places, at one stroke.
    static func exchange(_ one: [UInt8], _ other: [UInt8], in folder: Int32) throws(FileError.Reason) {
      #if canImport(Glibc)
        try retrying {
          unsafe withCPath(one) { one in
            unsafe withCPath(other) { unsafe systemRename(folder, one, folder, $0, exchangeFlag) }
          }
        }
      #else
        // Musl has no such function.
        throw reason(ENOSYS)
      #endif
    }

    /// Returns when the file or folder is on the disk.
    static func sync(_ descriptor: Int32) throws(FileError.Reason) {
      try retrying {
        // A few file systems, such as folders shared with a virtual machine, have nothing to do it with.
        fsync(descriptor) == 0 || errno == EINVAL ? 0 : -1
      }
    }

    /// Gives `copy` the attributes of `original`, which hold its access control list too, and no others.
    static func copyAttributes(from original: Int32, to copy: Int32) throws(FileError.Reason) {
      let wanted = try attributes(of: original)
      let given = try attributes(of: copy)
      // A new file may have inherited an access control list that lets in more people.
      for (name, _) in given where wanted[name] == nil {
        let isRemoved = (try? retrying { unsafe withCPath(name) { unsafe systemRemoveAttribute(copy, $0) } }) != nil
        if !isRemoved, !isSystemLabel(name) { throw .attributeWouldChange(visible(name.span)) }
      }
      for (name, value) in wanted where given[name] != value {
        let isCopied = (try? set(name, value, on: copy)) != nil
        // The system labels a new file itself, and may let nobody else do it.
        if !isCopied, !isSystemLabel(name) { throw .attributeWouldChange(visible(name.span)) }
      }
    }

    private static func set(_ name: [UInt8], _ value: [UInt8], on descriptor: Int32) throws(FileError.Reason) {
      try retrying {
        unsafe value.withUnsafeBytes { value in
          unsafe withCPath(name) { unsafe systemSetAttribute(descriptor, $0, value.baseAddress, value.count, 0) }
        }
      }
    }

    private static func isSystemLabel(_ name: [UInt8]) -> Bool { name.starts(with: "security.".utf8) }

    private static func attributes(of descriptor: Int32) throws(FileError.Reason) -> [[UInt8]: [UInt8]] {
      let names = unsafe try attribute { unsafe systemListAttributes(descriptor, $0, $1) } ?? []
      var attributes: [[UInt8]: [UInt8]] = [:]
      for name in names.split(separator: 0).map(Array.init) {
        // Seals over the content, which the system makes anew and which would be wrong for a new content.
        if [Array("security.ima".utf8), Array("security.evm".utf8)].contains(name) { continue }
        attributes[name] = unsafe try attribute { buffer, size in
          unsafe withCPath(name) { unsafe systemGetAttribute(descriptor, $0, buffer, size) }
        }
      }
      return attributes
    }

    /// What `get` writes into a buffer, after it has said how long that has to be; nil if there is nothing.
    private static func attribute(_ get: (UnsafeMutableRawPointer?, Int) -> Int) throws(FileError.Reason)
      -> [UInt8]?
    {
      while true {
        let size = get(nil, 0)
        // The file system has none, or it was removed meanwhile.
        if size < 0, errno == ENOTSUP || errno == ENODATA { return nil }
        var value = [UInt8](repeating: 0, count: max(size, 0))
        let count = size < 0 ? size : unsafe value.withUnsafeMutableBytes { unsafe get($0.baseAddress, $0.count) }
        if size >= 0, count >= 0 { return Array(value.prefix(count)) }
        // It has grown since, or a signal came in between.
        if errno != ERANGE, errno != EINTR { throw reason(errno) }
      }
    }
  }
#endif
