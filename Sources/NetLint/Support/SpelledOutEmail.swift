import NetModel
import NetSyntax

/// The address that a text is with its marks written as words: `amara at katara dot example`, `amara (at) katara.example`;
/// or nil.
func spelledOutEmail(_ text: String) -> String? {
  let words = text.split { $0 == " " || $0 == "\t" || $0 == "\u{A0}" }
  guard words.count >= 3, words.count <= 16 else { return nil }
  let address = words.map { word in
    let bare = word.lowercased().filter { !"()[]{}".contains($0) }
    return bare == "at" ? "@" : bare == "dot" ? "." : String(word)
  }.joined()
  return emailFault(address.utf8.span) == nil ? address : nil
}
