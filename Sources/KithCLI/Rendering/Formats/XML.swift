import KithFiles

/// What an XML report begins with.
let xmlDeclaration = #"<?xml version="1.0" encoding="UTF-8"?>"#

/// A text as XML 1.0 holds it, between tags and in attributes.
///
/// Line feeds stay, which is meant for text between tags; whatever else cannot be seen stands as a visible escape, which
/// takes care of nearly all that XML forbids.
func xml(_ text: String) -> String {
  text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
    var escaped = ""
    for scalar in visible(String(line)).unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      case "'": escaped += "&apos;"
      case "\u{FFFE}", "\u{FFFF}": escaped += escape(scalar)
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }.joined(separator: "\n")
}
