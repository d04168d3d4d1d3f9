import Testing

@testable import NetModel

@Suite("Addresses and lists")
struct ValuesContactTests {
  @Test(
    "e-mail addresses",
    arguments: [
      ("amara@katara.example", nil), ("amara.okafor+net@mail.katara.example", nil),
      ("josé@katara.example", nil),
      ("amara@كتارا.example", nil), ("o'brien@katara.example", nil), ("a@b.co", nil),
      ("amara", "it has no `@`"), ("amara@", "nothing stands behind the `@`"),
      ("@katara.example", "nothing stands before the `@`"),
      ("amara@katara", "the part behind the `@` has no dot"),
      ("amara@localhost", "the part behind the `@` has no dot"),
      ("a@b@c.example", "it has more than one `@`"), ("amara @katara.example", "it has a blank in it"),
      (".amara@katara.example", "a dot stands at an end of the part before the `@`, or two in a row"),
      ("amara..o@katara.example", "a dot stands at an end of the part before the `@`, or two in a row"),
      ("amara@katara..example", "the part behind the `@` is no domain"),
      ("amara@-katara.example", "the part behind the `@` is no domain"),
      ("amara@katara.example.", "the part behind the `@` is no domain"),
      ("amara@10.0.0.1", "the part behind the `@` is no domain"),
      ("amara,o@katara.example", "it has `,` in it"), ("amara@kat_ara.example", "it has `_` in it"),
      ("amara\u{200B}@katara.example", "it has U+200B in it"),
      ("<amara@katara.example>", "only the address itself stands here"),
      ("Amara Okafor <amara@katara.example>", "only the address itself stands here"),
      ("mailto:amara@katara.example", "only the address itself stands here"), ("", "it has no `@`"),
      ("<", "it has `<` in it"),
      (">", "it has `>` in it"),
      (String(repeating: "a", count: 65) + "@katara.example", "it is too long"),
    ] as [(String, String?)])
  func emails(text: String, reason: String?) {
    #expect(emailFault(text.utf8.span)?.reason == reason)
  }

  @Test("an address is offered where it is certain")
  func emailSuggestions() {
    #expect(emailFault("Amara <mailto:amara@katara.example>".utf8.span)?.suggestion == "amara@katara.example")
    #expect(emailFault((String(repeating: "a", count: 65) + "@b.example").utf8.span) == .tooLong)
    #expect(comparableEmail("Amara@Katara.example".utf8.span) == "amara@katara.example")
  }

  @Test(
    "telephone numbers",
    arguments: [
      ("+974 5555 0101", nil), ("(020) 7946-0000", nil), ("+44 (0)20 7946 0000", nil), ("020/7946.0000", nil),
      ("112", nil),
      ("+974 5555 0101 ext. 12", nil), ("+97455550101x12", nil), ("+974-5555-0101;ext=12", nil),
      ("5555\u{A0}0101", nil),
      ("12", "it has fewer than 3 digits"), ("", "it has fewer than 3 digits"),
      ("+", "it has fewer than 3 digits"),
      ("123456789012345678", "it has more than 17 digits"),
      ("+974 5555+0101", "a `+` stands only at the start"),
      ("(974 5555", "a parenthesis lacks its other"), ("974) 5555", "a parenthesis lacks its other"),
      ("5555 0101 ext", "the extension has no number"), ("5555 0101 ext. a", "it has `a` in it"),
      ("5555 0101;fax=12", "it has `;` in it"), ("5555 0101 telephone", "it has `t` in it"),
      ("5555 0101 ext 123456789012", "it has more than 17 digits"),
      ("call Amara", "it has `c` in it"),
      ("5555 0101, 5555 0102", "it has `,` in it"),
      ("tel:+974-5555-0101", "only the number itself stands here"),
      ("+٩٧٤ ٥٥٥٥", "its digits are not 0 to 9"), ("1-800-FLOWERS", "it has `F` in it"),
      ("x12", "it has `x` in it"),
    ] as [(String, String?)])
  func phones(text: String, reason: String?) {
    #expect(phoneFault(text.utf8.span)?.reason == reason)
  }

  @Test(
    "telephone numbers that are the same",
    arguments: [
      ("+974 5555-0101", "0097455550101"), ("+44 (0)20 7946 0000", "+44 20 79460000"),
      ("020 7946", "(020)79-46"),
      ("+974 5555 ext 12", "+9745555x12"),
    ])
  func samePhones(left: String, right: String) {
    #expect(comparablePhone(left.utf8.span) == comparablePhone(right.utf8.span))
    #expect(comparablePhone(left.utf8.span) != nil)
  }

  @Test("the number that was meant")
  func phoneSuggestions() {
    #expect(phoneFault("+٩٧٤ ٥٥٥٥".utf8.span)?.suggestion == "+974 5555")
    #expect(phoneFault("＋٩٧٤ ٥٥٥٥".utf8.span)?.suggestion == "+974 5555")
    #expect(phoneFault("tel:+974-5555-0101".utf8.span)?.suggestion == "+974-5555-0101")
    #expect(comparablePhone("12".utf8.span) == nil)
  }

  @Test(
    "addresses on the web",
    arguments: [
      ("https://katara.example/x?y=(z)", nil, nil), ("http://localhost:8080", nil, nil),
      ("ftp://katara.example", nil, nil),
      ("https://[2001:db8::1]/", nil, nil), ("mailto:amara@katara.example", nil, nil),
      ("file:///home", nil, nil),
      ("https://كتارا.example/كتب", nil, nil),
      ("katara.example/x", "it has no `https://`", "https://katara.example/x"),
      ("www.katara.example", "it has no `https://`", "https://www.katara.example"),
      ("//katara.example/x", "it has no `https://`", "https://katara.example/x"),
      ("katara.example:8080/x", "it has no `https://`", "https://katara.example:8080/x"),
      ("https:/katara.example", "two slashes stand behind the colon", "https://katara.example"),
      ("https:katara.example", "two slashes stand behind the colon", "https://katara.example"),
      ("https://", "no host stands behind the `//`", nil),
      ("https:///x", "no host stands behind the `//`", nil),
      ("https:", "no host stands behind the `//`", nil),
      ("@amara", "it does not say where the account is", nil),
      ("amara@katara.example", "it is an e-mail address", "mailto:amara@katara.example"),
      ("https://a b.example", "it has a blank in it", nil),
      ("https://a.example/<x>", "it has `<` in it", nil),
      ("<https://katara.example>", "only the address itself stands here", "https://katara.example"),
      ("[Katara](https://katara.example)", "only the address itself stands here", "https://katara.example"),
      ("Katara", "it does not start with `https://` or the like", nil),
      ("", "it does not start with `https://` or the like", nil),
      ("mailto:amara", "it does not start with `https://` or the like", nil),
      ("/x", "it does not start with `https://` or the like", nil),
    ] as [(String, String?, String?)])
  func urls(text: String, reason: String?, suggestion: String?) {
    let fault = urlFault(text.utf8.span)
    #expect(fault?.reason == reason)
    #expect(fault?.suggestion == suggestion)
  }

  @Test(
    "lists, their labels and escaped commas",
    arguments: [
      ("@amara, @lena", ["@amara", "@lena"]),
      ("@jun (former colleague), @lena", ["@jun|former colleague", "@lena"]),
      ("@jun (met in Doha, at tea), @lena", ["@jun|met in Doha, at tea", "@lena"]),
      ("King\\, Jr., Lee", ["King, Jr.", "Lee"]), ("a،b、c", ["a", "b", "c"]), ("a\\،b", ["a،b"]),
      ("a\\、b", ["a、b"]),
      ("a (x\\, y)", ["a|x, y"]), ("a (x) (y)", ["a (x)|y"]), ("a (x (y))", ["a (x (y))"]),
      ("a(x, y)", ["a(x", "y)"]),
      ("Smith (Bob, Jr) Jones, x", ["Smith (Bob", "Jr) Jones", "x"]), ("a, , b,", ["a", "b"]), ("", []),
      (" , ", []),
      ("(x)", ["(x)"]), ("a, (x, y)", ["a", "(x", "y)"]), ("a ()", ["a"]), ("a\u{A0}(x)", ["a|x"]),
      ("a (x) ", ["a|x"]),
      ("a (x", ["a (x"]), ("a (x, b (y)", ["a (x", "b|y"]), ("a x)", ["a x)"]), ("a\\", ["a\\"]),
      ("a \\(x)", ["a \\(x)"]),
      ("小林　（同僚）, b", ["小林　（同僚）", "b"]), ("a\\\\, b", ["a\\\\", "b"]),
    ])
  func lists(text: String, expected: [String]) {
    var entries: [String] = []
    let bytes = text.utf8.span
    forEachEntry(of: bytes) { range in
      let entry = LabelledValue(bytes, range)
      entries.append(entry.value + (entry.label.map { "|" + $0 } ?? ""))
    }
    #expect(entries == expected)
    #expect(isList(bytes) == (expected.count > 1 || text.hasSuffix(",") || text == " , "))
  }

  @Test("a value and its label")
  func labels() {
    let text = "amara@katara.example (work)"
    let split = splitLabel(text.utf8.span)
    #expect(LabelledValue(text.utf8.span, split) == LabelledValue("amara@katara.example", label: "work"))
    #expect(split.whole == 0..<27)
    #expect(split.label == 22..<26)
    #expect(splitLabel("".utf8.span).whole.isEmpty)
    #expect(splitLabel("12 Rue Rivoli (2nd floor), Paris".utf8.span).label == nil)
  }

  @Test("no bytes are too much for any of these")
  func total() {
    let alphabet = Array("a1@.:/(),\\ +x<>[]-".utf8) + [0xD8, 0x8C, 0xE3, 0x80, 0x81, 0xFF, 0xC2, 0xA0]
    var state: UInt64 = 3
    for _ in 0..<20000 {
      var bytes: [UInt8] = []
      for _ in 0..<12 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        bytes.append(alphabet[Int(state >> 33) % alphabet.count])
      }
      let span = bytes.span
      _ = (emailFault(span), phoneFault(span), urlFault(span), guessTime(span), Cadence(span))
      _ = (
        comparablePhone(span), Cadence.suggestion(for: span), TimeZoneName(span),
        FieldSuggestion(for: span, on: .person)
      )
      var last = 0
      forEachEntry(of: span) { entry in
        #expect(
          entry.whole.lowerBound >= last && entry.whole.upperBound <= bytes.count && !entry.whole.isEmpty)
        last = entry.whole.upperBound
      }
    }
  }

  @Test("wrappings within wrappings are neither followed nor a trap")
  func nested() {
    for wrapping in ["mailto:", "tel:", "<", "[a](", "(", "https://", "a (", "\\"] {
      let text = String(repeating: wrapping, count: 100_000) + "a@b.example"
      let span = text.utf8.span
      #expect([emailFault(span) == nil, phoneFault(span) == nil].contains(true) == false)
      _ = urlFault(span)
      forEachEntry(of: span) { _ in }
      _ = slug(of: span)
    }
  }
}
