import NetSyntax

/// One line of a git configuration that gives a variable a value.
struct GitVariable: Hashable, Sendable {
  /// Section, subsection and name with dots between, in lower case save the subsection: `core.hookspath`.
  var key: [UInt8]
  /// Nil where there is no `=`, which git takes for true.
  var value: [UInt8]?

  /// The key as text.
  var name: String { String(decoding: key, as: UTF8.self) }
}

/// A line that git does not take, counted from 1.
struct GitConfigurationMistake: Error, Hashable, Sendable {
  var line: Int
}

/// Reads the text of a git configuration file as git's `config.c` does, in order.
func gitVariables(in text: [UInt8]) throws(GitConfigurationMistake) -> [GitVariable] {
  var reader = GitConfigurationReader(text)
  return try reader.read()
}

private struct GitConfigurationReader {
  private let bytes: [UInt8]
  private var offset = 0
  private var line = 1
  private var isAtEnd = false
  private var section: [UInt8] = []

  private static let newline = UInt8(ascii: "\n")
  private static let quote = UInt8(ascii: "\"")
  private static let backslash = UInt8(ascii: "\\")
  private static let escapes: [UInt8: UInt8] = [
    UInt8(ascii: "t"): 0x09, UInt8(ascii: "b"): 0x08, UInt8(ascii: "n"): 0x0A, backslash: backslash, quote: quote,
  ]

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { offset = 3 }
  }

  mutating func read() throws(GitConfigurationMistake) -> [GitVariable] {
    var variables: [GitVariable] = []
    var isComment = false
    while !isAtEnd {
      let byte = next()
      if byte == Self.newline {
        isComment = false
      } else if isComment || Self.isBlank(byte) {
        continue
      } else if Self.startsComment(byte) {
        isComment = true
      } else if byte == UInt8(ascii: "[") {
        section = try header()
      } else if byte.isAsciiLetter {
        variables.append(try variable(byte))
      } else {
        throw GitConfigurationMistake(line: line)
      }
    }
    return variables
  }

  /// The next byte; a line's end is one byte, and the text's end is one, too.
  private mutating func next() -> UInt8 {
    guard offset < bytes.count else {
      isAtEnd = true
      return Self.newline
    }
    if bytes[offset...].starts(with: [0x0D, Self.newline]) { offset += 1 }
    let byte = bytes[offset]
    offset += 1
    if byte == Self.newline { line += 1 }
    return byte
  }

  /// Behind `[`: `core]`, `core.worktree]` or `includeIf "gitdir:~/Work/"]`.
  private mutating func header() throws(GitConfigurationMistake) -> [UInt8] {
    let start = line
    var name: [UInt8] = []
    while true {
      let byte = next()
      if byte == UInt8(ascii: "]") { return name }
      if Self.isBlank(byte) { break }
      guard Self.isKey(byte) || byte == dot else { throw GitConfigurationMistake(line: start) }
      name.append(byte.asciiLowercased)
    }
    guard line == start, !isAtEnd else { throw GitConfigurationMistake(line: start) }
    var byte = next()
    while Self.isBlank(byte), byte != Self.newline { byte = next() }
    guard byte == Self.quote else { throw GitConfigurationMistake(line: start) }
    name.append(dot)
    while true {
      byte = next()
      if byte == Self.quote { break }
      if byte == Self.backslash { byte = next() }
      if byte == Self.newline { throw GitConfigurationMistake(line: start) }
      name.append(byte)
    }
    guard next() == UInt8(ascii: "]") else { throw GitConfigurationMistake(line: start) }
    return name
  }

  /// Behind the first letter of a name: the rest of it, and the value.
  private mutating func variable(_ first: UInt8) throws(GitConfigurationMistake) -> GitVariable {
    let start = line
    var name = section + [dot, first.asciiLowercased]
    var byte = next()
    while Self.isKey(byte) {
      name.append(byte.asciiLowercased)
      byte = next()
    }
    while byte.isOne(of: " \t") { byte = next() }
    if byte == Self.newline { return GitVariable(key: name, value: nil) }
    guard byte == UInt8(ascii: "="), let value = value() else { throw GitConfigurationMistake(line: start) }
    return GitVariable(key: name, value: value)
  }

  /// Behind `=`: quoted in part or not, going on behind a backslash at a line's end, up to a comment; nil if broken.
  private mutating func value() -> [UInt8]? {
    var value: [UInt8] = []
    var isQuoted = false
    var blanks = 0
    while true {
      let byte = next()
      if byte == Self.newline { return isQuoted ? nil : value }
      if !isQuoted, Self.isBlank(byte) {
        // Those at the start and at the end are no part of it.
        if !value.isEmpty { blanks += 1 }
        continue
      }
      if !isQuoted, Self.startsComment(byte) {
        while next() != Self.newline {}
        return value
      }
      value += [UInt8](repeating: UInt8(ascii: " "), count: blanks)
      blanks = 0
      if byte == Self.quote {
        isQuoted.toggle()
      } else if byte == Self.backslash {
        let escaped = next()
        if escaped == Self.newline { continue }
        guard let meant = Self.escapes[escaped] else { return nil }
        value.append(meant)
      } else {
        value.append(byte)
      }
    }
  }

  private static func startsComment(_ byte: UInt8) -> Bool { byte.isOne(of: "#;") }
  private static func isBlank(_ byte: UInt8) -> Bool { byte.isOne(of: " \t\r\n") }
  private static func isKey(_ byte: UInt8) -> Bool { byte.isAsciiAlphanumeric || byte == UInt8(ascii: "-") }
}
