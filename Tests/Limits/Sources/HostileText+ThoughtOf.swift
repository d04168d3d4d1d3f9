extension HostileText {
  /// What is quadratic in many readers, and what looks for one thing in all places of another.
  static let thoughtOf: [HostileText] = [
    lines("fences that open, each shorter") { number, size in String(repeating: "`", count: max(3, root(size) - number))
    },
    lines("lists that go deeper") { number, _ in String(repeating: "  ", count: number) + "- a" },
    lines("lists that go less deep") { number, size in
      String(repeating: "  ", count: max(0, root(size) - number)) + "- a"
    },
    lines("quotes that go deeper") { number, _ in String(repeating: "> ", count: number + 1) + "a" },
    lines("one name") { _, _ in "# Ann Lee" },
    lines("one handle") { _, _ in "# Ann @ann" },
    lines("people") { number, _ in "# Person \(number) @p\(number)" },
    lines("people who are alike") { number, _ in "# Ann Lee \(letters(number)) @ann-lee-\(letters(number))" },
    lines("mentions of nobody") { number, _ in "- met @\(letters(number))" },
    lines("mentions that are nearly right", below: "# Ann @annabel-lee") { number, _ in
      "- met @annabel-\(letters(number))"
    },
    lines("people and mentions that are nearly right") { number, _ in
      number.isMultiple(of: 2) ? "# A @name-\(letters(number))" : "- met @name-\(letters(number))x"
    },
    lines("meetings of one day", below: "# Ann @ann") { _, _ in "# 2026-11-14 Tea with @ann" },
    lines("meetings", below: "# Ann @ann") { number, _ in "# \(day(number)) Tea with @ann\n- gave @ann: tea" },
    lines("introductions in a ring") { number, _ in "# P @p\(number)\nvia: @p\(number + 1)" },
    lines("introductions to one") { number, _ in "# P @p\(number)\nvia: @p0" },
    lines("relations both ways") { number, _ in "# P @p\(number)\nknows: @p\(number ^ 1)\nmanager: @p\(number ^ 1)" },
    lines("private people and their names") { number, _ in
      "# Nn\(number) Mm\(number) @p\(number) #private\n\n# 2026-11-14 Tea\nNn\(number - 1) was there"
    },
    lines("names without an at", below: "# Ann Lee @ann") { _, _ in "Ann Lee and Ann Lee" },
    lines("fields of one name", below: "# Ann @ann") { _, _ in "role: a" },
    lines("fields", below: "# Ann @ann") { number, _ in "key\(number): a" },
    lines("a long list of people", below: "# Tea\nkind: group\nmembers:") { number, _ in "  @p\(number)," },
    HostileText(name: "a field with many people") { size in
      Array(("# Tea\nkind: group\nmembers: " + repeating(size) { "@p\($0), " } + "\n").utf8)
    },
    HostileText(name: "a line with many mentions") { size in
      Array(("# Ann @ann\n- " + repeating(size) { _ in "@ann " } + "\n").utf8)
    },
    HostileText(name: "a line with many tags") { size in
      Array(("# Ann @ann\n- " + repeating(size) { "#t\($0) " } + "\n").utf8)
    },
    HostileText(name: "a line with many dates") { size in
      Array(("# Ann @ann\n- " + repeating(size) { _ in "due:1.1.2026 " } + "\n").utf8)
    },
    lines("comments that ignore nothing", below: "# Ann @ann") { _, _ in "// kith: ignore unknown-mention" },
    lines("comments that ignore something", below: "# Ann @ann") { number, _ in
      "// kith: ignore unknown-mention\n- met @\(letters(number))"
    },
    lines("rules that are unknown", below: "# Ann @ann") { number, _ in "// kith: ignore \(letters(number))" },
    HostileText(name: "a comment with many rules that are unknown") { size in
      Array(("# Ann @ann\n// kith: ignore " + repeating(size) { "\(letters($0)), " } + "\n").utf8)
    },
    lines("formatting off and on", below: "# Ann @ann") { number, _ in
      "// kith: format \(number.isMultiple(of: 2) ? "off" : "on")\n*  a"
    },
    lines("tasks that are almost", below: "# Ann @ann") { _, _ in "-[x] a\n- [X]b\n- [] c" },
    lines("heads that are almost", below: "# Ann @ann") { _, _ in "- gve @ann a book\n- gave @ann a book" },
    lines("dates that are none", below: "# Ann @ann") { number, _ in "met: \(number % 40).\(number % 14).2026" },
    lines("secrets", below: "# Ann @ann") { number, _ in
      "- key AKIA\(String(1_000_000_000_000 + number * 7919).prefix(13))XYZ password: hunter\(number)x"
    },
    lines("accounts", below: "# Ann @ann") { number, _ in
      "- 4111 1111 1111 \(1000 + number % 9000) DE89 3704 0044 0532 0130 00"
    },
    lines("code spans that stay open", below: "# Ann @ann") { number, _ in
      "a " + String(repeating: "`", count: number % 50 + 1)
    },
    lines("wide marks", below: "# Ann @ann") { _, _ in "・＠ann：　［x］" },
    lines("scripts that are mixed") { number, _ in "# A @аnn\(letters(number))" },
  ]

  private static func lines(
    _ name: String, below first: String? = nil, _ line: @escaping @Sendable (Int, Int) -> String
  ) -> HostileText {
    HostileText(name: name) { size in
      Array(((first.map { $0 + "\n" } ?? "") + repeating(size) { line($0, size) + "\n" }).utf8)
    }
  }

  private static func repeating(_ size: Int, _ part: (Int) -> String) -> String {
    var text = ""
    var number = 0
    while text.utf8.count < size {
      text += part(number)
      number += 1
    }
    return text
  }

  /// The number of lines of falling length that come to some bytes.
  private static func root(_ size: Int) -> Int { Int((2 * Double(size)).squareRoot()) }

  /// A word for each number.
  private static func letters(_ number: Int) -> String { "n" + String(number, radix: 36) }

  private static func day(_ number: Int) -> String {
    func padded(_ value: Int, _ width: Int) -> String { String(String(value + 10_000).suffix(width)) }
    return "\(padded(1000 + number / 336 % 9000, 4))-\(padded(number / 28 % 12 + 1, 2))-\(padded(number % 28 + 1, 2))"
  }
}
