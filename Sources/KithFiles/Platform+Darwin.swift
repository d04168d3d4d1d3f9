#if canImport(Darwin)
  import Darwin

  // As in Platform+POSIX.swift, every `unsafe` passes a pointer to a C function for the length of that call only.

  extension Platform {
    /// A write to a closed pipe becomes an error instead of killing the process.
    static func ignoreBrokenPipes() { _ = unsafe signal(SIGPIPE, SIG_IGN) }

    /// Runs `work` on `count` further threads and on this one, and returns when all are done.
    static func onThreads(_ count: Int, _ work: @Sendable () -> Void) {
      withoutActuallyEscaping(work) { escapable in
        var attributes = pthread_attr_t()
        _ = unsafe pthread_attr_init(&attributes)
        defer { _ = unsafe pthread_attr_destroy(&attributes) }
        // Threads would have 512 KB otherwise.
        _ = unsafe pthread_attr_setstacksize(&attributes, 1 << 20)
        var threads: [pthread_t] = unsafe []
        for _ in 0..<count {
          // Retained here, released by the thread, or below if there is none.
          let box = unsafe Unmanaged.passRetained(ThreadWork(escapable))
          var thread: pthread_t?
          let result = unsafe pthread_create(
            &thread, &attributes,
            { context in
              unsafe Unmanaged<ThreadWork>.fromOpaque(context).takeRetainedValue().body()
              return nil
            }, box.toOpaque())
          guard result == 0, let thread = unsafe thread else {
            unsafe box.release()
            break
          }
          unsafe threads.append(thread)
        }
        escapable()
        for thread in unsafe threads { _ = unsafe pthread_join(thread, nil) }
      }
    }
  }

  extension Platform {
    /// Files without a name are not to be had here.
    static func createUnnamed(in folder: Int32) throws(FileError.Reason) -> Int32 { throw reason(ENOTSUP) }

    /// As `createUnnamed`.
    static func name(_ descriptor: Int32, _ name: [UInt8], in folder: Int32) throws(FileError.Reason) {
      throw reason(ENOTSUP)
    }

    /// Makes two entries of a folder change places, at one stroke.
    static func exchange(_ one: [UInt8], _ other: [UInt8], in folder: Int32) throws(FileError.Reason) {
      try retrying {
        unsafe withCPath(one) { one in
          unsafe withCPath(other) { unsafe renameatx_np(folder, one, folder, $0, UInt32(RENAME_SWAP)) }
        }
      }
    }

    /// Returns when the file or folder is on the disk, and no longer in the disk's own memory only.
    static func sync(_ descriptor: Int32) throws(FileError.Reason) {
      // Not every file system knows the stronger call, and a few know neither.
      if fcntl(descriptor, F_FULLFSYNC) == 0 { return }
      try retrying { fsync(descriptor) == 0 || errno == EINVAL ? 0 : -1 }
    }

    /// Gives `copy` the attributes and the access control list of `original`.
    static func copyAttributes(from original: Int32, to copy: Int32) throws(FileError.Reason) {
      try retrying {
        unsafe fcopyfile(original, copy, nil, copyfile_flags_t(COPYFILE_ACL | COPYFILE_XATTR))
      }
    }
  }
#endif
