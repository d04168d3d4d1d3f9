import Synchronization

/// Calls `body` once for every index below `count`, on up to `threads` threads, and returns when all is done.
///
/// The threads claim indices one by one, in order, so long work at one index holds up nothing else. Each has a
/// state of its own from `makeState`, such as a buffer to be used again. What `body` keeps has to be kept by
/// index: the order in which it is called says nothing.
public func parallelFor<State: ~Copyable>(
  count: Int, threads: Int, makeState: @Sendable () -> State, body: @Sendable (inout State, Int) -> Void
) {
  guard count > 0 else { return }
  let next = Atomic<Int>(0)
  Platform.onThreads(min(threads, count) - 1) {
    var state = makeState()
    while true {
      let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
      guard index < count else { return }
      body(&state, index)
    }
  }
}

/// Calls `body` once for every index below `count`, on up to `threads` threads, and returns when all is done.
public func parallelFor(count: Int, threads: Int, body: @Sendable (Int) -> Void) {
  parallelFor(count: count, threads: threads, makeState: {}, body: { _, index in body(index) })
}
