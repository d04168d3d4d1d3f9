import NetModel

/// What the process was started with and in.
public enum CurrentProcess {
  /// The arguments as bytes, the process's own name first.
  public static var arguments: [[UInt8]] { Platform.arguments() }

  /// The value of an environment variable; nil if it is not set.
  public static func environmentValue(_ name: String) -> String? { Platform.environmentValue(name) }

  /// The folder that relative paths start from; nil where it has been removed.
  public static var workingFolder: Path? { Platform.workingFolder().map { Path($0) } }

  /// The absolute path of the running program, by the name that it was called by; nil where that leads nowhere.
  ///
  /// Links stay in it: what they lead to may move with the next version, while they stay where they are.
  public static var program: Path? {
    guard let name = arguments.first.map({ Path($0) }), let here = workingFolder else { return nil }
    let folders = (environmentValue("PATH") ?? "").split(separator: ":").map { here.appending(Path(String($0))) }
    let places = name.bytes.contains(slash) ? [here.appending(name)] : folders.map { $0.appending(name) }
    return places.first { (try? Platform.status(of: $0.bytes, followingLinks: true))?.kind == .file }
  }

  /// The number of processors that threads can run on, at least 1.
  public static var processorCount: Int { Platform.processorCount() }

  /// The day that it is here, by the clock and the time zone of this machine; nil where these make no sense.
  ///
  /// No meaning of notes depends on it: it is for what somebody asks to be dated.
  public static var today: CalendarDate? {
    Platform.localDay().flatMap { CalendarDate(year: $0.year, month: $0.month, day: $0.day) }
  }

  /// Readies the standard streams: a closed pipe becomes an error, and a closed descriptor stays one.
  ///
  /// To be called once, before any file is opened.
  public static func prepareStreams() {
    Platform.occupyStandardDescriptors()
    Platform.ignoreBrokenPipes()
  }

  /// Ends the process with `status`.
  public static func exit(_ status: Int32) -> Never { Platform.exitProcess(status) }
}

/// A point in time of a clock that only ever goes forward, for measuring, not for telling the date.
public struct Instant: Sendable {
  private let nanoseconds: UInt64

  /// This moment.
  public static var now: Instant { Instant(nanoseconds: Platform.monotonicNanoseconds()) }

  /// The milliseconds since this moment.
  public var elapsedMilliseconds: Int {
    Int((Platform.monotonicNanoseconds() &- nanoseconds) / 1_000_000)
  }
}
