import Synchronization

/// A part of what it takes to check notes, of which the time can be told.
public enum Stage: CaseIterable, Sendable {
  /// Finding notebooks, their settings and their files.
  case finding
  /// Reading files.
  case reading
  /// Bytes to a tree, and the tree to facts.
  case parsing
  /// The rules that look at one file.
  case fileRules
  /// Facts of files to a notebook, in which mentions are resolved.
  case joining
  /// The rules that look at files together.
  case notebookRules
  /// What of all that was found is reported: not what comments ignore, for one.
  case settling
  /// Applying fixes, and writing or showing what has changed.
  case fixing
  /// Writing the report.
  case writing
}

/// How much of the processor's time the stages of a run have taken, on all threads together.
public final class StageTimes: Sendable {
  /// When the run began.
  public let start = Instant.now
  private let nanoseconds = Mutex<[Stage: UInt64]>([:])

  /// Nothing yet.
  public init() {}

  /// The nanoseconds that a stage has taken so far; nil if there was none.
  public subscript(stage: Stage) -> UInt64? { nanoseconds.withLock { $0[stage] } }

  /// The nanoseconds that all of the process has taken so far, whatever it was for.
  public var ofProcess: UInt64 { ProcessorClock.process.nanoseconds }

  fileprivate func add(_ time: UInt64, to stage: Stage) {
    nanoseconds.withLock { $0[stage, default: 0] += time }
  }
}

/// Whose work on the processor is timed.
public enum ProcessorClock: Sendable {
  /// That of the thread that asks, for work that several do at once.
  case thread
  /// That of all threads, for work beside which nothing else goes on.
  case process

  fileprivate var nanoseconds: UInt64 {
    switch self {
    case .thread: Platform.threadNanoseconds()
    case .process: Platform.processNanoseconds()
    }
  }
}

/// Tells stages apart that follow one another. Where nobody wants to know, no clock is asked.
public struct StageClock: Sendable {
  private let times: StageTimes?
  private let clock: ProcessorClock
  private var start: UInt64 = 0

  /// Begins the first stage.
  public init(_ times: StageTimes?, _ clock: ProcessorClock) {
    self.times = times
    self.clock = clock
    restart()
  }

  /// Begins a stage; what came before it belongs to none.
  public mutating func restart() {
    if times != nil { start = clock.nanoseconds }
  }

  /// Ends a stage and begins the next.
  public mutating func finish(_ stage: Stage) {
    guard let times else { return }
    let now = clock.nanoseconds
    times.add(now &- start, to: stage)
    start = now
  }
}
