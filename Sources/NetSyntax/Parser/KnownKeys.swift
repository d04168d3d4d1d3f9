/// The keys of the notation's own fields, in lower case.
///
/// The parser needs them for one decision: blank lines directly below a heading do not end its header if the next
/// line is a field with one of these keys.
package let knownKeys: Set<String> = [
  "kind", "aka", "pronouns", "role", "org", "place", "email", "phone", "url", "address", "birthday", "anniversary",
  "died", "met", "via", "knows", "members", "cadence", "language", "with", "time", "tz", "status", "tags",
]

/// Whether a range holds one of ``knownKeys``, in any letter case.
func isKnownKey(_ bytes: Span<UInt8>, from start: Int, to end: Int) -> Bool {
  guard end - start <= 16 else { return false }
  var key = ""
  for offset in start..<end {
    guard bytes[offset] < 0x80 else { return false }
    key.unicodeScalars.append(Unicode.Scalar(bytes[offset].asciiLowercased))
  }
  return knownKeys.contains(key)
}
