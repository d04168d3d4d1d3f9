/// Those among whom the work on a notebook is divided, such as threads. What is done does not depend on who they are.
public protocol Workers: Sendable {
  /// What `body` makes of every number below `count`, called once for each, in any order and at once as they like.
  ///
  /// Returns when all is done, with the results in the order of the numbers.
  ///
  /// - Parameter makeState: Gives each worker what it uses for all that it does, such as a buffer to be used again.
  func map<State: ~Copyable, Result: Sendable>(
    count: Int, makeState: @Sendable () -> State, body: @Sendable (inout State, Int) -> Result
  ) -> [Result]
}

/// One who does all, one thing after another.
public struct OneWorker: Workers {
  /// The one.
  public init() {}

  /// What `body` makes of every number below `count`, in their order.
  public func map<State: ~Copyable, Result: Sendable>(
    count: Int, makeState: @Sendable () -> State, body: @Sendable (inout State, Int) -> Result
  ) -> [Result] {
    var state = makeState()
    return (0..<count).map { body(&state, $0) }
  }
}
