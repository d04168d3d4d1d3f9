import Foundation
import Support
import Testing

/// One example of the specification.
struct Example: Sendable, CustomTestStringConvertible {
  /// What is expected of the input.
  enum Kind: String {
    case json, record, notes, lines, lint, format
  }

  var number: Int
  /// The line of the specification it starts on.
  var line: Int
  /// The heading it stands below.
  var heading: String
  var kind: Kind
  var isPrivate: Bool
  /// The files, of which there is one unless the example names them.
  var files: [CheckedNotebook.File]
  var hasFileNames: Bool
  /// What is expected, with stand-ins as written; nil for `lint`.
  var expected: String?
  var reports: [String]

  var testDescription: String { "\(number) (line \(line), \(heading))" }

  /// All examples of the specification, in order.
  static let all: [Example] = {
    guard let text = try? String(contentsOf: specification, encoding: .utf8) else { return [] }
    return read(text)
  }()

  static let specification = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../Grammar/Specification.md").standardized

  private static let fence = String(repeating: "`", count: 16)

  static func read(_ text: String) -> [Example] {
    var examples: [Example] = []
    var heading = ""
    var body: [String] = []
    var start: (line: Int, info: [Substring])?
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      if let open = start {
        guard line == fence else {
          body.append(String(line))
          continue
        }
        if let example = Example(examples.count + 1, open.line, heading, open.info, body) { examples.append(example) }
        start = nil
        body = []
      } else if line.hasPrefix(fence + " example") {
        start = (index + 1, line.split(separator: " ").dropFirst(2).map { $0 })
      } else if line.hasPrefix("#") {
        heading = String(line.drop { $0 == "#" }.dropFirst())
      }
    }
    return examples
  }

  private init?(_ number: Int, _ line: Int, _ heading: String, _ info: [Substring], _ body: [String]) {
    guard let kind = info.first.flatMap({ Kind(rawValue: String($0)) }) else { return nil }
    var sections = body.split(separator: ".", omittingEmptySubsequences: false).map(Array.init)
    let input = sections.removeFirst()
    self.number = number
    self.line = line
    self.heading = heading
    self.kind = kind
    isPrivate = info.contains("private")
    hasFileNames = input.first?.hasPrefix("=== ") ?? false
    files = Self.files(input)
    expected = kind == .lint || sections.isEmpty ? nil : sections.removeFirst().joined(separator: "\n")
    reports = sections.first ?? []
  }

  private static func files(_ lines: [String]) -> [CheckedNotebook.File] {
    var files: [(name: String, lines: [String])] = []
    for line in lines {
      if line.hasPrefix("=== ") {
        files.append((String(line.dropFirst(4)), []))
      } else {
        if files.isEmpty { files.append(("example.net", [])) }
        files[files.count - 1].lines.append(line)
      }
    }
    return files.map { ($0.name, bytes(ofExample: $0.lines.map { $0 + "\n" }.joined())) }
  }
}
