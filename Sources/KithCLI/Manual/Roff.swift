/// Text for the macros of man(7), in lines of at most 80 bytes, with all that roff would take for a request escaped.
///
/// Every hyphen is written as one that can be copied to a shell, since the texts are full of options and of rule names.
struct Roff {
  private(set) var text = ""

  /// A heading of the page.
  mutating func section(_ title: String) { text += ".SH \(title)\n" }

  /// A heading below a section.
  mutating func subsection(_ title: String) { text += ".SS \(Self.escaped(title))\n" }

  /// Begins another paragraph; directly below a heading there is one already.
  mutating func paragraph() { text += ".PP\n" }

  /// Begins another line.
  mutating func lineBreak() { text += ".br\n" }

  /// Sentences of the source: what stands between backquotes is bold.
  mutating func prose(_ source: String) { fill(Self.marked(source)) }

  /// How something is typed: words to be typed so are bold, those in capitals stand for others.
  mutating func usage(_ source: String) { fill(Self.usage(source)) }

  /// A usage, or a name where `isName`, with what it is beside it or below.
  mutating func entry(_ term: String, isName: Bool = false, _ meaning: String) {
    text += ".TP\n"
    fill(isName ? "\\fB\(Self.escaped(term))\\fP" : Self.usage(term))
    prose(meaning)
  }

  /// Lines that stay as they are, in a paragraph of their own.
  mutating func example(_ lines: [String]) {
    text += ".PP\n.in +4n\n.EX\n"
    for line in lines { text += Self.protected(Self.escaped(line)) + "\n" }
    text += ".EE\n.in\n"
  }

  /// A line of macros, as it stands.
  mutating func request(_ line: String) { text += line + "\n" }

  // MARK: Lines

  /// Fills lines; each sentence begins a new one, as roff knows by that where sentences end.
  private mutating func fill(_ marked: String) {
    var line = ""
    for word in marked.split(separator: " ") {
      if !line.isEmpty, line.utf8.count + word.utf8.count >= 78 || Self.endsSentence(line) {
        text += Self.protected(line) + "\n"
        line = ""
      }
      line += (line.isEmpty ? "" : " ") + word
    }
    text += Self.protected(line) + "\n"
  }

  private static func endsSentence(_ line: String) -> Bool {
    line.wholeMatch(of: /.*[.?!](?:\)|\\fP)*/) != nil
  }

  /// At the start of a line a full stop or an apostrophe would begin a request.
  private static func protected(_ line: String) -> String {
    line.hasPrefix(".") || line.hasPrefix("'") ? "\\&" + line : line
  }

  // MARK: Letters

  private static func escaped(_ source: some StringProtocol) -> String {
    source.map { letter in
      switch letter {
      case "\\": "\\e"
      case "-": "\\-"
      case "'": "\\(aq"
      case "`": "\\(ga"
      case "^": "\\(ha"
      case "~": "\\(ti"
      // Not the end of a sentence.
      case "…": "...\\&"
      case let letter: String(letter)
      }
    }.joined()
  }

  /// Every other stretch between backquotes is code; outside it an apostrophe is one.
  private static func marked(_ source: String) -> String {
    source.split(separator: "`", omittingEmptySubsequences: false).enumerated().map { index, stretch in
      index.isMultiple(of: 2)
        ? stretch.split(separator: "'", omittingEmptySubsequences: false).map { escaped($0) }.joined(separator: "'")
        : "\\fB\(escaped(stretch))\\fP"
    }.joined()
  }

  /// `--color auto|always|never`
  private static func usage(_ source: String) -> String {
    var marked = ""
    var rest = source[...]
    while let next = rest.firstMatch(of: /-[-A-Za-z0-9]*|[a-z][-a-z0-9]*|@?[A-Z]+/) {
      let isStandIn = next.output.contains { $0.isUppercase } && !next.output.hasPrefix("-")
      marked += escaped(rest[..<next.range.lowerBound])
      marked += "\\f\(isStandIn ? "I" : "B")\(escaped(next.output))\\fP"
      rest = rest[next.range.upperBound...]
    }
    return marked + escaped(rest)
  }
}
