/// Finds the closers of code spans on one line, in time linear in the line.
///
/// A run of n backticks is closed by the next run of exactly n. A search that reaches the end of the line has seen
/// every run there is, so it leaves behind where the last run of each length starts, and no later search fails slowly.
struct CodeSpanIndex {
  /// By length: the start of the last run of that length, 0 where there is none.
  private var lastRun: [UInt32] = []
  private var isComplete = false

  /// Forgets the line; each line starts anew.
  @inline(__always)
  mutating func reset() {
    if isComplete { clear() }
  }

  private mutating func clear() {
    lastRun.removeAll(keepingCapacity: true)
    isComplete = false
  }

  /// The length of the run of backticks at an offset.
  static func runLength(_ bytes: Span<UInt8>, at offset: Int, end: Int) -> Int {
    var next = offset
    while next < end, bytes[next] == UInt8(ascii: "`") { next += 1 }
    return next - offset
  }

  /// The offset behind the closer of the opening run of `length` that ends at `offset`, or nil.
  mutating func closer(_ bytes: Span<UInt8>, ofLength length: Int, from offset: Int, end: Int) -> Int? {
    if isComplete {
      guard length < lastRun.count, Int(lastRun[length]) >= offset else { return nil }
    }
    var next = offset
    var seen: [(length: Int, start: Int)] = []
    while next < end {
      guard bytes[next] == UInt8(ascii: "`") else {
        next += 1
        continue
      }
      let run = Self.runLength(bytes, at: next, end: end)
      if run == length { return next + run }
      if !isComplete { seen.append((run, next)) }
      next += run
    }
    remember(seen)
    return nil
  }

  private mutating func remember(_ seen: [(length: Int, start: Int)]) {
    isComplete = true
    let longest = seen.reduce(0) { max($0, $1.length) }
    lastRun = [UInt32](repeating: 0, count: longest + 1)
    for run in seen { lastRun[run.length] = UInt32(truncatingIfNeeded: run.start) }
  }
}
