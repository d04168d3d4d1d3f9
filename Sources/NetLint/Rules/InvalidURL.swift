import NetModel
import NetSyntax

/// invalid-url: a `url` that is no whole address.
let invalidURL = Rule(
  "invalid-url", "N115", .error, page: PackageResources.invalid_url_md,
  labelledFields(.url) { bytes, part, field, findings in
    guard let fault = urlFault(bytes) else { return }
    var help = "write the whole address, as in `url: https://katara.example`"
    if let meant = fault.suggestion {
      help = "write \(quoted(meant))"
    } else if holdsSeveral(bytes, atBlanks: true, where: { urlFault($0) == nil }) {
      help = "write one address a line"
    }
    findings.report(
      field.value.fileRange(part), "\(quoted(field.value.text(part))) is not a whole address", help: help,
      fix: fault.suggestion.flatMap {
        field.value.replace(part, with: $0, isSafe: isSafe(fault, bytes))
      })
  })

/// Whether the mending loses nothing: a link has a text, too, and an e-mail address may belong elsewhere.
private func isSafe(_ fault: URLFault, _ bytes: Span<UInt8>) -> Bool {
  switch fault {
  case .noScheme, .slashes: true
  case .wrapped: bytes[0] == UInt8(ascii: "<")
  case .email, .account, .noHost, .blank, .character, .notAddress: false
  }
}
