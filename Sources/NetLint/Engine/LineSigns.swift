import NetModel
import NetSyntax

/// What can be told of a line at a glance, so that of ordinary lines hardly any rule has to be asked: the kinds of its
/// tokens, and how it looks.
struct LineSigns: OptionSet, Sendable {
  var rawValue: UInt64

  @inline(__always) init(rawValue: UInt64) { self.rawValue = rawValue }

  @inline(__always) init(_ kind: TokenKind) { rawValue = 1 << UInt64(kind.rawValue) }

  @inline(__always) private init(bit: UInt64) { rawValue = 1 << bit }

  static var checkbox: LineSigns { LineSigns(.checkbox) }
  static var date: LineSigns { LineSigns(.date) }
  static var label: LineSigns { LineSigns(.label) }
  static var tag: LineSigns { LineSigns(.tag) }
  static var due: LineSigns { LineSigns(.due) }
  static var done: LineSigns { LineSigns(.done) }

  /// Its text is not all ASCII, so that a mark in it may be another than it seems to be.
  static var wide: LineSigns { LineSigns(bit: 63) }
  /// Blanks stand before its text.
  static var indented: LineSigns { LineSigns(bit: 62) }
  /// It ends in `te`, in any letter case, as `# private` does.
  static var endsLikePrivate: LineSigns { LineSigns(bit: 61) }

  // What its text begins with; of an item's first line, the text behind the bullet, checkbox and date.

  /// `#`.
  static var startsWithHash: LineSigns { LineSigns(bit: 60) }
  /// `[`.
  static var startsWithBracket: LineSigns { LineSigns(bit: 59) }
  /// `-`, `+`, `*`, `_` or `@`.
  static var startsWithMark: LineSigns { LineSigns(bit: 58) }
  /// An ASCII digit.
  static var startsWithDigit: LineSigns { LineSigns(bit: 57) }
  /// A letter that some label starts with.
  static var startsLikeLabel: LineSigns { LineSigns(bit: 56) }

  /// The sign of the byte that a text begins with.
  @inline(__always)
  init(start byte: UInt8) {
    switch byte {
    case UInt8(ascii: "#"): self = .startsWithHash
    case UInt8(ascii: "["): self = .startsWithBracket
    case UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "@"):
      self = .startsWithMark
    case UInt8(ascii: "0")...UInt8(ascii: "9"): self = .startsWithDigit
    default: self = mayStartLabel(byte) ? .startsLikeLabel : []
    }
  }
}

extension CheckedLine {
  /// The line that some tokens are; nil for a comment or a blank line.
  ///
  /// - Parameter kinds: The kinds of the tokens.
  @inline(__always)
  init?(
    _ tokens: Range<Int>, _ kinds: LineSigns, of node: CheckedNode, isFirst: Bool, in file: borrowing ParsedFile,
    _ search: inout ASCIISearch
  ) {
    var lead = tokens.lowerBound
    var isIndented = false
    leading: while lead < tokens.upperBound {
      switch file.tree.kind(ofToken: lead) {
      case .byteOrderMark: break
      case .space:
        let space = file.tree.range(ofToken: lead)
        isIndented = holdsBlank(file.bytes.span, from: space.start, to: space.end)
      case .comment, .lineEnd: return nil
      default: break leading
      }
      lead += 1
    }
    var end = tokens.upperBound
    while end > lead {
      let kind = file.tree.kind(ofToken: end - 1)
      guard kind == .lineEnd || kind == .space else { break }
      end -= 1
    }
    guard lead < end else { return nil }
    self.node = node
    self.isFirst = isFirst
    self.tokens = tokens
    start = file.tree.start(ofToken: tokens.lowerBound)
    text = ByteRange(file.tree.start(ofToken: lead), file.tree.start(ofToken: end))
    var signs = kinds
    if isIndented { signs.insert(.indented) }
    // What an item begins with stands behind its marks.
    if isFirst, node.kind == .item { lead = textStart(file.tree, from: lead, to: end) }
    if lead < end { signs.formUnion(LineSigns(start: file.bytes[file.tree.start(ofToken: lead)])) }
    signs.formUnion(LineSigns(of: text, in: file.bytes.span, &search))
    self.signs = signs
  }
}

extension LineSigns {
  /// What is told of a text by its bytes, but for the first.
  @inline(__always)
  fileprivate init(of text: ByteRange, in bytes: Span<UInt8>, _ search: inout ASCIISearch) {
    self = search.isASCII(bytes, text) ? [] : .wide
    if text.count > 1, bytes[text.end - 1] | 0x20 == UInt8(ascii: "e"), bytes[text.end - 2] | 0x20 == UInt8(ascii: "t")
    {
      insert(.endsLikePrivate)
    }
  }
}

/// The first token from one on that is none of an item's marks.
@inline(__always)
private func textStart(_ tree: borrowing Tree, from start: Int, to end: Int) -> Int {
  var token = start
  skipping: while token < end {
    switch tree.kind(ofToken: token) {
    case .bullet, .space, .checkbox, .date, .colon: token += 1
    default: break skipping
    }
  }
  return token
}

/// What can be told of a field at a glance, so that most need not be read.
struct FieldSigns: OptionSet, Sendable {
  var rawValue: UInt8

  /// Its key is none that is known on this kind of record.
  static let unknown = FieldSigns(rawValue: 1)
  /// It has no value, or one of commas alone.
  static let empty = FieldSigns(rawValue: 2)
  /// An earlier field has its key, or it may be a meeting's second time.
  static let perhapsSecond = FieldSigns(rawValue: 4)
  /// It holds tags.
  static let tags = FieldSigns(rawValue: 8)
}

/// Tells whether texts are ASCII, which are asked about in the order of a file: so all of it is searched but once.
struct ASCIISearch: Sendable {
  /// From where on it was searched, and where the first byte stands that is not ASCII.
  private var (start, next) = (0, -1)

  @inline(__always)
  mutating func isASCII(_ bytes: Span<UInt8>, _ range: ByteRange) -> Bool {
    if range.start > next || range.start < start {
      start = range.start
      next = findNonASCII(bytes, from: range.start, to: bytes.count)
    }
    return range.end <= next
  }
}
