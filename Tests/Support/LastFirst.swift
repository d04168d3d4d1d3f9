import NetModel

/// Workers of whom three share what is to be done and begin at its end: what they make is to be the same as if one did
/// all in order.
package struct LastFirst: Workers {
  package init() {}

  package func map<State: ~Copyable, Result: Sendable>(
    count: Int, makeState: @Sendable () -> State, body: @Sendable (inout State, Int) -> Result
  ) -> [Result] {
    var made = [Result?](repeating: nil, count: count)
    for worker in 0..<3 {
      var state = makeState()
      for index in stride(from: count - 1 - worker, through: 0, by: -3) { made[index] = body(&state, index) }
    }
    return made.compactMap(\.self)
  }
}
