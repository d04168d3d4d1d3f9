/// A kind of editor that colours text by a grammar, without asking a language server.
enum EditorGrammar: String, CaseIterable, Sendable {
  /// TextMate's, which VS Code and many others read.
  case textmate
  /// Vim's and Neovim's.
  case vim
  /// KSyntaxHighlighting's: Kate, KWrite, KDevelop, Qt Creator.
  case kate

  /// The file that the editor reads.
  var text: [UInt8] {
    switch self {
    case .textmate: textMateGrammar()
    case .vim: Array(vimSyntax().utf8)
    case .kate: Array(kateSyntax().utf8)
    }
  }

  /// Where the file stands below `Grammar/editors`.
  var path: String {
    switch self {
    case .textmate: "vscode/syntaxes/net.tmLanguage.json"
    case .vim: "vim/syntax/net.vim"
    case .kate: "kate/net.xml"
    }
  }
}
