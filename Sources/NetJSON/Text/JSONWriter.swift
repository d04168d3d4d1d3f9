/// Writes JSON (RFC 8259) into one buffer of bytes as it is told: no tree, no intermediate strings.
///
/// Values are written in document order; commas, line breaks and indents come of themselves:
///
///     var json = JSONWriter(layout: .readable)
///     json.beginObject()
///     json.key("name")
///     json.string("Amara Okafor")
///     json.endObject()
///     json.endLine()
///
/// In strings, all controls, the Bidi_Control characters and the line and paragraph separators are written as escapes, so
/// that text from a file disturbs no terminal, whatever the JSON goes through before.
///
/// The readable layout keeps an object or array on one line where that fits `lineWidth` bytes, and otherwise
/// puts each of its entries on a line of its own, two spaces deeper. It is decided without looking ahead:
/// an open container is written flat, the places where it could break are remembered, and once the line is
/// full the outermost containers break there. At most a line is ever moved, so time stays linear.
public struct JSONWriter: Sendable {
  /// How values are set out.
  public enum Layout: Sendable {
    /// No blanks and no line breaks, other than those of `endLine()`.
    case compact
    /// Short objects and arrays on one line, an entry a line in all others.
    case readable
  }

  /// The width that the readable layout keeps to, in bytes, save where a single entry is longer.
  ///
  /// What has been closed on one line stays so where a container around it breaks later; its indent may then
  /// make the line longer by a byte a level.
  public static let lineWidth = 100

  /// What has been written and not been drained yet.
  public internal(set) var bytes: [UInt8] = []

  let layout: Layout

  private struct Container {
    let closing: UInt8
    var isEmpty = true
    /// The index of its first entry in `breaks`, if it is flat.
    var firstBreak: Int
  }

  /// The open containers, outermost first. Those before `flat` are broken, the others still on one line.
  private var containers: [Container] = []
  private var flat = 0
  /// The offsets where flat containers could break, one for each of their entries, in order.
  private var breaks: [Int] = []
  /// Where the last line starts; negative once that has been drained.
  private var lineStart = 0
  /// No token of a flat container ends behind this offset.
  private var room = Int.max
  private var isAfterKey = false

  /// A writer with an empty buffer.
  public init(layout: Layout = .compact) { self.layout = layout }

  /// Opens an object; keys and values follow in turn.
  public mutating func beginObject() { open(UInt8(ascii: "{"), closing: UInt8(ascii: "}")) }

  /// Closes the innermost container, which is an object.
  public mutating func endObject() { close(UInt8(ascii: "}")) }

  /// Opens an array.
  public mutating func beginArray() { open(UInt8(ascii: "["), closing: UInt8(ascii: "]")) }

  /// Closes the innermost container, which is an array.
  public mutating func endArray() { close(UInt8(ascii: "]")) }

  /// Ends the document, or one of several, with a line feed.
  public mutating func endLine() {
    precondition(containers.isEmpty, "a JSON container is still open")
    bytes.append(0x0A)
    lineStart = bytes.count
  }

  /// Hands over what will not change any more, and empties the buffer of it but keeps its memory.
  ///
  /// To be called now and then, long output takes little memory. In the readable layout up to a line stays.
  public mutating func drain<Failure: Error>(
    _ body: (Span<UInt8>) throws(Failure) -> Void
  ) throws(Failure) {
    let settled = breaks.first ?? bytes.count
    try body(bytes.span.extracting(0..<settled))
    if settled == bytes.count {
      bytes.removeAll(keepingCapacity: true)
    } else {
      bytes.removeFirst(settled)
    }
    for index in breaks.indices { breaks[index] -= settled }
    lineStart -= settled
    measureRoom()
  }

  /// Whether entries of the innermost container can be written by another writer, and be appended: where each begins a
  /// line of its own, or there are no lines.
  var takesEntriesOfOthers: Bool { layout == .compact || flat == containers.count }

  /// A writer of further entries of the innermost container, or of further documents where none is open.
  func writerOfEntries() -> JSONWriter {
    var writer = JSONWriter(layout: layout)
    writer.containers = containers
    writer.flat = flat
    if let last = containers.indices.last { writer.containers[last].isEmpty = true }
    return writer
  }

  /// Appends what a ``writerOfEntries()`` has written, as if it had been written here.
  mutating func append(entriesOf other: JSONWriter) {
    precondition(takesEntriesOfOthers && other.containers.count == containers.count, "entries stand in their container")
    if other.bytes.isEmpty { return }
    if let last = containers.indices.last {
      if !containers[last].isEmpty { bytes.append(UInt8(ascii: ",")) }
      containers[last].isEmpty = false
    }
    lineStart = bytes.count + other.lineStart
    bytes.append(contentsOf: other.bytes)
  }

  /// Makes ready for a token of about `count` bytes: a key, or a value where one is due.
  mutating func beginToken(_ count: Int) {
    if isAfterKey {
      isAfterKey = false
    } else if let last = containers.indices.last {
      let isFirst = containers[last].isEmpty
      containers[last].isEmpty = false
      if !isFirst { bytes.append(UInt8(ascii: ",")) }
      if layout == .readable {
        if last < flat {
          breakLine(depth: last + 1)
        } else {
          breaks.append(bytes.count)
          if !isFirst { bytes.append(UInt8(ascii: " ")) }
        }
      }
    }
    makeRoom(count)
  }

  /// Puts the colon behind a key.
  mutating func endKey() {
    precondition(containers.last?.closing == UInt8(ascii: "}"), "a JSON key stands outside an object")
    bytes.append(UInt8(ascii: ":"))
    if layout == .readable { bytes.append(UInt8(ascii: " ")) }
    isAfterKey = true
  }
}

extension JSONWriter {
  private mutating func open(_ opening: UInt8, closing: UInt8) {
    beginToken(1)
    bytes.append(opening)
    containers.append(Container(closing: closing, firstBreak: breaks.count))
    measureRoom()
  }

  private mutating func close(_ closing: UInt8) {
    // One for the bracket, one for the comma that may follow.
    makeRoom(2)
    guard let container = containers.popLast(), container.closing == closing, !isAfterKey else {
      preconditionFailure("a JSON container is closed that is not open, or lacks a value")
    }
    if containers.count < flat {
      flat = containers.count
      if !container.isEmpty { breakLine(depth: flat) }
    } else {
      breaks.removeLast(breaks.count - container.firstBreak)
    }
    bytes.append(closing)
    measureRoom()
  }

  private mutating func measureRoom() {
    let isBreakable = layout == .readable && flat < containers.count
    room = isBreakable ? lineStart + Self.lineWidth : Int.max
  }

  private mutating func breakLine(depth: Int) {
    bytes.append(0x0A)
    lineStart = bytes.count
    bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: 2 * depth))
  }

  private mutating func makeRoom(_ count: Int) {
    if bytes.count + count > room { breakContainers(for: count) }
  }

  /// Breaks as many flat containers as it takes, from the outermost, for `count` more bytes on the last line.
  private mutating func breakContainers(for count: Int) {
    var broken = flat
    var used = 0
    var column = 0
    repeat {
      broken += 1
      used = broken < containers.count ? containers[broken].firstBreak : breaks.count
      column = used == 0 ? bytes.count - lineStart : 2 * broken + bytes.count - breaks[used - 1]
    } while broken < containers.count && column + count > Self.lineWidth

    if used > 0 { rewrite(breakingAt: used, in: flat..<broken) }
    for index in broken..<containers.count { containers[index].firstBreak -= used }
    flat = broken
    measureRoom()
  }

  /// Puts line breaks at the first `used` of the places, which belong to the containers `range`.
  private mutating func rewrite(breakingAt used: Int, in range: Range<Int>) {
    let start = breaks[0]
    let end = bytes.count
    let line = Array(bytes[start...])
    bytes.removeLast(line.count)
    var container = range.lowerBound
    for index in 0..<used {
      while container + 1 < range.upperBound, index >= containers[container + 1].firstBreak { container += 1 }
      breakLine(depth: container + 1)
      var from = breaks[index] - start
      let to = (index + 1 < used ? breaks[index + 1] : end) - start
      // An entry does not begin with a blank, so this is the one behind the comma.
      if from < to, line[from] == UInt8(ascii: " ") { from += 1 }
      bytes.append(contentsOf: line[from..<to])
    }
    let moved = bytes.count - end
    breaks.removeFirst(used)
    for index in breaks.indices { breaks[index] += moved }
  }
}
