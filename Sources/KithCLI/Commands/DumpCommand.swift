import KithFiles
import NetModel
import NetSyntax

/// `kith dump tokens | tree | model [PATH… | -]`
func dump(_ invocation: Invocation, _ console: inout Console) -> ExitStatus {
  let kind: DumpKind
  do throws(UsageError) { kind = try invocation.firstOperand(DumpKind.self, called: "dump of") } catch {
    console.error(error)
    return .trouble
  }
  var status = ExitStatus.clean
  let notebooks = search(Array(invocation.operands.dropFirst()), invocation, &console, &status)
  for notebook in notebooks {
    for number in notebook.askedFiles where console.out.failure == nil {
      var bytes: [UInt8] = []
      do throws(FileError) { try notebook.files[number].read(into: &bytes) } catch {
        console.error(error.message)
        status.raise(to: .trouble)
        continue
      }
      if notebook.askedFiles.count > 1 { console.out.writeLine("=== \(notebook.files[number].shown.shown)") }
      let dump = FileDump(file: ParsedFile(bytes), lines: LineIndex(bytes.span))
      switch kind {
      case .tokens: dump.writeTokens(to: &console.out)
      case .tree: dump.writeTree(to: &console.out)
      case .model: dump.writeModel(to: &console.out)
      }
    }
  }
  return status
}

/// What `kith dump` can show.
enum DumpKind: String, CaseIterable {
  case tokens
  case tree
  case model
}

/// One file, to be shown from the inside.
private struct FileDump: ~Copyable {
  let file: ParsedFile
  let lines: LineIndex

  /// A line for each token: where it starts, what it is, and its text; then the faults.
  func writeTokens(to output: inout Output) {
    for token in 0..<file.tree.tokenCount {
      let range = file.tree.range(ofToken: token)
      output.writeLine("\(place(range.start)) \(file.tree.kind(ofToken: token)) \(text(range))")
    }
    for fault in file.tree.faults {
      output.writeLine("fault \(place(file.tree.start(ofToken: fault.token))) \(fault.kind)")
    }
  }

  /// A line for each node, indented by its depth: what it is and the lines it covers.
  func writeTree(to output: inout Output) {
    var ends: [Int] = []
    for node in 0..<file.tree.nodeCount {
      while let end = ends.last, end <= node { ends.removeLast() }
      let range = file.tree.range(ofNode: node)
      let indent = String(repeating: "  ", count: ends.count)
      output.writeLine("\(indent)\(file.tree.kind(ofNode: node)) \(place(range.start))-\(place(range.end))")
      ends.append(file.tree.end(ofNode: node))
    }
  }

  /// What the file says: its records, the names they go by, and its mentions.
  func writeModel(to output: inout Output) {
    let facts = file.facts
    for (index, record) in facts.records.enumerated() {
      output.writeLine("\(place(record.heading.start)) \(record.kind) \(text(record.name))")
      for claim in facts.claims where claim.record == index {
        output.writeLine("  \(place(claim.range.start)) goes by \(facts.name(claim.name)) (\(claim.kind))")
      }
      for mention in facts.mentions where mention.record == index { write(mention, to: &output) }
    }
    for mention in facts.mentions where mention.record == nil { write(mention, to: &output) }
  }

  private func write(_ mention: MentionFact, to output: inout Output) {
    let name = visible(file.facts.name(mention.name))
    output.writeLine("  \(place(mention.range.start)) mentions \(name) (\(mention.role))")
  }

  private func place(_ offset: Int) -> String {
    let position = lines.position(of: offset, in: file.bytes.span)
    return "\(position.line):\(position.column)"
  }

  private func text(_ range: ByteRange) -> String {
    "`\(visible(file.bytes.span.extracting(range.start..<range.end)))`"
  }
}
