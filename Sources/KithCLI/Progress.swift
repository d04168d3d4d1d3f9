import KithFiles
import Synchronization

/// A line on a terminal that says how far long work is, from its second second on.
///
/// Threads count their steps without waiting for each other; one of them at a time draws.
final class Progress: Sendable {
  private let label: String
  private let total: Int
  private let isShown: Bool
  private let start = Instant.now
  private let done = Atomic<Int>(0)
  private let line: Mutex<Line>

  private struct Line: ~Copyable {
    var output: Output
    /// When it was last drawn, in milliseconds; nil while nothing stands there.
    var drawn: Int?
  }

  private static let firstDelay = 1000
  private static let delay = 100

  /// Progress over `total` steps, drawn on `output` where that is a terminal.
  init(_ label: String, total: Int, output: consuming Output, isQuiet: Bool) {
    self.label = label
    self.total = total
    isShown = output.isTerminal && !isQuiet
    line = Mutex(Line(output: output))
  }

  /// Counts a step that is done.
  func step() {
    let count = done.add(1, ordering: .relaxed).newValue
    guard isShown else { return }
    let now = start.elapsedMilliseconds
    guard now >= Self.firstDelay else { return }
    line.withLockIfAvailable { line in
      if let drawn = line.drawn, now - drawn < Self.delay { return }
      line.drawn = now
      line.output.write("\r\u{1B}[K\(label) \(count) of \(total) files")
      line.output.flush()
    }
  }

  /// Clears the line.
  func finish() {
    line.withLock { line in
      guard line.drawn != nil else { return }
      line.drawn = nil
      line.output.write("\r\u{1B}[K")
      line.output.flush()
    }
  }
}
