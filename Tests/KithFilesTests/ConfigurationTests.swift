import Foundation
import KithFiles
import NetJSON
import NetLint
import Support
import Testing

@Suite struct ConfigurationTests {
  private func configuration(_ text: String) throws -> Configuration { try Configuration(Array(text.utf8)) }

  @Test func `an empty object says nothing`() throws {
    let configuration = try configuration(#" {"$schema": "https://schemas.example/kith.json", "notation": 1.0}"# + "\n")
    #expect(configuration.selection == RuleSelection())
    #expect(configuration.exclude.isEmpty && configuration.perFileIgnores.isEmpty)
  }

  @Test func `rules, severities and patterns are read`() throws {
    let configuration = try configuration(
      """
      {
        "select": ["default", "n304"], "ignore": ["unknown-mention"], "severity": {"N3": "info"},
        "exclude": ["drafts/", "!drafts/a.net"]
      }
      """)
    #expect(
      configuration.selection
        == RuleSelection(
          select: [.defaults, try RuleSelector("done-before-meeting")], ignore: [try RuleSelector("N201")],
          severities: [try RuleSelector("N3"): .info]))
    #expect(configuration.exclude.map(\.shown) == ["drafts/", "!drafts/a.net"])
  }

  /// A pattern, a file, and whether the pattern holds for it.
  @Test(arguments: [
    ("a.net", "a.net", true), ("a.net", "x/a.net", true), ("/a.net", "x/a.net", false), ("./a.net", "a.net", true),
    ("./a.net", "x/a.net", false), ("old", "old/x/a.net", true), ("old/", "old/a.net", true), ("old/", "old", false),
    ("x/old/", "x/old/y/a.net", true), ("x/old/", "z/x/old/a.net", false), ("*", "a.net", true),
    ("**/old/*.net", "y/old/a.net", true), ("\\!a.net", "!a.net", true), ("2025/**", "2025/x/a.net", true),
    ("é.net", "é.net", true), ("A.net", "a.net", false),
  ])
  func `rules are ignored in the files that a pattern matches, and in folders`(
    pattern: String, file: String, isIgnored: Bool
  ) throws {
    let text = String(decoding: try JSONEncoder().encode(["perFileIgnores": [pattern: ["N2"]]]), as: UTF8.self)
    let configuration = try configuration(text)
    let rule = try #require(try rules(named: "N201").first)
    let other = try #require(try rules(named: "N130").first)
    #expect(configuration.isIgnored(rule.info, in: Path(file)) == isIgnored)
    #expect(!configuration.isIgnored(other.info, in: Path(file)))
  }

  @Test(arguments: [
    (#"{"notation": true}"#, "`notation` is the number of a notation, not `true` or `false`"),
    (#"{"exclude": {}}"#, "`exclude` is an array of patterns, not an object"),
    (#"{"notation": 2}"#, "this version of kith knows no notation 2"),
  ])
  func `a value of another kind is named`(text: String, said: String) throws {
    let error = try #require(throws: ConfigurationError.self) { try configuration(text) }
    #expect(error.mistakes.map(\.message) == [said])
  }

  @Test func `mistakes have their places`() throws {
    let text = #"{"a": 1, "select": ["x"]}"#
    let error = try #require(throws: ConfigurationError.self) { try configuration(text) }
    let places = error.mistakes.map { String(decoding: Array(text.utf8)[$0.range.start..<$0.range.end], as: UTF8.self) }
    #expect(places == [#""a""#, #""x""#])
  }

  @Test func `no text brings the reader down`() {
    let pieces = [
      "{", "}", "[", "]", ",", ":", #""select""#, #""ignore""#, #""severity""#, #""exclude""#, #""perFileIgnores""#,
      #""N2""#, #""x""#, #""""#, "1", "null", #""info""#, "\u{FEFF}", " ",
    ]
    var random = SeededGenerator(seed: 7)
    var read = 0
    for _ in 0..<20_000 {
      let text = (0..<Int.random(in: 0...9, using: &random)).map { _ in pieces.randomElement(using: &random) ?? "" }
      do throws(ConfigurationError) {
        _ = try Configuration(Array(text.joined().utf8))
        read += 1
      } catch {
        #expect(!error.mistakes.isEmpty)
      }
    }
    #expect(read > 0)
  }
}

/// `Grammar/config.schema.json` says what the reader takes.
///
/// `Tests/Clients/check-json` compares the two on whole files.
@Suite struct ConfigurationSchemaTests {
  private let file = Texts.package.appending(path: "Grammar/config.schema.json")

  private func schema() throws -> JSONValue { try readJSON([UInt8](Data(contentsOf: file))) }

  private func words(_ schema: JSONValue?) -> [String] { schema?["enum"]?.elements.compactMap(\.string) ?? [] }

  @Test func `it has the settings of the reader, each explained`() throws {
    let schema = try schema()
    let properties = schema["properties"]?.members ?? []
    #expect(Set(properties.map(\.name)) == Set(Configuration.keys))
    #expect(properties.count == Configuration.keys.count)
    for property in properties { #expect(property.value["description"]?.string?.hasSuffix(".") == true) }
    #expect(schema["additionalProperties"]?.bool == false)
    #expect(schema["properties"]?["notation"]?["const"]?.int == 1)
    #expect(words(schema["$defs"]?["severity"]) == Severity.allCases.map(\.rawValue))
  }

  /// With the environment variable `KITH_UPDATE_CORPUS` set, the list is written anew.
  @Test func `it has the rules, by every word for them`() throws {
    let schema = try schema()
    if ProcessInfo.processInfo.environment["KITH_UPDATE_CORPUS"] != nil {
      let list = try #require(schema["$defs"]?["selector"]?["enum"]).range
      var bytes = [UInt8](try Data(contentsOf: file))
      bytes.replaceSubrange(list.start..<list.end, with: Array(lines(of: RuleSelector.allTexts).utf8))
      try Data(bytes).write(to: file)
      return
    }
    #expect(words(schema["$defs"]?["selector"]) == RuleSelector.allTexts)
  }

  /// A list over as few lines as a page is wide for.
  private func lines(of words: [String]) -> String {
    var lines = ["        "]
    for (index, word) in words.enumerated() {
      let entry = "\"\(word)\"" + (index < words.count - 1 ? "," : "")
      let last = lines[lines.count - 1]
      if last.count + entry.count < 116 {
        lines[lines.count - 1] += (last.hasSuffix(",") ? " " : "") + entry
      } else {
        lines.append("        " + entry)
      }
    }
    return "[\n" + lines.joined(separator: "\n") + "\n      ]"
  }
}
