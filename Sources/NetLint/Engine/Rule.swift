import NetModel
import NetSyntax

/// One rule: what it is called, the page that explains it, and how it checks.
///
/// A rule is a value in one list, ``allRules``. To add one takes its file in `Rules/`, its page in `Grammar/Rules/`, and a
/// line in the list; the schema of the settings, which names all rules, is then written anew by
/// `KITH_UPDATE_CORPUS=1 swift test --filter ConfigurationSchemaTests`.
public struct Rule: Sendable {
  /// Names, severity, and whether it runs by default.
  public internal(set) var info: RuleInfo
  /// Its page, in Markdown.
  private let readPage: @Sendable () -> [UInt8]
  let check: Check

  init(
    _ name: String, _ code: String, _ severity: Severity, isDefault: Bool = true,
    page: @autoclosure @escaping @Sendable () -> [UInt8], _ check: Check
  ) {
    info = RuleInfo(name: name, code: code, severity: severity, isDefault: isDefault)
    readPage = page
    self.check = check
  }

  /// The rule's page, in Markdown.
  public var page: String { String(decoding: readPage(), as: UTF8.self) }

  /// What it does: the first paragraph of that part of its page, which may end in a colon before a list.
  public var description: String {
    let lines = page.split(separator: "\n", omittingEmptySubsequences: false)
    let part = lines.drop { $0 != "## What it does" }.dropFirst().drop(while: \.isEmpty).prefix { !$0.isEmpty }
    return part.joined(separator: " ")
  }

  /// The same in one sentence: as much of it as comes before the details.
  public var summary: String {
    let text = description
    return text[..<(endOfFirstClause(text) ?? text.endIndex)] + "."
  }
}

/// The first full stop or colon that ends a clause outside of code and parentheses, else the last comma.
private func endOfFirstClause(_ text: String) -> String.Index? {
  var isCode = false
  var depth = 0
  for index in text.indices {
    switch text[index] {
    case "`": isCode.toggle()
    case "(" where !isCode: depth += 1
    case ")" where !isCode: depth -= 1
    case ".", ":":
      let next = text.index(after: index)
      if !isCode, depth == 0, next == text.endIndex || text[next] == " " { return index }
    default: break
    }
  }
  return text.lastIndex(of: ",")
}

/// What a rule looks at, and the function that does.
enum Check: Sendable {
  /// A fault of the parser, at its token.
  case fault(Fault.Kind, @Sendable (borrowing ParsedFile, Int, inout Findings) -> Void)
  /// The nodes of some kinds.
  case nodes([NodeKind], @Sendable (borrowing ParsedFile, CheckedNode, inout Findings) -> Void)
  /// The fields with one of some signs.
  case fields(FieldSigns, @Sendable (borrowing ParsedFile, CheckedField, inout Findings) -> Void)
  /// Each known field with a value of some types that is not empty.
  case values([FieldValueType], @Sendable (borrowing ParsedFile, CheckedField, inout Findings) -> Void)
  /// The lines with one of some signs, of nodes of some kinds, which are among paragraphs, items, quotes, sections,
  /// headings and fields.
  case lines(
    [NodeKind] = nodesWithLines, holding: LineSigns,
    @Sendable (borrowing ParsedFile, CheckedLine, inout Findings) -> Void)
  /// A file as a whole; with `holding`, only one with some of these signs.
  case file(holding: ByteSigns? = nil, @Sendable (borrowing ParsedFile, inout Findings) -> Void)
  /// Whatever stands in a date's place and is no date as the notation writes it.
  case dates(@Sendable (FoundDate, inout Findings) -> Void)
  /// The comments of a file that ask something of the tool, in order, where there are any.
  case directives(@Sendable (borrowing ParsedFile, [Directive], inout Findings) -> Void)
  /// A comment that asks to ignore what nobody has found. One rule at most looks at these.
  case unused(@Sendable (UnusedSuppression, inout Findings) -> Void)
  /// Each file, where it takes its notebook to say whom names mean.
  ///
  /// What is found depends on what the file says, what its names mean, and what private records say. How that is worded,
  /// and mended, may depend on the names of other files, too.
  case names(@Sendable (NotebookFile, inout Lookups, inout Findings) -> Void)
  /// All files together, where records are compared: by their names, and by these facts of files.
  case notebook(reading: FactParts, @Sendable (Notebook, inout Lookups, inout Findings) -> Void)
  /// Several of these, none of which is several again.
  case several([Check])
}

/// The nodes whose lines rules look at.
let nodesWithLines: [NodeKind] = [.heading, .meetingHeading, .field, .section, .paragraph, .quote, .item]

/// A file that a rule looks at, in its notebook.
struct NotebookFile {
  let notebook: Notebook
  /// Its number.
  let number: Int
  let bytes: [UInt8]

  var facts: FileFacts { notebook.files[number] }

  /// The meaning of one of its names.
  func symbol(ofName name: Int) -> Notebook.Symbol { notebook.symbol(ofName: name, in: number) }

  /// One of its records.
  func id(ofRecord record: Int) -> RecordID { RecordID(file: number, record: record) }
}

/// A node that a rule looks at.
struct CheckedNode {
  /// Its index in the tree.
  let node: Int
  let kind: NodeKind
  /// The index of the record it stands in; nil in a preamble.
  let record: Int?
}

/// A field that a rule looks at.
struct CheckedField {
  let node: Int
  /// The index of its record, and what the record is of.
  let record: Int
  let recordKind: RecordKind
  /// Where the key stands.
  let keyRange: ByteRange
  /// The key, if it is known on this kind of record, and what its value is.
  let key: FieldKey?
  let type: FieldValueType?
  let value: FieldValue
  /// The node of the record's first field with the same known key, if that is an earlier one; empty ones do not count.
  let first: Int?
}

/// A line that a rule looks at.
struct CheckedLine {
  /// The innermost node it belongs to.
  let node: CheckedNode
  /// Where the line starts in the file, indent and byte-order marks included.
  let start: Int
  /// From its first mark or character to its last, trailing blanks left out.
  let text: ByteRange
  /// Whether it is the first line of its node.
  let isFirst: Bool
  /// Its tokens, those of the indent and the line end included.
  let tokens: Range<Int>
  /// What is told of it at a glance.
  let signs: LineSigns
}
