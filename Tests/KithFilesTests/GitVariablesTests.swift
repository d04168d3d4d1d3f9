import Testing

@testable import KithFiles

@Suite struct GitVariablesTests {
  /// `key=value` for each variable, or the number of the line that is wrong.
  private func read(_ text: String) -> [String] {
    do throws(GitConfigurationMistake) {
      return try gitVariables(in: Array(text.utf8)).map { variable in
        variable.name + (variable.value.map { "=" + String(decoding: $0, as: UTF8.self) } ?? "")
      }
    } catch { return ["line \(error.line)"] }
  }

  /// The text of a file, and what it says.
  @Test(arguments: [
    ("[core]\n\thooksPath = hooks\n", ["core.hookspath=hooks"]),
    ("[CORE]hooksPATH=hooks", ["core.hookspath=hooks"]),
    ("\u{FEFF}[core]\r\n\thooksPath = hooks\r\n", ["core.hookspath=hooks"]),
    ("# a\n; b\n[core] ; c\n# d = e\na = b # c\nd = e;f\n", ["core.a=b", "core.d=e"]),
    ("[core]\nbare\n\tpager =\n", ["core.bare", "core.pager="]),
    ("[a \"B.c\"]\nX-1 = y\n[A.B]\nz = 1\n", ["a.B.c.x-1=y", "a.b.z=1"]),
    ("[a \"q\\\"b\\\\c\\d\"]\nx = y\n", ["a.q\"b\\cd.x=y"]),
    ("[a]\nx =   two  words\t \n", ["a.x=two  words"]),
    ("[a]\nx = \" kept \" and \"# this\" # not this\n", ["a.x= kept  and # this"]),
    ("[a]\nx = a\\tb\\nc\\\\d\\\"e\n", ["a.x=a\tb\nc\\d\"e"]),
    ("[a]\nx = one\\\n  two\ny = z\n", ["a.x=one  two", "a.y=z"]),
    ("[a]\nx = y ; and \\\nz\n", ["a.x=y", "a.z"]),
    ("[includeIf \"gitdir:~/Work/\"]\npath = more\n", ["includeif.gitdir:~/Work/.path=more"]),
  ])
  func `a configuration is read as git reads it`(text: String, meant: [String]) {
    #expect(read(text) == meant)
  }

  @Test(arguments: [
    ("[core\n", "line 1"), ("\n[core]]\n", "line 2"), ("[a b]\n", "line 1"), ("[a \"b]\n", "line 1"),
    ("[a \"b\"c]\n", "line 1"),
    ("[a]\n\nx = \\q\n", "line 3"), ("[a]\nx = \"y\nz = 1\n", "line 2"), ("[a]\nx y\n", "line 2"),
    ("[a]\n1x = y\n", "line 2"),
    ("[a_b]\n", "line 1"),
  ])
  func `what git refuses is refused, by its line`(text: String, place: String) {
    #expect(read(text) == [place])
  }
}
