import NetLint
import NetSyntax
import Support
import Testing

/// What is a secret and what is none. The tokens here were made up, with their checksums.
@Suite struct SecretTests {
  /// The secrets in a text, as they stand there.
  private func found(_ text: String) -> [String] {
    let bytes = Array(text.utf8)
    return secrets(in: bytes.span).map { String(decoding: bytes[$0.range.start..<$0.range.end], as: UTF8.self) }
  }

  @Test(arguments: Secrets.all)
  func `a secret is found alone, in prose, in a comment and in code`(secret: String) {
    #expect(found(secret) == [secret])
    for text in ["- see \(secret), he said", "// \(secret)", "```\nkey = \"\(secret)\"\n```", "(\(secret))."] {
      #expect(found(text) == [secret], "\(text)")
    }
  }

  @Test(arguments: Secrets.all)
  func `a secret is found wherever it stands, also behind another`(secret: String) {
    for length in 0..<17 {
      let blanks = String(repeating: " ", count: length)
      #expect(found(blanks + secret + blanks) == [secret], "\(length) blanks")
      #expect(found("PIN: 4711;\(blanks) \(secret)") == ["4711", secret], "\(length) blanks")
    }
  }

  @Test(arguments: Secrets.all)
  func `a secret is none where a word goes on`(secret: String) {
    for text in ["a\(secret)", "_\(secret)", "\(secret)é"] {
      #expect(found(text).isEmpty, "\(text)")
    }
  }

  @Test(arguments: [
    ("password: hunter2", "hunter2"), ("- Wi-Fi password: kumquat47, the router is in the hall", "kumquat47"),
    ("Password = \"Tr0ub4dor&3\"", "Tr0ub4dor&3"), ("**Passwort:** Zitrone_47", "Zitrone_47"),
    ("Bankpasswort: geheim123!", "geheim123"), ("pw: correct-horse-battery-staple", "correct-horse-battery-staple"),
    ("mot de passe : soleil99", "soleil99"), ("пароль: zima2019", "zima2019"), ("密码：kumquat47", "kumquat47"),
    ("密码＝kumquat47", "kumquat47"),
    ("PIN: 4711", "4711"), ("- PIN: 0042 (the side door)", "0042"), ("pin code: 98765.", "98765"),
    ("CVC: 123", "123"), ("db_password=kum!Quat", "kum!Quat"), ("password: `kumquat47`", "kumquat47"),
  ])
  func `a password is known by the word before it`(text: String, password: String) {
    #expect(found(text) == [password])
  }

  @Test(arguments: [
    "password: ask her", "PIN: on the card", "password: forgotten", "Passwort: siehe Tresor", "PIN: same as ever",
    "password: 1Password, under Jun", "password: changed 2026-11-14", "password: 2nd drawer", "PIN: 110 001",
    "PIN: 560001", "Pin: PA12", "PIN: 2024 edition of the map", "pin: 13", "password: <password>",
    "password: $PASSWORD", "password: ********", "password: xxxxxxxx", "password = get_password1()",
    "password: https://katara.example/reset1", "password: jun7@katara.example", "password: @jun7", "std::pin::Pin4711",
    "if password == hunter2", "compass: hunter2", "password: 8-16 characters", "password: sha256", "password:",
    "password: 10:30", "the password", "PIN: 12.05", "pw: 3rd-floor desk",
  ])
  func `a good note is no password`(text: String) { #expect(found(text).isEmpty) }

  @Test(arguments: [
    "https://anna:S3cretPw99@host.example/x", "see <postgres://app:S3cretPw99@db.example:5432/notes>, he said",
    "[the shop](https://anna:S3cretPw99@shop.example)", "redis://:S3cretPw99@localhost",
    "// ftp://a%40b:S3cretPw99@[::1]/",
    "https://password:S3cretPw99@host.example", "url: https://anna:S3cretPw99@host.example:8080/?a=b@c",
  ])
  func `a password in an address is found, and nothing else of it`(text: String) {
    #expect(found(text) == ["S3cretPw99"])
  }

  @Test func `whatever stands there is its password`() {
    for password in ["kumquat", "a@b4", "%21Abc", "p,w;x", "correct-horse", "my-secret-garden"] {
      #expect(found("https://anna:\(password)@host.example") == [password])
    }
    #expect(found("https://oauth2:\(Secrets.all[3])@git.example/x.git") == [Secrets.all[3]])
  }

  @Test(arguments: [
    "ssh://git@host", "https://anna@host.example", "https://anna:@host.example", "https://user:password@host.example",
    "https://USER:PASS@host.example", "https://<user>:<password>@host.example", "https://anna:***@host.example",
    "https://anna:$TOKEN@host.example", "https://anna:${PW}@host.example", "https://anna:{{password}}@host.example",
    "https://anna:%PW%@host.example", "https://anna:…@host.example", "https://username:your-password@host.example",
    "https://anna:[password]@host.example", "https://x-access-token:DEPLOY_TOKEN@host.example",
    "postgres://postgres:postgres@localhost", "https://anna:my_api_key@host.example",
    "https://anna:Passwort@host.example",
    "https://host.example:8080/@anna", "https://host.example:8080,@anna", "https://host.example/a:b@c",
    "https://host.example?a:bcde@f", "https://anna:S3cretPw99 @host", "://anna:S3cretPw99@host",
    "https://anna:S3cretPw99@",
    "https:/anna:S3cretPw99@host",
    "[x](https://host.example)mailto:anna@host.example",
    "https://host.example\u{3000}Lunch:with@anna", "anna:S3cretPw99@host",
  ])
  func `an address without a password in it is none`(text: String) { #expect(found(text).isEmpty) }

  /// Put together here, so that those who scan this repository for secrets find none.
  private static let keys = [
    "4e1f9c07b2" + "d85a63f00e17", "tG7k2Qz9Lw" + "4Xn8Rb3VmC5", "0c8/wJ9r+tG7k2Qz" + "9Lw4Xn8Rb3VmC5==",
  ]

  @Test(arguments: keys)
  func `a key is known by the word before it`(key: String) {
    for text in [
      "api_key=\(key)", "- API key: \(key), until spring", "**Token:** `\(key)`", "client_secret = \"\(key)\"",
      "accessToken：\(key)", "https://host.example/?a=b&token=\(key)&c=d", "secret: \(key).",
    ] { #expect(found(text) == [key], "\(text)") }
  }

  @Test(arguments: [
    "secret: they are moving", "Secret: Bundesverfassungsgericht2026", "token: 2026-03-04",
    "token: McDonaldVonHaus2026", "\"NextToken\": \"abCDeFG4hiJKl5mnOPqrS6TuvwxYZ1aBC\"",
    "token: so0eNA2uSHUNlHI0S2cJ305GuIX1example",
    "api_key: YOUR_API_KEY_GOES_HERE_12345", "api_key = ${MY_API_KEY_123456789}", "token: xxxxxxxxxxxxxxxxxxxxxxxx",
    "token: 6ba7b810-9dad-11d1-80b4-00c04fd430c8", "secret: 12345678901234567890",
    "token: https://host.example/4e1f9c07b2d85a63",
    "secret: /home/4e1f9c07b2d85a63f00e17:x", "the key: 4e1f9c07b2d85a63f00e17", "commit 4e1f9c07b2d85a63f00e17",
    "secret access key: wJalr7UtnF3MIK7MDENG8bPxRf9CYEXAMPLEKEY", "token: 4e1f9c07b2d85a63f00e17(x)",
  ])
  func `what a person wrote is no key`(text: String) { #expect(found(text).isEmpty) }

  @Test(arguments: [
    "+49 4111 1111 1111 1111", "4111 1111 1111 1112", "41111111-1111-1111", "4111-1111 1111-1111", "1234567890123456",
    "978-3-16-148410-0", "9783161484100", "4006381333931", "2026-11-14 09:30", "1700000000000", "0000-0002-1825-0097",
    "https://example.com/4111111111111111", "order 4111111111111111-2", "4111111111111111.5", "555-4111",
    "+1 (555) 010-9999", "030 4111 1111 1111 1111", "0 0000 0000 0000 0000",
    "DE89 3704 0044 0532 0130 01", "DE89 3704 0044 0532 0130", "DE893704004405320130 00", "XX89370400440532013000",
    "542F 5430 5431 5432 5433", "5430 5431 5432 5433 5434",
    "da39a3ee5e6b4b0d3255bfef95601890afd80709", "6ba7b810-9dad-11d1-80b4-00c04fd430c8", "GB29NWBK",
    "ghp_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx", "ghp_zQWBuTSOoRi4A9spHcVY5ncnsDkxkJ0mLq18", "AKIAIOSFODNN7EXAMPLE",
    "sk-learn", "task-sk-live", "npm_config_registry_of_the_whole_company_1", "eyJ", "xoxb-your-token", "glpat-",
    "AIzaShort", "SG.", "hf_hub_download", "github_pat_",
    "-----BEGIN PUBLIC KEY-----\nMIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8A",
    "A file begins with -----BEGIN RSA PRIVATE KEY----- and ends with -----END RSA PRIVATE KEY-----.",
    "-----BEGIN PRIVATE KEY-----\n...\n-----END PRIVATE KEY-----",
  ])
  func `what only looks like a secret is none`(text: String) { #expect(found(text).isEmpty) }

  /// Diners Club, UnionPay and Maestro, whose numbers have other lengths than most; in two parts, as the keys above.
  @Test(arguments: [
    "3056930" + "9025904", "3056 9309" + "02 5904", "62000000" + "00000005", "6205500000" + "000000004",
    "67596498" + "26438453",
  ])
  func `a card is known by its issuer's numbers`(card: String) {
    #expect(found("card: \(card), until 2029") == [card])
  }

  @Test(arguments: [
    // No issuer's, a telephone number's, and the first of longer rows of groups.
    "70000000" + "00000005", "(030) 4111 1111 " + "1111 1111", "4111 1111 1111 " + "1111 4711",
    "4111 1111 1111 " + "1111 B711",
  ])
  func `other long numbers are no cards`(number: String) { #expect(found("see \(number) there").isEmpty) }

  @Test func `a private key is all between its marks, or all that looks like one`() {
    let key = Secrets.privateKey
    #expect(found("-----BEGIN PRIVATE KEY-----\n\(key)\n-----END PRIVATE KEY-----\n") == [key])
    #expect(found("> -----BEGIN RSA PRIVATE KEY-----\n> \(key)\n> -----END RSA PRIVATE KEY-----\n") == [key])
    #expect(found("-----BEGIN OPENSSH PRIVATE KEY-----\n\(key)\n\nA note.\n") == [key])
    #expect(found("-----BEGIN PGP PRIVATE KEY BLOCK-----\n\n\(key)\n-----END") == [key])
  }

  @Test func `each of several is found, also side by side`() {
    let all = Secrets.all.joined(separator: " and ")
    #expect(found(all) == Secrets.all)
    #expect(found("token: \(Secrets.all[0])\npassword: \(Secrets.all[1])") == Array(Secrets.all[0...1]))
  }
}
