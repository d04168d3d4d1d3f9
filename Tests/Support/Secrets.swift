/// Secrets that open nothing: made up, or from the manuals of those who issue them.
package enum Secrets {
  /// One of each kind that needs no word before it.
  ///
  /// They are put together here, so that those who scan this repository for secrets find none.
  package static let all: [String] = [
    "AKIA" + "Z7QX2M4LRTW5KD3B", "ghp_" + "zQWBuTSOoRi4A9spHcVY5ncnsDkxkJ0mLq17",
    "github_pat_" + letters(22) + "_" + letters(59), "glpat-" + letters(20),
    "xoxb-" + "123456789012-234567890123-" + letters(24), "sk_live_" + letters(24), "AIza" + letters(35),
    "sk-" + letters(20) + "T3Blbk" + "FJ" + letters(20), "npm_" + "zQWBuTSOoRi4A9spHcVY5ncnsDkxkJ0mLq17",
    "hf_" + String(repeating: "abcdefghij", count: 4).prefix(34), "SG." + letters(22) + "." + letters(43),
    "dop_v1_" + String(repeating: "0123456789abcdef", count: 4), "pypi-AgEIcHlwaS5vcmc" + letters(60),
    "eyJ" + "hbGciOiJIUzI1NiJ9.eyJ" + "zdWIiOiJhbWFyYSJ9." + letters(43),
    "AGE-SECRET-KEY-1" + "QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L".prefix(29) + "QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L".prefix(29),
    "4111 1111 1111 1111", "5555-5555-5555-4444", "378282246310005", "DE89 3704 0044 0532 0130 00",
    "GB29NWBK60161331926819",
  ]

  /// The inside of a private key, in two lines.
  package static let privateKey = letters(64) + "\n" + letters(40) + "=="

  private static func letters(_ count: Int) -> String {
    String(String(repeating: "kT4Wq9ZpL2mXv7Rb", count: 5).prefix(count))
  }
}
