import Foundation
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

@testable import KithCLI

/// A file may be called nearly anything; every report stays well-formed, and none steers a terminal.
@Suite struct OddNamesTests {
  /// Names as bytes, with the form in which people see them, and how a URI holds them.
  private static let names: [(bytes: [UInt8], shown: String, uri: String)] =
    [
      ("plain.net", "plain.net", "plain.net"), ("with blank.net", "with blank.net", "with%20blank.net"),
      ("line\nfeed.net", "line\\u{A}feed.net", "line%0Afeed.net"), ("cr\r.net", "cr\\u{D}.net", "cr%0D.net"),
      ("\u{1B}[31mred.net", "\\u{1B}[31mred.net", "%1B%5B31mred.net"),
      ("turned \u{202E} round.net", "turned \\u{202E} round.net", "turned%20%E2%80%AE%20round.net"),
      ("c1 \u{9B}.net", "c1 \\u{9B}.net", "c1%20%C2%9B.net"),
      ("not \u{FFFE}.net", "not \u{FFFE}.net", "not%20%EF%BF%BE.net"),
      ("quotes \"'.net", "quotes \"'.net", "quotes%20%22%27.net"),
      ("100%,a:b.net", "100%,a:b.net", "100%25%2Ca%3Ab.net"),
      ("::error::x.net", "::error::x.net", "%3A%3Aerror%3A%3Ax.net"),
      ("<a>&amp;.net", "<a>&amp;.net", "%3Ca%3E%26amp%3B.net"),
      ("]]>.net", "]]>.net", "%5D%5D%3E.net"),
      ("小林 👩‍🏫.net", "小林 👩‍🏫.net", "%E5%B0%8F%E6%9E%97%20%F0%9F%91%A9%E2%80%8D%F0%9F%8F%AB.net"),
      ("back\\slash.net", "back\\slash.net", "back%5Cslash.net"),
    ].map { (Array($0.utf8), $1, $2) } + [
      (Array("latin-".utf8) + [0xE9] + Array(".net".utf8), "latin-\\xE9.net", "latin-%E9.net")
    ]

  /// A report about a folder with a file of each name.
  private static func report(_ format: OutputFormat) throws -> String {
    let folder = try Folder([:])
    try FileManager.default.createDirectory(at: folder.url, withIntermediateDirectories: true)
    for (number, name) in names.enumerated() {
      let path = Array((folder.url.path(percentEncoded: false) + "/").utf8) + name.bytes + [0]
      let file = try #require(fopen(path.map { CChar(bitPattern: $0) }, "w"))
      let text = "# Person Number\(number) @p\(number)\n\n- gave @nobody\(number)x: a cup\n"
      #expect(fwrite(text, 1, text.utf8.count, file) == text.utf8.count && fclose(file) == 0)
    }
    let run = folder.kith("lint", "-q", "--output-format", format.rawValue, "--select", "unknown-mention")
    #expect(run.status == 1 && run.err.isEmpty)
    return run.out
  }

  @Test(arguments: OutputFormat.allCases)
  func `nothing in a name steers a terminal`(format: OutputFormat) throws {
    let raw = try Self.report(format).unicodeScalars.filter {
      $0 != "\n" && ($0.properties.generalCategory == .control || $0.properties.isBidiControl)
    }
    #expect(raw.isEmpty)
  }

  private static let shown = names.map(\.shown).sorted()

  @Test(arguments: [OutputFormat.json, .jsonLines, .gitlab])
  func `JSON gives each as people see it`(format: OutputFormat) throws {
    let text = try Self.report(format)
    let documents = format == .jsonLines ? text.split(separator: "\n").map(String.init) : [text]
    let findings = try documents.flatMap { document in
      let value = try JSONSerialization.jsonObject(with: Data(document.utf8))
      return value as? [[String: Any]] ?? [value as? [String: Any] ?? [:]]
    }
    let paths = findings.map { $0["file"] as? String ?? ($0["location"] as? [String: Any])?["path"] as? String ?? "" }
    #expect(paths.sorted() == Self.shown)
  }

  @Test(arguments: [OutputFormat.junit, .checkstyle])
  func `XML is well-formed, and gives each as people see it`(format: OutputFormat) throws {
    let reader = NameReader()
    let parser = XMLParser(data: Data(try Self.report(format).utf8))
    parser.delegate = reader
    #expect(parser.parse(), "\(parser.parserError.map(String.init(describing:)) ?? "")")
    // What XML forbids is escaped besides.
    #expect(reader.names.sorted() == Self.shown.map { $0.replacing("\u{FFFE}", with: "\\u{FFFE}") }.sorted())
  }

  /// The names of files in a report.
  private final class NameReader: NSObject, XMLParserDelegate {
    var names: [String] = []

    func parser(
      _ parser: XMLParser, didStartElement element: String, namespaceURI: String?, qualifiedName: String?,
      attributes: [String: String] = [:]
    ) {
      if element == "file" || element == "testsuite" { names.append(attributes["name"] ?? "") }
    }
  }

  @Test func `SARIF gives the very bytes`() throws {
    let log = try JSONSerialization.jsonObject(with: Data(Self.report(.sarif).utf8)) as? [String: Any]
    let run = try #require((log?["runs"] as? [[String: Any]])?.first)
    let uris = try #require(run["results"] as? [[String: Any]]).map { result -> String in
      let location = (result["locations"] as? [[String: Any]])?.first?["physicalLocation"] as? [String: Any]
      return (location?["artifactLocation"] as? [String: Any])?["uri"] as? String ?? ""
    }
    #expect(uris.sorted() == Self.names.map(\.uri).sorted())
  }

  @Test func `commands of GitHub read back by its rules`() throws {
    let files = try Self.report(.github).split(separator: "\n").map { line in
      let properties = try #require(line.wholeMatch(of: /::error ([^:]*)::[^\r\n]*/)).1.split(separator: ",")
      let file = try #require(properties.first { $0.hasPrefix("file=") }).dropFirst(5)
      return file.replacing("%2C", with: ",").replacing("%3A", with: ":").replacing("%0A", with: "\n")
        .replacing("%0D", with: "\r").replacing("%25", with: "%")
    }
    #expect(files.map { String($0) }.sorted() == Self.shown)
  }

  @Test(arguments: [OutputFormat.full, .concise])
  func `text has a line for each`(format: OutputFormat) throws {
    let text = try Self.report(format)
    for name in Self.shown { #expect(text.contains("\(name):3:8")) }
  }
}
