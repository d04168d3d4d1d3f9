import NetModel
import NetSyntax

/// merge-conflict: two versions of some lines, of which the writer is to choose.
let mergeConflict = Rule(
  "merge-conflict", "N136", .error, page: PackageResources.merge_conflict_md,
  .file { file, findings in
    let bytes = file.bytes.span
    for conflict in mergeConflicts(in: bytes) {
      let lines = conflict.lines(bytes)
      guard let last = conflict.last else {
        findings.report(
          conflict.first, "this line is left of two versions that git could not merge",
          help: "see that the lines around it are right, and remove it", silencing: lines, isFreezing: true)
        continue
      }
      let places = [
        (conflict.base, "what both versions come from begins here"), (conflict.middle, "the other version begins here"),
        (last, "it ends here"),
      ]
      findings.report(
        conflict.first, "git could not merge two versions of these lines",
        help: "leave only what is right, and remove the lines that git has put in",
        labels: places.compactMap { range, message in
          range.map { Label(file: findings.file, range: $0, message: message) }
        }, silencing: lines, isFreezing: true)
    }
  })
