import NetModel
import NetSyntax

/// The words of a file, or of several, that are proposed in others: tags, and what stands in fields.
struct NotedWords: Sendable {
  /// In how many files each tag stands; in lower case.
  private(set) var tags: [String: Int] = [:]
  /// By key: how often each value stands there, as it is written.
  private(set) var values: [FieldKey: [String: Int]] = [:]

  /// No words.
  init() {}

  /// The words of a file.
  init(of bytes: [UInt8]) {
    let tree = parse(bytes.span, reusing: Tree())
    for token in 0..<tree.tokenCount where tree.kind(ofToken: token) == .tag {
      let range = tree.range(ofToken: token)
      if let tag = Tag(bytes.span.extracting(range.start + 1..<range.end)) { tags[tag.text] = 1 }
    }
    for node in 0..<tree.nodeCount where tree.kind(ofNode: node) == .field {
      let parts = tree.fieldParts(ofNode: node)
      let range = tree.range(ofToken: parts.key)
      guard let key = FieldKey(bytes.span, in: range) else { continue }
      if key == .tags {
        addTags(FieldValue(parts.value, of: tree, bytes: bytes.span).bytes)
      } else if key.isProposed {
        add(FieldValue(parts.value, of: tree, bytes: bytes.span).bytes, of: key)
      }
    }
  }

  private mutating func addTags(_ value: [UInt8]) {
    forEachTag(of: value.span) { range in
      if let tag = Tag(words: value.span.extracting(range)) { tags[tag.text] = 1 }
    }
  }

  private mutating func add(_ value: [UInt8], of key: FieldKey) {
    let text = value.prefix { $0 != UInt8(ascii: "#") }
    let end = text.lastIndex { $0 != Ascii.space && $0 != Ascii.tab }.map { $0 + 1 } ?? 0
    if end == 0 || end > Self.longest { return }
    values[key, default: [:]][String(decoding: text[..<end], as: UTF8.self), default: 0] += 1
  }

  /// Nobody wants to have a longer one again, in bytes.
  private static let longest = 100

  /// Adds the words of another file.
  mutating func add(_ others: NotedWords) {
    tags.merge(others.tags, uniquingKeysWith: +)
    for (key, counts) in others.values { values[key, default: [:]].merge(counts, uniquingKeysWith: +) }
  }

  /// The values of a key, those that stand most often first, else in alphabetical order.
  ///
  /// - Parameter typed: The value that is being typed, which is none yet unless it stands elsewhere, too.
  func values(of key: FieldKey, without typed: String) -> [(text: String, count: Int)] {
    var counts = values[key] ?? [:]
    if let count = counts[typed] { counts[typed] = count > 1 ? count - 1 : nil }
    return counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { ($0.key, $0.value) }
  }
}

extension FieldKey {
  /// Whether a value of it is likely to be wanted again, as it was written elsewhere.
  fileprivate var isProposed: Bool {
    switch self {
    case .pronouns, .role, .org, .place, .tz: true
    case .kind, .aka, .email, .phone, .url, .address, .birthday, .anniversary, .died, .met, .via, .knows, .members,
      .cadence, .language, .with, .time, .status, .tags:
      false
    }
  }
}
