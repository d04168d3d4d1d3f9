import KithCLI
import Testing

/// What can be typed behind `kith server`; what it says to an editor is tested in KithServerTests.
@Suite struct ServerCommandTests {
  @Test func `an editor says what is open, so no path is typed`() throws {
    let folder = try Folder(["a.net": "# Amara @amara\n"])
    let run = folder.kith("lsp", "--stdio", "a.net")
    #expect(run.status == 2)
    #expect(run.out == "")
    #expect(
      run.err == "error: `kith server` takes no paths, such as `a.net`\nhelp: the editor says what is open\n")
  }

  @Test func `settings are named before anything is said`() throws {
    let run = try Folder([:]).kith("server", "--config", "x.json", "--isolated")
    #expect(run.status == 2)
    #expect(run.err.hasPrefix("error: `--config` names settings, and `--isolated` takes none\n"))
  }
}
