import Foundation
import Support
import Testing

@testable import KithCLI

/// The grammars of editors are those that `kith grammar` writes. What they colour, and how that agrees with the parser, is
/// looked at in the editors themselves: `Tests/Clients/check-grammars`.
@Suite struct GrammarTests {
  /// With the environment variable `KITH_UPDATE_CORPUS` set, the files are written anew.
  @Test(arguments: EditorGrammar.allCases) func theFileIsWhatTheCommandWrites(_ grammar: EditorGrammar) throws {
    let file = Texts.package.appending(path: "Grammar/editors/\(grammar.path)")
    if ProcessInfo.processInfo.environment["KITH_UPDATE_CORPUS"] != nil {
      try Data(grammar.text).write(to: file)
      return
    }
    #expect(try Data(contentsOf: file) == Data(grammar.text), "kith grammar \(grammar) > \(file.path)")
  }

  @Test(arguments: EditorGrammar.allCases) func everyHighlightIsSomewhereInIt(_ grammar: EditorGrammar) throws {
    let text = String(decoding: grammar.text, as: UTF8.self)
    for highlight in Highlight.allCases {
      let name =
        switch grammar {
        case .textmate: "\(highlight.names.textMate.split(separator: " ")[0]).net"
        case .vim: " \(highlight.names.vim)\n"
        case .kate: "\"\(highlight.names.kate)\""
        }
      #expect(text.contains(name), "\(highlight)")
    }
  }

  @Test func whatIsTypedTooMuchIsRefused() throws {
    let run = try Folder([:]).kith("grammar", "vim", "kate")
    #expect(run.status == 2 && run.out.isEmpty)
    #expect(run.err.contains("`kith grammar vim` takes nothing more, and `kate` stands behind it"))
  }

  /// A pattern in the dialects of both kinds of engines.
  @Test(
    arguments: [
      ([.lineStart, .any(.blank), "//"], #"^[ \t\x{A0}\x{3000}]*//"#, #"\v^[ \t\u00A0\u3000]*\/\/"#),
      (
        [.notBehind(.one(.asciiWord)), "@", .some(.handle)], #"(?<![A-Za-z0-9])@[\p{L}\p{M}\p{Nd}_\-]+"#,
        #"\v%([A-Za-z0-9])@8<!\@\k+"#
      ),
      (
        .either([.word("due"), .repeated(.one(.digit), from: 2, to: 4)]), #"(?:[Dd][Uu][Ee]|[0-9]{2,4})"#,
        #"\v%([Dd][Uu][Ee]|[0-9]{2,4})"#
      ),
      (
        [.remembered(.some("`")), .repeated(.one(.anything), from: 1, to: nil, isLazy: true), .again], #"(`+).{1,}?\1"#,
        #"\v(\`+).{-1,}\1"#
      ),
      (.some(.not(.letter + "]")), #"[^\n\p{L}\]]+"#, #"\v%(%(%(%([-_0-9]@!\k)|[\]]))@!.)+"#),
    ] as [(Pattern, String, String)])
  func aPatternIsWrittenForEachEngine(_ pattern: Pattern, perl: String, vim: String) {
    #expect(Dialect.perl.written(pattern) == perl)
    #expect(Dialect.vim.written(pattern) == vim)
  }
}
