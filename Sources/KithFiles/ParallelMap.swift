import NetModel
import Synchronization

/// Calls `body` once for every index below `count`, on up to `threads` threads, and returns when all is done.
///
/// The threads claim indices one by one, in order, so long work at one index holds up nothing else. Each has a
/// state of its own from `makeState`, such as a buffer to be used again.
private func parallelFor<State: ~Copyable>(
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

/// What `body` makes of every index below `count`, called once for each, on up to `threads` threads; in their order.
///
/// The threads claim indices one by one, in order, so long work at one index holds up nothing else. Each has a
/// state of its own from `makeState`, such as a buffer to be used again.
public func parallelMap<State: ~Copyable, Result: Sendable>(
  count: Int, threads: Int, makeState: @Sendable () -> State, body: @Sendable (inout State, Int) -> Result
) -> [Result] {
  // Each index has a place of its own, so no thread waits for another, or looks at what it has made.
  let places = (0..<count).map { _ in Place<Result>() }
  parallelFor(count: count, threads: threads, makeState: makeState) { state, index in
    let result = body(&state, index)
    places[index].result.withLock { $0 = result }
  }
  // Every index has been claimed, and every thread has ended.
  return places.compactMap { $0.result.withLock(\.self) }
}

/// The same without a state.
public func parallelMap<Result: Sendable>(
  count: Int, threads: Int, body: @Sendable (Int) -> Result
) -> [Result] {
  parallelMap(count: count, threads: threads, makeState: {}, body: { _, index in body(index) })
}

/// Where one thread leaves what it has made, and the one that waits for it finds that.
private final class Place<Result: Sendable>: Sendable {
  let result = Mutex<Result?>(nil)
}

/// Threads as workers.
public struct Threads: Workers {
  /// How many there are.
  private let count: Int

  /// So many threads.
  public init(_ count: Int) { self.count = count }

  /// What `body` makes of every number below `count`, in their order.
  public func map<State: ~Copyable, Result: Sendable>(
    count: Int, makeState: @Sendable () -> State, body: @Sendable (inout State, Int) -> Result
  ) -> [Result] {
    parallelMap(count: count, threads: self.count, makeState: makeState, body: body)
  }
}
