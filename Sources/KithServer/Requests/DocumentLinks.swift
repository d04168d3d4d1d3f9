import KithFiles
import NetJSON
import NetModel
import NetSyntax

/// `textDocument/documentLink`: what can be opened from a file: addresses in running text, and those of people.
@Sendable func listLinks(
  _ server: inout Server, _ params: Params, _ json: inout JSONWriter
) throws(ResponseError) {
  guard let file = try server.file(params) else { return json.null() }
  json.beginArray()
  for link in file.links() {
    json.object { json in
      json.range(file.range(link.range))
      json.member("target", link.target)
    }
  }
  json.endArray()
}

/// A place of a file that leads somewhere.
private struct DocumentLink {
  var range: ByteRange
  /// A URI.
  var target: String
}

extension OpenFile {
  /// All links, in order.
  fileprivate func links() -> [DocumentLink] {
    var links: [DocumentLink] = []
    var token = 0
    for record in facts.records.indices where facts.records[record].hasFields {
      for field in fields(of: record) {
        guard let key = key(ofField: field), key.isKnown(on: facts.records[record].kind),
          key == .email || key == .phone || key == .url
        else { continue }
        let tokens = parsed.tree.tokens(ofNode: field)
        addAddresses(in: token..<tokens.lowerBound, to: &links)
        token = tokens.upperBound
        let value = FieldValue(parsed.tree.fieldParts(ofNode: field).value, of: parsed.tree, bytes: bytes.span)
        if let link = link(value, key) { links.append(link) }
      }
    }
    addAddresses(in: token..<parsed.tree.tokenCount, to: &links)
    return links
  }

  private func addAddresses(in tokens: Range<Int>, to links: inout [DocumentLink]) {
    for token in tokens {
      var range = parsed.tree.range(ofToken: token)
      let kind = parsed.tree.kind(ofToken: token)
      guard kind == .address || kind == .bracketedAddress || kind == .linkAddress else { continue }
      if kind == .bracketedAddress { range = ByteRange(range.start + 1, range.end - 1) }
      let base = kind == .linkAddress ? uri : nil
      if let target = linkTarget(of: bytes[range.start..<range.end], relativeTo: base) {
        links.append(DocumentLink(range: range, target: target))
      }
    }
  }

  /// The link of a field, also where the address is certain but for how it is written.
  private func link(_ value: FieldValue, _ key: FieldKey) -> DocumentLink? {
    let range = splitLabel(value.bytes.span).value
    let text = value.bytes.span.extracting(range)
    let target: String?
    switch key {
    case .email:
      let fault = emailFault(text)
      let address = fault == nil ? Array(value.bytes[range]) : fault?.suggestion.map { Array($0.utf8) }
      target = address.map { "mailto:" + percentEncoded($0, keeping: "@.!$'*+-_~") }
    case .phone:
      let fault = phoneFault(text)
      let number = fault == nil ? comparablePhone(text) : fault?.suggestion.flatMap { comparablePhone($0.utf8.span) }
      // RFC 3966.
      target = number.map { "tel:" + $0.split(separator: "x").joined(separator: ";ext=") }
    default:
      let fault = urlFault(text)
      let address = fault == nil ? Array(value.bytes[range]) : fault?.suggestion.map { Array($0.utf8) }
      target = address.flatMap { linkTarget(of: $0[...], relativeTo: nil) }
    }
    return target.map { DocumentLink(range: value.fileRange(range), target: $0) }
  }
}

/// The schemes that nothing is run or changed by when they are opened.
private let safeSchemes: Set = ["http", "https", "mailto", "tel", "ftp"]

/// The URI that an address leads to, if it is safe to open; RFC 3986.
///
/// - Parameter base: The address of the document, from which relative ones start; nil where none do.
func linkTarget(of address: ArraySlice<UInt8>, relativeTo base: String?) -> String? {
  let encoded = percentEncoded(Array(address), keeping: "%-._~:/?#[]@!$&'()*+,;=")
  if let colon = encoded.firstIndex(of: ":"), encoded[..<colon].utf8.allSatisfy({ $0.isSchemeByte }) {
    return safeSchemes.contains(encoded[..<colon].lowercased()) ? encoded : nil
  }
  // One that begins with a slash is of another folder, or another host.
  guard let base, base.hasPrefix("file:"), let first = encoded.first, !"/?#".contains(first) else { return nil }
  return resolved(encoded, against: base)
}

/// A relative address as one that is not (RFC 3986, section 5.2).
private func resolved(_ address: String, against base: String) -> String? {
  // `file://`, and an empty part before the first slash.
  var parts = base.split(separator: "/", omittingEmptySubsequences: false).dropLast().map(String.init)
  let root = min(parts.count, base.hasPrefix("file://") ? 3 : 1)
  let end = address.firstIndex { $0 == "?" || $0 == "#" } ?? address.endIndex
  let names = address[..<end].split(separator: "/", omittingEmptySubsequences: false)
  for (index, name) in names.enumerated() {
    let isLast = index == names.count - 1
    let plain = name.replacing("%2E", with: ".").replacing("%2e", with: ".")
    switch plain {
    case ".", "..":
      if plain == "..", parts.count > root { parts.removeLast() }
      if isLast { parts.append("") }
    default: parts.append(String(name))
    }
  }
  return parts.joined(separator: "/") + address[end...]
}

extension UInt8 {
  /// Whether a scheme of a URI may hold it behind its first letter (RFC 3986, 3.1).
  var isSchemeByte: Bool {
    isAsciiAlphanumeric || self == UInt8(ascii: "+") || self == UInt8(ascii: ".") || self == UInt8(ascii: "-")
  }
}
