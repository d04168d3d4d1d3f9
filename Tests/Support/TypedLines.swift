/// Lines of notes about a few people, drawn so that files contradict each other, share names and point at each other in
/// all ways that rules look for.
package struct TypedLines {
  private var random: SeededGenerator
  private var number = 0

  package init(seed: UInt64) { random = SeededGenerator(seed: seed) }

  private static let names = [
    "Amara Okafor", "Amara", "Jun Tanaka", "Lena Petrova", "Léna Petrova", "Аmara", "Zoë Marsh", "小林 さん", "Prefects",
  ]
  private static let handles = [
    "amara", "amara-okafor", "jun", "jun-tanaka", "lena", "léna", "аmara", "zoe", "me", "amra", "小林", "amara-2",
  ]
  private static let dates = ["2026-11-14", "2026-11-20", "2024-02", "1999", "2026-02-30", "14.11.2026"]
  private static let labels = ["mother", "daughter", "boss", "friend", "sibling"]
  private static let rules = ["N201", "unknown-mention", "N213", "N2", "duplicate-meeting", "N406 N601", "nothing"]
  private static let texts = ["😀 tea", "the long winter", "amara@mail.example", "+44 20 7000 0001", "pass: x", "a b"]

  /// A text, or one that was never drawn before.
  private mutating func pick(_ values: [String], orNew new: String? = nil) -> String {
    number += 1
    if let new, Int.random(in: 0..<9, using: &random) == 0 { return "\(new)\(number)" }
    return values.randomElement(using: &random) ?? ""
  }

  private mutating func name() -> String { pick(Self.names, orNew: "Jo Ash") }
  private mutating func handle() -> String { "@" + pick(Self.handles, orNew: "jo-") }
  private mutating func date() -> String { pick(Self.dates) }
  private mutating func text() -> String { pick(Self.texts) }

  /// One line, without its end.
  package mutating func next() -> String {
    switch Int.random(in: 0..<40, using: &random) {
    case 0...2: "# \(name()) \(handle())"
    case 3: "# \(name())"
    case 4: "# \(name()) \(handle()) #private"
    case 5: "# \(name()) \(handle()) \(handle())"
    case 6: "# \(pick(["Hal Ives@hal", "@jun Jun", "!!", "\(date())", "Lists"]))"
    case 7...8: "# \(date()) \(pick(["Coffee", "Tea"])) with \(handle()) and \(handle())"
    case 9: "# \(date()) 10:00 Coffee"
    case 10...11: "aka: \(name()), \(handle())"
    case 12: "kind: \(pick(["page", "org", "group", "person", "nothing"]))"
    case 13: "via: \(handle())"
    case 14...15: "knows: \(handle()) (\(pick(Self.labels))), \(name())"
    case 16: "members: \(handle()), \(name())"
    case 17...18: "with: \(handle()), \(pick([name(), handle()]))"
    case 19: "\(pick(["birthday", "died", "met"])): \(date())"
    case 20: "email: \(pick(["amara@mail.example", "jun@mail.example"]))"
    case 21: "phone: \(pick(["+44 20 7000 0001", "+44 20 7000 0002"]))"
    case 22: "\(pick(["status: cancelled", "time: 10:00-11:00", "tags: #private", "role: Head", "org: School"]))"
    case 23...24: "- gave \(handle()): \(text())"
    case 25: "- intro \(handle()): both"
    case 26: "- intro: both"
    case 27: "- ask: \(text())"
    case 28: "- [\(pick([" ", "x"]))] send \(handle()) \(text()) due:\(date())"
    case 29: "- \(date()) \(text())"
    case 30: "[[\(name())]] and \(name())"
    case 31: "Saw \(handle()) \(name()), \(text())"
    case 32: "## \(text()) \(pick(["", "#private", handle()]))"
    case 33: "// kith: ignore \(pick(Self.rules))"
    case 34: "// kith: ignore-file \(pick(Self.rules)) -- so it is"
    case 35: "// kith: \(pick(["format off", "format on"]))"
    case 36: "password: \(pick(["Xk29!fjQ", "hunter2hunter2"]))"
    case 37: text()
    default: ""
    }
  }

  /// Changes a text in one line.
  package mutating func edit(_ lines: inout [String]) {
    let line = next()
    let index = Int.random(in: 0...lines.count, using: &random)
    // Texts stay short: else most of what is typed would change nothing.
    switch Int.random(in: 0..<(lines.count > 12 ? 8 : 5), using: &random) {
    case 0...1: lines.insert(line, at: index)
    case 2: if index < lines.count { lines[index] = line }
    case 3:
      if index < lines.count {
        var letters = Array(lines[index].unicodeScalars)
        let place = Int.random(in: 0...letters.count, using: &random)
        if place < letters.count, Bool.random(using: &random) {
          letters.remove(at: place)
        } else {
          letters.insert(contentsOf: pick(["a", "@", "-", " ", "#", "é"]).unicodeScalars, at: place)
        }
        lines[index] = String(String.UnicodeScalarView(letters))
      }
    case 4: if index < lines.count { lines.append(lines[index]) }
    default: if index < lines.count { lines.remove(at: index) }
    }
  }

  /// One of some numbers.
  package mutating func number(below end: Int) -> Int { Int.random(in: 0..<end, using: &random) }
}
