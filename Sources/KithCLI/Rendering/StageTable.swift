import KithFiles

/// Where the time of a run went: a line a stage, in milliseconds and as a share of the whole.
///
/// All times are in nanoseconds.
struct StageTable {
  /// The stages that there were, and what each took.
  var stages: [(name: String, time: UInt64)]
  /// What the whole process took on the processor.
  var whole: UInt64

  init(stages: [(name: String, time: UInt64)], whole: UInt64) {
    self.stages = stages
    self.whole = whole
  }

  init(_ times: StageTimes) {
    self.init(
      stages: Stage.allCases.compactMap { stage in times[stage].map { (stage.name, $0) } }, whole: times.ofProcess)
  }

  /// A line a stage, with what belongs to none, such as starting, and the whole behind them.
  var lines: [String] {
    let known = stages.reduce(0) { $0 + $1.time }
    // Two clocks that tick differently may have told more than all.
    let rest = (name: "the rest", time: whole > known ? whole - known : 0)
    return (stages + [rest, (name: "all", time: whole)]).map { line($0.name, $0.time) }
  }

  private func line(_ name: String, _ time: UInt64) -> String {
    let tenths = (time + 50_000) / 100_000
    let share = whole == 0 ? 0 : (time * 100 + whole / 2) / whole
    let padding = String(repeating: " ", count: max(0, 24 - name.count))
    return "  \(name)\(padding)\(atRight("\(tenths / 10).\(tenths % 10)", 10))\(atRight("\(share)", 6)) %"
  }

  private func atRight(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(0, width - text.count)) + text
  }
}

extension Stage {
  /// What it is called in the table.
  fileprivate var name: String {
    switch self {
    case .finding: "finding files"
    case .reading: "reading"
    case .parsing: "parsing and facts"
    case .fileRules: "rules of files"
    case .joining: "joining the notebook"
    case .notebookRules: "rules of the notebook"
    case .settling: "settling"
    case .fixing: "fixing"
    case .writing: "writing the report"
    }
  }
}

extension Console {
  /// Shows where the time went, on standard error, if that was asked for.
  mutating func show(_ times: StageTimes?) {
    guard let times else { return }
    detail(
      "\(times.start.elapsedMilliseconds) ms have passed; "
        + "milliseconds of the processor's time, all threads together:")
    for line in StageTable(times).lines { err.writeLine(line) }
  }
}
