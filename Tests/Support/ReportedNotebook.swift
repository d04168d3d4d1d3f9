import NetLint
import NetModel
import NetSyntax

/// A notebook with what the rules report of it, which is all that takes part where many fixes are tried.
package struct ReportedNotebook {
  package let files: [CheckedNotebook.File]
  package let diagnostics: [Diagnostic]
  /// What would be reported if no rule kept another from speaking.
  package let all: [Diagnostic]

  /// Lints files that are UTF-8.
  package init(_ files: [CheckedNotebook.File], _ linter: Linter) {
    var facts: [FileFacts] = []
    var findings: [Findings] = []
    for (number, file) in files.enumerated() {
      let parsed = ParsedFile(file.bytes)
      facts.append(parsed.facts)
      findings.append(linter.check(parsed, number: number))
    }
    findings.append(linter.check(Notebook(facts)) { files[$0].bytes })
    self.files = files
    diagnostics = linter.settled(findings)
    all = linter.unsettled(findings)
  }

  /// The files once a finding of one of them is mended.
  package func files(with fix: Fix, of file: Int) -> [CheckedNotebook.File] {
    var mended = files
    mended[file].bytes = mended[file].bytes.applying(fix.edits)
    return mended
  }
}
