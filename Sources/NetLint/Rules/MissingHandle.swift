import NetModel

/// missing-handle: a name that gives no handle.
let missingHandle = Rule(
  "missing-handle", "N206", .error, page: PackageResources.missing_handle_md,
  .names { file, _, findings in
    let facts = file.facts
    for record in facts.records where record.handleName == nil && RecordKinds.mentionable.contains(record.kind) {
      let name = facts.nameText(of: record)
      if name.isEmpty { continue }
      findings.report(
        record.name, "the name \(quoted(name)) gives no handle",
        help: "write one behind it: `# \(name) @handle`")
    }
  })
