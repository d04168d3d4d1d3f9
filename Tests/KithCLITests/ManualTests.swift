import Foundation
import KithFiles
import Synchronization
import Testing

@testable import KithCLI

/// The manual page holds what the tables hold; Tests/Clients/check-shells has it read by mandoc, groff and man.
@Suite struct ManualTests {
  private let page = manualPage()

  @Test func `every command has its section, with its usage and all its options`() {
    let sections = page.components(separatedBy: ".SS ").dropFirst()
    #expect(sections.count == Command.all.count)
    for (section, command) in zip(sections, Command.all) {
      #expect(section.hasPrefix("\(command.name)\n\\fBkith\\fP \\fB\(command.name)\\fP "))
      let own = section.components(separatedBy: ".SH ")[0]
      #expect(own.components(separatedBy: ".TP\n").count - 1 == command.options.count)
      expect(command.options, in: own)
    }
    expect(Option.everywhere, in: page.components(separatedBy: ".SH OPTIONS\n")[1])
  }

  @Test func `nothing is taken for a request, and lines are short`() {
    for line in page.split(separator: "\n") {
      #expect(line.utf8.count <= 80 || !line.contains(" "), "\(line)")
      #expect(!line.hasPrefix("'") && !line.hasSuffix(" "), "\(line)")
      if line.hasPrefix(".") { #expect(line.contains(/^\.(TH|SH|SS|PP|TP|BR|br|EX|EE|in|nr|ad)\b/), "\(line)") }
      #expect(!line.contains("`") && line.utf8.allSatisfy { $0 < 0x80 }, "\(line)")
    }
    #expect(page.contains(#"\&.kith.json"#) || page.contains(#"\fB.kith.json\fP"#))
    #expect(page.contains(#"jq \-r \(aq.people[].name\(aq"#))
    #expect(page.wholeMatch(of: /\.TH KITH 1 \d{4}-\d\d-\d\d "kith \d+\.\d+\.\d+" "User Commands"\n[^$]*/) != nil)
  }

  @Test func `roff takes nothing for its own`() {
    var roff = Roff()
    roff.prose(#"'.' is a full stop. Write `a\b -- 'c'`, don't say `~^`."#)
    roff.prose(".net is a file")
    #expect(
      roff.text == #"""
        \&'.' is a full stop.
        Write \fBa\eb \-\- \(aqc\(aq\fP, don't say \fB\(ti\(ha\fP.
        \&.net is a file

        """#)
  }

  @Test func `the variables are those that the tool asks for`() throws {
    let folder = try Folder(["a.net": "# Amara @amara\n\n- asked @nobody\n"])
    let asked = Mutex<Set<String>>([])
    for format in OutputFormat.allCases {
      var console = Console(
        out: .captured(isTerminal: true, width: 80), err: .captured(),
        workingFolder: Path(folder.url.path(percentEncoded: false)),
        environment: { name in
          asked.withLock { _ = $0.insert(name) }
          return nil
        })
      #expect(
        runKith(arguments: ["lint", "--output-format", format.rawValue].map { Array($0.utf8) }, console: &console) == 1)
    }
    #expect(asked.withLock { $0 } == Set(manualVariables.map(\.0)))
    for (name, _) in manualVariables { #expect(page.contains("\n\\fB\(name)\\fP\n")) }
  }

  @Test func `the examples are command lines`() throws {
    for example in manualExamples {
      for command in example.command.split(whereSeparator: { ";|".contains($0) }) {
        let words = command.split(separator: " ")
        guard words.first == "kith" else { continue }
        #expect(try parseArguments(words.dropFirst().map { Array($0.utf8) }).command != nil)
      }
    }
  }

  @Test func `words that do not fit beside an option stand below it`() {
    let words = ["one", "twenty-one"]
    var roff = Roff()
    roff.write(Option("format", letter: "f", value: .choice(words), "how"))
    #expect(roff.text == ".TP\n\\fB\\-f\\fP, \\fB\\-\\-format\\fP \\fBone\\fP|\\fBtwenty\\-one\\fP\nHow.\n")
    roff = Roff()
    roff.write(Option("format", value: .choice(words + ["a-word-that-is-so-long-that-it-needs-all-of-a-line"]), "how"))
    #expect(
      roff.text.hasPrefix(".TP\n\\fB\\-\\-format\\fP \\fIWORD\\fP\nHow.\nThe words: \\fBone\\fP, \\fBtwenty\\-one\\fP,")
    )
    for tag in page.components(separatedBy: ".TP\n").dropFirst().compactMap({ $0.split(separator: "\n").first }) {
      #expect(tag.replacing(/\\f[BIP]|\\(?=-)/, with: "").count <= 64)
    }
  }

  @Test func `help writes it, whatever command is named`() throws {
    let folder = try Folder([:])
    #expect(folder.kith("help", "--man") == (0, page, ""))
    #expect(folder.kith("help", "--man", "lint") == (0, page, ""))
  }

  private func expect(_ options: [Option], in text: String) {
    for option in options {
      let name = option.name.split(separator: "-").joined(separator: #"\-"#)
      let letter = option.letter.map { #"\fB\-\#($0)\fP, "# } ?? ""
      #expect(text.contains(".TP\n\(letter)\\fB\\-\\-\(name)\\fP"), "\(option.name)")
      guard case .choice(let words)? = option.value else { continue }
      for word in words { #expect(text.contains("\\fB\(word.split(separator: "-").joined(separator: #"\-"#))\\fP")) }
    }
  }
}
