import NetSyntax

/// What a JSON value is.
public enum JSONKind: UInt8, Hashable, Sendable {
  case object, array, string, number, bool, null

  /// The kind as a message names it: `an object`.
  public var phrase: String {
    switch self {
    case .object: "an object"
    case .array: "an array"
    case .string: "a string"
    case .number: "a number"
    case .bool: "`true` or `false`"
    case .null: "`null`"
    }
  }
}

/// A value in a JSON text, with its place there.
///
/// A view over the text and a flat list of its values, so copying one is cheap, and so is a large document.
public struct JSONValue: Sendable {
  let document: JSONDocument
  let index: Int

  fileprivate var node: JSONDocument.Node { document.nodes[index] }

  /// What the value is.
  public var kind: JSONKind { node.kind }

  /// The bytes of the value, a string's quotes and a container's brackets included.
  public var range: ByteRange { node.range }

  /// The bytes of the value as they were read.
  package var json: ArraySlice<UInt8> { document.bytes[range.start..<range.end] }

  /// The text of a string, its escapes resolved; nil for any other value.
  public var string: String? { kind == .string ? document.string(of: node) : nil }

  /// `true` or `false`; nil for any other value.
  public var bool: Bool? { kind == .bool ? document.bytes[range.start] == UInt8(ascii: "t") : nil }

  /// A number as it is written; nil for any other value.
  public var numberText: String? { kind == .number ? document.text(range) : nil }

  /// A number that is written as a whole one and fits; nil for any other value.
  public var int: Int? { numberText.flatMap { Int($0) } }

  /// A number as the nearest `Double`; nil for any other value, and for a number too large for one.
  public var double: Double? { numberText.flatMap { Double($0) }.flatMap { $0.isFinite ? $0 : nil } }

  /// The entries of an array, in order; none for any other value.
  public var elements: [JSONValue] { kind == .array ? children : [] }

  /// The entries of an object in order, repeated keys too; none for any other value.
  public var members: [JSONMember] {
    guard kind == .object else { return [] }
    let children = children
    return stride(from: 0, to: children.count, by: 2).map {
      JSONMember(key: children[$0], value: children[$0 + 1])
    }
  }

  /// The value of a key of an object, the last one if the key is repeated, as most readers have it.
  public subscript(key: String) -> JSONValue? {
    members.last { $0.name.utf8.elementsEqual(key.utf8) }?.value
  }

  /// The keys of an object that have been given before, each with its text and its first use.
  ///
  /// RFC 8259 leaves open what a repeated key means, so whoever reads it by hand should be told.
  public var repeatedKeys: [(name: String, key: JSONValue, first: JSONValue)] {
    // By bytes: keys are compared as they are, while `String` holds equivalent texts for equal.
    var firsts: [[UInt8]: JSONValue] = [:]
    var repeated: [(name: String, key: JSONValue, first: JSONValue)] = []
    for member in members {
      if let first = firsts[Array(member.name.utf8)] {
        repeated.append((member.name, member.key, first))
      } else {
        firsts[Array(member.name.utf8)] = member.key
      }
    }
    return repeated
  }

  private var children: [JSONValue] {
    var children: [JSONValue] = []
    var next = index + 1
    while next < Int(node.end) {
      children.append(JSONValue(document: document, index: next))
      next = Int(document.nodes[next].end)
    }
    return children
  }
}

/// An entry of an object.
public struct JSONMember: Sendable {
  /// The key, a string value.
  public let key: JSONValue
  /// The value it stands for.
  public let value: JSONValue

  /// The text of the key, its escapes resolved.
  public var name: String { key.document.string(of: key.node) }
}

/// A JSON text and its values, those of a container directly behind it:
///
///     text    {"tags": ["a", "b"], "n": 1}
///     nodes   object  "tags"  array  "a"  "b"  "n"  1
///     end        7      2      5     4    5    6   7
struct JSONDocument: Sendable {
  struct Node: Sendable {
    var kind: JSONKind
    var hasEscapes = false
    var range: ByteRange
    /// The index behind the last of the values inside this one.
    var end: UInt32
  }

  let bytes: [UInt8]
  let nodes: [Node]

  /// The text at `range`, which has been found to be valid UTF-8.
  func text(_ range: ByteRange) -> String { String(decoding: bytes[range.start..<range.end], as: UTF8.self) }

  /// The text of a string node, its escapes resolved.
  func string(of node: Node) -> String {
    let inside = ByteRange(node.range.start + 1, node.range.end - 1)
    guard node.hasEscapes else { return text(inside) }
    var plain: [UInt8] = []
    plain.reserveCapacity(inside.count)
    var offset = inside.start
    while offset < inside.end {
      if bytes[offset] == UInt8(ascii: "\\") {
        offset = appendEscaped(at: offset + 1, to: &plain)
      } else {
        plain.append(bytes[offset])
        offset += 1
      }
    }
    return String(decoding: plain, as: UTF8.self)
  }

  /// Appends the character of an escape, of which `offset` is the letter, and returns the offset behind it.
  private func appendEscaped(at offset: Int, to plain: inout [UInt8]) -> Int {
    guard bytes[offset] == UInt8(ascii: "u") else {
      plain.append(escapedCharacter(bytes[offset]) ?? bytes[offset])
      return offset + 1
    }
    var value = hexadecimal(of: bytes, at: offset + 1) ?? 0xFFFD
    var end = offset + 5
    if value & 0xFC00 == 0xD800 {
      // The reader let it pass, so `\u` and the low half follow.
      let low = hexadecimal(of: bytes, at: end + 2) ?? 0xDC00
      value = 0x10000 + (value & 0x3FF) << 10 + low & 0x3FF
      end += 6
    }
    let scalar = Unicode.Scalar(value) ?? "\u{FFFD}"
    plain.append(contentsOf: String(scalar).utf8)
    return end
  }
}

/// The character that a letter behind a backslash stands for, or nil if there is no such escape.
func escapedCharacter(_ letter: UInt8) -> UInt8? {
  switch letter {
  case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): letter
  case UInt8(ascii: "b"): 0x08
  case UInt8(ascii: "f"): 0x0C
  case UInt8(ascii: "n"): 0x0A
  case UInt8(ascii: "r"): 0x0D
  case UInt8(ascii: "t"): 0x09
  default: nil
  }
}

/// The value of the four hexadecimal digits at `offset`, or nil if they are not all there.
func hexadecimal(of bytes: [UInt8], at offset: Int) -> UInt32? {
  guard offset + 4 <= bytes.count else { return nil }
  var value: UInt32 = 0
  for byte in bytes[offset..<offset + 4] {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): value = value << 4 | UInt32(byte - UInt8(ascii: "0"))
    case UInt8(ascii: "a")...UInt8(ascii: "f"): value = value << 4 | UInt32(byte - UInt8(ascii: "a") + 10)
    case UInt8(ascii: "A")...UInt8(ascii: "F"): value = value << 4 | UInt32(byte - UInt8(ascii: "A") + 10)
    default: return nil
    }
  }
  return value
}
