import Testing

@testable import KithCLI

@Suite struct StageTimesTests {
  private static let stages = [
    "finding files", "reading", "parsing and facts", "rules of files", "joining the notebook",
    "rules of the notebook", "settling", "writing the report", "the rest", "all",
  ]

  @Test func `who asks is told where the time went, and gets the same report`() throws {
    let folder = try Folder(["a.net": "# Amara @amara\n\n- asked @amra\n"])
    let run = folder.kith("lint", "-v", "--output-format", "json")
    let plain = folder.kith("lint", "--output-format", "json")
    #expect(run.out == plain.out && run.status == plain.status)
    let table = run.err.split(separator: "\n").filter { $0.hasSuffix(" %") }
    #expect(table.count == Self.stages.count)
    for (line, stage) in zip(table, Self.stages) { #expect(line.hasPrefix("  \(stage)  ")) }
    #expect(!plain.err.contains(" %"))
    #expect(folder.kith("lint", "-v", "--diff").err.contains("\n  fixing  "))
  }

  @Test func `times are told in milliseconds and as shares, and what belongs to no stage as the rest`() {
    let table = StageTable(stages: [("reading", 1_250_000), ("settling", 40_000)], whole: 2_500_000)
    #expect(
      table.lines == [
        "  reading                        1.3    50 %",
        "  settling                       0.0     2 %",
        "  the rest                       1.2    48 %",
        "  all                            2.5   100 %",
      ])
    #expect(StageTable(stages: [("reading", 9)], whole: 0).lines.last == "  all                            0.0     0 %")
  }
}
