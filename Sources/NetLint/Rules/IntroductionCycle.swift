import NetModel

/// introduction-cycle: people who all came through each other.
let introductionCycle = Rule(
  "introduction-cycle", "N217", .error, page: PackageResources.introduction_cycle_md,
  .notebook(reading: .introductions) { notebook, _, findings in
    let introductions = Introductions(notebook)
    for circle in introductions.circles() {
      guard let last = circle.first else { continue }
      func handle(_ record: Int) -> String { notebook.shown(introductions.id(of: record)) }
      var way = circle.map { handle($0.from) } + [handle(last.from)]
      if way.count > 8 { way.replaceSubrange(4..<way.count - 3, with: ["…"]) }
      findings.report(
        last.range,
        "the introductions go in a circle: "
          + way.map { $0 == "…" ? $0 : "`\($0)`" }.joined(separator: " via "),
        in: last.file, help: "remove the `via` of the one you met first",
        labels: circle.dropFirst().map { step in
          Label(
            file: step.file, range: step.range, message: "`\(handle(step.from))` via `\(handle(step.to))`")
        })
    }
  })
