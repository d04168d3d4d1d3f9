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
              guard let context = unsafe context else { return nil }
              unsafe Unmanaged<ThreadWork>.fromOpaque(context).takeRetainedValue().body()
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
#endif
