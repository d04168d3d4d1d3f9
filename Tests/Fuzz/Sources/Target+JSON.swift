import KithFiles
import NetJSON
import NetModel
import NetSyntax
import Support

/// What does not hold of the JSON of a notebook. What a reader that nobody here wrote says of it, `run` asks Python's.
func jsonViolations(_ bytes: [UInt8]) -> [String] {
  do throws(JSONError) {
    let texts = renderings(bytes)
    let values = try texts.map { text throws(JSONError) in rewritten(try readJSON(text)) }
    return values[0] == values[1] ? [] : ["the layouts say something else"]
  } catch {
    return ["our reader does not take it: \(error.message)"]
  }
}

/// The JSON of a notebook in the compact layout and in the other one.
func renderings(_ bytes: [UInt8]) -> [[UInt8]] {
  // What is no text is left out of JSON by the tool.
  let files = notebook(bytes).filter { (try? UTF8Span(validating: $0.bytes.span)) != nil }
  return [JSONWriter.Layout.compact, .readable].map { layout in
    var options = NotebookJSON.Options()
    options.includesPrivate = true
    options.layout = layout
    return json(files, options)
  }
}

/// What does not hold of bytes that are read as JSON and as settings.
func settingsViolations(_ bytes: [UInt8]) -> [String] {
  var violations: [String] = []
  do throws(JSONError) {
    let text = rewritten(try readJSON(bytes))
    if try rewritten(readJSON(Array(text.utf8))) != text { violations.append("what is read reads as something else") }
  } catch {
    if error.range.end > bytes.count { violations.append("the error stands behind the end") }
  }
  do throws(ConfigurationError) { _ = try Configuration(bytes) } catch {
    if error.mistakes.isEmpty { violations.append("no mistake is told") }
    for mistake in error.mistakes where mistake.range.end > bytes.count {
      violations.append("a mistake stands behind the end: \(mistake.message)")
    }
  }
  return violations
}

/// A value as JSON without blanks, its numbers as they were written.
func rewritten(_ value: JSONValue) -> String {
  switch value.kind {
  case .object:
    "{" + value.members.map { "\(rewritten($0.key)):\(rewritten($0.value))" }.joined(separator: ",") + "}"
  case .array: "[" + value.elements.map(rewritten).joined(separator: ",") + "]"
  case .string: quoted(value.string ?? "")
  case .number: value.numberText ?? ""
  case .bool: value.bool == true ? "true" : "false"
  case .null: "null"
  }
}

private func quoted(_ text: String) -> String {
  var json = JSONWriter()
  json.string(text)
  return String(decoding: json.bytes, as: UTF8.self)
}
