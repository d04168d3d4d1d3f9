import Foundation
import NetLint
import Support
import Testing

/// The house rules of the code base, checked over its own files.
@Suite struct TidyTests {
  /// The targets in the order of the pipeline; each imports only targets before it, and of the system only what is named.
  private static let imports: [String: Set<String>] = [
    "NetSyntax": [],
    "NetModel": ["NetSyntax"],
    "NetFormat": ["NetSyntax", "NetModel"],
    "NetLint": ["NetSyntax", "NetModel", "NetFormat"],
    "NetJSON": ["NetSyntax", "NetModel"],
    "KithFiles": ["NetSyntax", "NetModel", "NetLint", "NetJSON", "Synchronization"],
    "KithServer": ["NetSyntax", "NetModel", "NetFormat", "NetLint", "NetJSON", "KithFiles", "Synchronization"],
    "KithCLI": [
      "NetSyntax", "NetModel", "NetFormat", "NetLint", "NetJSON", "KithFiles", "KithServer", "Synchronization",
    ],
    "kith": ["KithCLI"],
  ]

  @Test func importsPointUpThePipeline() {
    for file in sources {
      let target = String(file.name.prefix { $0 != "/" })
      let platform = file.name.hasPrefix("KithFiles/Platform+")
      for line in file.lines {
        guard let module = line.firstMatch(of: /^(?:@\w+ )*import (?:\w+ )?(\w+)/)?.1 else { continue }
        let allowed = Self.imports[target]?.contains(String(module)) ?? false
        let isC = platform && ["Glibc", "Musl", "Darwin"].contains(module)
        #expect(allowed || isC, "\(file.name) imports \(module)")
      }
    }
  }

  @Test func filesAndFunctionsAreShort() {
    for file in swiftFiles where !file.name.contains("/Tables/") {
      #expect(file.lines.count <= 400, "\(file.name) has \(file.lines.count) lines")
      var function: (line: Int, indent: Substring)?
      for (number, line) in file.lines.enumerated() {
        if let open = function {
          guard line == open.indent + "}" else { continue }
          #expect(number - open.line < 60, "\(file.name):\(open.line + 1) has \(number - open.line + 1) lines")
          function = nil
        } else if number > 0, file.lines[number - 1].contains("@_silgen_name") {
          // A function of C is declared only.
          continue
        } else if line.contains(/^\ *(@\w+(\([^)]*\))? )*(\w+ )*(func |init[?(<])/), !line.hasSuffix("}") {
          function = (number, line.prefix { $0 == " " })
        }
      }
    }
  }

  @Test func nothingIsUnfinishedOrForbidden() {
    let forbidden: [(Regex<Substring>, String)] = [
      (/TODO|FIXME|XXX/, "is unfinished"), (/try!/, "may trap"), (#/ as! /#, "may trap"),
      (/^\ *print\(/, "does not check whether its output was written"),
      (/fatalError\(/, "ends the program"),
      (/UInt8\("/, "never matches: that initialiser reads a number; `UInt8(ascii:)` is meant"),
      (/[\w\])]!(?:\.|\)|,|$|\ [^=])/, "may unwrap nothing"),
    ]
    for file in sources where !file.name.contains("/Tables/") {
      for (number, line) in file.lines.enumerated() {
        let code = line.replacing(/"(\\.|[^"\\])*"/, with: "\"\"").prefix { $0 != "/" }
        for (pattern, fault) in forbidden where code.contains(pattern) {
          Issue.record("\(file.name):\(number + 1) \(fault): \(line)")
        }
      }
    }
  }

  /// What is not public is there to be used: its name stands somewhere besides its declaration.
  @Test func nothingIsUnused() {
    var uses: [Substring: Int] = [:]
    for file in swiftFiles {
      for line in file.lines where !line.drop(while: { $0 == " " }).hasPrefix("//") {
        for word in line.split(whereSeparator: { !$0.isLetter && !$0.isNumber && $0 != "_" }) {
          uses[word, default: 0] += 1
        }
      }
    }
    let declaration = /^\ *(?:@\w+(?:\([^)]*\))? )*((?:\w+(?:\(set\))? )*)(?:func|var|let|struct|enum|class) `?(\w+)/
    for file in sources {
      for (number, line) in file.lines.enumerated() {
        guard let match = line.firstMatch(of: declaration), !match.1.contains("public") else { continue }
        #expect(uses[match.2, default: 0] > 1, "\(file.name):\(number + 1) declares \(match.2), which nothing uses")
      }
    }
  }

  @Test func everyRuleHasItsFileAndItsPage() {
    let names = Set(allRules.map(\.info.name))
    #expect(names.count == allRules.count)
    #expect(Set(allRules.map(\.info.code)).count == allRules.count)
    let pages = Texts.files(below: "Grammar/Rules") { $0.hasSuffix(".md") }.map { String($0.name.dropLast(3)) }
    #expect(Set(pages) == names)
    let files = Set(sources.filter { $0.name.hasPrefix("NetLint/Rules/") }.map(\.name))
    for rule in allRules {
      let declared = rule.info.name.split(separator: "-").map(\.capitalized).joined()
      let isThere = files.contains { $0.lowercased() == "netlint/rules/\(declared.lowercased()).swift" }
      #expect(isThere, "no file declares \(rule.info.name)")
    }
    #expect(files.count == allRules.count)
  }

  @Test func theTopLevelHoldsWhatWasAgreed() throws {
    let agreed: Set = ["Package.swift", "Sources", "Tests", "Grammar", "Samples", "README.md"]
    let names = try FileManager.default.contentsOfDirectory(atPath: Texts.package.path).filter { !$0.hasPrefix(".") }
    #expect(Set(names).subtracting(["Package.resolved"]) == agreed)
  }

  @Test func thereAreNoDependencies() throws {
    let manifest = try String(contentsOf: Texts.package.appending(path: "Package.swift"), encoding: .utf8)
    #expect(!manifest.contains(".package("))
  }

  // MARK: Files

  private struct File {
    var name: String
    var lines: [Substring]
  }

  private var sources: [File] { files("Sources") }
  private var swiftFiles: [File] { files("Sources") + files("Tests") }

  private func files(_ folder: String) -> [File] {
    Texts.files(below: folder) { $0.hasSuffix(".swift") && !$0.contains(".build") }.map { name, bytes in
      let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
      return File(name: name, lines: lines.last == "" ? Array(lines.dropLast()) : Array(lines))
    }
  }
}
