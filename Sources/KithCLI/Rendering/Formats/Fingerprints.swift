import KithFiles

/// Numbers by which a service knows findings again from report to report.
///
/// They are made of the file, the rule and the message, so lines that come and go above do not matter. What is the same in
/// all of these is counted, in the order of the file.
struct Fingerprints: Sendable {
  private var counts: [Checksum: Int] = [:]
  private var given: Set<Checksum> = []

  /// The fingerprint of the next finding, which no other one of the report has: sixteen hexadecimal digits.
  mutating func next(_ finding: ShownFinding, in file: Path) -> String {
    next(finding.rule.name, finding.message, in: file)
  }

  /// The fingerprint of the next thing of that name that is to be said of a file.
  mutating func next(_ name: String, _ message: String, in file: Path) -> String {
    let base = checksum(of: file.bytes, name, message)
    var fingerprint: Checksum
    repeat {
      let count = counts[base, default: 0]
      counts[base] = count + 1
      fingerprint = count == 0 ? base : checksum(of: file.bytes, name, message, "\(count)")
    } while !given.insert(fingerprint).inserted
    return fingerprint.digits
  }

  /// A checksum of some parts, with zeros between, which stand in none.
  private func checksum(of file: [UInt8], _ texts: String...) -> Checksum {
    Checksum(of: (file + texts.flatMap { [0] + $0.utf8 }).span)
  }
}
