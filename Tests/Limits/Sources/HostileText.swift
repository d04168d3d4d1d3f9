/// A text that could be hard on a reader: a name, and its bytes in about any size.
struct HostileText: Sendable {
  let name: String
  let make: @Sendable (Int) -> [UInt8]

  /// Every pair of lexemes, one behind the other, again and again; each lexeme alone; and texts that somebody thought of.
  static let all: [HostileText] = pairs + thoughtOf

  /// The same with each pair in one order only: the other gives nearly the same text, which begins in its middle.
  static let unordered: [HostileText] = {
    let places = lexemes.indices.flatMap { first in lexemes.indices.map { (first, $0) } }
    return zip(places, pairs).compactMap { place, text in place.0 <= place.1 ? text : nil } + thoughtOf
  }()

  private static var pairs: [HostileText] {
    lexemes.flatMap { first in
      lexemes.map { second in
        let unit = Array((first.text + second.text).utf8)
        return HostileText(name: "\(first.name) \(second.name)") { repeated(unit, $0) }
      }
    }
  }

  private static func repeated(_ unit: [UInt8], _ size: Int) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(size + unit.count)
    while bytes.count < size { bytes += unit }
    return bytes
  }

  /// What the lexer tells apart, each with a name for tables.
  private static let lexemes: [(name: String, text: String)] = [
    ("a", "a"), ("space", " "), ("tab", "\t"), ("LF", "\n"), ("CR", "\r"), ("CRLF", "\r\n"), ("NUL", "\0"),
    ("BOM", "\u{FEFF}"), ("#", "#"), ("#-", "# "), ("##-", "## "), ("#a", "#a"), ("#private", "#private "),
    ("--", "- "),
    ("*-", "* "), ("*", "*"), (">-", "> "), ("```", "```"), ("~~~", "~~~"), ("`", "`"), ("@", "@"), ("@a", "@a"),
    ("@b-", "@b "), (":", ":"), (":-", ": "), (",-", ", "), ("//", "//"), ("ignore", "// kith: ignore N2\n"),
    ("off", "// kith: format off\n"), ("[-]-", "[ ] "), ("[x]-", "[x] "), ("[[", "[["), ("]]", "]]"), ("[", "["),
    ("]", "]"),
    ("(", "("), (")", ")"), ("<", "<"), (">", ">"), ("backslash", "\\"), ("_", "_"), ("date", "2026-11-14 "),
    ("time", "15:00 "),
    ("1", "1"), ("due", "due:"), ("http", "http://a.b/"), ("mail", "a@b.cc "), ("e-acute", "e\u{301}"),
    ("ZWJ", "\u{200D}"),
    ("RLO", "\u{202E}"), ("fullwidth", "＠"), ("=", "=== "), ("---", "---\n"), ("gave", "- gave "), ("role", "role: "),
    ("with", "with: "), ("person", "# A @a\n"), ("meeting", "# 2026-11-14 M\n"), ("secret", "AKIAIOSFODNN7EXAMPLE "),
  ]
}
