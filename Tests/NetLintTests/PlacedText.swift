import NetJSON
import NetLint
import NetModel
import NetSyntax
import Support

/// The rules about characters and scripts, and those that look at characters on their way.
let characterRules = allRules.filter {
  $0.info.code.hasPrefix("N40")
    || ["wide-mark", "control-character", "misplaced-byte-order-mark"].contains($0.info.name)
}

/// A text in which `‹›` shows where a character is put.
struct PlacedText {
  /// Where it stands, in words.
  var place: String
  /// The text, with `‹›`.
  var text: String
  /// What a mark of direction at this place is said to stand in; nil where it may stand.
  var inside: String?

  /// The text with characters at the place, and one more person behind it; and the offset of the first.
  func holding(_ characters: String) -> (bytes: [UInt8], offset: Int) {
    let marker = Array("‹›".utf8)
    let bytes = Array("\(text)\n# Lena Petrova @lena\n".utf8)
    let offset = bytes.indices.first { bytes[$0...].starts(with: marker) } ?? bytes.count
    return (bytes[..<offset] + Array(characters.utf8) + bytes[min(offset + marker.count, bytes.count)...], offset)
  }
}

/// The places of a notebook where a character may come to stand.
let placedTexts: [PlacedText] =
  [
    ("the first name", "# Ama‹›ra Okafor @amara", nil),
    ("between two names", "# Amara ‹›Okafor @amara", nil),
    ("behind the name", "# Amara Okafor‹› @amara", nil),
    ("a heading's handle", "# Amara Okafor @ama‹›ra", "a handle or tag"),
    ("behind a heading's @", "# Amara Okafor @‹›amara", "a handle or tag"),
    ("a heading's tag", "# Amara Okafor #ma‹›ths\nrole: friend", "a handle or tag"),
    ("a meeting's title", "# 2026-11-14 Cof‹›fee with @lena", nil),
    ("a meeting's people", "# 2026-11-14 Coffee with @le‹›na", "a handle or tag"),
  ].map(PlacedText.init)
  + [
    ("a field's value", "role: He‹›ad of School", nil),
    ("behind a field's colon", "role: ‹›Head of School", nil),
    ("a field's key", "ro‹›le: Head of School", "a key"),
    ("a key of two words", "native-‹›language: Igbo", nil),
    ("another name", "aka: Ma‹›ra", nil),
    ("an earlier handle", "aka: @ma‹›ra", "a handle or tag"),
    ("an entry's handle", "knows: @le‹›na", "a handle or tag"),
    ("a list of tags", "tags: school leaders, ma‹›ths", "a handle or tag"),
    ("a list of tags on two lines", "tags: music,\n  ma‹›ths", "a handle or tag"),
    ("between two tags", "tags: music,‹› maths", nil),
    ("a field's address", "url: https://kat‹›ara.example", "an address"),
    ("an email", "email: ama‹›ra@katara.example", "an address"),
    ("an email's host", "email: amara@kat‹›ara.example", "an address"),
    ("behind an email's @", "email: amara@‹›katara.example", "an address"),
  ].map { PlacedText(place: $0.0, text: "# Amara Okafor @amara\n\($0.1)\n", inside: $0.2) }
  + [
    ("a paragraph", "Loves te‹›a and so on.", nil),
    ("between two words", "Loves ‹›tea and so on.", nil),
    ("the end of a line", "Loves tea and so on.‹›", nil),
    ("a section", "## Her te‹›as", nil),
    ("a quote", "> Loves te‹›a.", nil),
    ("an item", "- loves te‹›a", nil),
    ("behind a bullet", "- ‹›loves tea", nil),
    ("a continuation", "- loves tea\n  and cof‹›fee", nil),
    ("an item's text", "- gave @amara: te‹›a", nil),
    ("an item's handle", "- gave @ama‹›ra: tea", "a handle or tag"),
    ("behind an item's @", "- gave @‹›amara: tea", "a handle or tag"),
    ("a mention", "Ask @ama‹›ra for tea.", "a handle or tag"),
    ("a mention behind a letter of another script", "ל@ama‹›ra", "a handle or tag"),
    ("a tag", "Loves tea. #dri‹›nks", "a handle or tag"),
    ("a tag's second level", "Loves tea. #food/dri‹›nks", "a handle or tag"),
    ("behind a tag's first level", "Loves tea. #food‹›/drinks", "a handle or tag"),
    ("before a tag's second level", "Loves tea. #food/‹›drinks", "a handle or tag"),
    ("a tag behind a letter of another script", "ה#dri‹›nks", "a handle or tag"),
    ("what is no tag", "Writes C#sh‹›arp.", nil),
    ("an address", "See https://katara.example/pl‹›an for it.", "an address"),
    ("the end of an address", "See https://katara.example/plan‹› for it.", nil),
    ("an address in brackets", "See <https://katara.example/pl‹›an> for it.", "an address"),
    ("the end of an address in brackets", "See <https://katara.example/plan‹›> for it.", nil),
    ("a link's text", "See [her pl‹›an](https://katara.example) for it.", nil),
    ("a link's address", "See [her plan](https://kat‹›ara.example) for it.", "an address"),
    ("the end of a link's address", "See [her plan](https://katara.example‹›) for it.", nil),
    ("an email in a sentence", "Write to ama‹›ra@katara.example soon.", "an address"),
    ("an email of letters with accents", "Write to josé@kat‹›ara.example soon.", "an address"),
    ("code", "Run `ki‹›th` twice.", nil),
    ("a fence", "```\nlet te‹›a = 1\n```", nil),
    ("a fence's first line", "```swi‹›ft\nlet tea = 1\n```", nil),
    ("a comment", "// seen la‹›st in May", nil),
    ("the end of a comment", "// seen last in May‹›", nil),
  ].map { PlacedText(place: $0.0, text: "# Amara Okafor @amara\n\n\($0.1)\n", inside: $0.2) }

extension PlacedText {
  fileprivate init(_ row: (place: String, text: String, inside: String?)) {
    self.init(place: row.place, text: row.text + "\n", inside: row.inside)
  }
}

/// A notebook of one file, checked.
func checked(_ bytes: [UInt8], rules: [Rule] = characterRules) -> CheckedNotebook {
  CheckedNotebook([(name: "notes.net", bytes: bytes)], rules: rules)
}

/// The names of the rules that report something of a text.
func findings(_ text: String, rules: [Rule] = characterRules) -> [String] {
  checked(Array(text.utf8), rules: rules).diagnostics.map(\.rule.name)
}

/// The JSON of a notebook of one file.
func json(_ bytes: [UInt8]) throws -> JSONValue {
  let notebook = Notebook([ParsedFile(bytes).facts])
  var output: [UInt8] = []
  _ = writeJSON(notebook, files: [NotebookJSON.File(number: 0, path: "notes.net", bytes: bytes)]) { piece in
    for index in piece.indices { output.append(piece[index]) }
  }
  return try readJSON(output)
}

/// The code points of a text, as Unicode writes them: equivalent texts are equal strings, but not of equal scalars.
func scalars(_ text: String?) -> String {
  (text ?? "").unicodeScalars.map { "U+" + String($0.value, radix: 16, uppercase: true) }.joined(separator: " ")
}
